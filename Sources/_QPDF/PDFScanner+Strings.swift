/// Strings (ISO 32000-1, 7.3.4): in parentheses with escapes, or as hexadecimal digits. What is read is in `text`.
extension PDFScanner {
    mutating func literal() {
        text.removeAll(keepingCapacity: true)
        at += 1
        var depth = 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                text.append(byte)
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return }
                text.append(byte)
            case UInt8(ascii: "\\"): escape()
            case 0x0D:
                if at < bytes.count, bytes[at] == 0x0A { at += 1 }
                text.append(0x0A)
            default: text.append(byte)
            }
        }
    }

    private mutating func escape() {
        guard at < bytes.count else { return }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case 0x0A: break
        case 0x0D: if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = UInt16(byte - UInt8(ascii: "0"))
            for _ in 0..<2 {
                guard at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "7") else { break }
                value = value << 3 | UInt16(bytes[at] - UInt8(ascii: "0"))
                at += 1
            }
            text.append(UInt8(truncatingIfNeeded: value))
        default: text.append(byte)
        }
    }

    mutating func hexadecimal() {
        text.removeAll(keepingCapacity: true)
        at += 1
        var high: UInt8?
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: ">") { break }
            guard let digit = Self.digit(byte) else { continue }
            if let first = high {
                text.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        if let high { text.append(high << 4) }
    }
}
