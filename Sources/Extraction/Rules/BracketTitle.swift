/// A title behind the name: in brackets (`王伟（市水利局局长）`) or, in lists of minutes, behind a blank.
struct BracketTitle {
    let values: [UInt32]
    let words: Lexicon

    /// The title in the brackets that open at `place`, and where they end.
    func inBrackets(at place: Int) -> (title: Title, end: Int)? {
        guard place < values.count, values[place] == Script.openParen || values[place] == 0x28 else { return nil }
        let closing = Script.closing(values[place])
        var close = place + 1
        while close < values.count, close - place <= 40, values[close] != closing, values[close] != Script.newline {
            close += 1
        }
        guard close < values.count, values[close] == closing, let title = title(place + 1..<close) else { return nil }
        return (title, close + 1)
    }

    /// The title between blanks at `place`, up to the next mark.
    func behindBlank(at place: Int, to limit: Int) -> (title: Title, end: Int)? {
        var start = place
        while start < limit, Script.isBlank(values[start]) { start += 1 }
        guard start > place else { return nil }
        var end = start
        while end < limit, Script.isHan(values[end]) { end += 1 }
        return title(start..<end).map { ($0, end) }
    }

    /// The title that stands between `place` and the next mark or blank, and nothing else: 局长 behind 党组书记、.
    func behindMark(at place: Int, to limit: Int) -> (title: Title, end: Int)? {
        var end = place
        while end < limit, Script.isHan(values[end]) { end += 1 }
        return title(place..<end).map { ($0, end) }
    }

    /// The title that a cell of a table holds and nothing else.
    func whole(_ range: Range<Int>) -> Title? { title(range) }

    /// A range that ends in a post and holds no marks.
    private func title(_ range: Range<Int>) -> Title? {
        guard range.count >= 2, range.allSatisfy({ Script.isHan(values[$0]) }),
            let post = words.endsWord(values, before: range.upperBound, from: range.lowerBound, of: .post)
        else { return nil }
        let modified = post > range.lowerBound && values[post - 1] == 0x526F ? post - 1 : post
        return Title(range: range, post: modified, isShared: false)
    }
}
