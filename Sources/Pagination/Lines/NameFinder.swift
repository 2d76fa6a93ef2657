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

    var isEmpty: Bool { names.isEmpty }

    /// Sets `ties[i]` for every scalar `i` of `text` that no line may begin with.
    func tie(_ text: [Unicode.Scalar], _ ties: inout [Bool]) {
        var at = 0
        while at < text.count {
            if let list = names[text[at]],
                let name = list.first(where: { text[at...].starts(with: $0) })
            {
                for inner in 1..<name.count where name.count <= Self.longest || name[inner - 1] != "·" {
                    ties[at + inner] = true
                }
                at += name.count
            } else {
                at += 1
            }
        }
    }
}
