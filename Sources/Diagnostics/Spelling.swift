/// The nearest of some known words to one that is none of them.
public enum Spelling {
    /// - Returns: the word with the smallest edit distance, the first of equals; `nil` where none is near enough to be
    ///   a slip of the keys (more than a third of the word's length).
    public static func nearest(to word: String, in known: [String]) -> String? {
        let limit = max(1, word.unicodeScalars.count / 3)
        return known.map { ($0, distance(Array(word.unicodeScalars), Array($0.unicodeScalars))) }
            .min { $0.1 < $1.1 }
            .flatMap { $0.1 <= limit ? $0.0 : nil }
    }

    /// Edits between two words: a character other, missing, too many, or two neighbours changed over.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var row = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var next = [i + 1]
            for (j, right) in b.enumerated() {
                var least = min(row[j + 1] + 1, next[j] + 1, row[j] + (left == right ? 0 : 1))
                if i > 0, j > 0, left == b[j - 1], a[i - 1] == right { least = min(least, before[j - 1] + 1) }
                next.append(least)
            }
            before = row
            row = next
        }
        return row[b.count]
    }
}
