public import Diagnostics
import Yams

/// What `fonts/fonts.yaml` says: where faces are looked for and which serve a role.
public struct FontSettings: Hashable, Sendable {
    /// Looked through after the folder of the settings themselves.
    public var folders: [String]
    /// Names of faces, the first that is there is used.
    public var chains: [TextLanguage: [FaceRole: [String]]]
    /// Names of faces for what the role's have not.
    public var others: [TextLanguage: [String]]

    /// - Parameter file: named in errors.
    /// - Throws: `malformed`, `unknownKey`, `missingKey`, `wrongType`, at their place.
    public init(yaml: String, file: String) throws(Diagnostic) {
        self = try SettingsReader(file: file).settings(yaml)
    }

    fileprivate init(
        folders: [String], chains: [TextLanguage: [FaceRole: [String]]], others: [TextLanguage: [String]]
    ) {
        self.folders = folders
        self.chains = chains
        self.others = others
    }

    /// The names that may serve a role, in order, and how many of them are the role's own.
    func names(_ role: FaceRole, _ language: TextLanguage) -> (names: [String], own: Int) {
        let own = chains[language]?[role] ?? []
        return (own + (others[language] ?? []), own.count)
    }
}

private struct SettingsReader {
    var file: String

    func settings(_ yaml: String) throws(Diagnostic) -> FontSettings {
        let root: Node?
        do {
            // Only names are read: the default resolver would compile its patterns for numbers and dates first.
            root = try Yams.compose(yaml: yaml, .basic)
        } catch let error as YamlError {
            throw malformed(error)
        } catch {
            throw Diagnostic(.malformed(format: "YAML", reason: "\(error)"), at: Place(file: file))
        }
        guard let root, case .mapping(let mapping) = root else {
            throw Diagnostic(.wrongType(key: "fonts", expected: "a mapping"), at: Place(file: file))
        }
        var folders: [String] = []
        var chains: [TextLanguage: [FaceRole: [String]]] = [:]
        var others: [TextLanguage: [String]] = [:]
        for (key, value) in mapping {
            switch key.string {
            case "folders": folders = try names(value, key: "folders")
            case "others":
                for (key, value) in try entries(value, key: "others") {
                    others[try language(key)] = try names(value, key: key.string ?? "")
                }
            default:
                chains[try language(key, besides: ["folders", "others"])] = try roles(value, key: key.string ?? "")
            }
        }
        for language in [TextLanguage.hans, .hant] where chains[language] == nil {
            throw Diagnostic(.missingKey(language.rawValue), at: Place(file: file))
        }
        return FontSettings(folders: folders, chains: chains, others: others)
    }

    private func roles(_ node: Node, key: String) throws(Diagnostic) -> [FaceRole: [String]] {
        var roles: [FaceRole: [String]] = [:]
        for (key, value) in try entries(node, key: key) {
            guard let name = key.string, let role = FaceRole(rawValue: name) else {
                throw unknown(key, known: FaceRole.allCases.map(\.rawValue))
            }
            roles[role] = try names(value, key: name)
        }
        for role in FaceRole.allCases where roles[role] == nil {
            throw Diagnostic(.missingKey(role.rawValue), at: place(node))
        }
        return roles
    }

    private func language(_ key: Node, besides others: [String] = []) throws(Diagnostic) -> TextLanguage {
        guard let language = key.string.flatMap(TextLanguage.init(rawValue:)) else {
            throw unknown(key, known: [TextLanguage.hans.rawValue, TextLanguage.hant.rawValue] + others)
        }
        return language
    }

    private func entries(_ node: Node, key: String) throws(Diagnostic) -> [(Node, Node)] {
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(.wrongType(key: key, expected: "a mapping"), at: place(node))
        }
        return mapping.map { ($0.key, $0.value) }
    }

    private func names(_ node: Node, key: String) throws(Diagnostic) -> [String] {
        guard case .sequence(let sequence) = node else {
            throw Diagnostic(.wrongType(key: key, expected: "a list of names"), at: place(node))
        }
        var names: [String] = []
        for item in sequence {
            guard let name = item.string, !name.isEmpty else {
                throw Diagnostic(.wrongType(key: key, expected: "a list of names"), at: place(item))
            }
            names.append(name)
        }
        return names
    }

    private func unknown(_ key: Node, known: [String]) -> Diagnostic {
        let name = key.string ?? "?"
        return Diagnostic(.unknownKey(name, nearest: nearestName(to: name, in: known)), at: place(key))
    }

    private func place(_ node: Node) -> Place {
        Place(file: file, line: node.mark?.line, column: node.mark?.column)
    }

    private func malformed(_ error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                .malformed(format: "YAML", reason: problem),
                at: Place(file: file, line: mark.line, column: mark.column))
        default: Diagnostic(.malformed(format: "YAML", reason: "\(error)"), at: Place(file: file))
        }
    }
}

/// The known name that takes the fewest changes, where they are fewer than half of its letters.
func nearestName(to name: String, in known: [String]) -> String? {
    let scored = known.map { (name: $0, changes: changes(from: Array(name), to: Array($0))) }
    guard let best = scored.min(by: { ($0.changes, $0.name) < ($1.changes, $1.name) }) else { return nil }
    return best.changes * 2 < max(best.name.count, 2) ? best.name : nil
}

private func changes(from a: [Character], to b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
        var corner = row[0]
        row[0] = i + 1
        for (j, right) in b.enumerated() {
            let next = min(row[j + 1] + 1, row[j] + 1, corner + (left == right ? 0 : 1))
            corner = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[b.count]
}
