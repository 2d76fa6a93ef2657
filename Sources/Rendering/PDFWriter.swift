public import Diagnostics
public import Fonts
public import Pagination
import _CairoPango

/// What a file is to be, beside its pages.
public struct PDFOptions: Sendable {
    /// Whether the structure goes into the file.
    public var isTagged: Bool
    public var attachments: [Attachment]
    public var colours: ColourUse
    /// Whether it says of itself that it can be kept for good (PDF/A): not what is encrypted later.
    public var isArchival: Bool
    /// Whether a second thread packs what the first draws; the bytes are the same.
    public var usesSecondThread: Bool

    public init(
        isTagged: Bool = true, attachments: [Attachment] = [], colours: ColourUse = .screen, isArchival: Bool = true,
        usesSecondThread: Bool = true
    ) {
        self.usesSecondThread = usesSecondThread
        self.isTagged = isTagged
        self.attachments = attachments
        self.colours = colours
        self.isArchival = isArchival && colours != .press
    }
}

/// Makes a PDF of pages; the same pages and faces give the same bytes, on any day, in any process.
///
/// It draws pages as they come; what is done with leaves memory. It decides nothing: every place is settled.
///
/// Cairo draws here; on another thread the drawings become a file.
public final class PDFWriter {
    /// Touched by one piece of the conveyor's work at a time.
    private final class Making: @unchecked Sendable {
        var file: DocumentFile

        init(_ file: DocumentFile) { self.file = file }
    }

    private let fonts: FontBook
    private let canvas: PDFCanvas
    private let making: Making
    private let conveyor: Conveyor
    private let hasStructure: Bool
    private var face: FaceID?
    private var size = 0.0
    private var colour: Colour?
    private var sheet = Sheet(width: 0, height: 0)
    /// The structure's element that what is drawn belongs to.
    private var element: Int?
    private var overlaps = Overlaps()

    /// What is to be done once in a process before it has other threads.
    public static func prepare() { PDFCanvas.prepare() }

