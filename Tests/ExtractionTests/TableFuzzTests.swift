import Acquisition
import Cleaning
import Diagnostics
import Testing

@testable import Extraction

/// Tables and corrections that are damaged: an error or records whose ranges lie in the text.
@Suite("Damaged tables, registries and corrections")
struct TableFuzzTests {
    private struct Numbers {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    private func damaged(_ text: String, _ numbers: inout Numbers) -> String {
        var scalars = Array(text.unicodeScalars)
        let marks = Array("\"'{}[]:,-#&*!|>\n\t 会\u{FEFF}".unicodeScalars)
        for _ in 0...numbers.next(below: 4) where !scalars.isEmpty {
            let place = numbers.next(below: scalars.count)
            switch numbers.next(below: 3) {
            case 0: scalars[place] = marks[numbers.next(below: marks.count)]
            case 1: scalars.remove(at: place)
            default: scalars.insert(marks[numbers.next(below: marks.count)], at: place)
            }
        }
        return String(scalars: scalars)
    }

    @Test func tables() throws {
        var numbers = Numbers(state: 1)
        let text = "姓名,职务,角色,会议,日期\n尹川、佟堃,\"副市长、局长\",出席,会一,2024年5月6日\n王 伟,局长,列席,,\n"
        for _ in 0..<1000 {
            guard
                case .table(let table)? = try? SourceReader().content(
                    bytes: Array(damaged(text, &numbers).utf8), path: "a.csv"),
                let reader = try? TableReader(table, columns: nil)
            else { continue }
            let (records, clean) = reader.records()
            for record in records {
                for official in record.officials {
                    #expect(official.ranges.allSatisfy { $0.start < $0.end && $0.end <= clean.source.text.count })
                }
            }
        }
    }

    @Test func registries() {
        var numbers = Numbers(state: 2)
        let text = """
            region: 霁川市
            people:
              - {name: 尹川, also: [尹用], titles: [{title: 副市长, from: 2024-05-16}]}
              - name: 佟堃
                rank: 2
            units: [{name: 市水利局, also: [水利局]}]
            terms: [“一水两岸”提升行动]
            """
        for _ in 0..<1000 { _ = try? Registry(yaml: damaged(text, &numbers), file: "r.yaml") }
    }

    @Test func corrections() {
        var numbers = Numbers(state: 3)
        let sheet = CorrectionSheet.text(of: CorrectionTests.machine)
        for _ in 0..<300 {
            guard let items = try? CorrectionSheet.records(damaged(sheet, &numbers), file: "a.yaml") else { continue }
            for item in items where item.machine != nil {
                // What is marked can be written, read and marked again.
                let again = try? MeetingRecord.records(json: item.record.jsonBytes, file: "a")
                #expect(again?.first?.json == item.record.json)
            }
        }
    }
}
