/// Writes JSON in the order it is told to: an encoder with a dictionary inside cannot keep the order of the keys.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(0x7B)
        needsComma = false
        body(&self)
        bytes.append(0x7D)
        needsComma = true
    }

    mutating func array<Item>(_ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
        separate()
        bytes.append(0x5B)
        needsComma = false
        for item in items { body(&self, item) }
        bytes.append(0x5D)
        needsComma = true
    }

    mutating func key(_ key: String, _ body: (inout JSONWriter) -> Void) {
        name(key)
        body(&self)
    }

    mutating func key(_ key: String, _ value: String?) {
        name(key)
        if let value { string(value) } else { null() }
    }

    mutating func key(_ key: String, _ value: Int?) {
        name(key)
        if let value { integer(value) } else { null() }
    }

    mutating func key(_ key: String, _ value: Bool) {
        name(key)
        raw(value ? "true" : "false")
    }

    mutating func key(_ key: String, _ value: MeetingRecord.SourceRange?) {
        name(key)
        if let value { range(value) } else { null() }
    }

    /// `was`, where there is one: JSON already.
    mutating func was(_ json: String?) {
        guard let json else { return }
        name("was")
        raw(json)
    }

    private mutating func name(_ key: String) {
        string(key)
        bytes.append(0x3A)
        needsComma = false
    }

    mutating func range(_ range: MeetingRecord.SourceRange) {
        separate()
        bytes.append(0x5B)
        digits(range.start)
        bytes.append(0x2C)
        digits(range.end)
        bytes.append(0x5D)
    }

    mutating func integer(_ value: Int) {
        separate()
        digits(value)
    }

    private mutating func digits(_ value: Int) {
        bytes.append(contentsOf: String(value).utf8)
    }

    /// Whole numbers without a point; others by the shortest digits that give the same number.
    mutating func number(_ value: Double) {
        if let whole = Int(exactly: value) { integer(whole) } else { raw(value.isFinite ? "\(value)" : "null") }
    }

    mutating func null() { raw("null") }

    mutating func raw(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C:
                bytes.append(0x5C)
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
            case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
            case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
            case 0..<0x20:
                let hex = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
