import Acquisition
import Cleaning
import Diagnostics

/// When the article was published, as far as anything says so.
struct Publication: Sendable, Equatable {
    var year: Int?
    var month: Int?
    var day: Int?
    /// In Chinese, for the record.
    var evidence: String
    /// The day of the dateline (`X日报8月17日讯`), where there is one.
    var dateline: Dateline?

    struct Dateline: Sendable, Equatable {
        var year: Int?
        var month: Int
        var day: Int
        var evidence: String
    }

    var iso: String? {
        guard let year, let month, let day else { return nil }
        return RecordDay(year: year, month: month, day: day).text
    }
}

/// The publication's date: what the page states, a line set aside (`发布时间：2015-11-29`), an address with a date in it, a date
/// before the first sentence, a dateline (`衡阳日报3月3日讯`).
enum PublicationRule {
    static func publication(of passage: Passage) -> Publication? {
        let line = dateline(passage)
        guard var found = stated(passage) else {
            return line.map {
                Publication(year: $0.year, month: $0.month, day: $0.day, evidence: $0.evidence, dateline: $0)
            }
        }
        found.dateline = line
        return found
    }

    private static func stated(_ passage: Passage) -> Publication? {
        let source = passage.text.source
        if let stated = source.published, let day = RecordDay(stated), let year = day.year {
            return Publication(year: year, month: day.month, day: day.day, evidence: "网页载明的发布日期\(stated)")
        }
        if let found = inLines(passage) { return found }
        if let url = source.url, let found = inAddress(Array(url.unicodeScalars)) { return found }
        for line in passage.text.boilerplate where line.text.contains("://") || line.text.contains("www.") {
            if let found = inAddress(Array(line.text.unicodeScalars)) { return found }
        }
        if let found = inTextAddress(passage) { return found }
        return inFront(passage)
    }

    /// Only the year is missing: fills it from a full date that names the same day.
    private static func inLines(_ passage: Passage) -> Publication? {
        for line in passage.text.boilerplate {
            let scalars = Array(line.text.unicodeScalars)
            guard line.kind != "related", !line.text.contains("://") else { continue }
            for mention in DateRule.mentions(in: scalars, 0..<scalars.count) {
                guard let year = mention.year, let month = mention.month, let day = mention.day else { continue }
                // A caption or another story's line tells no publication, nor does when they met.
                guard scalars.count < 80,
                    !DayLabel.isAppointment(
                        dayAt: mention.range.lowerBound, in: scalars[...], isForm: isForm(passage))
                else { continue }
                return Publication(
                    year: year, month: month, day: day,
                    evidence: "页面所载日期“\(string(scalars, mention.range))”")
            }
        }
        return nil
    }

    /// Whether the text has labelled lines of minutes or of a notice, whose 时间： is when they meet.
    private static func isForm(_ passage: Passage) -> Bool {
        DayLabel.isForm(passage.paragraphs.map { passage.text.scalars[$0] })
    }

