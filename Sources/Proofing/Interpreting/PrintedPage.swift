/// What a page shows, interpreted from its content streams: the type the checks read.
struct PrintedPage: Sendable {
    /// From 1.
    var number: Int
    /// The finished page: trim box, else crop box, else media box, as turned for reading; pt.
    var width: Double
    var height: Double
    var glyphs: [Glyph] = []
    var rules: [Rule] = []
    /// Pictures and drawn shapes that are no rules.
    var pictures: [Area] = []
    var shapes: [Shape] = []
    var tagging = Tagging()
    /// What the interpreter could not follow: `font F1 is not in the resources`.
    var faults: [String] = []

    /// A filled or stroked shape that is no rule.
    struct Shape: Hashable, Sendable {
        var area: Area
        var colour: Ink
    }

    /// Which content belongs to the structure.
    struct Tagging: Sendable {
        /// In the order of drawing.
        var identifiers: [Int] = []
        /// Operators that paint outside of tagged content and of artifacts.
        var loose: [String: Int] = [:]
        var artifactsInside = 0
        var taggedGlyphs = 0
        var artifactGlyphs = 0
        /// Where the first glyph of an identifier stands.
        var places: [Int: Point] = [:]
    }
}

/// One glyph as it is set.
struct Glyph: Hashable, Sendable {
    /// The first character it stands for; 0 where nothing says which.
    var scalar: UInt32
    /// The others, where it stands for several.
    var rest: [UInt32] = []
    /// Its origin, and how far the next one stands from it.
    var x: Double
    var y: Double
    var advance: Double
    /// Character size as it is printed; pt.
    var size: Double
    /// Quarter turns of the line's direction, clockwise from left to right; `nil` for anything between.
    var turn: Int?
    /// In `PrintedDocument.fonts`.
    var font: Int
    var ink: Ink
    /// The face has no shape for it.
    var isMissing = false
    var isArtifact = false
    /// Not painted (text over a scan).
    var isHidden = false

    var character: Unicode.Scalar? { Unicode.Scalar(scalar).flatMap { scalar == 0 ? nil : $0 } }

    /// The last character it stands for.
    var last: Unicode.Scalar? { rest.last.flatMap(Unicode.Scalar.init) ?? character }

    var isBlank: Bool {
        switch scalar {
        case 0x20, 0xA0, 0x3000, 0x09, 0x0A, 0x0D, 0xAD, 0x200B, 0xFEFF, 0x2000...0x200A: true
        default: false
        }
    }
}

/// The colour of something printed, as far as it matters here.
enum Ink: Hashable, Sendable {
    case black, grey, white, red, other, pattern

    /// - Parameter components: one (grey), three (RGB) or four (CMYK), 0 to 1.
    init(_ components: [Double]) {
        let (red, green, blue): (Double, Double, Double)
        switch components.count {
        case 1: (red, green, blue) = (components[0], components[0], components[0])
        case 3: (red, green, blue) = (components[0], components[1], components[2])
        case 4:
            let light = 1 - components[3]
            (red, green, blue) = (
                (1 - components[0]) * light, (1 - components[1]) * light, (1 - components[2]) * light
            )
        default:
            self = .pattern
            return
        }
        let high = max(red, green, blue)
        let low = min(red, green, blue)
        if high - low < 0.12 {
            self = high < 0.25 ? .black : low > 0.97 ? .white : .grey
        } else if red == high, red > 0.5, green < 0.45 * red, blue < 0.55 * red {
            self = .red
        } else {
            self = .other
        }
    }
}

/// A horizontal or vertical line: stroked, or a filled box that is much longer than wide.
struct Rule: Hashable, Sendable {
    var isHorizontal: Bool
    /// Its middle, across: y of a horizontal one.
    var across: Double
    var from: Double
    var to: Double
    /// pt
    var thickness: Double
    var ink: Ink

    var length: Double { to - from }
}
