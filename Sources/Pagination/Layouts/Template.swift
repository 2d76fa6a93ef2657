import Outlining

/// The place of a value in a briefing: `meetings`, `place.city`, `.` for the item itself.
struct KeyPath: Hashable, Sendable {
    var keys: [String]

    init(_ text: String) { keys = text == "." ? [] : text.split(separator: ".").map(String.init) }

    init(keys: [String]) { self.keys = keys }

    var text: String { keys.isEmpty ? "." : keys.joined(separator: ".") }
}

/// Text with places for values: `{no}　{title}`; `{{` is a brace.
struct Template: Hashable, Sendable {
    enum Filter: String, Hashable, Sendable, CaseIterable {
        /// 1 as 一
        case chinese
        /// 王伟 as 王　伟
        case padded
        /// 时间 as wide as 会议名称
        case four
    }

    enum Part: Hashable, Sendable {
        case text(String)
        case value(KeyPath, Filter?)
    }

    var parts: [Part]

    init(parts: [Part]) { self.parts = parts }

    /// Whether a value of this name stands in it.
    func uses(_ key: String) -> Bool {
        parts.contains { if case .value(let path, _) = $0 { path.keys == [key] } else { false } }
    }

    /// `nil` where braces do not match, a place is empty or a filter unknown.
    init?(_ source: String) {
        parts = []
        var text = ""
        var rest = source[...]
        while let character = rest.popFirst() {
            switch character {
            case "{" where rest.first == "{", "}" where rest.first == "}":
                rest.removeFirst()
                text.append(character)
            case "{":
                guard let end = rest.firstIndex(of: "}") else { return nil }
                let inner = rest[..<end].split(separator: "|", omittingEmptySubsequences: false)
                rest = rest[rest.index(after: end)...]
                guard let path = inner.first, !path.isEmpty, inner.count <= 2 else { return nil }
                var filter: Filter?
                if inner.count == 2 {
                    filter = Filter(rawValue: String(inner[1]))
                    if filter == nil { return nil }
                }
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                parts.append(.value(KeyPath(String(path)), filter))
            case "}": return nil
            default: text.append(character)
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
    }

    /// The path, where the template is one value and nothing else: a list then gives a paragraph for each item.
    var onlyPath: KeyPath? {
        if parts.count == 1, case .value(let path, _) = parts[0] { path } else { nil }
    }

    /// The text with values from `scope`; `nil` where one of them is empty.
    func fill(_ scope: Scope) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let fixed): text += fixed
            case .value(let path, let filter):
                guard let value = scope.value(path).text, !value.isEmpty else { return nil }
                text += filter.map { $0.apply(value) } ?? value
            }
        }
        return text
    }
}

extension Template.Filter {
    func apply(_ text: String) -> String {
        switch self {
        case .chinese: Int(text).map(ChineseNumber.text) ?? text
        case .padded: NamePadding.padded(text)
        case .four: NamePadding.four(text)
        }
    }
}

/// Where a template's values come from: an item, then what the item stands in.
struct Scope {
    private var values: [Briefing.Value]

    init(_ briefing: Briefing) { values = [.fields(briefing.fields)] }

    func inside(_ value: Briefing.Value) -> Scope {
        var scope = self
        scope.values.append(value)
        return scope
    }

    /// The innermost value that is there.
    func value(_ path: KeyPath) -> Briefing.Value {
        guard let first = path.keys.first else { return values.last ?? .null }
        for value in values.reversed() {
            var found = value[first]
            if found == .null { continue }
            for key in path.keys.dropFirst() { found = found[key] }
            return found
        }
        return .null
    }
}

/// 1 to 99 as Chinese numbers (一 … 九十九).
enum ChineseNumber {
    private static let digits = Array("零一二三四五六七八九")

    static func text(_ number: Int) -> String {
        guard (1...99).contains(number) else { return String(number) }
        let tens = number / 10
        let ones = number % 10
        var text = tens > 1 ? String(digits[tens]) : ""
        if tens > 0 { text += "十" }
        if ones > 0 { text.append(digits[ones]) }
        return text
    }
}

/// Two-character names are set as wide as three in lists and tables.
enum NamePadding {
    static func padded(_ name: String) -> String {
        let scalars = Array(name.unicodeScalars)
        guard scalars.count == 2, scalars.allSatisfy({ CharacterClass($0) == .han }) else { return name }
        return "\(scalars[0])\u{3000}\(scalars[1])"
    }

    /// A label of two characters as wide as four.
    static func four(_ label: String) -> String {
        let scalars = Array(label.unicodeScalars)
        guard scalars.count == 2 else { return label }
        return "\(scalars[0])\u{3000}\u{3000}\(scalars[1])"
    }
}
