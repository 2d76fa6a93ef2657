/// One thing that was corrected in a record: what the machine read and what stands there now, as words.
public struct CorrectedField: Hashable, Sendable {
    public enum Change: Hashable, Sendable {
        case changed
        /// A person put in what the machine had not read.
        case added
        /// A person took out what the machine had read: `was` has the names or texts.
        case removed
    }

    /// Where in the record: `record`, `meeting`, `officials`, `goals`, `figures`, `directives`, `results`.
    public var part: String
    /// What the person or statement is called now; empty for the meeting and the record.
    public var name: String
    /// `titles`, `date` …; empty where a whole thing was added or removed.
    public var key: String
    public var change: Change
    public var was: [String]
    public var now: [String]
    public var by: Was.Corrector
}

extension MeetingRecord {
    private static let lists = ["officials", "goals", "figures", "directives", "results"]

    /// Everything that says it was corrected, in the record's order.
    public var correctedFields: [CorrectedField] {
        guard case .fields(let fields, _)? = try? JSONReader.values(jsonBytes, file: "").first else { return [] }
        var found: [CorrectedField] = []
        if let was = Was(was) {
            for field in was.fields {
                let isList = Self.lists.contains(field.key)
                let now = field.key == "published" ? [source.published].compactMap { $0 } : Self.words(field.key, fields)
                found.append(
                    CorrectedField(
                        part: isList ? field.key : "record", name: "", key: isList ? "" : field.key,
                        change: isList ? .removed : .changed, was: field.values, now: isList ? [] : now, by: was.by))
            }
        }
        for field in fields {
            if field.key == "meeting", case .fields(let inner, _) = field.value {
                found += Self.corrected("meeting", name: "", inner)
            } else if Self.lists.contains(field.key), case .list(let items, _) = field.value {
                for case .fields(let inner, _) in items {
                    let name = Self.words("name", inner).first ?? Self.words("text", inner).first ?? ""
                    found += Self.corrected(field.key, name: name, inner)
                }
            }
        }
        return found
    }

    private static func corrected(_ part: String, name: String, _ fields: [RecordTree.Field]) -> [CorrectedField] {
        guard let was = Was(fields.first { $0.key == "was" }?.value.json) else { return [] }
        if was.fields.isEmpty {
            return [CorrectedField(part: part, name: name, key: "", change: .added, was: [], now: [name], by: was.by)]
        }
        return was.fields.map {
            CorrectedField(
                part: part, name: name, key: $0.key, change: .changed, was: $0.values, now: words($0.key, fields),
                by: was.by)
        }
    }

    private static func words(_ key: String, _ fields: [RecordTree.Field]) -> [String] {
        fields.first { $0.key == key }.map { Was.words($0.value) } ?? []
    }
}
