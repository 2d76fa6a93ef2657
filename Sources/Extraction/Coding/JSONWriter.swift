/// Writes JSON in the order it is told to: an encoder with a dictionary inside cannot keep the order of the keys.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether each item and each key has a line of its own.
    private let isIndented: Bool
    private var depth = 0
    private var needsComma = false
    /// Whether what comes stands behind its key.
    private var followsKey = false

    package init(isIndented: Bool = false) { self.isIndented = isIndented }

    package mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
        if !followsKey, depth > 0 { breakLine() }
        followsKey = false
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        bytes.append(0x0A)
        for _ in 0..<2 * depth { bytes.append(0x20) }
    }

    private mutating func enclose(_ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(opening)
        needsComma = false
        depth += 1
        body(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(closing)
        needsComma = true
    }

    package mutating func object(_ body: (inout JSONWriter) -> Void) { enclose(0x7B, 0x7D, body) }

    package mutating func array<Item>(_ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
        enclose(0x5B, 0x5D) { out in for item in items { body(&out, item) } }
    }

    package mutating func key(_ key: String, _ body: (inout JSONWriter) -> Void) {
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
        if isIndented { bytes.append(0x20) }
        needsComma = false
        followsKey = true
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
    package mutating func number(_ value: Double) {
        if let whole = Int(exactly: value) { integer(whole) } else { raw(value.isFinite ? "\(value)" : "null") }
    }

    package mutating func null() { raw("null") }

    package mutating func raw(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func string(_ text: String) {
        separate()
        bytes.append(0x22)
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (at, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                self.bytes += bytes[start..<at]
                start = at + 1
                escape(byte)
            }
            self.bytes += bytes[start...]
        }
        bytes.append(0x22)
    }
    private mutating func escape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x0A: bytes.append(0x6E)
        case 0x0D: bytes.append(0x72)
        case 0x09: bytes.append(0x74)
        case 0..<0x20:
            let hex = Array("0123456789abcdef".utf8)
            bytes += [0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }
}
