/// A set of phrases, looked for in scalars.
struct Phrases: Sendable {
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]
    private let firsts: ScalarSet
    private let lasts: ScalarSet

    init(_ phrases: [String]) {
        var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        for phrase in phrases {
            let scalars = Array(phrase.unicodeScalars)
            guard let first = scalars.first else { continue }
            byFirst[first, default: []].append(scalars)
        }
        firsts = ScalarSet(byFirst.keys)
        lasts = ScalarSet(byFirst.values.joined().compactMap(\.last))
        // The longest that fits is the one that is meant.
        self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
    }

    init(_ phrases: String) { self.init(phrases.split(separator: " ").map(String.init)) }

    /// The length of the phrase that begins a text, 0 where none does.
    func prefix(of text: ArraySlice<Unicode.Scalar>) -> Int {
        guard let first = text.first, firsts.contains(first), let phrases = byFirst[first] else { return 0 }
        return phrases.first { text.starts(with: $0) }?.count ?? 0
    }

    func isPrefix(of text: ArraySlice<Unicode.Scalar>) -> Bool { prefix(of: text) > 0 }

    /// Where phrases are found, from left to right and apart.
    func ranges(in text: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var at = text.startIndex
        while at < text.endIndex {
            let length = firsts.contains(text[at]) ? prefix(of: text[at...]) : 0
            if length > 0 { found.append(at..<at + length) }
            at += max(1, length)
        }
        return found
    }

    func isFound(in text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.indices.contains { firsts.contains(text[$0]) && prefix(of: text[$0...]) > 0 }
    }

    func isSuffix(of text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = text.last, lasts.contains(last) else { return false }
        return byFirst.values.joined().contains { $0.count <= text.count && text.suffix($0.count).elementsEqual($0) }
    }
}
