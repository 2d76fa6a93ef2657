/// The names of a list under one title.
extension MentionScanner {
    /// The name after 、 or 和, unless a title begins there.
    func nextInList(_ place: Int, names: Int) -> NameFinder.Found? {
        guard place < end else { return nil }
        var start = place
        switch values[place] {
        case Script.listComma, 0x548C, 0x4E0E, 0x53CA, 0x2C: start += 1
        case 0x4EE5 where place + 1 < end && values[place + 1] == 0x53CA: start += 2  // 以及
        default:
            guard Script.isBlank(values[place]), values[place] != 0xA0 else { return nil }
            start = skipBlanks(place)
        }
        start = skipBlanks(start)
        guard start < end, !skipped[start] else { return nil }
        guard let found = finder.find(at: start, in: .list, to: end) else { return wordName(at: start) }
        if Script.isBlank(values[place]), found.score < 40 { return nil }
        if found.score < 45, opensTitle(found.range.upperBound) { return nil }
        // `、副书记李亮`, `、高校工委书记王伟`: a title, not a name
        if let post = words.longest(values, at: start, to: end, of: .post), post.end >= found.range.upperBound {
            return nil
        }
        return found
    }

    /// `文化交流部部长刘奇` behind 、: a unit and its post, though its beginning could be a name.
    func opensTitle(_ place: Int) -> Bool {
        var next = place
        while next < end, next - place < 12, Script.isHan(values[next]) {
            if let post = words.longest(values, at: next, to: end, of: .post) {
                return post.end < end && next > place && finder.find(at: post.end, in: .titled, to: end) != nil
            }
            next += 1
        }
        return false
    }

    /// `明亮、杨柳、成功出席`: words that are names, where the list goes on to a verb of presence.
    func wordName(at start: Int) -> NameFinder.Found? {
        var place = start
        var first: Range<Int>?
        for _ in 0..<24 {
            let from = place
            while place < end, place - from < 4, Script.isHan(values[place]), verb(at: place) == nil,
                values[place] != 0x7B49
            {
                place += 1
            }
            let item = from..<place
            guard item.count == 2 || item.count == 3, Surnames.single[values[from]] > 0,
                words.longest(values, at: from, to: end, of: [.field, .unit, .place, .post, .breaker]) == nil,
                words.endsWord(values, before: place, from: from, of: [.unit, .field, .post]) == nil
            else { return nil }
            if first == nil { first = item }
            guard place < end else { return nil }
            if values[place] == Script.listComma || values[place] == 0x548C {
                place += 1
                continue
            }
            if values[place] == 0x7B49 { place += 1 }
            guard let first, verb(at: place) != nil else { return nil }
            return NameFinder.Found(range: first, score: 30, sure: false)
        }
        return nil
    }

    func verb(at place: Int) -> Lexicon.Match? {
        words.longest(values, at: place, to: end, of: [.attending, .observing, .presiding, .accompanying]).flatMap {
            $0.end - place >= 2 ? $0 : nil
        }
    }
}
