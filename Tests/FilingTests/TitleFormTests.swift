import Filing
import Testing

@Suite("Titles said longer and shorter")
struct TitleFormTests {
    @Test(
        "one title",
        arguments: [("市长", "霁川市市长"), ("市长", "市长"), ("县水利局局长", "局长"), ("副市长", "常务副市长"), ("副秘书长", "市政府副秘书长")])
    func same(a: String, b: String) {
        #expect(TitleForm.isSame(a, b) && TitleForm.isSame(b, a))
    }

    @Test(
        "two titles",
        arguments: [
            ("县长", "石渡县副县长"), ("秘书长", "副秘书长"), ("市长", "代市长"), ("局长", "原局长"), ("书记", "党组副书记"), ("市长", "县长"),
        ])
    func others(a: String, b: String) {
        #expect(!TitleForm.isSame(a, b) && !TitleForm.isSame(b, a))
    }
}
