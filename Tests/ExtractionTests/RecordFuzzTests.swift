import Acquisition
import Cleaning
import Testing

@testable import Extraction

/// Damaged and random text through cleaning and reading: no crash, no hang, no range outside the source, the same record
/// twice.
@Suite struct RecordFuzzTests {
    /// A small generator, so that every run reads the same texts.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static let parts = [
        "市委书记", "市长", "王强", "、", "，", "。", "：", "；", "\n", "　", " ", "出席", "会议", "召开", "主持召开", "在", "云溪市", "5月9日",
        "2024年", "至", "10日", "第", "五", "次", "全体会议", "“", "”", "《", "》", "（", "）", "受", "委托", "等", "领导", "有", "一行", "调研",
        "关于", "的通知", "时间：", "地点：", "主持：", "出席：", "请假：", "记录：", "头(tóu)", "頁(yè)", "黨", "再?gòu)?qiáng)化", "&nbsp;", "A",
        "9", "%",
        "亿元", "要", "强调", "指出", "·", "欧阳", "格桑", "卓玛", "\u{2028}", "\u{FEFF}", "𠮷", "〓", "丨", "|", "讯", "电", "记者", "摄",
        "责编：",
        "http://a.cn/2024/05/09/", "14:37", "[", "]", "×", "今年是", "十四五", "开局之年", "建党", "100", "周年", "将于", "近日", "昨天",
    ]

    private static let articles = [
        "云溪市召开防汛工作会议\n本报讯（记者 何静）5月9日，云溪市召开2024年防汛工作会议。市委书记陈立新出席并讲话，市长罗远山主持会议。陈立新强调，要压实责任。",
        "5月9日至10日，省委副书记林若川一行到云溪市调研，市委书记陈立新、市长罗远山陪同。林若川指出，到2025年，森林覆盖率要达到45%。",
        "会议纪要\n时间：2024年5月9日\n主持：陈立新\n出席：罗远山、江 波\n请假：沈一鸣\n记录：方圆圆",
    ]

    private func text(_ dice: inout Dice) -> String {
        guard dice.roll(2) == 0 else {
            return (0..<dice.roll(60)).map { _ in Self.parts[dice.roll(Self.parts.count)] }.joined()
        }
        var scalars = Array(Self.articles[dice.roll(Self.articles.count)].unicodeScalars)
        for _ in 0..<1 + dice.roll(8) {
            let place = dice.roll(scalars.count)
            switch dice.roll(4) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(contentsOf: Self.parts[dice.roll(Self.parts.count)].unicodeScalars, at: place)
            case 2: scalars.swapAt(place, dice.roll(scalars.count))
            default:
                scalars.insert(contentsOf: scalars[place..<min(place + 1 + dice.roll(12), scalars.count)], at: place)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test func tenThousandTexts() throws {
        let cleaner = try Cleaner()
        var dice = Dice(state: 20_240_509)
        for number in 0..<10_000 {
            let text = text(&dice)
            let source = Phrases.source(text, published: number % 3 == 0 ? "2024-05-10" : nil)
            let clean = number % 2 == 0 ? cleaner.clean(source) : CleanText(unrepaired: source)
            let records = MeetingReader().read(clean)
            #expect(!records.isEmpty)
            for record in records { check(record, source.text.count, text) }
            if number % 100 == 0 { #expect(MeetingReader().read(clean) == records) }
        }
    }

    private func check(_ record: MeetingRecord, _ count: Int, _ text: String) {
        func inside(_ range: MeetingRecord.SourceRange) -> Bool {
            range.start >= 0 && range.start <= range.end && range.end <= count
        }
        let ranges =
            record.officials.flatMap(\.ranges) + record.meeting.ranges.values + record.warnings.compactMap(\.range)
            + (record.goals + record.directives + record.results + record.boilerplate).map(\.range)
            + record.figures.map(\.range) + record.repairs.map(\.range)
        #expect(ranges.allSatisfy(inside), "\(text)")
        #expect(record.officials.allSatisfy { !$0.name.isEmpty && !$0.roles.isEmpty && !$0.ranges.isEmpty }, "\(text)")
        #expect(Set(record.officials.map(\.name)).count == record.officials.count, "\(text)")
        // what has no name and no kind names people only with a question to somebody
        let isAsked = record.warnings.contains { $0.question == "这是会议、调研还是其他活动？" }
        #expect(record.kind != .other || record.meeting.name != nil || record.officials.isEmpty || isAsked, "\(text)")
    }
}
