/// Which Han characters stand side by side in a text: its own words as evidence. Made when it is first asked.
final class NeighbourPairs {
    private let scalars: [Unicode.Scalar]
    private lazy var pairs: Set<UInt64> = {
        var pairs: Set<UInt64> = []
        for index in scalars.indices.dropLast() where scalars[index].isHan && scalars[index + 1].isHan {
            pairs.insert(Self.pair(scalars[index], scalars[index + 1]))
        }
        return pairs
    }()

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    func contains(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        pairs.contains(Self.pair(first, second))
    }

    private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second.value)
    }
}
