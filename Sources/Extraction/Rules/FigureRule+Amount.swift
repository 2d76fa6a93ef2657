import Cleaning

/// A number with its unit as it stands.
extension FigureRule {
    /// The amount that starts at `place`, if one does.
    func amount(at place: Int, _ range: Range<Int>) -> Amount? {
        let end = range.upperBound
        let before: Unicode.Scalar = place > 0 ? text[place - 1] : " "
        if Numeral.digit(text[place]) != nil {
            guard !isPartOfName(before, place) else { return nil }
            return arabic(at: place, end)
        }
        guard Numeral.chineseDigit(text[place]) != nil || Numeral.chineseScale(text[place]) != nil else { return nil }
        guard before != "“", before != "第", Numeral.chineseDigit(before) == nil, Numeral.chineseScale(before) == nil,
            Numeral.digit(before) == nil,
            before != "几", before != "数", before != "."
        else { return nil }
        return chinese(at: place, end, before)
    }

    func isPartOfName(_ before: Unicode.Scalar, _ place: Int) -> Bool {
        switch before {
        case "第", "－", "/", "〔", "[", "号", "版", "卷": return true
        case "-": return !(place > 1 && (Numeral.digit(text[place - 2]) != nil || text[place - 2] == "%"))
        default:
            return before.value < 0x80
                && (before.properties.isAlphabetic || Numeral.digit(before) != nil || before == ".")
        }
    }

    func arabic(at place: Int, _ end: Int) -> Amount? {
        guard let number = Numeral.arabic(text, at: place, before: end) else { return nil }
        var next = place + number.length
        var upper: Double?
        // 63%~68%, 5至8万元
        var rangeStart = next
        if rangeStart < end, text[rangeStart] == "%" || text[rangeStart] == "％" { rangeStart += 1 }
        if rangeStart < end, isRangeMark(text[rangeStart]),
            let second = Numeral.arabic(text, at: rangeStart + 1, before: end)
        {
            upper = second.value
            next = rangeStart + 1 + second.length
        }
        if next < end, text[next] == "多" || text[next] == "余" || text[next] == "来" { next += 1 }
        guard let unit = unit(at: next, end) else { return nil }
        return Amount(range: place..<unit.upperBound, value: number.value, upper: upper, unit: unit)
    }

