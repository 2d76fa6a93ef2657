/// A length on paper. Stored in points (1/72 inch).
public struct Length: Hashable, Sendable, Comparable {
    public var points: Double

    public init(points: Double) { self.points = points }

    public static let zero = Length(points: 0)

    public static func pt(_ value: Double) -> Length { Length(points: value) }

    public static func mm(_ value: Double) -> Length { Length(points: value * 72 / 25.4) }

    public var millimetres: Double { points * 25.4 / 72 }

    public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
    public static func + (a: Length, b: Length) -> Length { Length(points: a.points + b.points) }
    public static func - (a: Length, b: Length) -> Length { Length(points: a.points - b.points) }
    public static func * (a: Length, b: Double) -> Length { Length(points: a.points * b) }
    public static prefix func - (a: Length) -> Length { Length(points: -a.points) }
}

/// The Chinese sizes (字号) and their points (GB/T 9704, table of sizes).
public enum NamedSize: String, Hashable, Sendable, CaseIterable {
    case chu = "初号"
    case xiaoChu = "小初"
    case yi = "一号"
    case xiaoYi = "小一"
    case er = "二号"
    case xiaoEr = "小二"
    case san = "三号"
    case xiaoSan = "小三"
    case si = "四号"
    case xiaoSi = "小四"
    case wu = "五号"
    case xiaoWu = "小五"

    public var length: Length {
        switch self {
        case .chu: .pt(42)
        case .xiaoChu: .pt(36)
        case .yi: .pt(26)
        case .xiaoYi: .pt(24)
        case .er: .pt(22)
        case .xiaoEr: .pt(18)
        case .san: .pt(15.75)
        case .xiaoSan: .pt(15)
        case .si: .pt(14)
        case .xiaoSi: .pt(12)
        case .wu: .pt(10.5)
        case .xiaoWu: .pt(9)
        }
    }
}
