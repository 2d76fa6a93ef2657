import Cleaning
import Diagnostics
import Testing

@testable import Extraction

@Suite("Corrections by hand")
struct CorrectionTests {
    static let machine: MeetingRecord = {
        var record = MeetingRecord(
            id: "00ff00ff00ff00ff-1", source: .init(path: "a.txt", sha256: "00ff", encoding: "UTF-8", script: .hans),
            headline: "会议召开", kind: .meeting, meeting: .init(name: "防汛会议", date: "2024-05-06"))
        record.officials = [
            .init(name: "覃怀元", printed: "覃怀元", titles: ["市长"], roles: [.attends], ranges: [.init(0..<3)]),
            .init(name: "尹川", printed: "尹川", titles: ["副市长"], roles: [.attends], ranges: [.init(4..<6)]),
        ]
        record.goals = [.init(text: "“一水两岸”", range: .init(7..<13)), .init(text: "“清泉润乡”工程", range: .init(14..<22))]
        record.figures = [.init(text: "94%", value: 94, unit: "%", range: .init(23..<26))]
        record.directives = [.init(text: "要压实责任", range: .init(30..<35), rule: "directive.modal")]
        record.warnings = [.init(text: "U+2028 \u{2028} 与 “引号”", question: "？")]
        return record
    }()

    @Test("what was changed keeps what the machine read; what was not says nothing")
    func changed() {
        var right = Self.machine
        right.officials[0].name = "覃怀远"
        right.officials[0].roles = [.presides, .speaks]
        right.meeting.place = "市民中心"
        right.headline = "防汛会议召开"
        right.figures[0].value = 95
        right.directives[0].owner = "市水利局"
        let marked = right.corrected(from: Self.machine)
        #expect(marked.officials[0].was == #"{"name":"覃怀元","roles":["attends"],"by":"hand"}"#)
        #expect(marked.officials[1].was == nil)
        #expect(marked.meeting.was == #"{"place":null,"by":"hand"}"#)
        #expect(marked.was == #"{"headline":"会议召开","by":"hand"}"#)
        #expect(marked.figures[0].was == #"{"value":94,"by":"hand"}"#)
        #expect(marked.directives[0].was == #"{"owner":null,"by":"hand"}"#)
        #expect(marked.goals.allSatisfy { $0.was == nil })
        #expect(marked.isCorrectedByHand)
        #expect(marked.corrected(from: Self.machine) == marked)
        #expect(!Self.machine.corrected(from: Self.machine).isCorrectedByHand)
    }

    @Test("what was put in, taken out, moved")
    func addedAndRemoved() {
        var right = Self.machine
        right.officials.removeFirst()
        right.officials.append(.init(name: "佟堃", printed: "佟堃", titles: [], roles: [.absent], ranges: []))
        right.goals.swapAt(0, 1)
        right.directives = []
        let marked = right.corrected(from: Self.machine)
        #expect(marked.officials.map(\.was) == [nil, #"{"by":"hand"}"#])
        #expect(marked.goals.allSatisfy { $0.was == nil })
        #expect(
            marked.correctedFields.map { [$0.part, $0.key, "\($0.change)", $0.was.joined(), $0.now.joined()] } == [
                ["officials", "", "removed", "覃怀元", ""], ["directives", "", "removed", "要压实责任", ""],
                ["officials", "", "added", "", "佟堃"],
            ])
    }

    @Test("a correction taken back leaves no mark; a mark of the registry stays")
    func takenBack() {
        var mended = Self.machine
        mended.officials[0].was = #"{"name":"覃怀","by":"registry"}"#
        #expect(mended.corrected(from: mended) == mended)
        var right = mended
        right.officials[0].name = "覃怀远"
        #expect(right.corrected(from: mended).officials[0].was == #"{"name":"覃怀元","by":"hand"}"#)
        var back = right.corrected(from: mended)
        back.officials[0].name = "覃怀元"
        #expect(back.corrected(from: mended) == mended)
    }

    @Test("marks go through JSON and YAML")
    func coded() throws {
        var right = Self.machine
        right.meeting.place = "市民中心"
        right.officials[1].name = "尹传"
        right.goals.removeLast()
        let marked = right.corrected(from: Self.machine)
        #expect(try MeetingRecord.records(json: marked.jsonBytes, file: "a").map(\.json) == [marked.json])
        #expect(try MeetingRecord.records(yaml: marked.yaml, file: "a").map(\.json) == [marked.json])
    }

    @Test("a sheet brings back what was read; edited it is marked; several make one")
    func sheet() throws {
        let sheet = CorrectionSheet.text(of: Self.machine)
        let read = try CorrectionSheet.records(sheet, file: "a.yaml")
        #expect(read.map(\.record.json) == [Self.machine.json])
        #expect(read.map(\.machine?.json) == [Self.machine.json])
        var other = Self.machine
        other.id = "11ff-1"
        let edited = (sheet + CorrectionSheet.text(of: other)).replacing("name: 尹川", with: "name: 尹传")
        let items = try CorrectionSheet.records(edited, file: "a.yaml")
        #expect(items.map { $0.record.officials[1].was } == Array(repeating: #"{"name":"尹川","by":"hand"}"#, count: 2))
        // Without the machine's line a record stands as it is.
        #expect(try CorrectionSheet.records(Self.machine.yaml, file: "a.yaml").map(\.machine) == [nil])
    }

    @Test(
        "a malformed correction says where, and the nearest key",
        arguments: [
            ("  place:", "  plaec:", "a.yaml:21:3: unknown key `plaec`; did you mean `place`?"),
            ("roles:\n  - attends", "roles:\n  - atends", "a.yaml:30:5: `roles` cannot be `atends`; give one of"),
            (
                "date: 2024-05-06", "date: 2024-05-36",
                "a.yaml:17:9: `date` cannot be `2024-05-36`; give a day like 2024-05-06"
            ),
            ("id: 00ff", "id: 11ff", "a.yaml:4:1: `id` may not be changed; put back what stood there"),
            (
                "  sha256: 00ff", "  sha256: 00fe",
                "a.yaml:7:11: `source.sha256` may not be changed; put back what stood there"
            ),
            ("# machine {", "# machine [{", "a.yaml:"),
        ])
    func malformed(old: String, new: String, says: String) {
        let sheet = CorrectionSheet.text(of: Self.machine)
        let range = sheet.firstRange(of: old)
        #expect(range != nil)
        guard let range else { return }
        do {
            _ = try CorrectionSheet.records(sheet.replacingCharacters(in: range, with: new), file: "a.yaml")
            Issue.record("was taken")
        } catch {
            #expect("\(error)".hasPrefix(says), "\(error)")
        }
    }

    @Test("the table for people says what was corrected")
    func table() {
        var right = Self.machine
        right.officials[0].name = "覃怀远"
        right.officials[1].roles = [.absent]
        let text = RecordTable(right.corrected(from: Self.machine)).description
        #expect(text.contains("更正（2）\n  姓名：覃怀元 → 覃怀远（人工）\n  会议角色：出席 → 请假（人工）\n"))
        #expect(!RecordTable(Self.machine).description.contains("更正"))
    }
}

extension String {
    /// Without Foundation.
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
