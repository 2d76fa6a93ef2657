/// A length on paper; stored in points (1/72 inch).
public struct PaperLength: Hashable, Sendable, Comparable {
    public var points: Double

    public static let zero = PaperLength(points: 0)

    public static func mm(_ value: Double) -> PaperLength { PaperLength(points: value * 72 / 25.4) }
    public static func pt(_ value: Double) -> PaperLength { PaperLength(points: value) }

    public var millimetres: Double { points * 25.4 / 72 }

    public static func < (left: PaperLength, right: PaperLength) -> Bool { left.points < right.points }
}
