import Testing

@testable import Proofing

@Suite("Marks at the edges of lines, numbers and names over two lines")
struct LineTests {
    /// Two full lines that meet so: `…要|，强…`.
    private func sample(_ pair: String) -> Sample {
        let parts = pair.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        func fill(_ text: String, _ atEnd: Bool) -> String {
            let filler = Sample.line(1).prefix(28 - text.count)
            return atEnd ? filler + text : text + filler
        }
        return Sample([Sample.line(0), fill(parts[0], true), fill(parts[1], false), Sample.line(3)])
    }

    @Test(
        "found",
        arguments: [
            ("要|，强", "line-start"), ("要|。强", "line-start"), ("要|）强", "line-start"), ("要|》强", "line-start"),
            ("要|”强", "line-start"), ("要|；强", "line-start"), ("吐尔逊|·买买提", "line-start"), ("五十|％以上", "line-start"),
            ("要（|一）强", "line-end"), ("要《|方案》强", "line-end"), ("要“|一体”强", "line-end"), ("是—|—强", "parted-dash"),
            ("等…|…强", "parted-dash"), ("在20|24年强", "parted-number"), ("达到50|%以上", "line-start"),
        ])
    func found(_ pair: String, _ code: String) throws {
        let findings = try sample(pair).findings(.lineEdges, .general)
        #expect(findings.map(\.code) == [code])
    }

    @Test(
        "not found",
        arguments: [
            "要，|强化", "要）|强化", "要|（一）", "要|《方案》", "要|“一体”", "是|——强", "等……|强化", "在2024年|强化", "买买提·|吐尔逊",
            "五十|5月强", "一｜|强化",
            // Code and notes in it.
            "参数求和|//此函数", "选项包括|.../format", "安装之后|%该设置", "强化|–Z",
        ])
    func sound(_ pair: String) throws {
        #expect(try sample(pair).findings(.lineEdges, .general) == [])
    }

    @Test("a rule between two rows parts them: neither belongs to the other")
    func rows() throws {
        var sample = sample("要|，强")
        let base = sample
        sample.extra = { _ in
            base.rule(x: 28 * Sample.mm, y: base.baseline(1) + 6, length: 440, thickness: 0.5)
        }
        #expect(try sample.findings(.lineEdges, .general) == [])
    }

    @Test("contents: entries that end in numbers are no broken numbers; bullets are no marks of a line's start")
    func lists() throws {
        let contents = Sample([
            "一、关于河湖治理的通知··········2", "2、关于防汛工作的通知··········4", "3、关于义务教育的通知··········6",
        ])
        #expect(try contents.findings(.lineEdges, .general) == [])
        let bullets = Sample([
            "·" + Sample.line(1).dropFirst(), "·" + Sample.line(2).dropFirst(), "·" + Sample.line(3).dropFirst(),
        ])
        #expect(try bullets.findings(.lineEdges, .general) == [])
    }

    @Test("a page that begins with a comma")
    func acrossPages() throws {
        var sample = Sample(pages: 2)
        sample.pages[1][0] = "，" + sample.pages[1][0].dropFirst()
        #expect(try sample.findings(.lineEdges, .general).map(\.code) == ["line-start"])
    }

    @Test("a full line that ends before the edge")
    func ragged() throws {
        var sample = Sample(pages: 2)
        #expect(try sample.findings(.lineEdges) == [])
        sample.pages[0][7] = String(sample.pages[0][7].dropLast())
        #expect(try sample.findings(.lineEdges).map(\.code) == ["ragged"])
    }

    @Test(
        "names over two lines and two pages",
        arguments: [
            ("由王|小川主", "王小川", true), ("由王小|川主", "王小川", true), ("由王小川|主", "王小川", false), ("由|王小川主", "王小川", false),
            ("由欧阳|静怡主", "欧阳静怡", true), ("由李|小川主", "王小川", false), ("阿依努尔·|吐逊主", "阿依努尔·吐逊", true),
        ])
    func names(_ pair: String, _ name: String, _ isBroken: Bool) throws {
        let findings = try sample(pair).findings(.names, .general, names: ["李明", name])
        #expect(findings == (isBroken ? [.partedName(name, acrossPages: false)] : []))
        var pages = Sample(pages: 2)
        let parts = pair.split(separator: "|").map(String.init)
        pages.pages[0][21] = pages.pages[0][21].dropLast(parts[0].count) + parts[0]
        pages.pages[1][0] = parts[1] + pages.pages[1][0].dropLast(parts[1].count)
        #expect(try pages.findings(.names, .general, names: [name]).count == (isBroken ? 1 : 0))
    }

    @Test("names padded with a blank, without a list nothing is found")
    func padded() throws {
        #expect(
            try sample("王|　伟出席").findings(.names, .general, names: ["王伟"]) == [.partedName("王伟", acrossPages: false)])
        #expect(try sample("王|伟出席").findings(.names, .general) == [])
    }
}
