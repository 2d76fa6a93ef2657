import Testing

@testable import Acquisition
