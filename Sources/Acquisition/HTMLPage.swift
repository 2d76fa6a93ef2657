internal import Diagnostics
internal import _CLibXML2

/// An HTML page: its text blocks, and what it states of itself.
///
/// Owns libxml2's document for as long as it is read.
struct HTMLPage: ~Copyable {
    private let document: htmlDocPtr

    /// - Parameter markup: UTF-8; what the page says of its encoding is not looked at again.
    /// - Throws: `malformed` where there is no element, `damaged` where elements are nested so deeply that libxml2 leaves the rest.
    private init(_ markup: [UInt8]) throws(FaultError) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
        guard let context = htmlNewParserCtxt() else {
            throw FaultError(.libraryFailed(call: "htmlNewParserCtxt", status: "no memory"))
        }
        defer { htmlFreeParserCtxt(context) }
        let parsed = markup.withUnsafeBytes { bytes in
            htmlCtxtReadMemory(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, "UTF-8",
                Int32(options))
        }
        // Recovering, it goes on behind every fault but this one.
        if context.pointee.instate == XML_PARSER_EOF, context.pointee.disableSAX != 0 {
            xmlFreeDoc(parsed)
            throw FaultError(.damaged(format: "HTML", reason: "nested too deeply"))
        }
        guard let parsed else { throw FaultError(.malformed(format: "HTML", reason: "no element in it")) }
        document = parsed
    }

    deinit { xmlFreeDoc(document) }

    /// Replaces the page's markup by the text taken out of it, and fills in title, day of publication and URL.
    ///
    /// - Throws: `.fileEmpty` where the page has no text.
    static func read(into source: inout SourceText) throws(FaultError) {
        var markup = String.UnicodeScalarView()
        markup.append(contentsOf: source.text)
        let page = try HTMLPage(Array(String(markup).utf8))
        guard let root = xmlDocGetRootElement(page.document) else { throw FaultError(.fileEmpty) }
        var head = PageHead()
        var body = PageBody()
        body.walk(root, head: &head)
        let blocks = body.classified(title: head.articleTitle ?? head.title)
        guard !blocks.isEmpty else { throw FaultError(.fileEmpty) }

        source.text = []
        for block in blocks {
            let start = source.text.count
            source.text += block.text
            source.blocks.append(SourceText.Block(range: start..<source.text.count, part: block.part))
            source.text.append("\n")
        }
        source.title = blocks.first { $0.part == .title }.map { scalarString($0.text) } ?? head.plainTitle
        source.published = head.published ?? body.statedDay()
        source.url = head.url
    }

    /// By its name, or by its first tags.
    static func looksLikeOne(_ bytes: UnsafeRawBufferPointer, path: String) -> Bool {
        let name = path.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") { return true }
        let head = String(decoding: bytes.prefix(1024).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head>", "<body"].contains { head.contains($0) }
    }

    /// What a meta element says of the encoding.
    static func declaredCharset(_ bytes: UnsafeRawBufferPointer) -> String? {
        let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
        guard let found = head.firstRange(of: "charset") else { return nil }
        let value = head[found.upperBound...].drop { " =\"'".contains($0) }
        let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return name.isEmpty ? nil : String(name)
    }
}

func scalarString(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
}
