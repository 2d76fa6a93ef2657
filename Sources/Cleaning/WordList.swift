/// Words of two characters, Simplified: what settles a character that bytes alone do not.
struct WordList: Sendable {
    static let shared = WordList()

    private let words: Set<UInt32>
    private let firsts: ScalarSet

    private init() {
        var words: Set<UInt32> = []
        words.reserveCapacity(20_000)
        var first: UInt32?
        Self.table.withUTF8Buffer { buffer in
            var decoder = UTF8()
            var bytes = buffer.makeIterator()
            while case .scalarValue(let scalar) = decoder.decode(&bytes) {
                if scalar == " " || scalar == "\n" {
                    first = nil
                } else if let first {
                    words.insert(first << 16 | scalar.value)
                } else {
                    first = scalar.value
                }
            }
        }
        self.words = words
        firsts = ScalarSet(words.lazy.compactMap { Unicode.Scalar($0 >> 16) })
    }

    func contains(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        firsts.contains(first) && second.value < 0x10000 && words.contains(first.value << 16 | second.value)
    }
}
