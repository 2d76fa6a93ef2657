/// The number of an item that stands before its words: `一、`, `（二）`, `3.`, `④`.
enum ItemNumber {
    /// Where a line or a clause goes on behind it; its beginning where it has none. `5.2亿元` and `3、4号楼` have none.
    static func end(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
        var place = range.lowerBound
        while place < range.upperBound, place - range.lowerBound < 6 {
            let scalar = text[place]
            if place > range.lowerBound, isEnd(scalar) {
                let next = place + 1 < range.upperBound ? text[place + 1] : " "
                return Numeral.digit(next) != nil && scalar != "）" && scalar != ")" ? range.lowerBound : place + 1
            }
            let isCircled = (0x2460...0x249B).contains(scalar.value) || (0x3220...0x3229).contains(scalar.value)
            if isCircled { return place + 1 }
            guard
                scalar == "（" || scalar == "(" || Passage.isBlank(scalar) || Numeral.digit(scalar) != nil
                    || Numeral.chineseDigit(scalar) != nil || scalar == "十"
            else { break }
            place += 1
        }
        return range.lowerBound
    }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", ".", "．", "）", ")": true
        default: false
        }
    }
}
