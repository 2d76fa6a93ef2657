/// Texts beyond ASCII in a mail's head (RFC 2047).
///
/// GMime counts characters where the rule counts bytes, so that Chinese words come out longer than the 75 that one may
/// have; it gets them ready-made.
enum EncodedWords {
    /// Bytes of text in one word: 15 Han characters, 60 of Base64, with the frame 72.
    private static let most = 45

    /// - Returns: `=?UTF-8?B?…?=`, several with a space between them, each of whole characters; ASCII as it is, unless it
    ///   would itself be read as such a word.
    static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }), !text.contains("=?") { return text }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if words[words.count - 1].count + bytes.count > most { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?" + base64($0) + "?=" }.joined(separator: " ")
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var made: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                made.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: made, as: UTF8.self)
    }
}
