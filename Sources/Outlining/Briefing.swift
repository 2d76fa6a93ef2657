/// What a briefing says, in the order it says it: a tree of fields that a layout sets by their names.
///
/// As JSON it is the second public contract: any program can write such a tree and have it set by `jianbao render`.
/// `names` in it lists what may not break across lines.
public struct Briefing: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case null
        case flag(Bool)
        case number(Double)
        case text(String)
        case list([Value])
        case fields([String: Value])
    }

    public var fields: [String: Value]

    public init(fields: [String: Value]) {
        self.fields = fields
    }

    public subscript(key: String) -> Value { fields[key] ?? .null }

    /// Persons, and whatever else may not break across lines.
    public var names: [String] { self["names"].list.compactMap(\.text) }
}

extension Briefing.Value {
    public subscript(key: String) -> Briefing.Value {
        if case .fields(let fields) = self { fields[key] ?? .null } else { .null }
    }

    /// The text of a text or of a number (`5`, `2.5`), else `nil`.
    public var text: String? {
        switch self {
        case .text(let text): text
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        default: nil
        }
    }

    /// The items of a list, none for anything else.
    public var list: [Briefing.Value] {
        if case .list(let items) = self { items } else { [] }
    }

    /// Whether there is nothing to set: null, an empty text, an empty list, no fields.
    public var isEmpty: Bool {
        switch self {
        case .null: true
        case .text(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .fields(let fields): fields.isEmpty
        case .flag(let flag): !flag
        case .number: false
        }
    }
}

extension Briefing.Value: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByIntegerLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(arrayLiteral elements: Briefing.Value...) { self = .list(elements) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    public init(dictionaryLiteral elements: (String, Briefing.Value)...) {
        self = .fields(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