    private static func string(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    /// `/2022/12/28/`, `/202212/28/`, `/20221228/`, `2022-12/28`, `t20221228_`.
    static func inAddress(_ address: [Unicode.Scalar]) -> Publication? {
        var place = 0
        while place + 8 <= address.count {
            guard place == 0 || Numeral.digit(address[place - 1]) == nil,
                let year = number(address, place, 4), (1995...2100).contains(year)
            else {
                place += 1
                continue
            }
            var next = place + 4
            if isSeparator(address[next]) { next += 1 }
            if let month = number(address, next, 2) {
                next += 2
                if next < address.count, isSeparator(address[next]) { next += 1 }
                if let day = number(address, next, 2), RecordDay.exists(year: year, month: month, day: day),
                    next + 2 == address.count || Numeral.digit(address[next + 2]) == nil
                {
                    let iso = RecordDay(year: year, month: month, day: day).text
                    return Publication(year: year, month: month, day: day, evidence: "网址中的日期\(iso)")
                }
            }
            place += 4
        }
        return nil
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "/" || scalar == "-" || scalar == "_"
    }

    private static func number(_ text: [Unicode.Scalar], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= text.count else { return nil }
        var value = 0
        for place in start..<start + count {
            guard let digit = Numeral.digit(text[place]) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private static func inTextAddress(_ passage: Passage) -> Publication? {
        let text = passage.text.scalars
        for paragraph in passage.paragraphs {
            for place in paragraph
            where text[place] == ":" && passage.has("://", at: place, before: paragraph.upperBound) {
                let end = min(place + 160, paragraph.upperBound)
                return inAddress(Array(text[place..<end]))
            }
        }
        return nil
    }

    /// A full date that stands alone in a short line near the head or the foot, that opens the text in figures or in
    /// brackets, or that has a time behind it (`2024年05月10日 14:37`); `5-10 14:37` tells month and day. When they met
    /// (`会议时间：2024年5月6日`) is none.
    private static func inFront(_ passage: Passage) -> Publication? {
        let text = passage.text.scalars
        let isForm = isForm(passage)
        let paragraphs = passage.paragraphs
        for (index, paragraph) in Array(paragraphs.enumerated()).prefix(4) + Array(paragraphs.enumerated()).suffix(2) {
            let above = index > 0 ? paragraphs[index - 1].lowerBound : paragraph.lowerBound
            let limit = min(paragraph.upperBound, paragraph.lowerBound + 60)
            if let stamp = shortStamp(text, paragraph) { return stamp }
            guard
                let mention = DateRule.mentions(in: text, paragraph.lowerBound..<limit).first(where: {
                    $0.year != nil && $0.day != nil
                        && !DayLabel.isAppointment(
                            dayAt: $0.range.lowerBound, in: text[above..<paragraph.upperBound], isForm: isForm)
                }), let year = mention.year, let month = mention.month, let day = mention.day
            else { continue }
            let isLine = paragraph.count < 40 && !paragraph.contains { text[$0] == "。" || text[$0] == "，" }
            let isHead =
                mention.range.lowerBound == paragraph.lowerBound
                && Numeral.digit(text[mention.range.upperBound - 1]) != nil
            let isBracketed =
                mention.range.lowerBound == paragraph.lowerBound + 1 && !RegionRule.isHan(text[paragraph.lowerBound])
                && mention.range.upperBound < limit && !RegionRule.isHan(text[mention.range.upperBound])
                && text[mention.range.upperBound] != "，"
            if isLine || isHead || isBracketed || DateRule.hasTime(text, behind: mention.range.upperBound) {
                return Publication(
                    year: year, month: month, day: day,
                    evidence: "文首文末所载日期“\(passage.text.string(mention.range))”")
            }
        }
        return nil
    }

    /// `7-24 21:31` at the head of a line.
    private static func shortStamp(_ text: [Unicode.Scalar], _ line: Range<Int>) -> Publication? {
        guard let month = Numeral.whole(text, at: line.lowerBound, before: line.upperBound), month.length <= 2 else {
            return nil
        }
        let mark = line.lowerBound + month.length
        guard mark < line.upperBound, text[mark] == "-",
            let day = Numeral.whole(text, at: mark + 1, before: line.upperBound), day.length <= 2,
            RecordDay.exists(year: nil, month: month.value, day: day.value),
            DateRule.hasTime(text, behind: mark + 1 + day.length)
        else { return nil }
        let words = String(scalars: text[line.lowerBound..<mark + 1 + day.length])
        return Publication(year: nil, month: month.value, day: day.value, evidence: "页面所载日期“\(words)”")
    }

    /// `X日报3月3日讯`, `新华社北京5月6日电`: the day and perhaps the year.
    private static func dateline(_ passage: Passage) -> Publication.Dateline? {
        func read(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Publication.Dateline? {
            for mention in DateRule.mentions(in: scalars, range) {
                guard let month = mention.month, let day = mention.day, mention.range.upperBound < range.upperBound
                else { continue }
                let next = scalars[mention.range.upperBound]
                if "讯电消訊電".unicodeScalars.contains(next) {
                    return Publication.Dateline(
                        year: mention.year, month: month, day: day,
                        evidence: "电头“\(string(scalars, mention.range))\(next)”")
                }
            }
            return nil
        }
        for line in passage.text.boilerplate where line.text.unicodeScalars.count < 100 {
            let scalars = Array(line.text.unicodeScalars)
            if let found = read(scalars, 0..<scalars.count) { return found }
        }
        for paragraph in passage.paragraphs.prefix(3) {
            let limit = min(paragraph.upperBound, paragraph.lowerBound + 60)
            if let found = read(passage.text.scalars, paragraph.lowerBound..<limit) { return found }
        }
        return nil
    }
}
