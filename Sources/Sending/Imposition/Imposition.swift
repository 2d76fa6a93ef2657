public import Diagnostics
import _QPDF

/// Puts the pages of a finished PDF on sheets for the printer. Pages stay what they are (text and curves); fonts and
/// pictures that they share are in the file once. Links and tags are for the screen and are left behind.
public struct Imposition {
    private let source: PDFFile
    private let order: ImpositionOrder
    private let pageIDs: [ObjectID]
    public let plan: SheetPlan

    /// - Parameters:
    ///   - bytes: the PDF.
    ///   - name: for faults.
    /// - Throws: `encrypted`, `damaged`, `libraryMissing`.
    public init(_ bytes: [UInt8], name: String, _ order: ImpositionOrder) throws(Diagnostic) {
        source = try PDFFile(bytes, name: name)
        pageIDs = try source.pages()
        self.order = order
        plan = SheetPlan(pages: pageIDs.count, order)
    }

    /// The imposed file: a page a side, fronts and backs in turn. The same input gives the same bytes.
    ///
    /// - Throws: `doesNotFit` where booklet pages are larger than their half of the sheet; what reading throws.
    public func written() throws(Diagnostic) -> [UInt8] {
        let target = try PDFFile(name: source.name)
        var pages: [SourcePage] = []
        for id in pageIDs { pages.append(try SourcePage(id, of: source, to: target, bleed: order.bleed.points)) }
        let largest = (width: pages.map(\.width).max() ?? 0, height: pages.map(\.height).max() ?? 0)
        let geometry = try SheetGeometry(order, page: largest, name: source.name)
        for index in plan.sides.indices { try add(index, pages, geometry, to: target) }
        try describe(target)
        return try target.written()
    }

    private func add(
        _ index: Int, _ pages: [SourcePage], _ geometry: SheetGeometry, to target: PDFFile
    ) throws(Diagnostic) {
        let side = plan.sides[index]
        let isDuplex = order.duplex != ImpositionOrder.Duplex.none
        let creep = geometry.isBooklet ? Double(side.depth) * order.thickness.points : 0
        var content = ""
        var forms: [String: PDFValue] = [:]
        var frames: [SheetGeometry.Frame] = []
        for (place, number) in side.pages.enumerated() {
            let frame = geometry.frame(place, side: index, isDuplex: isDuplex, creep: creep)
            frames.append(frame)
            guard let number else { continue }
            let page = pages[number - 1]
            forms["P\(number)"] = .reference(page.form)
            content += draw(page, "P\(number)", in: frame, scale: geometry.scale, place: place, geometry)
        }
        let trimmed = geometry.isBooklet ? [geometry.spread] : frames
        if order.hasMarks {
            content += CropMarks.draw(trimmed, isFolded: geometry.isBooklet, bleed: order.bleed.points)
        }
        if !side.isFront, geometry.duplexTurnsBacks {
            content = "q -1 0 0 -1 \(number(geometry.width)) \(number(geometry.height)) cm\n" + content + "Q\n"
        }
        let stream = try target.addStream([:], Array(content.utf8))
        try target.addPage(
            try target.add(
                .dictionary(
                    boxes(trimmed, geometry).merging([
                        "Type": .name("Page"), "Contents": .reference(stream),
                        "Resources": .dictionary(["XObject": .dictionary(forms)]),
                    ]) { $1 })))
    }

    /// A page in its frame: its lower left corner in the frame's, smaller pages in the middle of it, cut off at the bleed
    /// and at the fold.
    private func draw(
        _ page: SourcePage, _ name: String, in frame: SheetGeometry.Frame, scale: Double, place: Int,
        _ geometry: SheetGeometry
    ) -> String {
        let (width, height) = (page.width * scale, page.height * scale)
        // Facing pages meet at the fold, whatever their width.
        let slack = frame.width - width
        let x = frame.x + (geometry.isBooklet ? (place == 0 ? slack : 0) : slack / 2)
        let y = frame.y + (frame.height - height) / 2
        let bleed = order.bleed.points * scale
        var clip = (x - bleed, y - bleed, x + width + bleed, y + height + bleed)
        if geometry.isBooklet {
            if place == 0 { clip.2 = min(clip.2, geometry.width / 2) } else { clip.0 = max(clip.0, geometry.width / 2) }
        }
        let m = page.matrix.map { $0 * scale }
        return "q \(number(clip.0)) \(number(clip.1)) \(number(clip.2 - clip.0)) \(number(clip.3 - clip.1)) re W n\n"
            + "\(number(m[0])) \(number(m[1])) \(number(m[2])) \(number(m[3])) \(number(m[4] + x)) \(number(m[5] + y)) cm\n"
            + "/\(name) Do Q\n"
    }

    private func boxes(_ frames: [SheetGeometry.Frame], _ geometry: SheetGeometry) -> [String: PDFValue] {
        func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> PDFValue {
            .array([x0, y0, x1, y1].map(PDFValue.real))
        }
        var boxes = ["MediaBox": box(0, 0, geometry.width, geometry.height)]
        guard order.hasMarks, let first = frames.first, let last = frames.last else { return boxes }
        let (left, right) = (first.x, last.x + last.width)
        let (low, high, bleed) = (last.y, first.y + first.height, order.bleed.points)
        boxes["TrimBox"] = box(left, low, right, high)
        boxes["BleedBox"] = box(left - bleed, low - bleed, right + bleed, high + bleed)
        return boxes
    }

    /// The title of the document stays; nothing of the clock.
    private func describe(_ target: PDFFile) throws(Diagnostic) {
        let information = try source.resolve(try source.trailer()["Info"]).dictionary ?? [:]
        var kept: [String: PDFValue] = [:]
        for key in ["Title", "Author", "Subject"] {
            let value = try source.resolve(information[key])
            if !value.isNull { kept[key] = value }
        }
        kept["Creator"] = .text("Jianbao")
        try target.setTrailer("Info", to: .reference(try target.add(.dictionary(kept))))
    }

    private func number(_ value: Double) -> String { PDFValue.decimal(value) }
}
