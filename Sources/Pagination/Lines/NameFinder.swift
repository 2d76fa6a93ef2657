/// Finds the names that may not break across lines.
struct NameFinder: Sendable {
    /// By first scalar; each list longest first.
    private var names: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

    /// A longer name may break after its ·: half a line would else stay empty.
    private static let longest = 16

    /// - Parameter names: in any order; those of one character need no care and are left out.
    init(_ names: [String]) {
        for name in names {
            let scalars = Array(name.unicodeScalars)
            guard scalars.count > 1, !(self.names[scalars[0]]?.contains(scalars) ?? false) else { continue }
            self.names[scalars[0], default: []].append(scalars)
        }
        for (first, list) in self.names { self.names[first] = list.sorted { $0.count > $1.count } }
    }

    /// Where names stand in a text, from its start to its end.
    func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
        guard !names.isEmpty else { return [] }
        var ranges: [Range<Int>] = []
        var at = 0
        while at < text.count {
            if let list = names[text[at]], let name = list.first(where: { text[at...].starts(with: $0) }) {
                ranges.append(at..<at + name.count)
                at += name.count
            } else {
                at += 1
            }
        }
        return ranges
    }

    /// Sets `ties[i]` for every scalar `i` of `text`, inside the names that stand there, that no line may begin with.
    static func tie(_ names: [Range<Int>], in text: [Unicode.Scalar], _ ties: inout [Bool]) {
        for name in names {
            for inner in name.dropFirst() where name.count <= longest || text[inner - 1] != "·" { ties[inner] = true }
        }
    }
}
