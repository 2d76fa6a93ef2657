import Diagnostics
import Testing

@testable import Outlining

@Suite("office.yaml")
struct OfficeProfileTests {
    @Test("every key is read, recipients as text or list")
    func whole() throws {
        let office = try OfficeProfile(
            yaml: """
                masthead: 清河简报
                office: 清河市人民政府办公室
                secrecy: 内部资料 注意保存
                superiors: [省政府办公厅, 市委办公室]
                peers: 市直各单位
                signers: {issue: 林岳, edit: 方晴}
                copies: 80
                """, path: "office.yaml")
        #expect(office.masthead == "清河简报")
        #expect(office.superiors == "省政府办公厅、市委办公室")
        #expect(office.issuedBy == "林岳" && office.reviewedBy == nil && office.editedBy == "方晴")
        #expect(office.copies == 80)
    }

    @Test("an empty file is an office that says nothing")
    func empty() throws {
        #expect(try OfficeProfile(yaml: "", path: "office.yaml") == OfficeProfile())
    }

    @Test(
        "mistakes have a place",
        arguments: [
            ("masthead: a\nofice: b\n", "office.yaml:2:1: unknown key `ofice`; did you mean `office`?"),
            ("copies: many\n", "office.yaml:1:9: `copies` cannot be `many`; give a number of copies"),
            (
                "office: [a\n",
                "office.yaml:2:1: YAML cannot be read: did not find expected ',' or ']'; correct it at this place"
            ),
            ("- a\n", "office.yaml:1:1: `office` is not a list of `key: value`; give a list of `key: value`"),
        ])
    func mistakes(_ yaml: String, _ message: String) {
        let error = #expect(throws: Diagnostic.self) { try OfficeProfile(yaml: yaml, path: "office.yaml") }
        #expect(error.map { "\($0)" } == message)
    }
}
