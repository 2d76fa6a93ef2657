internal import Diagnostics

/// A PDF file: its lines in reading order, joined to paragraphs; page numbers and running heads set aside.
struct PDFDocument {
    /// Replaces the source's text and blocks by what the document says.
    ///
    /// - Throws: `damaged`, `encrypted`, `libraryMissing`, `tooLarge`, and `noTextLayer` where its pages are pictures.
    static func read(_ bytes: UnsafeRawBufferPointer, into source: inout SourceText) throws(FaultError) {
        let document = try PopplerDocument(bytes)
        guard document.pageCount > 0 else { throw FaultError(.damaged(format: "PDF", reason: "it has no pages")) }
        var pages: [[PDFLine]] = []
        var size = 0
        for index in 0..<document.pageCount {
            let page = try document.page(index)
            size += page.text.count
            if size > InputLimits.text { throw FaultError(.tooLarge(bytes: bytes.count, limit: InputLimits.text)) }
            pages.append(PDFLine.lines(of: page))
        }
        guard pages.contains(where: { !$0.isEmpty }) else { throw FaultError(.noTextLayer(pages: document.pageCount)) }
        let furniture = PDFFurniture(pages: pages)
        var running: [[PDFLine]] = []
        var aside: [PDFLine] = []
        for (index, page) in pages.enumerated() {
            running.append(page.filter { !furniture.holds($0, onPage: index) })
            aside += page.filter { furniture.holds($0, onPage: index) }
        }
        source.text = []
        source.blocks = []
        append(PDFParagraphs(pages: running).paragraphs, .main, to: &source)
        append(aside.map(\.text), .aside, to: &source)
        guard source.blocks.contains(where: { $0.part == .main }) else {
            throw FaultError(.noTextLayer(pages: document.pageCount))
        }
    }

    private static func append(_ lines: [[Unicode.Scalar]], _ part: SourceText.Block.Part, to source: inout SourceText)
    {
        for line in lines {
            let start = source.text.count
            source.text += line
            source.blocks.append(SourceText.Block(range: start..<source.text.count, part: part))
            source.text.append("\n")
        }
    }
}

/// One line of a page and where it stands, in pt from the upper left corner.
struct PDFLine {
    var text: [Unicode.Scalar]
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    /// The middle one of its characters' heights.
    var size: Double
    var pageHeight: Double

    static func lines(of page: PopplerDocument.Page) -> [PDFLine] {
        var lines: [PDFLine] = []
        var start = 0
        for index in 0...page.text.count where index == page.text.count || page.text[index] == "\n" {
            if let line = line(start..<index, of: page) { lines.append(line) }
            start = index + 1
        }
        return lines
    }

    private static func line(_ range: Range<Int>, of page: PopplerDocument.Page) -> PDFLine? {
        let seen = range.filter { !isBlank(page.text[$0]) && page.text[$0].value >= 0x20 }
        guard let first = seen.first, let last = seen.last else { return nil }
        let boxes = seen.map { page.boxes[$0] }
        let heights = boxes.map { $0.bottom - $0.top }.sorted()
        let size = heights[heights.count / 2]
        return PDFLine(
            text: text(first...last, of: page, size: size), left: boxes.map(\.left).min() ?? 0,
            right: boxes.map(\.right).max() ?? 0, top: boxes.map(\.top).min() ?? 0,
            bottom: boxes.map(\.bottom).max() ?? 0, size: size, pageHeight: page.height)
    }

    /// With a tab where cells of a table stand apart: a space between Han would be taken for a slip.
    private static func text(_ range: ClosedRange<Int>, of page: PopplerDocument.Page, size: Double) -> [Unicode.Scalar]
    {
        var text: [Unicode.Scalar] = []
        var right: Double?
        for index in range where !isBlank(page.text[index]) && page.text[index].value >= 0x20 {
            let gap = right.map { page.boxes[index].left - $0 } ?? 0
            if gap > size * 1.2 {
                text.append("\t")
            } else if isBlank(page.text[index - (index > range.lowerBound ? 1 : 0)]) {
                text.append(page.text[index - 1])
            }
            text.append(page.text[index])
            right = page.boxes[index].right
        }
        return text
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\t"
    }
}

/// What stands on pages without belonging to the text: page numbers, and lines that return at the same height.
struct PDFFurniture {
    private var returning: Set<Key> = []
    private let edges: [(first: Double, last: Double)]

    private struct Key: Hashable {
        var text: [Unicode.Scalar]
        /// In tens of pt.
        var height: Int
    }

    init(pages: [[PDFLine]]) {
        edges = pages.map { page in
            (page.map(\.top).min() ?? 0, page.map(\.bottom).max() ?? 0)
        }
        var counts: [Key: Int] = [:]
        for page in pages {
            for key in Set(page.filter(Self.isAtEdge).map(Self.key)) { counts[key, default: 0] += 1 }
        }
        // On two pages of two, on three of many: a heading may return, but not at the same height of page after page.
        let enough = max(2, min(3, pages.count))
        returning = Set(counts.filter { $0.value >= enough }.keys)
    }

    func holds(_ line: PDFLine, onPage page: Int) -> Bool {
        guard Self.isAtEdge(line) else { return false }
        if returning.contains(Self.key(line)) { return true }
        let isOutermost = line.top <= edges[page].first || line.bottom >= edges[page].last
        return isOutermost && Self.isPageNumber(line.text)
    }

    /// In the upper or the lower sixth of the page.
    private static func isAtEdge(_ line: PDFLine) -> Bool {
        line.bottom < line.pageHeight / 6 || line.top > line.pageHeight * 5 / 6
    }

    /// Digits do not count: a running foot may have the page's number in it.
    private static func key(_ line: PDFLine) -> Key {
        Key(text: line.text.filter { !isDigit($0) && $0 != " " }, height: Int(line.top / 10))
    }

    /// `12`, `— 12 —`, `- 12 -`, `·12·`, `第12页`, `第12页 共30页`, `12/30`.
    private static func isPageNumber(_ text: [Unicode.Scalar]) -> Bool {
        var digits = 0
        for scalar in text {
            if isDigit(scalar) {
                digits += 1
            } else if !"—–-－―·•.~～ 　/／第页頁共".unicodeScalars.contains(scalar) {
                return false
            }
        }
        return digits > 0 && digits <= 8 && text.count <= 16
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }
}
