import Diagnostics

/// The number of an indirect object.
public struct ObjectID: Hashable, Sendable, Comparable {
    public var number: Int
    public var generation: Int

    public init(_ number: Int, generation: Int = 0) {
        self.number = number
        self.generation = generation
    }

    public static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.number, left.generation) < (right.number, right.generation)
    }
}

/// An object of a PDF (ISO 32000-1, 7.3) as a value; what it refers to stays a reference.
///
/// A stream is an indirect object, so it is met as a reference: `PDFFile.value(of:)` gives its dictionary,
/// `PDFFile.data(of:)` its bytes.
public enum PDFValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case string([UInt8])
    /// Without its slash, escapes resolved. Bytes that are no UTF-8 stand as U+F700 and the byte.
    case name(String)
    case array([PDFValue])
    case dictionary([String: PDFValue])
    case reference(ObjectID)

    /// The number, integer or real.
    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    public var integer: Int? {
        switch self {
        case .integer(let value): value
        case .real(let value): Int(exactly: value.rounded())
        default: nil
        }
    }

    public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    public var name: String? { if case .name(let value) = self { value } else { nil } }
    public var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }
    public var dictionary: [String: PDFValue]? { if case .dictionary(let value) = self { value } else { nil } }
    public var reference: ObjectID? { if case .reference(let value) = self { value } else { nil } }
    public var bytes: [UInt8]? { if case .string(let value) = self { value } else { nil } }
    public var isNull: Bool { self == .null }

    /// A text string (7.9.2.2): UTF-16 or UTF-8 by its mark, else PDFDocEncoding.
    public var text: String? {
        guard case .string(let bytes) = self else { return nil }
        if bytes.starts(with: [0xFE, 0xFF]) { return Self.utf16(bytes.dropFirst(2), bigEndian: true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return Self.utf16(bytes.dropFirst(2), bigEndian: false) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        return String(scalars: bytes.map(Self.documentScalar))
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
        let bytes = Array(bytes)
        let units: [UInt16] = stride(from: 0, to: bytes.count - 1, by: 2).map { at in
            let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// PDFDocEncoding (annex D.2): Latin-1 but for these.
    private static let documentMarks: [UInt32] = [
        0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C,
        0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131, 0x0142,
        0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC,
    ]
    private static let documentAccents: [UInt32] = [0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC]

    private static func documentScalar(_ byte: UInt8) -> Unicode.Scalar {
        switch byte {
        case 0x18...0x1F: Unicode.Scalar(documentAccents[Int(byte) - 0x18])!
        case 0x80...0xA0: Unicode.Scalar(documentMarks[Int(byte) - 0x80])!
        default: Unicode.Scalar(byte)
        }
    }

    /// A text string: ASCII as it is, anything else as UTF-16 with its mark.
    public static func text(_ text: String) -> PDFValue {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return .string(Array(text.utf8)) }
        var bytes: [UInt8] = [0xFE, 0xFF]
        for unit in text.utf16 {
            bytes.append(UInt8(unit >> 8))
            bytes.append(UInt8(unit & 0xFF))
        }
        return .string(bytes)
    }

    // MARK: Names

    static func nameText(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(scalars: bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : Unicode.Scalar(0xF700 + UInt32($0))! })
    }

    /// The bytes of a name, its slash before it.
    static func nameBytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "/")]
        for scalar in text.unicodeScalars {
            if (0xF780...0xF7FF).contains(scalar.value) {
                bytes.append(UInt8(scalar.value - 0xF700))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
        return bytes
    }

    // MARK: Reals

    /// `-12.5`, `0.0001`: up to `places` decimals, no exponent, which PDF does not know.
    public static func decimal(_ value: Double, places: Int = 5) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = Int((abs(value) * scale).rounded())
        let whole = scaled / Int(scale)
        var text = "\(whole)"
        if scaled % Int(scale) != 0 {
            var rest = String(scaled % Int(scale))
            rest = String(repeating: "0", count: places - rest.utf8.count) + rest
            while rest.hasSuffix("0") { rest.removeLast() }
            text += "." + rest
        }
        return value < 0 && scaled != 0 ? "-" + text : text
    }
}
