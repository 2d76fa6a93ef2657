import Cleaning
import Testing

@testable import Extraction

@Suite("Records held against the registry")
struct RegistryCheckTests {
    private static let registry = Registry(
        region: "霁川市",
        people: [
            .init(name: "闻立峰", titles: [.init("市委书记")], rank: 1),
            .init(name: "覃怀远", titles: [.init("市委副书记"), .init("市长", from: "2022-01-01")], rank: 2),
            .init(name: "欧阳彦秋", titles: [.init("市委政法委书记")], rank: 3),
            .init(name: "尹川", titles: [.init("市长助理", to: "2024-05-15"), .init("副市长", from: "2024-05-16")], rank: 4),
            .init(name: "芮秋实", titles: [.init("市卫生健康委员会党组书记"), .init("主任")], rank: 5),
            .init(name: "王伟", unit: "市水利局", titles: [.init("市水利局局长")], rank: 6),
            .init(name: "王伟", unit: "石渡县", titles: [.init("石渡县县长")], rank: 7),
        ], units: [.init(name: "市卫生健康委员会", also: ["市卫健委"])],
        terms: [.init("“一水两岸”提升行动", also: ["“一水两岸”"]), .init("“清泉润乡”工程"), .init("六大行动"), .init("稳中求进工作总基调")])

    /// A record with people as a reader may have found them, each name at its first place in the text.
    private func record(_ text: String, _ people: [(String, [String])], day: String? = "2024-05-06") -> MeetingRecord {
        var record = MeetingRecord(
            id: "a-1", source: .init(path: "a.txt", sha256: "a", encoding: "UTF-8", script: .hans), kind: .meeting,
            meeting: .init(date: day))
        let scalars = Array(text.unicodeScalars)
        for (name, titles) in people {
            let wanted = Array(name.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
            record.officials.append(
                .init(
                    name: name, printed: name, titles: titles, roles: [.attends],
                    ranges: [.init(start..<start + wanted.count)]))
        }
        return record
    }

    private func checked(_ text: String, _ people: [(String, [String])], day: String? = "2024-05-06") -> MeetingRecord {
        Self.registry.checked(record(text, people, day: day), text: CleanText(unrepaired: Phrases.source(text)))
    }

    @Test(
        "titles that are the registry's, printed shorter or longer",
        arguments: [
            ("闻立峰", ["市委书记"], "2024-05-06"), ("闻立峰", ["霁川市委书记"], "2024-05-06"), ("闻立峰", ["书记"], nil),
            ("覃怀远", ["市委副书记", "市长"], "2024-05-06"), ("覃怀远", ["霁川市市长"], "2024-05-06"), ("覃怀远", ["霁川市长"], "2024-05-06"),
            ("覃怀远", ["市长", "市防汛指挥部指挥长"], "2024-05-06"), ("尹川", ["市长助理"], "2024-05-15"), ("尹川", ["副市长"], "2024-05-16"),
            ("尹川", ["原市长助理"], "2024-06-01"), ("芮秋实", ["市卫健委主任"], nil), ("芮秋实", ["市卫生健康委员会主任"], nil),
            ("王伟", ["市水利局局长"], nil), ("王伟", ["石渡县长"], nil), ("闻立峰", ["市领导"], nil), ("闻立峰", [], nil),
        ] as [(String, [String], String?)])
    func sameTitles(name: String, titles: [String], day: String?) {
        #expect(checked("\(name)出席会议。", [(name, titles)], day: day).warnings.isEmpty)
    }

    @Test(
        "titles that differ on the day",
        arguments: [
            ("覃怀远", ["副市长"], "2024-05-06", "覃怀远的职务原文作“副市长”，名册（2024-05-06）作“市委副书记、市长”"),
            ("覃怀远", ["市委副书记", "代市长"], "2024-05-06", "覃怀远的职务原文作“代市长”，名册（2024-05-06）作“市委副书记、市长”"),
            ("覃怀远", ["青河市市长"], "2024-05-06", "覃怀远的职务原文作“青河市市长”，名册（2024-05-06）作“市委副书记、市长”"),
            ("尹川", ["市长助理"], "2024-05-16", "尹川的职务原文作“市长助理”，名册（2024-05-16）作“副市长”，原职任至2024-05-15"),
            ("尹川", ["副市长"], "2024-05-15", "尹川的职务原文作“副市长”，名册（2024-05-15）作“市长助理”，该职2024-05-16起任"),
            ("闻立峰", ["市长"], nil, "闻立峰的职务原文作“市长”，名册作“市委书记”"),
        ] as [(String, [String], String?, String)])
    func differentTitles(name: String, titles: [String], day: String?, says: String) {
        let warnings = checked("\(name)出席会议。", [(name, titles)], day: day).warnings
        #expect(warnings.map(\.text) == [says])
        #expect(warnings.map(\.question) == ["以哪一个为准？"])
    }

    @Test("names that the registry lacks: with the one that may be meant where the office says so")
    func unknown() {
        let text = "尚可为、市长覃怀元、乡党委书记欧阳彦春、王伟出席会议。"
        let record = checked(
            text, [("尚可为", ["市医保局局长"]), ("覃怀元", ["市长"]), ("欧阳彦春", ["乡党委书记"]), ("王伟", [])])
        #expect(
            record.warnings.map(\.text) == [
                "“尚可为”不在名册中", "“覃怀元”不在名册中，名册有“覃怀远”（市委副书记）", "“欧阳彦春”不在名册中", "名册有2位“王伟”（市水利局、石渡县），原文不能区分",
            ])
        #expect(record.warnings.map(\.question) == ["姓名是否无误？", "是否应为“覃怀远”？", "姓名是否无误？", "是哪一位？"])
        #expect(record.warnings.compactMap(\.range).map { Phrases.words(text, $0) } == ["尚可为", "覃怀元", "欧阳彦春", "王伟"])
        // A near name is never put in the place of what was read.
        #expect(record.officials.map(\.name) == ["尚可为", "覃怀元", "欧阳彦春", "王伟"])
    }

