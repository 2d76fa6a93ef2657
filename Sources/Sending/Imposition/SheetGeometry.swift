import Diagnostics

/// Where the places of a sheet lie; pt from its lower left corner.
struct SheetGeometry {
    /// A rectangle by its lower left corner.
    struct Frame: Hashable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }

    var width: Double
    var height: Double
    /// Of one page, after scaling.
    var cell: (width: Double, height: Double)
    var columns: Int
    var rows: Int
    /// Pages are drawn so much smaller; 1 in booklets.
    var scale: Double
    /// How far apart the places of a booklet are at the fold, and those of other sheets.
    var gutter: Double
    /// Blank at the binding edge of a side.
    var binding: Double
    let isBooklet: Bool
    let duplexTurnsBacks: Bool

    /// What crop marks take beside the bleed.
    static let markRoom = PaperLength.mm(8).points

    /// - Parameter page: the largest of the document.
    /// - Throws: `doesNotFit`.
    init(_ order: ImpositionOrder, page: (width: Double, height: Double), name: String) throws(Diagnostic) {
        let rim = order.hasMarks ? order.bleed.points + Self.markRoom : 0
        switch order.scheme {
        case .booklet: try self.init(booklet: order, page: page, rim: rim, name: name)
        case .up(let places): try self.init(up: places, order, page: page, rim: rim, name: name)
        }
    }

    private init(
        booklet order: ImpositionOrder, page: (width: Double, height: Double), rim: Double, name: String
    ) throws(Diagnostic) {
        let gutter = order.binding.points
        let least = (width: 2 * page.width + gutter + 2 * rim, height: page.height + 2 * rim)
        let paper = order.paper ?? Self.smallest(holding: least, isExact: order.hasMarks)
        let (width, height) = Self.fitting(paper, least)
        guard width + 0.5 >= least.width, height + 0.5 >= least.height else {
            throw Self.tooSmall(page, width / 2, height, name)
        }
        self.init(
            width: width, height: height, cell: page, columns: 2, rows: 1, scale: 1, gutter: gutter, binding: gutter,
            isBooklet: true, duplexTurnsBacks: Self.turnsBacks(order, width, height))
    }

    /// Upright or across: whichever leaves the pages largest.
    private init(
        up places: Int, _ order: ImpositionOrder, page: (width: Double, height: Double), rim: Double, name: String
    ) throws(Diagnostic) {
        let gutter = order.hasMarks ? 2 * (order.bleed.points + Self.markRoom) : 0
        let binding = order.binding.points
        let (columns, rows) = (places == 1 ? 1 : 2, places == 4 ? 2 : 1)
        func scale(on sheet: PaperSize) -> Double {
            let across = sheet.width.points - 2 * rim - binding - Double(columns - 1) * gutter
            let down = sheet.height.points - 2 * rim - Double(rows - 1) * gutter
            return min(1, across / Double(columns) / page.width, down / Double(rows) / page.height)
        }
        let paper = order.paper ?? PaperSize(width: .mm(210), height: .mm(297))
        let sheet = scale(on: paper.turned) > scale(on: paper) + 1e-9 ? paper.turned : paper
        let scale = scale(on: sheet)
        let (width, height) = (sheet.width.points, sheet.height.points)
        guard scale > 0.1 else { throw Self.tooSmall(page, width, height, name) }
        self.init(
            width: width, height: height, cell: (page.width * scale, page.height * scale), columns: columns, rows: rows,
            scale: scale, gutter: gutter, binding: binding, isBooklet: false,
            duplexTurnsBacks: Self.turnsBacks(order, width, height))
    }

    private init(
        width: Double, height: Double, cell: (width: Double, height: Double), columns: Int, rows: Int, scale: Double,
        gutter: Double, binding: Double, isBooklet: Bool, duplexTurnsBacks: Bool
    ) {
        (self.width, self.height, self.cell, self.columns, self.rows) = (width, height, cell, columns, rows)
        (self.scale, self.gutter, self.binding) = (scale, gutter, binding)
        (self.isBooklet, self.duplexTurnsBacks) = (isBooklet, duplexTurnsBacks)
    }

    /// The sheet is turned about its upright axis; a printer that turns it about the other one finds backs on their head.
    private static func turnsBacks(_ order: ImpositionOrder, _ width: Double, _ height: Double) -> Bool {
        let upright: ImpositionOrder.Duplex = width > height ? .short : .long
        return order.duplex.map { $0 != .none && $0 != upright } ?? false
    }

    private static func tooSmall(
        _ page: (width: Double, height: Double), _ width: Double, _ height: Double, _ name: String
    ) -> Diagnostic {
        func text(_ width: Double, _ height: Double) -> String {
            PaperSize(width: .pt(width), height: .pt(height)).text
        }
        return Diagnostic(
            .doesNotFit(page: text(page.width, page.height), place: text(width, height)), at: Place(file: name))
    }

    /// The named paper that holds it, else as large as needed.
    private static func smallest(holding least: (width: Double, height: Double), isExact: Bool) -> PaperSize {
        let own = PaperSize(width: .pt(least.width), height: .pt(least.height))
        if isExact { return own }
        let known = ["A5", "A4", "A3", "A2"].compactMap { PaperSize($0)?.across }
        // A3 is 420 mm wide, two A4 pages exactly; A4 is a millimetre wider than two A5 pages.
        return known.first { $0.width.points + 0.5 >= least.width && $0.height.points + 0.5 >= least.height } ?? own
    }

    private static func fitting(
        _ paper: PaperSize, _ least: (width: Double, height: Double)
    ) -> (Double, Double) {
        let upright = (paper.width.points, paper.height.points)
        let turned = (paper.height.points, paper.width.points)
        let fits = upright.0 + 0.5 >= least.width && upright.1 + 0.5 >= least.height
        return fits ? upright : turned
    }

    /// The frame of both pages of a booklet's side. Creep moves the pages, not the knife: all sheets are cut at one place.
    var spread: Frame {
        let across = Double(columns) * cell.width + Double(columns - 1) * gutter
        return Frame(x: (width - across) / 2, y: (height - cell.height) / 2, width: across, height: cell.height)
    }

    /// The frame of a place.
    ///
    /// - Parameters:
    ///   - place: from 0, by row from the top.
    ///   - side: from 0, counted over the whole document.
    ///   - creep: towards the fold; pt.
    func frame(_ place: Int, side: Int, isDuplex: Bool, creep: Double) -> Frame {
        let (column, row) = (place % columns, place / columns)
        let block = (
            Double(columns) * cell.width + Double(columns - 1) * gutter,
            Double(rows) * cell.height + Double(rows - 1) * gutter
        )
        var left = (width - block.0) / 2
        if !isBooklet {
            // Mirrored: the binding edge is left in front and right behind.
            left += (isDuplex && side % 2 == 1 ? -binding : binding) / 2
        }
        let top = (height + block.1) / 2
        var x = left + Double(column) * (cell.width + gutter)
        if isBooklet { x += column == 0 ? creep : -creep }
        return Frame(
            x: x, y: top - Double(row + 1) * cell.height - Double(row) * gutter, width: cell.width, height: cell.height)
    }
}
