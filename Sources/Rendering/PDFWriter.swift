public import Diagnostics
public import Fonts
public import Pagination
import _CairoPango

/// Draws pages one after the other; what is done with leaves memory. It decides nothing: every place is settled.
public final class PDFWriter {
    private let fonts: FontBook
    private let canvas: PDFCanvas
    private let language: TextLanguage
    private var face: FaceID?
    private var size = 0.0
    private var colour: Colour?

    /// - Parameter write: gets the file's bytes in order; what it throws ends the writing.
    /// - Throws: `libraryFailed`.
    public init(
        _ metadata: PagedDocument.Metadata, fonts: FontBook, write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws(Diagnostic) {
        self.fonts = fonts
        canvas = try PDFCanvas(width: 1, height: 1, write: write)
        if let title = metadata.title { try canvas.set(.title, title) }
        if let author = metadata.author { try canvas.set(.author, author) }
        if let subject = metadata.subject { try canvas.set(.subject, subject) }
        if !metadata.keywords.isEmpty { try canvas.set(.keywords, metadata.keywords.joined(separator: ", ")) }
        try canvas.set(.creator, "Jianbao")
        try canvas.set(date: metadata.date)
        language = metadata.language
    }

    /// - Throws: what `write` threw, or `libraryFailed`.
    public func draw(_ page: Page) throws {
        try canvas.setPage(width: page.width, height: page.height, label: page.label)
        (face, colour) = (nil, nil)
        for item in page.items { try draw(item) }
        try canvas.showPage()
    }

    private func draw(_ item: Page.Item) throws {
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
        case .figure(_, _, let items):
            for item in items { try draw(item) }
        case .turned(let quarters, let origin, let items):
            try canvas.turned(quarters: quarters, x: origin.x, y: origin.y) {
                for item in items { try draw(item) }
            }
            (face, colour) = (nil, nil)
        case .anchor(let name, let at): try canvas.anchor(name, x: at.x, y: at.y)
        case .link(let name, let box):
            try canvas.link(to: name, x: box.x, y: box.y, width: box.width, height: box.height)
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
        var open: [(level: Int, number: Int)] = []
        for entry in outline {
            while let last = open.last, last.level >= entry.level { open.removeLast() }
            let number = try canvas.outlineEntry(
                entry.title, anchor: entry.anchor, parent: open.last?.number, open: open.isEmpty)
            open.append((entry.level, number))
        }
        try canvas.finish(language: language.rawValue)
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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(run.text.count * 3)
        var clusters: [(bytes: Int, glyphs: Int)] = []
        if run.clusters.isEmpty {
            for scalar in run.text {
                let start = bytes.count
                bytes.append(contentsOf: UTF8.encode(scalar)!)
                clusters.append((bytes.count - start, 1))
            }
        } else {
            var at = 0
            for cluster in run.clusters {
                let start = bytes.count
                for scalar in run.text[at..<at + cluster.scalars] { bytes.append(contentsOf: UTF8.encode(scalar)!) }
                clusters.append((bytes.count - start, cluster.glyphs))
                at += cluster.scalars
            }
        }
        try canvas.show(run.glyphs.map { ($0.id, $0.x, $0.y) }, text: bytes, clusters: clusters)
    }
}