    func isRangeMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "~" || scalar == "～" || scalar == "-" || scalar == "—" || scalar == "至" || scalar == "到"
            || scalar == "–"
    }

    /// The unit at a place: the longest, magnitudes with it (`亿元`, `万平方米`, `余万元`).
    func unit(at place: Int, _ end: Int) -> Range<Int>? {
        var length = words.longest(.unit, in: text, at: place, before: end)
        let other = words.longest(.noUnit, in: text, at: place, before: end)
        if other >= length, other > 0 {
            return length == 1 && text[place] == "点" && isFraction(before: place)
                ? place..<place + 1 : spanUnit(at: place, end)
        }
        guard length > 0 else { return nil }
        if length == 1 && text[place] == "个", place + 1 < end, text[place + 1] == "半" { return nil }
        if text[place + length - 1] == "万" || text[place + length - 1] == "亿" {
            // 万多元, 亿余元, 万 + an unlisted unit.
            var next = place + length
            if next < end, text[next] == "多" || text[next] == "余" { next += 1 }
            let more =
                next > place + length
                ? words.longest(.unit, in: text, at: next, before: end)
                : words.longest(.unit, in: text, at: next, before: end)
            if more > 0 { length = next - place + more }
        }
        let next = place + length
        if length == 1, next < end, isWordStart(text[place], text[next]) { return nil }
        return place..<next
    }

    /// 13186.35点 is an index, 9点 a time.
    private func isFraction(before place: Int) -> Bool {
        var start = place
        while start > 0, Numeral.digit(text[start - 1]) != nil { start -= 1 }
        return start < place && start > 1 && text[start - 1] == "." && Numeral.digit(text[start - 2]) != nil
    }

    /// 点 in 点位, 门 in 门课: only what makes another word of the unit.
    func isWordStart(_ unit: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        switch (unit, next) {
        case ("人", "民"), ("人", "制"), ("人", "工"), ("人", "才"), ("元", "旦"), ("元", "宵"), ("位", "于"), ("位", "居"), ("位", "列"),
            ("个", "人"),
            ("天", "然"),
            ("天", "下"), ("次", "要"), ("条", "例"), ("行", "动"), ("行", "政"), ("行", "业"), ("部", "门"), ("部", "分"), ("点", "半"),
            ("周", "年"),
            ("对", "于"), ("对", "口"), ("头", "条"), ("起", "来"), ("起", "步"), ("家", "庭"), ("家", "长"), ("本", "科"), ("双", "一"),
            ("节", "约"), ("里", "面"), ("项", "目"), ("具", "体"), ("具", "有"), ("口", "径"), ("口", "岸"), ("票", "据"), ("尾", "气"):
            true
        default: false
        }
    }

    /// Years are a figure only as a span that was taken: `用了50年`.
    func spanUnit(at place: Int, _ end: Int) -> Range<Int>? {
        guard place < end, text[place] == "年" else { return nil }
        var start = place
        while start > 0, Numeral.digit(text[start - 1]) != nil || text[start - 1] == "余" || text[start - 1] == "多" {
            start -= 1
        }
        guard words.longestEnding(.span, in: text, at: start, after: max(0, start - 4)) > 0, place - start <= 3 else {
            return nil
        }
        return place..<place + 1
    }

    func chinese(at place: Int, _ end: Int, _ before: Unicode.Scalar) -> Amount? {
        if let share = share(at: place, end) ?? doubling(at: place, end) { return share }
        if let scale = Numeral.chineseScale(text[place]), place + 1 < end, text[place + 1] == "亿",
            isAfterThreshold(before)
        {
            let unit = place + 2 < end && text[place + 2] == "元" ? place + 1..<place + 3 : place + 1..<place + 2
            return Amount(range: place..<unit.upperBound, value: Double(scale), unit: unit, isChinese: true)
        }
        guard Numeral.chineseDigit(text[place]) != nil || text[place] == "十",
            let number = Numeral.chinese(text, at: place, before: end)
        else { return nil }
        let next = place + number.length
        guard next < end, number.value > 1 else { return nil }
        if text[next] == "成", number.value < 10, next + 1 >= end || isShareEnd(text[next + 1]) {
            // 六成五
            let half = next + 1 < end ? Numeral.chineseDigit(text[next + 1]) : nil
            return Amount(
                range: place..<next + (half == nil ? 1 : 2), value: Double(number.value) + Double(half ?? 0) / 10,
                unit: next..<next + 1, isChinese: true)
        }
        if next < end, text[next] == "多" || text[next] == "余" { return nil }
        if let unit = duration(place, next, end) {
            return Amount(range: place..<unit.upperBound, value: Double(number.value), unit: unit, isChinese: true)
        }
        let length = words.longest(.countUnit, in: text, at: next, before: end)
        guard length > 0, text[place] != "零" else { return nil }
        if length == 1, next + 1 < end,
            isWordStart(text[next], text[next + 1]) || text[next + 1] == "一"
                || text[next] == "家" && text[next + 1] == "人"
        {
            return nil
        }
        // 三五人, 七八家 are no counts.
        if number.length == 2, Numeral.chineseDigit(text[place + 1]) != nil { return nil }
        var unit = next..<next + length
        if text[next] == "个", length > 1 { unit = next..<next + 1 }
        return Amount(range: place..<unit.upperBound, value: Double(number.value), unit: unit, isChinese: true)
    }

    /// `为期两天`, `会期三天`, `历时五个月`: how long it took.
    private func duration(_ place: Int, _ next: Int, _ end: Int) -> Range<Int>? {
        guard place >= 2 else { return nil }
        var isSpan = false
        for word: StaticString in ["为期", "会期", "历时", "耗时", "长达"] where passage.has(word, at: place - 2, before: place) {
            isSpan = true
        }
        guard isSpan else { return nil }
        if passage.has("个月", at: next, before: end) || passage.has("小时", at: next, before: end) {
            return next..<next + 2
        }
        return text[next] == "天" || text[next] == "周" && !passage.has("周年", at: next, before: end)
            ? next..<next + 1 : nil
    }

    /// 百分之三十, 千分之四.
    private func share(at place: Int, _ end: Int) -> Amount? {
        let unit: String
        if passage.has("百分之", at: place, before: end) {
            unit = "%"
        } else if passage.has("千分之", at: place, before: end) {
            unit = "‰"
        } else {
            return nil
        }
        guard let number = Numeral.chinese(text, at: place + 3, before: end) else { return nil }
        var length = number.length
        var value = Double(number.value)
        // 百分之五点二
        if place + 3 + length < end, text[place + 3 + length] == "点",
            let fraction = Numeral.chinese(text, at: place + 4 + length, before: end), fraction.value < 1000
        {
            var digits = fraction.value
            var scale = 1.0
            while digits > 0 {
                scale *= 10
                digits /= 10
            }
            value = (value * max(scale, 10) + Double(fraction.value)) / max(scale, 10)
            length += 1 + fraction.length
        }
        return Amount(
            range: place..<place + 3 + length, value: value, unit: place..<place + 3, unitText: unit, isChinese: true)
    }

    /// 翻一番, 翻了两番: how often it doubles.
    private func doubling(at place: Int, _ end: Int) -> Amount? {
        guard let number = Numeral.chineseDigit(text[place]), (1...9).contains(number), place + 1 < end,
            text[place + 1] == "番", place > 0,
            text[place - 1] == "翻" || text[place - 1] == "了" && place > 1 && text[place - 2] == "翻"
        else { return nil }
        return Amount(range: place..<place + 2, value: Double(number), unit: place + 1..<place + 2, isChinese: true)
    }

    func isAfterThreshold(_ before: Unicode.Scalar) -> Bool {
        switch before {
        case "个", "破", "过", "超", "达", "到", "近", "逾": true
        default: false
        }
    }

    func isShareEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "为", "功", "立", "员", "果", "都", "本", "效", "长", "就", "熟", "型", "分", "绩", "品", "人": false
        default: true
        }
    }
}