    /// - Parameters:
    ///   - hasStructure: whether the pages' items are marked with elements.
    ///   - write: gets the file's bytes in order, on another thread if there is one, but none after `finish` has returned or thrown;
    ///     what it throws ends the writing.
    /// - Throws: `libraryFailed`.
    public init(
        _ metadata: PagedDocument.Metadata, hasStructure: Bool = true, fonts: FontBook,
        options: PDFOptions = PDFOptions(), write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws(Diagnostic) {
        self.fonts = fonts
        conveyor = Conveyor(waiting: options.usesSecondThread ? 16 : 0)
        canvas = try PDFCanvas()
        self.hasStructure = hasStructure && options.isTagged
        making = Making(
            try DocumentFile(metadata, isTagged: hasStructure && options.isTagged, options: options, write: write))
    }

    deinit {
        // What waits still uses what `write` does.
        try? conveyor.finish()
    }

    /// - Throws: what `write` threw, or `libraryFailed`.
    public func draw(_ finished: FinishedPage) throws {
        let page = finished.page
        try canvas.beginPage(width: page.width, height: page.height)
        sheet = Sheet(
            index: finished.index, width: page.width, height: page.height, label: page.label,
            elements: finished.elements, awaited: finished.awaited)
        (face, colour, element) = (nil, nil, nil)
        for item in page.items { try draw(item) }
        try canvas.showPage()
        let (bytes, sheet, making) = (canvas.takeBytes(), sheet, making)
        try conveyor.add { try making.file.add(sheet, bytes) }
    }

    /// Begins a piece of marked content where what comes belongs to another element than what was drawn before.
    private func mark() throws {
        guard hasStructure else { return }
        if let last = sheet.marks.last, last.element == element { return }
        sheet.marks.append(Sheet.Mark(element: element))
        overlaps = Overlaps()
        try canvas.mark()
    }

    private func draw(_ item: Page.Item) throws {
        switch item {
        case .glyphs, .fill, .stroke, .polygon, .picture: try mark()
        default: break
        }
        switch item {
        case .glyphs(let run): try draw(run)
        case .fill(let box, let colour):
            set(colour)
            try canvas.fill(x: box.x, y: box.y, width: box.width, height: box.height)
        case .stroke(let stroke):
            set(stroke.colour)
            try canvas.stroke(stroke.points.map { ($0.x, $0.y) }, width: stroke.width, dashes: stroke.dashes)
        case .polygon(let points, let colour):
            set(colour)
            try canvas.fill(points.map { ($0.x, $0.y) })
        case .picture(let picture, let box): try draw(picture, in: box)
        case .marked(let inner, let items):
            let outer = element
            element = inner
            for item in items { try draw(item) }
            element = outer
        case .figure(_, _, let items):
            for item in items { try draw(item) }
        case .turned(let quarters, let origin, let items):
            try canvas.turned(quarters: quarters, x: origin.x, y: origin.y) {
                for item in items { try draw(item) }
            }
            (face, colour) = (nil, nil)
        case .slanted(let degrees, let origin, let items):
            try canvas.slanted(degrees: degrees, x: origin.x, y: origin.y) {
                for item in items { try draw(item) }
            }
            (face, colour) = (nil, nil)
        case .anchor(let name, let at): sheet.anchors.append((name, at))
        case .link(let name, let box, let element):
            sheet.links.append(Sheet.Link(target: name, box: box, element: element))
        }
    }

    /// - Throws: `malformed` with the picture's path where it cannot be decoded.
    private func draw(_ picture: Picture, in box: Box) throws {
        do throws(Diagnostic) {
            try canvas.picture(
                picture.bytes, isPNG: picture.format == .png, width: picture.width, height: picture.height,
                x: box.x, y: box.y, drawnWidth: box.width, drawnHeight: box.height)
        } catch {
            // What Cairo says of a broken picture (out of memory) helps nobody.
            if case .libraryFailed = error.fault {
                throw Diagnostic(
                    .malformed(format: picture.format.rawValue.uppercased(), reason: "it is damaged or cut off"),
                    at: Place(file: picture.path))
            }
            throw error
        }
        colour = nil
    }

    /// - Parameter outline: in order; an entry lies under the nearest one before it with a lower level.
    /// - Throws: what `write` threw, or `libraryFailed`.
    public func finish(outline: [PagedDocument.OutlineEntry] = []) throws {
        let (conveyor, making) = (conveyor, making)
        var failure: (any Error)?
        try canvas.finish { bytes in
            do { try conveyor.add { try making.file.add(bytes) } } catch { failure = error }
        }
        if let failure { throw failure }
        let rest = canvas.takeBytes()
        try conveyor.add {
            try making.file.add(rest)
            try making.file.finish(outline: outline)
        }
        try conveyor.finish()
    }

    private func set(_ wanted: Colour) {
        if colour == wanted { return }
        canvas.setColour(red: wanted.red, green: wanted.green, blue: wanted.blue)
        colour = wanted
    }

    private func draw(_ run: GlyphRun) throws(Diagnostic) {
        if face != run.face || size != run.size {
            try canvas.setFont(fonts.font(run.face), size: run.size)
            (face, size) = (run.face, run.size)
        }
        set(run.colour)
        if run.clusters.isEmpty {
            for scalar in run.text { canvas.add(scalar) }
        } else {
            var at = 0
            for cluster in run.clusters {
                canvas.add(run.text[at..<at + cluster.scalars], glyphs: cluster.glyphs)
                at += cluster.scalars
            }
        }
        for glyph in run.glyphs { canvas.add(glyph: glyph.id, x: glyph.x, y: glyph.y) }
        try canvas.show()
        guard hasStructure, let mark = sheet.marks.indices.last else { return }
        sheet.marks[mark].glyphs += run.glyphs.count
        if element != nil { try overlaps.add(run, fonts.font(run.face), to: &sheet.marks[mark].spans) }
    }
}