    @Test(
        "names cut wrongly are mended, what was read is kept",
        arguments: [
            ("市委政法委书记欧阳彦秋出席会议。", "欧阳彦", ["市委政法委书记"], "欧阳彦秋", ["市委政法委书记"]),
            ("市委政法委书记欧阳彦秋出席会议。", "阳彦秋", ["市委政法委书记"], "欧阳彦秋", ["市委政法委书记"]),
            ("市长覃怀远说，要压实责任。", "覃怀远说", ["市长"], "覃怀远", ["市长"]),
            ("市委书记闻立峰主持会议。", "记闻立峰", ["市委书"], "闻立峰", ["市委书记"]),
        ])
    func mended(text: String, read: String, titles: [String], name: String, now: [String]) {
        let record = checked(text, [(read, titles)])
        #expect(record.officials.map(\.name) == [name])
        #expect(record.officials[0].titles == now)
        #expect(record.officials[0].was == "{\"name\":\"\(read)\",\"printed\":\"\(read)\",\"by\":\"registry\"}")
        #expect(Phrases.words(text, record.officials[0].ranges[0]).hasSuffix(name))
        #expect(record.warnings.isEmpty)
        #expect(record.correctedFields.filter { $0.label != nil }.map(\.was) == [[read]])
        // Held against the registry again it stays as it is.
        #expect(Self.registry.checked(record, text: CleanText(unrepaired: Phrases.source(text))) == record)
    }

    @Test(
        "names that only look as if they were cut wrongly stay",
        arguments: [
            ("科员覃怀远志出席会议。", "覃怀远志", ["科员"]), ("农民欧阳彦参加会议。", "欧阳彦", ["农民"]), ("王伟东出席会议。", "王伟东", ["市水利局局长"]),
        ])
    func unmended(text: String, read: String, titles: [String]) {
        let record = checked(text, [(read, titles)])
        guard read != "王伟东" else {
            // The office is 王伟's, so it is his name; the text says nothing against it.
            #expect(record.officials[0].name == "王伟")
            return
        }
        #expect(record.officials.map(\.name) == [read])
        #expect(record.officials[0].was == nil)
        #expect(record.warnings.count == 1)
    }

    @Test("one person read under two names becomes one")
    func united() {
        let text = "欧阳彦秋出席会议。会上，欧阳彦秋讲话。"
        var read = record(text, [("欧阳彦秋", []), ("欧阳彦", [])])
        read.officials[1].roles = [.speaks]
        let mended = Self.registry.checked(read, text: CleanText(unrepaired: Phrases.source(text)))
        #expect(mended.officials.map(\.name) == ["欧阳彦秋"])
        #expect(mended.officials[0].roles == [.attends, .speaks])
    }

    @Test("a question that the registry answers is not asked")
    func settled() {
        var read = record("闻立峰出席会议。", [("闻立峰", [])])
        read.officials[0].sure = false
        read.warnings = [.init(text: "认“闻立峰”为人名的依据较弱", question: "“闻立峰”是参会人员的姓名吗？")]
        let settled = Self.registry.checked(read, text: nil)
        #expect(settled.officials[0].sure == true)
        #expect(settled.warnings.isEmpty)
    }

    @Test(
        "standing terms misquoted by one character",
        arguments: [
            ("推进“一水二岸”提升行动。", "“一水二岸”提升行动"), ("推进一水两岸提高行动。", "一水两岸提高行动"), ("推进“一水两岸”升行动。", "“一水两岸”升行动"),
            ("抓好“清泉润乡”的工程。", "“清泉润乡”的工程"), ("抓好“清泉闰乡”工程。", "“清泉闰乡”工程"), ("坚持稳中求进的工作总基调。", "稳中求进的工作总基调"),
            ("实施“六大行功”。", "六大行功"),
        ])
    func misquoted(text: String, words: String) {
        let warnings = checked(text, []).warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.range.map { Phrases.words(text, $0) } == words)
        #expect(warnings.first?.question?.hasPrefix("是否应为“") == true)
    }

    @Test(
        "terms as they should be, and other words",
        arguments: [
            "推进“一水两岸”提升行动。", "推进一水两岸提升行动。", "讲好“一水两岸”故事。", "“一水两岸”行动。", "实施五大行动。", "抓好清泉工程。", "坚持稳中求进。",
            "要稳，中求进工作总基调。", "推进“一水两岸”。提升行动能力。",
        ])
    func quotedRight(text: String) {
        #expect(checked(text, []).warnings.isEmpty)
    }

    @Test("ranked: whom the registry knows by rank, all others where the text has them")
    func ranked() {
        let record = record("", [("尹川", []), ("外来者", []), ("覃怀远", []), ("王伟", []), ("闻立峰", [])])
        #expect(Self.registry.ranked(record).map(\.name) == ["闻立峰", "外来者", "覃怀远", "王伟", "尹川"])
        #expect(Registry(people: []).ranked(record).map(\.name) == ["尹川", "外来者", "覃怀远", "王伟", "闻立峰"])
    }

    @Test("a registry without people asks after no one")
    func empty() {
        let record = record("甲出席会议。", [("甲", [])])
        #expect(Registry(people: []).checked(record, text: nil) == record)
    }
}
