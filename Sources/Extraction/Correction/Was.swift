/// What the machine read of something that was corrected: as JSON an object of the fields that were changed, with `by`
/// saying who changed them. One without fields stands for what the machine did not read at all.
public struct Was: Hashable, Sendable {
    public enum Corrector: String, Sendable {
        case hand
        case registry
    }

    /// A field, and its values as words: one where it is no list; of things that were taken out their names or texts.
    public struct Field: Hashable, Sendable {
        public var key: String
        public var values: [String]
    }

    public var by: Corrector
    public var fields: [Field]

    /// Reads a record's `was`; `nil` where there is none. What does not say by whom was done by hand.
    public init?(_ json: String?) {
        guard let json, case .fields(let fields, _)? = try? JSONReader.values(Array(json.utf8), file: "").first else {
            return nil
        }
        by = .hand
        self.fields = []
        for field in fields {
            if field.key == "by", case .string(let word, _) = field.value {
                by = Corrector(rawValue: word) ?? .hand
            } else {
                self.fields.append(Field(key: field.key, values: Self.words(field.value)))
            }
        }
    }

    static func words(_ tree: RecordTree) -> [String] {
        switch tree {
        case .null: return []
        case .bool(let value, _): return [value ? "true" : "false"]
        case .number(let value, _): return [Int(exactly: value).map(String.init) ?? "\(value)"]
        case .string(let text, _), .plain(let text, _): return [text]
        case .list(let items, _): return items.flatMap(words)
        case .fields(let fields, _):
            return fields.first { $0.key == "name" || $0.key == "text" }.map { words($0.value) } ?? []
        }
    }

    /// The same as JSON, of fields as they were.
    static func json(_ fields: [RecordTree.Field], by corrector: Corrector) -> String {
        var out = JSONWriter()
        out.object {
            for field in fields { $0.key(field.key) { field.value.write(to: &$0) } }
            $0.key("by") { $0.string(corrector.rawValue) }
        }
        return String(decoding: out.bytes, as: UTF8.self)
    }

    static func isByHand(_ was: String?) -> Bool { Was(was)?.by == .hand }
}
