/// Cuts text into what the index of words holds: each Han character by itself and each two neighbours, each run of
/// letters and digits as one. So words of one and two characters are found directly, longer ones by all their pairs; that
/// these stand together is looked up in the text.
struct SearchTokens {
    /// Of a text, each token once, with a blank between.
    static func index(of texts: [String]) -> String {
        var tokens: [UInt64] = []
        var words: [[UInt8]] = []
        for text in texts { collect(text, &tokens, &words) }
        tokens.sort()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(tokens.count * 7)
        var last: UInt64 = 0
        for token in tokens where token != last {
            last = token
            append(UInt32(truncatingIfNeeded: token >> 32), &bytes)
            append(UInt32(truncatingIfNeeded: token), &bytes)
            bytes.append(0x20)
        }
        words.sort { $0.lexicographicallyPrecedes($1) }
        for (place, word) in words.enumerated() where place == 0 || words[place - 1] != word {
            bytes += word
            bytes.append(0x20)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The question to the index for texts that hold the word: `nil` where there is nothing to ask for.
    static func question(_ word: String) -> String? {
        var parts: [String] = []
        let scalars = Folding.heard(word).scalars
        var index = 0
        while index < scalars.count {
            let start = index
            if Folding.isHan(scalars[index]) {
                while index < scalars.count, Folding.isHan(scalars[index]) { index += 1 }
                if index - start == 1 {
                    parts.append("\"\(scalars[start])\"")
                } else {
                    for place in start..<index - 1 { parts.append("\"\(scalars[place])\(scalars[place + 1])\"") }
                }
            } else if Folding.isLetter(scalars[index]) {
                while index < scalars.count, Folding.isLetter(scalars[index]) { index += 1 }
                var run = String.UnicodeScalarView()
                run.append(contentsOf: scalars[start..<index])
                // At the word's end a run may go on in the text: GD finds GDP.
                parts.append("\"\(String(run))\"" + (index == scalars.count ? "*" : ""))
            } else {
                index += 1
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    private static func collect(_ text: String, _ tokens: inout [UInt64], _ words: inout [[UInt8]]) {
        var previous: UInt64 = 0
        var word: [UInt8] = []
        for scalar in text.unicodeScalars where !Folding.isSilent(scalar) {
            if Folding.isHan(scalar) {
                if !word.isEmpty { take(&word, &words) }
                let value = UInt64(scalar.value)
                tokens.append(value)
                if previous != 0 { tokens.append(previous << 32 | value) }
                previous = value
            } else {
                previous = 0
                if Folding.isLetter(scalar) {
                    append(Folding.folded(scalar).value, &word)
                } else if !word.isEmpty {
                    take(&word, &words)
                }
            }
        }
        if !word.isEmpty { take(&word, &words) }
    }

    private static func take(_ word: inout [UInt8], _ words: inout [[UInt8]]) {
        words.append(word)
        word.removeAll()
    }

    private static func append(_ value: UInt32, _ bytes: inout [UInt8]) {
        guard value != 0, let scalar = Unicode.Scalar(value) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
}
