import Cleaning

/// What is demanded, clause by clause: after 强调, 要求 and 要, and the clauses that go on from there.
struct DemandRule {
    struct Demand: Sendable {
        var range: Range<Int>
        var heading: Range<Int>?
        var subject: Range<Int>?
        var clause: Int
        var rule: String
        var sure = true
        /// How many clauses more it takes in.
        var joined = 0
    }

    let passage: Passage
    let headline: Range<Int>?

    let words = Vocabulary.statements
    let text: [Unicode.Scalar]

    init(passage: Passage, headline: Range<Int>?) {
        text = passage.text.scalars
        self.passage = passage
        self.headline = headline
    }

    func demands() -> [Demand] {
        var walk = Walk(rule: self)
        for (index, clause) in passage.clauses.enumerated() {
            if let headline, clause.range.lowerBound < headline.upperBound { continue }
            walk.read(clause, index)
        }
        return joined(walk.found)
    }

    /// The clause behind another, if it is in the same sentence.
    func next(_ index: Int) -> Passage.Clause? {
        let clauses = passage.clauses
        guard index + 1 < clauses.count, clauses[index + 1].sentence == clauses[index].sentence else { return nil }
        return clauses[index + 1]
    }

    /// `提出四点：一是…`, `要求：` + `1.…`: whether an item's number follows a colon.
    func isList(after clause: Passage.Clause) -> Bool {
        var place = clause.range.upperBound
        while place < text.count,
            text[place] == "：" || text[place] == ":" || text[place] == "\n" || Passage.isBlank(text[place])
        { place += 1 }
        guard place < text.count else { return false }
        return skipLead(place..<min(place + 8, text.count)).isNumbered
            || ItemNumber.end(text, place..<min(place + 8, text.count)) > place
    }

    /// Whether the thought goes on after this clause: then its first clause can head the rest.
    func goesOn(_ index: Int) -> Bool {
        let clause = passage.clauses[index]
        guard index + 1 < passage.clauses.count, passage.clauses[index + 1].paragraph == clause.paragraph else {
            return false
        }
        return clause.mark == "，" || clause.mark == "：" || (clause.mark == "。" && clause.range.count <= 24)
    }
}

/// Goes through the clauses in order and remembers how far a demand reaches.
private struct Walk {
    private enum Zone: Int {
        case none
        /// After 指出: only what has 要.
        case said
        /// The paragraph before demanded something.
        case carried
        /// After 强调 or 要.
        case demanded
    }

    let rule: DemandRule
    var found: [DemandRule.Demand] = []
    private var zone = Zone.none
    private var paragraph = -1
    private var sentence = -1
    private var isActive = false
    private var heading: Range<Int>?
    private var isNumbered = false
    /// A colon opened a list.
    private var isListed = false
    private var hasModal = false
    /// The sentence tells what comes next: 下一步, X将….
    private var isPlan = false
    /// The clause up to which a plan was told.
    private var planned = -1
    /// The clause before was nothing but 同时 or the like: this one opens the sentence.
    private var isLed = false

    init(rule: DemandRule) { self.rule = rule }

    mutating func read(_ clause: Passage.Clause, _ index: Int) {
        enter(clause)
        defer { leave(clause) }
        var start = clause.range.lowerBound
        let end = clause.range.upperBound
        if let speech = rule.speech(clause) {
            zone = speech.demands ? .demanded : (zone == .demanded ? .demanded : .said)
            isActive = speech.demands
            heading = nil
            start = speech.end
            if !speech.demands { isPlan = true }
            if start >= end { return }
            if speech.isAddressed {
                // 勉励年轻一代，…: what is wanted follows.
                if clause.mark == "，", rule.isOnlyAddress(start..<end) { return }
                add(start..<end, nil, index, "directive.addressed")
                return
            }
        }
        // 今年以来，…: what was done is told, whoever speaks.
        if rule.isSince(clause.range) { isActive = false }
        if rule.ahead(clause.range) != nil { isPlan = true }
        let front = rule.skipLead(start..<end)
        if front.isNumbered {
            heading = nil
            isNumbered = true
        }
        let opens = clause.opens || isLed || front.start > start
        start = front.start
        isLed = start >= end
        guard start < end else { return }
        // `提出四点：一是深化认识，…`: items of a list that are all told to be done
        if front.isNumbered, isListed, !isActive, zone.rawValue <= Zone.carried.rawValue,
            rule.isDemand(start..<end, next: rule.next(index))
        {
            zone = .carried
            isActive = true
        }
        if rule.isTerms(clause.range) {
            isPlan = true
            return
        }
        if zone != .none || rule.isPledge(clause.range), !isActive,
            rule.isBodyThatWill(clause.range) || rule.isPledge(clause.range)
        {
            isPlan = true
        }
        if plan(start..<end, index) { return }
        if modal(start..<end, index, front.isNumbered) { return }
        if opens || start > clause.range.lowerBound, zone == .demanded || zone == .carried {
            isActive = isActive || rule.mayOpen(start..<end, front.isNumbered, clause.mark)
        }
        if isActive, let field = rule.field(start..<end), rule.goesOn(index) {
            heading = field
            return
        }
        plain(start..<end, index, front.isNumbered)
    }

