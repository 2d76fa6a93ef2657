/// An affine map `[a b c d e f]` (ISO 32000-1, 8.3.4): points are rows, so `first * second` applies `first` first.
struct Matrix: Hashable, Sendable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    static let identity = Matrix()

    static func * (first: Matrix, second: Matrix) -> Matrix {
        Matrix(
            a: first.a * second.a + first.b * second.c, b: first.a * second.b + first.b * second.d,
            c: first.c * second.a + first.d * second.c, d: first.c * second.b + first.d * second.d,
            e: first.e * second.a + first.f * second.c + second.e,
            f: first.e * second.b + first.f * second.d + second.f)
    }

    func apply(_ x: Double, _ y: Double) -> Point { Point(x: a * x + c * y + e, y: b * x + d * y + f) }

    /// How much a unit grows, on the average of both directions.
    var scale: Double { abs(a * d - b * c).squareRoot() }

    init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    init?(_ numbers: [Double]) {
        guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
        self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    }
}

/// pt from the upper left corner of the finished page, y downwards.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
}

/// pt from the upper left corner of the finished page, y downwards.
struct Area: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var isEmpty: Bool { right <= left && bottom <= top || right < left || bottom < top }

    init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    /// The smallest that holds the points.
    init?(around points: some Collection<Point>) {
        guard let first = points.first else { return nil }
        self.init(left: first.x, top: first.y, right: first.x, bottom: first.y)
        for point in points {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
    }

    /// What of it lies within another; `nil` where nothing does.
    func cut(to other: Area) -> Area? {
        let cut = Area(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
            bottom: min(bottom, other.bottom))
        return cut.right < cut.left || cut.bottom < cut.top ? nil : cut
    }

    func joined(with other: Area) -> Area {
        Area(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
