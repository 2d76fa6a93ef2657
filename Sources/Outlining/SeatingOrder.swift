/// Who sits where on a platform: the first in the middle, the second at the first one's left hand, the third at the right,
/// and so on; where they are even in number the first two share the middle, the second at the first one's left hand.
public enum SeatingOrder {
    /// - Parameter names: by rank.
    /// - Returns: from left to right as the hall sees them, who face it.
    public static func seats(_ names: [String]) -> [String] {
        var seats: [String] = []
        for (place, name) in names.enumerated() {
            // The left hand of those who face the hall is at its right.
            if place % 2 == 1 { seats.append(name) } else { seats.insert(name, at: 0) }
        }
        return seats
    }
}
