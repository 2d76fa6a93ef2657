import Cleaning

/// A clause that lists several demands, and short clauses that make one.
extension DemandRule {
    /// A demand; a list of demands in one clause (`抓紧推行X、尽快完成Y、加强Z`) one by one; a long way there (`从…四个方面`) cut off.
    func append(_ demand: Demand, to found: inout [Demand]) {
        guard demand.range.count > 30 else {
            found.append(demand)
            return
        }
        var demand = demand
        if let way = endOfWay(demand.range) { demand.range = way..<demand.range.upperBound }
        let parts = parts(demand.range)
        guard parts.count > 1, demand.heading != demand.range else {
            found.append(demand)
            return
        }
        for part in parts {
            var one = demand
            one.range = part
            found.append(one)
        }
    }

    /// Where `从…方面` ends, when what is to be done follows.
    private func endOfWay(_ range: Range<Int>) -> Int? {
        for place in range.reversed() where text[place] == "面" || text[place] == "度" {
            let next = place + 1
            if next + 6 < range.upperBound,
                passage.has("方面", at: place - 1, before: next) || passage.has("角度", at: place - 1, before: next)
                    || passage.has("层面", at: place - 1, before: next),
                words.longest(.imperative, in: text, at: next, before: range.upperBound) > 1
            {
                return next
            }
        }
        return nil
    }

    /// The parts of a list whose every part opens with what is to be done.
    private func parts(_ range: Range<Int>) -> [Range<Int>] {
        guard !isOneVerb(range) else { return [range] }
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var place = start
        while passage.skipMarks(&place, before: range.upperBound) {
            if text[place] == "、", place - start >= 6, opensWithVerb(place + 1, range) {
                parts.append(start..<place)
                start = place + 1
            }
            place += 1
        }
        parts.append(start..<endOfList(start..<range.upperBound))
        return parts.allSatisfy { $0.count >= 6 } ? parts : [range]
    }

    /// A verb and not the first noun of a name: `、创新平台`, `、重点区域`.
    private func opensWithVerb(_ place: Int, _ range: Range<Int>) -> Bool {
        let verb = words.longest(.imperative, in: text, at: place, before: range.upperBound)
        if place + verb < range.upperBound, text[place + verb] == "性" { return false }
        return verb > 1 && words.longest(.nounVerb, in: text, at: place, before: place + verb) != verb
    }

    /// `把A转化为B、C的力量`, `形成A、B的格局`, `从A、B的层面…`: one verb governs the whole list.
    private func isOneVerb(_ range: Range<Int>) -> Bool {
        for word: StaticString in [
            "把", "将", "让", "使", "要把", "要将", "要让", "从", "务必从", "形成", "要形成", "激励", "转化", "听取", "了解", "研究", "围绕", "针对",
        ]
        where passage.has(word, at: range.lowerBound, before: range.upperBound) {
            return true
        }
        // 真正把A转化为B、C的力量
        if range.prefix(5).contains(where: { text[$0] == "把" }) { return true }
        // 自觉从A、B出发
        if passage.has("出发", at: range.upperBound - 2, before: range.upperBound)
            || passage.has("入手", at: range.upperBound - 2, before: range.upperBound)
        {
            return range.contains { text[$0] == "从" }
        }
        return false
    }

    /// `、发动群众等方面的重点工作`: what sums the list up is no part of its last item.
    private func endOfList(_ range: Range<Int>) -> Int {
        for place in range.dropFirst(6)
        where text[place] == "等"
            && (passage.has("方面", at: place + 1, before: range.upperBound)
                || passage.has("工作", at: place + 1, before: range.upperBound)
                || passage.has("重点", at: place + 1, before: range.upperBound))
        {
            return place
        }
        return range.upperBound
    }

    // MARK: Short clauses

    /// The longest clause that is too short to stand alone, and how many of them make one demand.
    private static let short = 7
    private static let most = 3

    /// `坚定信心，保持定力，强化逆周期思维`: neighbours of up to seven characters are one thought.
    func joined(_ found: [Demand]) -> [Demand] {
        var out: [Demand] = []
        /// Headings that took in the clause behind them, or are none any more.
        var renamed: [(was: Range<Int>, now: Range<Int>?)] = []
        for (index, demand) in found.enumerated() {
            var demand = demand
            if let new = renamed.last, demand.heading == new.was { demand.heading = new.now }
            if let last = out.last, last.clause + 1 == demand.clause, hangsOn(last),
                demand.range.lowerBound == last.range.upperBound + 1
            {
                out[out.count - 1].range = last.range.lowerBound..<demand.range.upperBound
                out[out.count - 1].clause = demand.clause
                out[out.count - 1].joined += 1
                continue
            }
            guard let last = out.last, follows(demand, last), run(found, around: index) <= Self.most else {
                out.append(demand)
                continue
            }
            let range = last.range.lowerBound..<demand.range.upperBound
            if let heading = last.heading, heading == last.range {
                // A heading goes with its only clause, or with the second half of its own short sentence.
                guard passage.clauses[demand.clause].mark != "，" else {
                    out.append(demand)
                    continue
                }
                let isKept = index + 1 < found.count && found[index + 1].heading == heading
                renamed.append((heading, isKept ? range : nil))
                out[out.count - 1].heading = isKept ? range : nil
            }
            out[out.count - 1].range = range
            out[out.count - 1].clause = demand.clause
            out[out.count - 1].joined += 1
            out[out.count - 1].sure = last.sure && demand.sure
        }
        return out
    }

    /// `要把所见所闻、所思所感，更好地传播出去`: 把 and its object wait for the verb.
    private func hangsOn(_ demand: Demand) -> Bool {
        let range = demand.range
        guard passage.clauses[demand.clause].mark == "，" else { return false }
        let start = text[range.lowerBound] == "要" ? range.lowerBound + 1 : range.lowerBound
        guard start + 4 < range.upperBound, text[start] == "把", range.count <= 30 else { return false }
        let rest = start + 2..<range.upperBound
        return words.first([.imperative, .achieve], in: text, rest) == nil
            && !rest.contains { "到好为成出进作做当给融入转放摆纳抓列".unicodeScalars.contains(text[$0]) }
    }

    /// How many short clauses stand side by side here: four and more are a list, each item for itself.
    private func run(_ found: [Demand], around index: Int) -> Int {
        var first = index
        while first > 0, follows(found[first], found[first - 1]) { first -= 1 }
        var last = index
        while last + 1 < found.count, follows(found[last + 1], found[last]) { last += 1 }
        return last - first + 1
    }

    /// Whether two demands are short clauses side by side, with nothing but a comma between.
    private func follows(_ demand: Demand, _ last: Demand) -> Bool {
        guard last.clause + 1 == demand.clause, demand.heading == last.heading,
            demand.range.count <= Self.short, demand.range.lowerBound == last.range.upperBound + 1
        else { return false }
        let clause = passage.clauses[last.clause]
        guard clause.mark == "，", clause.sentence == passage.clauses[demand.clause].sentence,
            clause.range.upperBound == last.range.upperBound
        else { return false }
        // Only the last clause of what was joined before counts; its subject does not.
        let start = max(clause.range.lowerBound, last.range.lowerBound)
        return last.range.upperBound - start <= Self.short
    }
}
