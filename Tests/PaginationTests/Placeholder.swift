import Testing

@testable import Pagination
