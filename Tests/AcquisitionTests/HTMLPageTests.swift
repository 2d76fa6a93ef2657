import Diagnostics
import Testing

@testable import Acquisition

private func page(_ markup: String, path: String = "a.html") throws -> SourceText {
    try SourceReader().read(bytes: Array(markup.utf8), path: path)
}

private func blocks(_ source: SourceText, _ part: SourceText.Block.Part) -> [String] {
    source.blocks.filter { $0.part == part }.map { scalarString(source.text[$0.range]) }
}

private let article = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>临江市召开人才工作会议_临江新闻网</title>
    <link rel="canonical" href="http://news.example/1.html"><style>p { color: red }</style></head><body>
    <div class="top-nav"><a href="/">首页</a> &gt; <a href="/n">要闻</a></div>
    <div class="wrap"><h1>临江市召开人才工作会议</h1>
    <div class="info">发布时间：2024-05-07 10:22 来源：临江日报</div>
    <div id="content"><p>　　5月6日，临江市召开<b>人才</b>工作会议。</p><p>会议指出，要坚持党管人才。<br>会议强调，&ldquo;十四五&rdquo;期间要落实责任。</p></div>
    <ul class="list"><li><a href="1">市长在江北区调研，强调安全</a></li><li><a href="2">全市经济工作会议召开</a></li></ul></div>
    <script>var text = "不是正文，不是正文。";</script>
    <div class="footer">版权所有 临江日报社，未经授权不得转载。</div></body></html>
    """

@Suite("Pages give their text, their parts and what they state of themselves")
struct HTMLPageTests {
    @Test("title, day and address")
    func statements() throws {
        let source = try page(article)
        #expect(source.format == .html)
        #expect(source.title == "临江市召开人才工作会议")
        #expect(source.published == "2024-05-07")
        #expect(source.url == "http://news.example/1.html")
    }

    @Test("main content against what stands beside it")
    func parts() throws {
        let source = try page(article)
        #expect(blocks(source, .title) == ["临江市召开人才工作会议"])
        #expect(
            blocks(source, .main) == [
                "　　5月6日，临江市召开人才工作会议。", "会议指出，要坚持党管人才。", "会议强调，“十四五”期间要落实责任。",
            ])
        #expect(
            blocks(source, .aside) == [
                "首页 > 要闻", "发布时间：2024-05-07 10:22 来源：临江日报", "市长在江北区调研，强调安全", "全市经济工作会议召开", "版权所有 临江日报社，未经授权不得转载。",
            ])
    }

    @Test("where the page's title is the site's, the first heading that is not is the article's")
    func siteTitle() throws {
        let source = try page(
            """
            <html><head><title>临江市人民政府门户网站</title></head><body><table><tr><td><h1>临江市人民政府</h1></td></tr>
            <tr><td><h2>陈文远到江北区调研</h2><font>日期：2024-05-09</font><div id=zoom>&nbsp;&nbsp;5月8日，市长陈文远到江北区调研。<br>
            陈文远强调，要加快项目建设。<br></div></td></tr></table></body></html>
            """)
        #expect(source.title == "陈文远到江北区调研")
        #expect(source.published == "2024-05-09")
        #expect(blocks(source, .title) == ["陈文远到江北区调研"])
    }

    @Test(
        "the article's own title goes before the page's, the site's name may stand before it",
        arguments: [
            "<title>柘坪市人民政府 政务要闻 柘坪市召开水利工作会议</title>",
            "<title>柘坪要闻</title><meta name=ArticleTitle content=' 柘坪市召开水利工作会议'>"
                + "<meta name='Url' content='http://zheping.example/3.html'><meta name=PubDate content='2023-03-04 09:12'>",
        ])
    func articleTitle(head: String) throws {
        let source = try page(
            """
            <html><head>\(head)</head><body><div>当前位置：首页 > 政务要闻</div><div class=bt>柘坪市召开水利工作会议</div>
            <div><p>3月3日，柘坪市召开水利工作会议，副市长蒲望舒讲话。</p><p>会议强调，要抓好防汛。</p></div></body></html>
            """)
        #expect(source.title == "柘坪市召开水利工作会议")
        #expect(blocks(source, .title) == ["柘坪市召开水利工作会议"])
        if head.contains("Url") {
            #expect(source.url == "http://zheping.example/3.html")
            #expect(source.published == "2023-03-04")
        }
    }

    @Test("blocks are in order, apart and parted by line ends")
    func ranges() throws {
        let source = try page(article)
        for (first, second) in zip(source.blocks, source.blocks.dropFirst()) {
            #expect(first.range.upperBound + 1 == second.range.lowerBound)
            #expect(source.text[first.range.upperBound] == "\n")
        }
        #expect(!scalarString(source.text).contains("不是正文"))
        #expect(!scalarString(source.text).contains("color"))
    }

    @Test(
        "the day of publication, where pages state it",
        arguments: [
            (#"<meta property="article:published_time" content="2024-03-01T08:00:00+08:00">"#, "2024-03-01"),
            (#"<meta name="PubDate" content="2024-3-1 08:00">"#, "2024-03-01"),
            (#"<time datetime="2024-03-01">3月1日</time>"#, "2024-03-01"),
            ("<p>发布日期：2024年3月1日</p>", "2024-03-01"), ("<p>2024-03-01 08:30 浏览</p>", "2024-03-01"),
            ("<p>会议于2024年3月1日召开。</p>", nil), ("<p>3月1日</p>", nil),
        ] as [(String, String?)])
    func days(markup: String, day: String?) throws {
        #expect(try page("<html><body>\(markup)<p>会议指出，要落实责任。</p></body></html>").published == day)
    }

    @Test("a page in GBK is decoded by evidence, whatever its meta element says")
    func encodings() throws {
        let markup = "<html><head><meta charset=\"gb2312\"></head><body><p>会议指出，要坚持问题导向。</p></body></html>"
        #expect(try page(markup).encoding == "UTF-8")
        #expect(scalarString(try page(markup).text) == "会议指出，要坚持问题导向。\n")
    }

    @Test("a page without text is empty")
    func empty() {
        #expect(throws: Diagnostic(.fileEmpty, at: Place(file: "a.html"))) {
            try page("<html><head><title></title></head><body><script>1</script></body></html>")
        }
    }

    @Test("markup is told by its first tags, text by having none")
    func sniffing() throws {
        #expect(try page("<!DOCTYPE html><p>会议。", path: "-").format == .html)
        #expect(try page("会议<重要>指出。", path: "-").format == .text)
    }
}
