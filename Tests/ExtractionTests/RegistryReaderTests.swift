import Diagnostics
import Testing

@testable import Extraction

@Suite("The registry's file")
struct RegistryReaderTests {
    private func fault(_ yaml: String) -> String? {
        do throws(Diagnostic) {
            _ = try Registry(yaml: yaml, file: "r.yaml")
            return nil
        } catch {
            return error.description
        }
    }

    @Test("people, units and terms, long and short")
    func whole() throws {
        let registry = try Registry(
            yaml: """
                region: 霁川市
                people:
                  - 闻立峰
                  - name: 尹 川
                    also: [尹用]
                    titles:
                      - {title: 市长助理, to: 2024-05}
                      - {title: 市委常委、副市长, from: 2024-06-01}
                  - {name: 佟堃, rank: 1, titles: [市水利局局长]}
                units:
                  - {name: 市卫生健康委员会, also: 市卫健委}
                  - 市水利局
                terms:
                  - “一水两岸”提升行动
                  - {term: “百厂焕新”计划, also: [百厂焕新]}
                """, file: "r.yaml")
        #expect(registry.people.map(\.name) == ["闻立峰", "尹川", "佟堃"])
        #expect(registry.people.map(\.rank) == [2, 3, 1])
        #expect(
            registry.people[1].titles == [
                .init("市长助理", to: "2024-05-31"), .init("市委常委", from: "2024-06-01"), .init("副市长", from: "2024-06-01"),
            ])
        #expect(registry.units.map(\.also) == [["市卫健委"], []])
        #expect(registry.terms.map(\.text) == ["“一水两岸”提升行动", "“百厂焕新”计划"])
        #expect(registry.namesOfUnit("市卫健委") == ["市卫生健康委员会"])
        #expect(try Registry(yaml: "", file: "r.yaml").people.isEmpty)
    }

    @Test(
        "what is wrong, where, and what to do",
        arguments: [
            ("poeple: []", "r.yaml:1:1: unknown key `poeple`; did you mean `people`?"),
            ("people:\n  - {name: 尹川, tilte: 副市长}", "r.yaml:2:16: unknown key `tilte`; remove it"),
            ("people:\n  - {titles: [副市长]}", "r.yaml:2:5: `name` is missing; add it"),
            ("people:\n  - {name: 尹川, titles: 副市长}", "r.yaml:2:24: `titles` is not a list; give a list"),
            ("people: 尹川", "r.yaml:1:9: `people` is not a list; give a list"),
            ("people:\n  - name: 尹川\n    name: 佟堃", "r.yaml:2:5: `name` stands twice; keep one of the two"),
            (
                "people:\n  - name: 尹川\n    titles:\n      - {title: 副市长, from: 2024-02-30}",
                "r.yaml:4:28: `from` cannot be `2024-02-30`; give a day like 2024-05-06, or a month, or a year"
            ),
            (
                "people:\n  - name: 尹川\n    titles:\n      - {title: 副市长, from: 2024-05-02, to: 2024-05-01}",
                "r.yaml:4:44: `to` cannot be `2024-05-01`; give a day not before 2024-05-02"
            ),
            ("people:\n  - {name: 尹川, rank: 第一}", "r.yaml:2:22: `rank` is not a whole number; give a whole number"),
            ("people:\n  - {name: 尹川, rank: 0}", "r.yaml:2:22: `rank` cannot be `0`; give a number from 1"),
            ("units: [市水利局, 市水利局]", "r.yaml:1:15: `市水利局` stands twice; keep one of the two"),
            ("terms:\n  - “清泉润乡”工程\n  - {term: “清泉润乡”工程}", "r.yaml:3:5: `“清泉润乡”工程` stands twice; keep one of the two"),
            (
                "people:\n\t- 尹川",
                "r.yaml:2:1: YAML cannot be read: found character that cannot start any token; correct it at this place"
            ),
        ])
    func faults(yaml: String, says: String) {
        #expect(fault(yaml) == says)
    }

    @Test(
        "two of one name that nothing tells apart",
        arguments: [
            "people:\n  - {name: 王伟}\n  - {name: 王伟}", "people:\n  - {name: 王伟, titles: [局长]}\n  - {name: 王伟}",
            "people:\n  - {name: 王伟, titles: [市水利局局长]}\n  - {name: 王伟, titles: [市水利局局长]}",
            "people:\n  - {name: 王伟, unit: 市水利局}\n  - {name: 王伟, unit: 市水利局}",
            "people:\n  - {name: 王伟}\n  - {name: 王玮, also: [王伟]}",
            // Said longer and shorter it is the same office.
            "region: 霁川市\npeople:\n  - {name: 王伟, titles: [市长]}\n  - {name: 王伟, titles: [霁川市市长]}",
        ])
    func ofOneName(yaml: String) {
        let says = fault(yaml) ?? ""
        #expect(says.hasPrefix("r.yaml:"), "\(says)")
        #expect(says.contains("`王伟` stands twice (first in line "), "\(says)")
        #expect(says.hasSuffix("nothing tells the two apart; give each a `unit`, or titles of their own"))
    }

    @Test(
        "two of one name that are told apart",
        arguments: [
            "people:\n  - {name: 王伟, unit: 市水利局}\n  - {name: 王伟, unit: 石渡县}",
            "people:\n  - {name: 王伟, titles: [市水利局局长]}\n  - {name: 王伟, titles: [市财政局局长]}",
            "people:\n  - {name: 王伟, titles: [{title: 市长, to: 2020}]}\n  - {name: 王伟, titles: [{title: 市长, from: 2021}]}",
        ])
    func told(yaml: String) throws {
        #expect(try Registry(yaml: yaml, file: "r.yaml").people.count == 2)
    }

    @Test("aliases of aliases do not run away")
    func aliases() {
        let bomb =
            "terms: &a [甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲, 甲]\n"
            + (1...9).map {
                "k\($0): &k\($0) [\(Array(repeating: $0 == 1 ? "*a" : "*k\($0 - 1)", count: 10).joined(separator: ", "))]"
            }
            .joined(separator: "\n")
        #expect(fault(bomb)?.contains("its aliases stand for too many values") == true)
    }
}
