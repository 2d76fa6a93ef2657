/// Numbers as printed, in Arabic or Chinese figures.
enum Numeral {
    @inline(__always)
    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value) - 0x30 : nil
    }

    /// 〇 to 九 and 两.
    @inline(__always)
    static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    @inline(__always)
    static func chineseScale(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        case "万": 10000
        default: nil
        }
    }

    /// A whole number without separators: `5`, `2024`, `十二`, `二〇二四`. At most four Arabic figures.
    static func whole(_ text: [Unicode.Scalar], at start: Int, before end: Int) -> (value: Int, length: Int)? {
        guard start < end else { return nil }
        if digit(text[start]) != nil {
            var place = start
            var value = 0
            while place < end, let next = digit(text[place]) {
                value = value * 10 + next
                place += 1
                if place - start > 4 { return nil }
            }
            return (value, place - start)
        }
        return chinese(text, at: start, before: end)
    }

    /// A Chinese number: with scales (`三十八`, `一百二十`) or figure by figure (`二〇二四`).
    static func chinese(_ text: [Unicode.Scalar], at start: Int, before end: Int) -> (value: Int, length: Int)? {
        var place = start
        var total = 0
        var last = 0
        var digits = 0
        var plain = 0
        var hasScale = false
        while place < end {
            if let next = chineseDigit(text[place]) {
                plain = plain &* 10 &+ next
                last = next
                digits += 1
                if digits > 8 { return nil }
            } else if let scale = chineseScale(text[place]) {
                if scale == 10000 {
                    total = (total + last) * 10000
                } else {
                    total += (last == 0 && scale == 10 ? 1 : last) * scale
                }
                if total > 1_000_000_000 { return nil }
                last = 0
                hasScale = true
            } else {
                break
            }
            place += 1
        }
        guard place > start else { return nil }
        return (hasScale ? total + last : plain, place - start)
    }

    /// An Arabic number with thousands and decimals: `1,295.5`.
    static func arabic(_ text: [Unicode.Scalar], at start: Int, before end: Int) -> (value: Double, length: Int)? {
        var place = start
        var value = 0.0
        var figures = 0
        while place < end {
            if let next = digit(text[place]) {
                value = value * 10 + Double(next)
                figures += 1
                place += 1
            } else if text[place] == ",", figures > 0, place + 3 < end, isThousand(text, place + 1, end) {
                place += 1
            } else {
                break
            }
        }
        guard figures > 0, figures < 16 else { return nil }
        if place + 1 < end, text[place] == ".", digit(text[place + 1]) != nil {
            var fraction = 0.0
            var scale = 1.0
            place += 1
            while place < end, let next = digit(text[place]), scale < 1e12 {
                fraction = fraction * 10 + Double(next)
                scale *= 10
                place += 1
            }
            value = (value * scale + fraction) / scale
        }
        return (value, place - start)
    }

    private static func isThousand(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        guard start + 3 <= end else { return false }
        for place in start..<start + 3 where digit(text[place]) == nil { return false }
        return start + 3 == end || digit(text[start + 3]) == nil
    }
}
