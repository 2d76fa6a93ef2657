/// The numbers of lists in the forms that Word prints (ECMA-376 part 1, 17.18.59, ST_NumberFormat).
enum ListNumber {
    /// A number as printed; `nil` for a bullet, which says nothing.
    ///
    /// - Parameters:
    ///   - number: 0 or more.
    ///   - format: the value of `w:numFmt`; what is not known is printed in figures.
    static func text(_ number: Int, format: String) -> String? {
        switch format {
        case "bullet": return nil
        case "none": return ""
        case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
        case "decimalFullWidth", "decimalFullWidth2": return digits(number, "０１２３４５６７８９")
        case "upperRoman": return roman(number) ?? "\(number)"
        case "lowerRoman": return roman(number)?.lowercased() ?? "\(number)"
        case "upperLetter": return letter(number, "A") ?? "\(number)"
        case "lowerLetter": return letter(number, "a") ?? "\(number)"
        case "chineseCounting", "taiwaneseCounting":
            return number < 100 ? counted(number, .simplified) : digits(number, "○一二三四五六七八九")
        case "chineseCountingThousand", "taiwaneseCountingThousand", "koreanCounting":
            return counted(number, .simplified)
        case "japaneseCounting": return counted(number, .japanese)
        case "chineseLegalSimplified": return counted(number, .legalSimplified)
        case "ideographLegalTraditional": return counted(number, .legalTraditional)
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2":
            return digits(number, "〇一二三四五六七八九")
        default: return member(number, of: format) ?? "\(number)"
        }
    }

    /// The forms that have a few members only; behind the last one Word goes on in figures.
    private static func member(_ number: Int, of format: String) -> String? {
        if format == "ideographZodiacTraditional", (1...60).contains(number) {
            return "\(stems[(number - 1) % 10])\(branches[(number - 1) % 12])"
        }
        guard let members = members[format], (1...members.count).contains(number) else { return nil }
        return String(members[number - 1])
    }

    private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
    private static let branches = Array("子丑寅卯辰巳午未申酉戌亥")
    private static let members: [String: [Character]] = [
        "decimalEnclosedCircle": Array("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedCircleChinese": Array("①②③④⑤⑥⑦⑧⑨⑩"),
        "decimalEnclosedFullstop": Array("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "decimalEnclosedParen": Array("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "ideographEnclosedCircle": Array("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
        "ideographTraditional": stems,
        "ideographZodiac": branches,
    ]

    private static func digits(_ number: Int, _ signs: String) -> String {
        let signs = Array(signs)
        return String(String(number).compactMap { $0.wholeNumberValue.map { signs[$0] } })
    }

    /// `z` is followed by `aa`, `bb`; Word's letters end at 780.
    private static func letter(_ number: Int, _ first: Unicode.Scalar) -> String? {
        guard (1...780).contains(number),
            let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26))
        else { return nil }
        return String(repeating: String(letter), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String? {
        guard (1..<4000).contains(number) else { return nil }
        var rest = number
        return steps.reduce(into: "") { text, step in
            while rest >= step.0 {
                text += step.1
                rest -= step.0
            }
        }
    }

    private static let steps = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]

    /// How a script counts in tens, hundreds and thousands.
    private struct Counting {
        var signs: [Character]
        var scales: [String]
        /// Whether 零 stands for the places left out (一百零一).
        var fillsGaps = true
        /// Whether 一 is left out before 十 at the head (十一), and before every scale (百一).
        var dropsFirstOne = false
        var dropsEveryOne = false

        static let simplified = Counting(
            signs: Array("零一二三四五六七八九"), scales: ["", "十", "百", "千"], dropsFirstOne: true)
        static let japanese = Counting(
            signs: Array("〇一二三四五六七八九"), scales: ["", "十", "百", "千"], fillsGaps: false, dropsEveryOne: true)
        static let legalSimplified = Counting(signs: Array("零壹贰叁肆伍陆柒捌玖"), scales: ["", "拾", "佰", "仟"])
        static let legalTraditional = Counting(signs: Array("零壹貳參肆伍陸柒捌玖"), scales: ["", "拾", "佰", "仟"])
    }

    private static func counted(_ number: Int, _ counting: Counting) -> String {
        guard number > 0 else { return String(counting.signs[0]) }
        guard number < 10_000 else { return "\(number)" }
        var text = ""
        var isGap = false
        for (scale, power) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
            let digit = number / power % 10
            if digit == 0 {
                isGap = !text.isEmpty
                continue
            }
            if isGap, counting.fillsGaps { text.append(counting.signs[0]) }
            isGap = false
            let dropsOne =
                digit == 1
                && (counting.dropsEveryOne && scale > 0 || counting.dropsFirstOne && scale == 1 && text.isEmpty)
            if !dropsOne { text.append(counting.signs[digit]) }
            text += counting.scales[scale]
        }
        return text
    }
}
