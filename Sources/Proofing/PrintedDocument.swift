import Diagnostics
import _QPDF

/// A finished PDF as it was read: what is printed on its pages, and the file for what is not.
struct PrintedDocument {
    let file: PDFFile
    /// Bytes.
    let size: Int
    let pageIDs: [ObjectID]
    let pageSet: Set<ObjectID>
    let pages: [PrintedPage]
    let fonts: [PrintedFont]
    /// By page, then from the top.
    let lines: [[TextLine]]
    let root: [String: PDFValue]
    let information: [String: PDFValue]
    /// Entries of the trailer.
    let trailer: [String: PDFValue]
    /// What libqpdf had to mend.
    let mended: [String]

    /// - Throws: `encrypted`, `damaged`.
    init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
        file = try PDFFile(bytes, name: name)
        size = bytes.count
        pageIDs = try file.pages()
        pageSet = Set(pageIDs)
        let table = FontTable()
        var pages: [PrintedPage] = []
        var lines: [[TextLine]] = []
        pages.reserveCapacity(pageIDs.count)
        for (index, id) in pageIDs.enumerated() {
            var page = try PageInterpreter.read(id, number: index + 1, in: file, fonts: table)
            lines.append(LineFinder.lines(of: page))
            // Lines hold them now.
            page.glyphs.removeAll { !$0.isMissing && $0.scalar != 0 && $0.scalar != 0xFFFC }
            pages.append(page)
        }
        self.pages = pages
        self.lines = lines
        fonts = table.fonts
        trailer = try file.trailer()
        root = try file.value(of: try file.root()).dictionary ?? [:]
        information = try file.resolve(trailer["Info"]).dictionary ?? [:]
        mended = file.takeWarnings()
    }
}
