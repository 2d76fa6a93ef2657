public import Fonts
public import Pagination
import _CairoPango

/// Makes a PDF of pages. The same document and faces give the same bytes, on any day, in any process.
public struct Renderer {
    public init() {}

    /// What is to be done once in a process before it has other threads.
    public static func prepare() { PDFCanvas.prepare() }

    /// - Parameters:
    ///   - write: gets the file's bytes in order. Nothing is to be kept of them when this throws.
    /// - Throws: what `write` threw, or `libraryFailed`.
    public func render(
        _ document: PagedDocument, with fonts: FontBook, options: PDFOptions = PDFOptions(),
        write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let writer = try PDFWriter(
            document.metadata, hasStructure: !document.structure.isEmpty, fonts: fonts, options: options, write: write)
        for (index, page) in document.pages.enumerated() {
            try writer.draw(
                FinishedPage(index: index, page: page, elements: index == 0 ? document.structure : []))
        }
        try writer.finish(outline: document.outline)
    }

    /// The whole file in memory.
    ///
    /// - Throws: `libraryFailed`.
    public func render(
        _ document: PagedDocument, with fonts: FontBook, options: PDFOptions = PDFOptions()
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try render(document, with: fonts, options: options) { bytes.append(contentsOf: $0) }
        return bytes
    }
}
