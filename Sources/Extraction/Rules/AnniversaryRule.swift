import Cleaning

/// `获批…五周年`: the year from the beginning that is counted from.
enum AnniversaryRule {
    /// Zones of the national sustainable development agenda, with the day of the State Council's approval.
    static let zones: [(city: String, approved: RecordDay)] = {
        func day(_ year: Int, _ month: Int, _ day: Int) -> RecordDay { RecordDay(year: year, month: month, day: day) }
        return [
            ("太原", day(2018, 2, 13)), ("桂林", day(2018, 2, 13)), ("深圳", day(2018, 2, 13)), ("郴州", day(2019, 5, 6)),
            ("临沧", day(2019, 5, 6)), ("承德", day(2019, 5, 6)), ("鄂尔多斯", day(2022, 7, 10)), ("徐州", day(2022, 7, 10)),
            ("湖州", day(2022, 7, 10)), ("枣庄", day(2022, 7, 10)), ("海南州", day(2022, 7, 10)),
        ]
    }()

    /// Beginnings that everybody counts from.
    private static let beginnings: [(words: String, year: Int)] = [
        ("中华人民共和国成立", 1949), ("新中国成立", 1949), ("中国共产党成立", 1921), ("建党", 1921), ("解放军建军", 1927),
        ("改革开放", 1978), ("抗日战争胜利", 1945), ("抗战胜利", 1945), ("长征胜利", 1936), ("五四运动", 1919), ("西藏自治区成立", 1965),
        ("新疆维吾尔自治区成立", 1955), ("内蒙古自治区成立", 1947), ("广西壮族自治区成立", 1958), ("宁夏回族自治区成立", 1958),
        ("澳门回归", 1999), ("香港回归", 1997), ("海南建省", 1988), ("人民政协成立", 1949), ("唐山大地震", 1976), ("汶川", 2008),
    ]

    static func year(in passage: Passage) -> YearRule.Finding? {
        let text = passage.text.scalars
        for sentence in passage.sentences {
            for place in sentence where text[place] == "周" && passage.has("周年", at: place, before: sentence.upperBound)
            {
                guard let count = number(before: place, in: text, sentence), count > 0 else { continue }
                let words = passage.text.string(max(sentence.lowerBound, place - 48)..<place)
                if words.contains("可持续发展"), words.contains("获批") || words.contains("批复") || words.contains("批准"),
                    let zone = zones.first(where: { words.contains($0.city) })
                {
                    let year = (zone.approved.year ?? 0) + count
                    return YearRule.Finding(
                        year: year, evidence: "\(zone.city)于\(zone.approved.text)获批，\(count)周年即\(year)年", sure: true)
                }
                if let start = beginnings.first(where: {
                    words.hasSuffix($0.words) || words.contains($0.words) && words.count < 48
                }) {
                    let year = start.year + count
                    return YearRule.Finding(
                        year: year, evidence: "\(start.words)（\(start.year)年）\(count)周年即\(year)年", sure: true)
                }
            }
        }
        return nil
    }

    private static func number(before end: Int, in text: [Unicode.Scalar], _ range: Range<Int>) -> Int? {
        var start = end
        while start > range.lowerBound,
            Numeral.digit(text[start - 1]) != nil || Numeral.chineseDigit(text[start - 1]) != nil
                || Numeral.chineseScale(text[start - 1]) != nil
        {
            start -= 1
        }
        guard let number = Numeral.whole(text, at: start, before: end), start + number.length == end else { return nil }
        return number.value
    }
}
