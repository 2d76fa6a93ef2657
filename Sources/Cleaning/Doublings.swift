import Diagnostics

/// Characters and marks that stand twice: `規(guī)規(guī)劃`, `,，`, `。。`.
enum Doublings {
    /// Characters: only where both have the same reading behind them, the doubled form is no word, and the single one
    /// makes a word with its neighbour.
    static func removeCharacters(from draft: inout Draft, brackets: [BracketedReadings.Bracket]) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        for (first, second) in zip(brackets, brackets.dropFirst()) {
            guard second.owner == first.range.upperBound, first.syllable == second.syllable,
                scalars[first.owner] == scalars[second.owner]
            else { continue }
            let simplified: (Unicode.Scalar) -> Unicode.Scalar = ScriptTable.shared.simplified
            let scalar = simplified(scalars[first.owner])
            guard !reduplicated.contains(scalar), !WordList.shared.contains(scalar, scalar) else { continue }
            let after = second.range.upperBound
            let before = first.owner - 1
            let joinsNext = after < scalars.count && WordList.shared.contains(scalar, simplified(scalars[after]))
            let joinsLast = before >= 0 && WordList.shared.contains(simplified(scalars[before]), scalar)
            // 工商联联合: where both sides make a word, both are meant.
            guard joinsNext != joinsLast, first.owner >= edits.last?.range.upperBound ?? 0 else { continue }
            let range = first.owner..<second.range.upperBound
            draft.note(.doubled, range, restored: String(scalars: [scalar]))
            // The second one goes; its reading goes with the others.
            edits.append(Draft.Edit(first.range.upperBound..<second.range.upperBound))
        }
        draft.apply(edits)
    }

    /// Characters that Chinese doubles: 常常, 层层, 个个.
    private static let reduplicated = ScalarSet(
        "常天高渐刚偏仅往每人个事处时刻步层条样种家户年月日夜岁代点滴多少大小好早慢快轻重深牢紧稳实真细明清楚整满圆平安默悄静匆纷频连屡历仍频看说谈走想试听问谢爸妈爷奶哥弟姐妹叔舅伯姑婆公星宝娃闪熊茫蒸欣洋堂堂滔源源津井乐落白红绿黄蓝黑亮暖冷热干湿远近长短久世生声句字件桩幕张片座"
    )

    /// Marks: the same one twice, or its narrow and its wide form; after the marks have one width.
    static func removeMarks(from draft: inout Draft) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        var at = 0
        while at + 1 < scalars.count {
            let mark = scalars[at]
            guard isDoublable(mark) else {
                at += 1
                continue
            }
            // `杨林，、王辉`, `召开，。`: a comma before another mark is a scraper's.
            if mark == "，", let next = weightier(scalars[at + 1]) {
                draft.note(.doubled, at..<at + 2, restored: String(scalars: [next]), once: true)
                edits.append(Draft.Edit(at..<at + 2, with: [next]))
                at += 2
                continue
            }
            var end = at + 1
            while end < scalars.count, scalars[end] == mark { end += 1 }
            if end - at == 2 {
                draft.note(.doubled, at..<end, restored: String(scalars: [mark]), once: true)
                edits.append(Draft.Edit(at..<end, with: [mark]))
            } else if end - at > 2, mark == "。" {
                draft.note(.doubled, at..<end, restored: "……", once: true)
                edits.append(Draft.Edit(at..<end, with: ["…", "…"]))
            }
            at = end
        }
        draft.apply(edits)
    }

    private static func weightier(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        scalar == "、" || scalar == "；" || scalar == "。" ? scalar : nil
    }

    private static func isDoublable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "。", "；", "：", "、": true
        default: false
        }
    }
}
