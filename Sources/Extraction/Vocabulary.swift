/// Words with what they are, matched at a place in a text without making strings.
///
/// Two tries over one list: one read forwards from a place, one backwards from it. The first scalar is looked up in a
/// table, so a place where no word starts costs one read.
final class Vocabulary: Sendable {
    /// What a word is; a word may be several things.
    struct Class: OptionSet, Sendable {
        let rawValue: UInt64

        init(rawValue: UInt64) { self.rawValue = rawValue }
        init(bit: UInt64) { rawValue = 1 << bit }
    }

    private struct Trie: Sendable {
        var root = ScalarMap<Int32>(none: 0)
        var scalars: [UInt32] = [0]
        var child: [Int32] = [0]
        var sibling: [Int32] = [0]
        var classes: [UInt64] = [0]

        mutating func add(_ word: some Sequence<Unicode.Scalar>, _ kind: Class) {
            var node: Int32 = 0
            for scalar in word {
                let value = scalar.value
                var next = node == 0 ? root[value & 0xFFFF] : child[Int(node)]
                if node != 0 {
                    while next != 0, scalars[Int(next)] != value { next = sibling[Int(next)] }
                }
                if next == 0 {
                    next = Int32(scalars.count)
                    scalars.append(value)
                    child.append(0)
                    classes.append(0)
                    if node == 0 {
                        sibling.append(0)
                        root[value & 0xFFFF] = next
                    } else {
                        sibling.append(child[Int(node)])
                        child[Int(node)] = next
                    }
                }
                node = next
            }
            classes[Int(node)] |= kind.rawValue
        }
    }

    private let forward: Trie
    private let backward: Trie

    /// Each group: words with blanks or line ends between them.
    init(_ groups: [(Class, String)]) {
        var forward = Trie()
        var backward = Trie()
        for (kind, words) in groups {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                forward.add(word.unicodeScalars, kind)
                backward.add(word.unicodeScalars.reversed(), kind)
            }
        }
        self.forward = forward
        self.backward = backward
    }

    /// The length of the longest word of a class that starts at `start` and ends by `end`; 0 for none.
    @inline(__always)
    func longest(_ wanted: Class, in text: [Unicode.Scalar], at start: Int, before end: Int) -> Int {
        guard start < end, text[start].value < 0x10000 else { return 0 }
        var node = forward.root[text[start].value]
        guard node != 0 else { return 0 }
        var best = 0
        var place = start + 1
        while true {
            if forward.classes[Int(node)] & wanted.rawValue != 0 { best = place - start }
            guard place < end else { return best }
            let value = text[place].value
            node = forward.child[Int(node)]
            while node != 0, forward.scalars[Int(node)] != value { node = forward.sibling[Int(node)] }
            guard node != 0 else { return best }
            place += 1
        }
    }

    /// The longest word of any class that starts at `start`, and its classes.
    func longestWithClass(
        in text: [Unicode.Scalar], at start: Int, before end: Int
    ) -> (length: Int, classes: UInt64) {
        let length = longest(Class(rawValue: .max), in: text, at: start, before: end)
        guard length > 0 else { return (0, 0) }
        var node = forward.root[text[start].value]
        for place in start + 1..<start + length {
            node = forward.child[Int(node)]
            while forward.scalars[Int(node)] != text[place].value { node = forward.sibling[Int(node)] }
        }
        return (length, forward.classes[Int(node)])
    }

    /// The length of the longest word of a class that ends at `end` and starts not before `start`; 0 for none.
    @inline(__always)
    func longestEnding(_ wanted: Class, in text: [Unicode.Scalar], at end: Int, after start: Int) -> Int {
        guard end > start, text[end - 1].value < 0x10000 else { return 0 }
        var node = backward.root[text[end - 1].value]
        guard node != 0 else { return 0 }
        var best = 0
        var place = end - 1
        while true {
            if backward.classes[Int(node)] & wanted.rawValue != 0 { best = end - place }
            guard place > start else { return best }
            let value = text[place - 1].value
            node = backward.child[Int(node)]
            while node != 0, backward.scalars[Int(node)] != value { node = backward.sibling[Int(node)] }
            guard node != 0 else { return best }
            place -= 1
        }
    }

    /// The first place in a range where a word of a class starts, and its length.
    func first(_ wanted: Class, in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        var place = range.lowerBound
        while place < range.upperBound {
            let length = longest(wanted, in: text, at: place, before: range.upperBound)
            if length > 0 { return place..<place + length }
            place += 1
        }
        return nil
    }

    /// The last place in a range where a word of a class ends.
    func last(_ wanted: Class, in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        var place = range.upperBound
        while place > range.lowerBound {
            let length = longestEnding(wanted, in: text, at: place, after: range.lowerBound)
            if length > 0 { return place - length..<place }
            place -= 1
        }
        return nil
    }
}
