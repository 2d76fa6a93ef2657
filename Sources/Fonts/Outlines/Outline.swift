/// A point of a glyph, or a way between two, in the face's units.
struct OutlinePoint: Hashable {
    var x: Double
    var y: Double

    static let zero = OutlinePoint(0, 0)

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    var length: Double { (x * x + y * y).squareRoot() }

    var rounded: OutlinePoint { OutlinePoint(x.rounded(), y.rounded()) }

    /// The same direction, one unit long; `nil` for no way at all.
    var unit: OutlinePoint? {
        let long = length
        return long > 0 ? OutlinePoint(x / long, y / long) : nil
    }

    static func + (a: OutlinePoint, b: OutlinePoint) -> OutlinePoint { OutlinePoint(a.x + b.x, a.y + b.y) }
    static func - (a: OutlinePoint, b: OutlinePoint) -> OutlinePoint { OutlinePoint(a.x - b.x, a.y - b.y) }
    static func * (a: Double, b: OutlinePoint) -> OutlinePoint { OutlinePoint(a * b.x, a * b.y) }

    static func dot(_ a: OutlinePoint, _ b: OutlinePoint) -> Double { a.x * b.x + a.y * b.y }
}

/// A piece of a contour: a line or a cubic curve.
struct OutlineSegment: Hashable {
    var start: OutlinePoint
    var control1: OutlinePoint
    var control2: OutlinePoint
    var end: OutlinePoint
    var isLine: Bool

    static func line(_ start: OutlinePoint, _ end: OutlinePoint) -> OutlineSegment {
        OutlineSegment(start: start, control1: start, control2: end, end: end, isLine: true)
    }

    static func curve(
        _ start: OutlinePoint, _ control1: OutlinePoint, _ control2: OutlinePoint, _ end: OutlinePoint
    ) -> OutlineSegment {
        OutlineSegment(start: start, control1: control1, control2: control2, end: end, isLine: false)
    }

    func point(at t: Double) -> OutlinePoint {
        let s = 1 - t
        let (a, b, c, d) = isLine ? (s, 0, 0, t) : (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        return OutlinePoint(
            a * start.x + b * control1.x + c * control2.x + d * end.x,
            a * start.y + b * control1.y + c * control2.y + d * end.y)
    }

    /// Where it sets out to; zero for a point.
    var direction: OutlinePoint { (control1 - start).unit ?? (control2 - start).unit ?? (end - start).unit ?? .zero }

    /// Where it arrives from.
    var arrival: OutlinePoint { (end - control2).unit ?? (end - control1).unit ?? (end - start).unit ?? .zero }
}

/// A glyph's drawing: the width of its charstring as it stands there, and its contours, each closed.
struct Outline: Hashable {
    var width: [Double]
    var contours: [[OutlineSegment]]
}
