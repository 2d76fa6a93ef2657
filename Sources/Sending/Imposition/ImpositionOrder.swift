/// How pages are put on sheets.
public struct ImpositionOrder: Hashable, Sendable {
    public enum Scheme: Hashable, Sendable {
        /// Folded sheets of four pages each, one in the other: at most so many in a signature; `nil` for all in one,
        /// stitched through the fold.
        case booklet(signature: Int?)
        /// One, two or four pages on a side, in reading order.
        case up(Int)
    }

    /// About which edge the printer turns the sheet.
    public enum Duplex: String, Hashable, Sendable, CaseIterable {
        case long, short, none
    }

    public var scheme: Scheme
    /// `nil`: what the pages need.
    public var paper: PaperSize?
    /// `nil`: the edge that stands upright, so that backs need no turning.
    public var duplex: Duplex?
    /// Of one sheet of the paper: inner sheets of a booklet are pushed out by those around them.
    public var thickness = PaperLength.mm(0.1)
    /// Left blank for punching or clips: at the left of odd sides and the right of even ones, in a booklet along the fold.
    public var binding = PaperLength.zero
    /// What is printed beyond the trimmed edge.
    public var bleed = PaperLength.zero
    public var hasMarks = false
    /// Blank pages stand before the last page, which is the booklet's back then (版记).
    public var keepsLastOutside = false

    public init(_ scheme: Scheme) { self.scheme = scheme }
}

/// A sheet of paper, upright or across.
public struct PaperSize: Hashable, Sendable {
    public var width: PaperLength
    public var height: PaperLength

    public init(width: PaperLength, height: PaperLength) {
        self.width = width
        self.height = height
    }

    private static let named: [(name: String, width: Double, height: Double)] = [
        ("A2", 420, 594), ("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210), ("A6", 105, 148), ("B4", 250, 353),
        ("B5", 176, 250), ("SRA3", 320, 450), ("A3+", 329, 483), ("8K", 270, 390), ("16K", 195, 270),
    ]

    /// Names that can be given.
    public static var names: [String] { named.map(\.name) }

    /// `A3`, `a3+`, or width and height in mm: `320x450`.
    public init?(_ text: String) {
        if let known = Self.named.first(where: { $0.name == text.uppercased() }) {
            self.init(width: .mm(known.width), height: .mm(known.height))
            return
        }
        let parts = text.lowercased().split(whereSeparator: { $0 == "x" || $0 == "×" }).map { Double($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1], (20...2000).contains(width),
            (20...2000).contains(height)
        else { return nil }
        self.init(width: .mm(width), height: .mm(height))
    }

    var turned: PaperSize { PaperSize(width: height, height: width) }
    var isAcross: Bool { width > height }
    var across: PaperSize { isAcross ? self : turned }

    /// `210×297`, whole mm
    public var text: String {
        func whole(_ length: PaperLength) -> Int { Int(min(max(length.millimetres, 0), 1e6) + 0.01) }
        return "\(whole(width))×\(whole(height))"
    }
}
