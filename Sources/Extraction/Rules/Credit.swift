/// Names of reporters, photographers and editors, marked (`记者 张三`, `李四 摄`) or not (`（王五）` behind the last sentence).
struct Credit {
    let finder: NameFinder

    private var values: [UInt32] { finder.values }

    /// Which scalars belong to a credit.
    func marked() -> [Bool] {
        var marks = [Bool](repeating: false, count: values.count)
        let values = self.values
        let labels = Words.credits
        let end = values.count
        var place = 0
        while place < end {
            let value = values[place]
            if value == 0x6444 {  // 摄
                before(place, &marks)
            } else if value == Script.openParen || value == 0x28 || value == 0x3010 {
                bracket(at: place, &marks)
            } else if value == 0x56FE || value == 0x6587, place > 0, place + 1 < end {  // 图 文
                if values[place + 1] == 0x2F || values[place - 1] == 0x2F { before(place, &marks) }
            }
            if let word = labels.longest(values, at: place, to: end, of: .credit), isLabel(place..<word.end) {
                place = behind(word.end, &marks)
            } else {
                place += 1
            }
        }
        return marks
    }

    /// 记者 can stand anywhere, 编辑 not inside 总编辑.
    private func isLabel(_ word: Range<Int>) -> Bool {
        guard word.lowerBound > 0, Script.isHan(values[word.lowerBound - 1]) else { return true }
        switch values[word.upperBound - 1] {
        case 0x8005, 0x5458, 0x751F: return true  // 记者 通讯员 实习生
        default: return word.upperBound < values.count && values[word.upperBound] == Script.colon
        }
    }

    /// Names behind a word of credit; returns where they end.
    private func behind(_ start: Int, _ marks: inout [Bool]) -> Int {
        let end = values.count
        var place = start
        var last = start
        while place < end, place - last <= 4 {
            let value = values[place]
            if Script.isBlank(value) || value == Script.colon || value == 0x3A || value == Script.listComma
                || value == 0x2F || value == 0x7C || value == 0xFF5C || value == 0xFF0F || value == 0x2C
            {
                place += 1
                continue
            }
            let setting: NameFinder.Setting = place == start ? .titled : .list
            guard let found = finder.find(at: place, in: setting, to: end), !speaks(found.range.upperBound) else {
                break
            }
            for index in place..<found.range.upperBound { marks[index] = true }
            place = found.range.upperBound
            last = place
        }
        return last
    }

    /// `供图罗远山强调，`: the line end behind the credit is lost, and the name is the next sentence's.
    private func speaks(_ place: Int) -> Bool {
        guard let verb = finder.words.longest(values, at: place, to: values.count, of: [.saying, .presiding]) else {
            return false
        }
        return verb.end - place >= 2
    }

    /// Names before 摄 or 文/图, back to what is no name.
    private func before(_ end: Int, _ marks: inout [Bool]) {
        var place = end
        while place > 0 {
            let value = values[place - 1]
            if Script.isBlank(value) || value == Script.listComma || value == 0x2F || value == 0xFF0F {
                place -= 1
                continue
            }
            guard let start = nameStart(before: place) else { return }
            for index in start..<place { marks[index] = true }
            place = start
        }
    }

    private func nameStart(before end: Int) -> Int? {
        for length in [3, 2, 4] where end - length >= 0 {
            let start = end - length
            if start > 0, Script.isHan(values[start - 1]), length == 2 { continue }
            if let found = finder.find(at: start, in: .list, to: end), found.range.upperBound == end,
                Script.isHan(values[start])
            {
                return start
            }
        }
        return nil
    }

    /// （张三 李四） that ends a paragraph.
    private func bracket(at open: Int, _ marks: inout [Bool]) {
        let end = values.count
        let closing = Script.closing(values[open])
        var place = open + 1
        var names = 0
        while place < end, values[place] != closing {
            let value = values[place]
            if Script.isBlank(value) || value == Script.listComma {
                place += 1
                continue
            }
            guard place - open < 24, let close = closeOf(place, closing),
                let found = finder.find(at: place, in: .list, to: close)
            else { return }
            names += 1
            place = found.range.upperBound
        }
        guard names > 0, place < end else { return }
        var next = place + 1
        while next < end, Script.isBlank(values[next]) { next += 1 }
        guard next >= end || values[next] == Script.newline else { return }
        guard open == 0 || !Script.isHan(values[open - 1]) else { return }
        for index in open...place { marks[index] = true }
    }

    private func closeOf(_ place: Int, _ closing: UInt32) -> Int? {
        var next = place
        while next < values.count, next - place < 24 {
            if values[next] == closing { return next }
            next += 1
        }
        return nil
    }
}
