import Diagnostics
import Testing

@testable import Sending

@Suite("What may not be mailed")
struct MailSecrecyTests {
    @Test(
        "marks",
        arguments: [
            ("", .open), ("公开", .open), ("主动公开", .open), ("机密★1年", .secret("机密★1年")), ("绝密", .secret("绝密")),
            ("秘 密", .secret("秘 密")), ("機密", .secret("機密")), ("絕　密★長期", .secret("絕　密★長期")),
            ("工作秘密", .secret("工作秘密")), ("内部资料 注意保存", .internalUse("内部资料 注意保存")),
            ("內部資料", .internalUse("內部資料")), ("限阅", .internalUse("限阅")), ("征求意见稿", .internalUse("征求意见稿")),
        ] as [(String, MailSecrecy)])
    func marks(_ mark: String, _ secrecy: MailSecrecy) {
        #expect(MailSecrecy(mark: mark) == secrecy)
    }

    @Test(
        "lines of a first page: a mark alone in its line or cell counts, the word in a sentence does not",
        arguments: [
            (["柘坪简报", "第7期"], .open), (["机密★1年", "柘坪简报"], .secret("机密★1年")),
            (["秘　密"], .secret("秘　密")), (["机\t密"], .secret("机\t密")), (["份号000123\t绝密★长期"], .secret("绝密★长期")),
            (["会议要求做好机密文件管理。", "秘密工作条例"], .open), (["秘密投票选举产生"], .open),
            (["内部资料 注意保存", "柘坪简报"], .internalUse("内部资料 注意保存")),
            (["内部资料", "机密"], .secret("机密")), (["内部资料管理办法由市档案馆负责解释"], .open),
        ] as [([String], MailSecrecy)])
    func page(_ lines: [String], _ secrecy: MailSecrecy) {
        #expect(MailSecrecy(page: lines) == secrecy)
    }

    @Test("internal use asks for a person's word, a level takes none")
    func check() throws {
        try MailSecrecy.open.check(allowsInternal: false)
        try MailSecrecy.internalUse("内部资料").check(allowsInternal: true)
        #expect(throws: Diagnostic(.mail(.forInternalUse("内部资料")))) {
            try MailSecrecy.internalUse("内部资料").check(allowsInternal: false)
        }
        #expect(throws: Diagnostic(.mail(.secret("机密")))) {
            try MailSecrecy.secret("机密").or(.internalUse("内部资料")).check(allowsInternal: true)
        }
        #expect(MailSecrecy.internalUse("内部资料").or(.secret("机密")) == .secret("机密"))
    }
}
