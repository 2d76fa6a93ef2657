internal import Diagnostics

/// Tells the encoding of bytes by what they decode to, and decodes them strictly.
enum EncodingEvidence {
    struct Decoded {
        var encoding: String
        var scalars: [Unicode.Scalar]
    }

    /// - Parameter declared: the charset that an HTML page states, in any spelling.
    /// - Throws: the `Fault` that says why the bytes are no text, with the byte's offset.
    static func decode(_ bytes: UnsafeRawBufferPointer, declared: String? = nil) throws(FaultError) -> Decoded {
        guard !bytes.isEmpty else { throw FaultError(.fileEmpty) }
        if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { throw FaultError(.binaryInput(offset: 0)) }
        let decoded: Decoded
        if let marked = try decodeMarked(bytes) {
            decoded = marked
        } else {
            decoded = try decodeUnmarked(bytes, declared: declared)
        }
        guard decoded.scalars.contains(where: { $0.value > 0x20 && $0.value != 0x3000 && $0.value != 0xFEFF }) else {
            throw FaultError(.fileEmpty)
        }
        return decoded
    }

    /// By byte order mark.
    private static func decodeMarked(_ bytes: UnsafeRawBufferPointer) throws(FaultError) -> Decoded? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return Decoded(encoding: "UTF-8", scalars: try strict(TextDecoder.utf8(bytes, from: 3), "UTF-8"))
        }
        for (mark, bigEndian, name) in [
            ([0xFF, 0xFE] as [UInt8], false, "UTF-16LE"), ([0xFE, 0xFF], true, "UTF-16BE"),
        ]
        where bytes.starts(with: mark) {
            let scalars = try strict(TextDecoder.utf16(bytes, from: 2, bigEndian: bigEndian), name)
            return Decoded(encoding: name, scalars: scalars)
        }
        return nil
    }

    private static func decodeUnmarked(
        _ bytes: UnsafeRawBufferPointer, declared: String?
    ) throws(FaultError) -> Decoded {
        if let bigEndian = looksUTF16(bytes) {
            let name = bigEndian ? "UTF-16BE" : "UTF-16LE"
            return Decoded(
                encoding: name, scalars: try strict(TextDecoder.utf16(bytes, bigEndian: bigEndian), name))
        }
        if let offset = binaryOffset(bytes) { throw FaultError(.binaryInput(offset: offset)) }
        var failures = 0
        let utf8 = TextDecoder.utf8(bytes) { _ in
            failures += 1
            return true
        }
        switch utf8 {
        case .success(let scalars): return Decoded(encoding: "UTF-8", scalars: scalars)
        case .failure(let failure):
            if isMostlyUTF8(bytes, failures: failures) { throw fault(failure, "UTF-8") }
        }
        return try decodeDoubleByte(bytes, declared: declared)
    }

    private static func strict(
        _ result: Result<[Unicode.Scalar], TextDecoder.Failure>, _ encoding: String
    ) throws(FaultError) -> [Unicode.Scalar] {
        switch result {
        case .success(let scalars): return scalars
        case .failure(let failure): throw fault(failure, encoding)
        }
    }

    private static func fault(_ failure: TextDecoder.Failure, _ encoding: String?) -> FaultError {
        switch failure {
        case .bad(let offset): FaultError(.undecodable(encoding: encoding, offset: offset))
        case .truncated(let offset):
            FaultError(
                encoding.map { .truncated(encoding: $0, offset: offset) }
                    ?? .undecodable(encoding: nil, offset: offset))
        }
    }

    /// Whether text without a byte order mark is UTF-16, and of which order: nearly all of its units are then Han
    /// characters, their marks or ASCII, which no other encoding's pairs of bytes are.
    private static func looksUTF16(_ bytes: UnsafeRawBufferPointer) -> Bool? {
        guard bytes.count >= 4 else { return nil }
        var little = 0
        var big = 0
        let units = min(bytes.count / 2, 2000)
        for unit in 0..<units {
            let (first, second) = (UInt32(bytes[2 * unit]), UInt32(bytes[2 * unit + 1]))
            if isUsual(second << 8 | first) { little += 1 }
            if isUsual(first << 8 | second) { big += 1 }
        }
        guard max(little, big) * 20 >= units * 19, little != big else { return nil }
        // Plain UTF-8 of Han characters can hit these ranges too; it never holds the zeros and marks of UTF-16.
        if case .success = TextDecoder.utf8(bytes), !bytes.contains(0) { return nil }
        let bigEndian = big > little
        let share = CommonCharacters.share(ofUnits: bytes, bigEndian: bigEndian)
        return share > 0.1 ? bigEndian : nil
    }

    private static func isUsual(_ unit: UInt32) -> Bool {
        switch unit {
        case 0x4E00...0x9FFF, 0x3000...0x301F, 0xFF00...0xFF5E, 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x2010...0x2026, 0xB7,
            0xE0...0xFC, 0x101, 0x113, 0x12B, 0x14D, 0x16B, 0x1CE, 0x1D0...0x1DC:
            true
        default: false
        }
    }

    /// The first byte that no text holds.
    private static func binaryOffset(_ bytes: UnsafeRawBufferPointer) -> Int? {
        bytes.firstIndex { $0 < 0x20 && !($0 >= 0x08 && $0 <= 0x0D) && $0 != 0x1A && $0 != 0x1B }
    }

    /// Whether the bytes are UTF-8 with a little damage: four sound sequences of several bytes to each bad one.
    private static func isMostlyUTF8(_ bytes: UnsafeRawBufferPointer, failures: Int) -> Bool {
        var sound = 0
        var at = 0
        while at + 2 < bytes.count {
            if bytes[at] >= 0xE1, bytes[at] <= 0xEF, bytes[at + 1] & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80 {
                sound += 1
                at += 3
            } else {
                at += 1
            }
        }
        return sound >= 4 * failures
    }

    /// GB18030 or Big5: the one whose characters are those that texts are made of.
    private static func decodeDoubleByte(
        _ bytes: UnsafeRawBufferPointer, declared: String?
    ) throws(FaultError) -> Decoded {
        var best: (name: String, scalars: [Unicode.Scalar], failure: TextDecoder.Failure?, score: Double)?
        for (name, charset) in [("GB18030", "GB18030"), ("Big5", "CP950")] {
            let (scalars, failure) = TextDecoder.iconv(bytes, charset: charset)
            var score = CommonCharacters.share(of: scalars)
            if failure != nil { score *= 0.5 * Double(failure.unsafelyUnwrapped.offset) / Double(bytes.count) }
            if let declared, CommonCharacters.charset(declared) == name { score *= 1.2 }
            if score > best?.score ?? 0 { best = (name, scalars, failure, score) }
        }
        let foreign = bytes.firstIndex { $0 >= 0x80 } ?? 0
        guard let best, best.score > 0.12 else {
            throw FaultError(.undecodable(encoding: best?.name, offset: best?.failure?.offset ?? foreign))
        }
        if let failure = best.failure { throw fault(failure, best.name) }
        return Decoded(encoding: best.name, scalars: best.scalars)
    }
}

/// A fault before its place is known.
struct FaultError: Error {
    var fault: Fault

    init(_ fault: Fault) { self.fault = fault }
}
