public import Diagnostics

/// What is seen of a PDF file at a glance, without reading it as an article.
public struct PDFGlance: Sendable {
    public let pageCount: Int
    /// The lines of its first page from above, a tab where they stand far apart.
    public let firstPage: [String]

    /// - Parameter path: for messages.
    /// - Throws: `damaged`, `encrypted`, `libraryMissing`.
    public init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
        let glance = bytes.withUnsafeBytes { bytes in
            Result { () throws(FaultError) in try PDFGlance(try PopplerDocument(bytes)) }
        }
        switch glance {
        case .success(let glance): self = glance
        case .failure(let error): throw Diagnostic(error.fault, at: Place(file: path))
        }
    }

    private init(_ document: PopplerDocument) throws(FaultError) {
        pageCount = document.pageCount
        let lines = pageCount > 0 ? PDFLine.lines(of: try document.page(0)) : []
        firstPage = lines.map { line in String(scalars: line.text) }
    }
}
