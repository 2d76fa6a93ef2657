import Diagnostics

/// The readings of the Han characters of GBK, by syllable and tone.
struct MandarinReadings: Sendable {
    static let shared = MandarinReadings()

    /// A syllable as it stands between brackets.
    struct Syllable: Hashable, Sendable {
        /// Index into the table's lines.
        var base: UInt16
        /// 1 to 4, 0 for the light tone; `nil` where no tone is written.
        var tone: UInt8?
    }

    /// Line numbers by spelling.
    private let bases: [String: UInt16]
    /// Spellings by line number.
    private let spellings: [String]
    /// Up to four readings a character, each base × 8 + tone + 1; 0 where there are no more.
    private let readings: [UInt16]
    /// Further readings of the few characters that have more than four.
    private let further: [UInt32: [UInt16]]
    /// The characters of each line, one line after the other, and where each begins.
    private let characters: [UInt16]
    private let starts: [Int]

    private static let first: UInt32 = 0x4E00
    private static let count = 0x9FA6 - 0x4E00

    private init() {
        var bases: [String: UInt16] = [:]
        var spellings: [String] = []
        var readings = [UInt16](repeating: 0, count: Self.count * 4)
        var further: [UInt32: [UInt16]] = [:]
        var characters: [UInt16] = []
        var starts: [Int] = []
        var spelling = ""
        var tone: UInt16 = 0
        var base: UInt16 = 0
        var inSpelling = true
        Self.table.withUTF8Buffer { buffer in
            var decoder = UTF8()
            var bytes = buffer.makeIterator()
            while case .scalarValue(let scalar) = decoder.decode(&bytes) {
                if scalar == "\n" {
                    inSpelling = true
                    spelling = ""
                } else if scalar.isDigit {
                    if inSpelling {
                        base = UInt16(bases.count)
                        bases[spelling] = base
                        spellings.append(spelling)
                        starts.append(characters.count)
                        inSpelling = false
                    }
                    tone = UInt16(scalar.value - 0x30)
                } else if inSpelling {
                    spelling.unicodeScalars.append(scalar)
                } else {
                    characters.append(UInt16(scalar.value))
                    let code = base * 8 + tone + 1
                    let slot = Int(scalar.value - Self.first) * 4
                    if let free = (slot..<slot + 4).first(where: { readings[$0] == 0 }) {
                        readings[free] = code
                    } else {
                        further[scalar.value, default: []].append(code)
                    }
                }
            }
        }
        self.bases = bases
        self.spellings = spellings
        self.readings = readings
        self.further = further
        self.characters = characters
        self.starts = starts
    }

    /// Whether a character can be read so; without a written tone any tone will do.
    func reads(_ scalar: Unicode.Scalar, as syllable: Syllable) -> Bool {
        guard scalar.value >= Self.first, scalar.value < Self.first + UInt32(Self.count) else { return false }
        let slot = Int(scalar.value - Self.first) * 4
        func fits(_ code: UInt16) -> Bool {
            guard code > 0, (code - 1) / 8 == syllable.base else { return false }
            guard let tone = syllable.tone else { return true }
            return (code - 1) % 8 == UInt16(tone)
        }
        for index in slot..<slot + 4 where fits(readings[index]) { return true }
        return readings[slot + 3] > 0 && further[scalar.value]?.contains(where: fits) ?? false
    }

    /// The characters that can be read so, ascending; without a written tone any tone will do.
    func bearers(of syllable: Syllable) -> [Unicode.Scalar] {
        let base = Int(syllable.base)
        let end = base + 1 < starts.count ? starts[base + 1] : characters.count
        return Set(characters[starts[base]..<end]).sorted().compactMap { Unicode.Scalar($0) }
            .filter { reads($0, as: syllable) }
    }

    /// Parses what stands between two brackets: letters with or without a tone mark or a tone number, and spaces.
    func syllable(_ content: ArraySlice<Unicode.Scalar>) -> Syllable? {
        var spelling = String.UnicodeScalarView()
        var tone: UInt8?
        for scalar in content {
            if scalar.isSpace { continue }
            if scalar.value < 0x80, scalar.isLatin {
                spelling.append(Unicode.Scalar(scalar.value | 0x20) ?? scalar)
            } else if let (letter, mark) = Self.toned[scalar] {
                guard mark == nil || tone == nil else { return nil }
                spelling.append(letter)
                tone = mark ?? tone
            } else if let mark = Self.combining[scalar.value] {
                guard tone == nil else { return nil }
                tone = mark
            } else if scalar.isDigit, scalar.value >= 0x31, scalar.value <= 0x35, tone == nil, !spelling.isEmpty {
                tone = scalar == "5" ? 0 : UInt8(scalar.value - 0x30)
            } else {
                return nil
            }
        }
        guard spelling.count <= 6, let base = bases[String(spelling)] ?? bases[Self.umlaut(spelling)] else {
            return nil
        }
        return Syllable(base: base, tone: tone)
    }

    /// A syllable as dictionaries write it: the tone's mark stands on a or e, on the o of ou, else on the last vowel.
    func spelling(_ syllable: Syllable) -> String {
        var letters = Array(spellings[Int(syllable.base)])
        guard let tone = syllable.tone, tone > 0 else { return String(letters) }
        let vowel =
            letters.firstIndex { "ae".contains($0) } ?? letters.firstIndex { $0 == "o" }
            ?? letters.lastIndex { "iuü".contains($0) }
        if let vowel, let marks = Self.marked[letters[vowel]] { letters[vowel] = marks[Int(tone) - 1] }
        return String(letters)
    }

    private static let marked: [Character: [Character]] = [
        "a": Array("āáǎà"), "e": Array("ēéěè"), "i": Array("īíǐì"), "o": Array("ōóǒò"), "u": Array("ūúǔù"),
        "ü": Array("ǖǘǚǜ"),
    ]

    /// `lv`, `nv` stand for `lü`, `nü`.
    private static func umlaut(_ spelling: String.UnicodeScalarView) -> String {
        String(scalars: spelling.map { $0 == "v" ? "ü" : $0 })
    }

    private static let combining: [UInt32: UInt8] = [0x304: 1, 0x301: 2, 0x30C: 3, 0x300: 4]

    /// Precomposed letters: the letter and its tone; `ü` has none.
    private static let toned: [Unicode.Scalar: (Unicode.Scalar, UInt8?)] = {
        var table: [Unicode.Scalar: (Unicode.Scalar, UInt8?)] = ["ü": ("ü", nil), "ɡ": ("g", nil), "ɑ": ("a", nil)]
        for (letter, marks) in marked {
            for (index, mark) in marks.enumerated() {
                guard let scalar = mark.unicodeScalars.first, let plain = letter.unicodeScalars.first else { continue }
                table[scalar] = (plain, UInt8(index + 1))
            }
        }
        // Some sources write the third tone with a breve.
        table["ă"] = ("a", 3)
        table["ḿ"] = ("m", 2)
        table["ń"] = ("n", 2)
        table["ň"] = ("n", 3)
        table["ǹ"] = ("n", 4)
        return table
    }()
}