    private mutating func enter(_ clause: Passage.Clause) {
        if clause.paragraph != paragraph {
            paragraph = clause.paragraph
            zone = zone.rawValue >= Zone.carried.rawValue ? .carried : .none
            heading = nil
            isNumbered = false
            if clause.range.count > 30 { isListed = false }
        }
        guard clause.sentence != sentence else { return }
        sentence = clause.sentence
        isActive = false
        hasModal = false
        isPlan = false
        planned = -1
        isLed = false
        if !isNumbered { heading = nil }
    }

    private mutating func leave(_ clause: Passage.Clause) {
        if clause.mark == "；" { heading = nil }
        if clause.mark == "：" { isListed = rule.isList(after: clause) }
    }

    private mutating func add(
        _ range: Range<Int>, _ subject: Range<Int>?, _ index: Int, _ name: String, sure: Bool = true
    ) {
        rule.append(
            DemandRule.Demand(
                range: range, heading: heading, subject: subject, clause: index, rule: name, sure: sure), to: &found)
    }

    /// `市水利局要抓紧修复`: the body that must is its owner; any other subject stays (`宣传要有高度`).
    private mutating func modal(_ range: Range<Int>, _ index: Int, _ isItem: Bool) -> Bool {
        guard let modal = rule.modal(range, isHeard: zone != .none) else { return false }
        // 要看到，…: what follows is told.
        if range.upperBound - modal.body <= 3, rule.isSeeing(modal.body..<range.upperBound) {
            isActive = false
            return true
        }
        zone = .demanded
        isActive = true
        hasModal = true
        let end = range.upperBound
        let keeps = modal.subject.map(rule.isKept) ?? false
        // An item that says who must is a demand, not the heading of those behind it.
        let isHeading = (isItem && modal.subject == nil || rule.isUpon(modal.body..<end)) && rule.goesOn(index)
        let start = keeps ? range.lowerBound : isHeading ? modal.body : modal.start
        if isHeading { heading = start..<end }
        add(start..<end, modal.subject, index, "directive.modal")
        return true
    }

    /// `下一步，全市将加快推进…`, `双方将以此为契机，加强合作`, and what goes on from there.
    private mutating func plan(_ range: Range<Int>, _ index: Int) -> Bool {
        if isPlan, let body = rule.intended(range) {
            planned = index
            if !rule.isOnlyWay(body), !rule.isBasis(body) {
                add(body, nil, index, "directive.plan", sure: false)
            }
            return true
        }
        guard planned >= 0, index - planned <= 2, rule.isDemand(range, next: rule.next(index)) else { return false }
        planned = index
        add(range, nil, index, "directive.plan", sure: false)
        return true
    }

    private mutating func plain(_ range: Range<Int>, _ index: Int, _ isItem: Bool) {
        if isActive, zone != .said, rule.isDemand(range, next: rule.next(index)) {
            if zone == .carried { zone = .demanded }
            if (isItem || rule.isUpon(range)) && rule.goesOn(index) { heading = range }
            add(range, nil, index, "directive.clause", sure: zone == .demanded)
        } else if hasModal, rule.follows(range, next: rule.next(index)) {
            add(range, nil, index, "directive.follow", sure: false)
        }
    }
}
