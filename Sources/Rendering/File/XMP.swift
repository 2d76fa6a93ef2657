import Fonts
import Pagination

/// The metadata of a file as XMP (ISO 16684-1), the same that its information dictionary says.
struct XMP {
    private let metadata: PagedDocument.Metadata
    private let isTagged: Bool
    private let isArchival: Bool

    /// - Parameter isArchival: whether the file may be called PDF/A.
    init(_ metadata: PagedDocument.Metadata, isTagged: Bool, isArchival: Bool) {
        self.metadata = metadata
        self.isTagged = isTagged
        self.isArchival = isArchival
    }

    var packet: String {
        var spaces: [String] = []
        var lines: [String] = []
        func space(_ prefix: String, _ address: String, _ body: [String] = []) {
            spaces.append("xmlns:\(prefix)=\"\(address)\"")
            lines += body
        }
        space("dc", "http://purl.org/dc/elements/1.1/", core)
        var program = ["<xmp:CreatorTool>Jianbao</xmp:CreatorTool>"]
        if let date = metadata.date, PDFSyntax.date(date) != nil {
            for key in ["CreateDate", "ModifyDate"] { program.append("<xmp:\(key)>\(date)T00:00:00Z</xmp:\(key)>") }
        }
        space("xmp", "http://ns.adobe.com/xap/1.0/", program)
        var producer = ["<pdf:Producer>Jianbao</pdf:Producer>"]
        if !metadata.keywords.isEmpty {
            let words = Self.escaped(metadata.keywords.joined(separator: ", "))
            producer.append("<pdf:Keywords>\(words)</pdf:Keywords>")
        }
        space("pdf", "http://ns.adobe.com/pdf/1.3/", producer)
        if isArchival {
            let level = isTagged ? "A" : "B"
            space(
                "pdfaid", "http://www.aiim.org/pdfa/ns/id/",
                ["<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>\(level)</pdfaid:conformance>"])
        }
        if isTagged, metadata.title != nil {
            space("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", ["<pdfuaid:part>1</pdfuaid:part>"])
            for (prefix, address) in Self.extensionSpaces { space(prefix, address) }
            lines += Self.extensions
        }
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" \(spaces.joined(separator: " "))>
            \(lines.joined(separator: "\n"))
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    private var core: [String] {
        var body = ["<dc:format>application/pdf</dc:format>"]
        func alternatives(_ key: String, _ text: String?) {
            guard let text else { return }
            let item = "<rdf:li xml:lang=\"x-default\">\(Self.escaped(text))</rdf:li>"
            body.append("<dc:\(key)><rdf:Alt>\(item)</rdf:Alt></dc:\(key)>")
        }
        alternatives("title", metadata.title)
        alternatives("description", metadata.subject)
        if let author = metadata.author {
            body.append("<dc:creator><rdf:Seq><rdf:li>\(Self.escaped(author))</rdf:li></rdf:Seq></dc:creator>")
        }
        if !metadata.keywords.isEmpty {
            let items = metadata.keywords.map { "<rdf:li>\(Self.escaped($0))</rdf:li>" }.joined()
            body.append("<dc:subject><rdf:Bag>\(items)</rdf:Bag></dc:subject>")
        }
        let language = metadata.language.rawValue
        body.append("<dc:language><rdf:Bag><rdf:li>\(language)</rdf:li></rdf:Bag></dc:language>")
        return body
    }

    private static let extensionSpaces = [
        ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
        ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
        ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    ]

    /// Says what the property of PDF/UA is, which PDF/A does not know (ISO 19005-3, 6.6.2.3).
    private static let extensions: [String] = {
        let property: [(String, String)] = [
            ("name", "part"), ("valueType", "Integer"), ("category", "internal"),
            ("description", "Part of ISO 14289"),
        ]
        let schema: [(String, String)] = [
            ("schema", "PDF/UA"), ("namespaceURI", "http://www.aiim.org/pdfua/ns/id/"), ("prefix", "pdfuaid"),
        ]
        return [
            "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
            schema.map { "<pdfaSchema:\($0)>\($1)</pdfaSchema:\($0)>" }.joined(),
            "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">",
            property.map { "<pdfaProperty:\($0)>\($1)</pdfaProperty:\($0)>" }.joined(),
            "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>",
        ]
    }()

    private static func escaped(_ text: String) -> String {
        var made = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": made += "&amp;"
            case "<": made += "&lt;"
            case ">": made += "&gt;"
            default: if scalar.value >= 32 { made.unicodeScalars.append(scalar) }
            }
        }
        return made
    }
}
