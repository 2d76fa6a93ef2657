import Cleaning

/// Goals, figures, directives and results of a passage.
struct StatementReader {
    let passage: Passage
    let headline: Range<Int>?
    /// False where nothing took place: then only what is said outright was demanded.
    let isEvent: Bool
    /// The event's sentence in the passage's list.
    let heldSentence: Int?
    let eventYear: Int?

    func read(into record: inout MeetingRecord) {
        // Where nothing took place, only what is said outright counts: 要, and what goes on from it.
        let demands = DemandRule(passage: passage, headline: headline).demands().filter {
            isEvent || $0.rule == "directive.modal" || $0.rule == "directive.clause"
                || $0.rule == "directive.addressed" && !isHope($0.range)
        }
        record.directives = demands.map(statement)
        let demanded = Set(demands.map(\.clause))
        let figures = FigureRule(passage: passage, headline: headline, eventYear: eventYear).found()
        record.figures = figures.map(\.figure)
        let measured = Set(figures.filter { $0.figure.rule != "figure.goal" }.map(\.clause))
        record.results = ResultRule(passage: passage, headline: headline, demanded: demanded, measured: measured)
            .outcomes(heldSentence: heldSentence).map(statement)
        record.goals = GoalRule(passage: passage, headline: headline, spoken: isEvent ? spoken(demands) : []).goals()
            .map(statement)
        record.warnings += StatementDoubts.warnings(of: record)
    }

    /// 希望 outside an event is what anyone hopes.
    private func isHope(_ range: Range<Int>) -> Bool {
        guard passage.has("希望", at: range.lowerBound, before: range.upperBound) else { return false }
        // 希望广大干部职工…: said to those who are there.
        for word: StaticString in ["广大", "全体", "大家", "各", "同学", "全市", "全县", "全校", "全院", "同志", "学子"]
        where passage.has(word, at: range.lowerBound + 2, before: range.upperBound) {
            return false
        }
        return true
    }

    /// The sentences that hold a demand.
    private func spoken(_ demands: [DemandRule.Demand]) -> [Range<Int>] {
        var numbers: [Int] = []
        for demand in demands {
            let number = passage.clauses[demand.clause].sentence
            if numbers.last != number, number < passage.sentences.count { numbers.append(number) }
        }
        return numbers.map { passage.sentences[$0] }
    }

    private func statement(_ demand: DemandRule.Demand) -> MeetingRecord.Statement {
        let clause = passage.clauses[demand.clause].range
        let owner = OwnerRule.owner(in: passage, clause, subject: demand.subject)
        let deadline = DeadlineRule.deadline(in: passage, clause)
        var statement = MeetingRecord.Statement(
            text: passage.text.string(demand.range), heading: demand.heading.map { passage.text.string($0) },
            range: passage.source(demand.range), kind: demand.heading == demand.range ? "heading" : "directive",
            owner: owner.map { passage.text.string($0) }, deadline: deadline.map { passage.text.string($0) },
            rule: demand.rule, sure: demand.sure)
        addGoals(&statement, demand.range)
        return statement
    }

    private func statement(_ outcome: ResultRule.Outcome) -> MeetingRecord.Statement {
        var statement = MeetingRecord.Statement(
            text: passage.text.string(outcome.range), range: passage.source(outcome.range), kind: outcome.kind,
            rule: outcome.rule, sure: outcome.sure)
        addGoals(&statement, outcome.range)
        return statement
    }

    private func statement(_ goal: GoalRule.Goal) -> MeetingRecord.Statement {
        var statement = MeetingRecord.Statement(
            text: passage.text.string(goal.range), range: passage.source(goal.range), kind: goal.kind, rule: goal.rule,
            sure: goal.sure)
        addGoals(&statement, goal.range)
        return statement
    }

    private func addGoals(_ statement: inout MeetingRecord.Statement, _ range: Range<Int>) {
        let found = SDGRule.goals(in: passage.text.scalars, range)
        statement.sdg = found.numbers
        statement.sdgWords = found.words.map { passage.text.string($0) }
    }
}
