import Testing

@testable import Outlining
