import Foundation

/// A zip archive written by hand: entries stored, or deflated by gzip where they have to be small.
struct ZipFixture {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ text: String) { add(name, stored: Array(text.utf8)) }

    mutating func add(_ name: String, stored bytes: [UInt8]) {
        add(name, data: bytes, size: bytes.count, method: 0, checksum: Self.checksum(bytes))
    }

    /// - Parameter gzip: what `gzip -n` made: ten bytes of head, deflated data, checksum and size.
    mutating func add(_ name: String, gzip bytes: [UInt8]) {
        func number(_ at: Int) -> UInt32 { (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) } }
        add(
            name, data: Array(bytes[10..<bytes.count - 8]), size: Int(number(bytes.count - 4)), method: 8,
            checksum: number(bytes.count - 8))
    }

    private mutating func add(_ name: String, data: [UInt8], size: Int, method: UInt16, checksum: UInt32) {
        let name = Array(name.utf8)
        let common =
            Self.short(20) + Self.short(0) + Self.short(method) + Self.long(0) + Self.long(checksum)
            + Self.long(UInt32(data.count)) + Self.long(UInt32(size)) + Self.short(UInt16(name.count)) + Self.short(0)
        directory += Self.long(0x0201_4B50) + Self.short(20) + common
        directory += Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0) + Self.long(UInt32(body.count)) + name
        body += Self.long(0x0403_4B50) + common + name + data
        count += 1
    }

    var bytes: [UInt8] {
        body + directory + Self.long(0x0605_4B50) + Self.short(0) + Self.short(0) + Self.short(UInt16(count))
            + Self.short(UInt16(count)) + Self.long(UInt32(directory.count)) + Self.long(UInt32(body.count))
            + Self.short(0)
    }

    private static func short(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

    private static func long(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

    /// CRC-32.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}

/// A DOCX with as little in it as there must be.
struct WordFixture {
    var body: String
    var footer: String?
    var notes: String?
    /// What stands in the parts of the lists and of the styles.
    var numbering: String?
    var styles: String?

    private static let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    init(_ body: String, footer: String? = nil, notes: String? = nil) {
        self.body = body
        self.footer = footer
        self.notes = notes
    }

    static func paragraph(_ text: String) -> String {
        "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    static func table(_ rows: [[[String]]]) -> String {
        let cell = { (paragraphs: [String]) in "<w:tc>\(paragraphs.map(paragraph).joined())</w:tc>" }
        return "<w:tbl>" + rows.map { "<w:tr>\($0.map(cell).joined())</w:tr>" }.joined() + "</w:tbl>"
    }

    static func document(_ body: String) -> String {
        "<?xml version=\"1.0\"?><w:document \(names)><w:body>\(body)</w:body></w:document>"
    }

    var bytes: [UInt8] { bytes(document: Self.document(body)) }

    func bytes(document: String) -> [UInt8] {
        var zip = Self.package()
        var relations = ""
        for (part, text) in [("footer", footer), ("footnotes", notes)] {
            guard let text else { continue }
            relations += "<Relationship Id=\"\(part)\" Type=\"\(Self.types)/\(part)\" Target=\"\(part).xml\"/>"
            let inner =
                part == "footer"
                ? Self.paragraph(text)
                : "<w:footnote w:type=\"separator\">\(Self.paragraph("——"))</w:footnote>"
                    + "<w:footnote>\(Self.paragraph(text))</w:footnote>"
            zip.add("word/\(part).xml", "<w:\(part) \(Self.names)>\(inner)</w:\(part)>")
        }
        for (part, text) in [("numbering", numbering), ("styles", styles)] {
            guard let text else { continue }
            relations += "<Relationship Id=\"\(part)\" Type=\"\(Self.types)/\(part)\" Target=\"\(part).xml\"/>"
            zip.add("word/\(part).xml", "<w:\(part) \(Self.names)>\(text)</w:\(part)>")
        }
        zip.add("word/_rels/document.xml.rels", "<Relationships>\(relations)</Relationships>")
        zip.add("word/document.xml", document)
        return zip.bytes
    }

    /// A package that says where its document is and lacks it.
    static func package() -> ZipFixture {
        var zip = ZipFixture()
        zip.add(
            "_rels/.rels",
            "<Relationships><Relationship Type=\"\(types)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        )
        return zip
    }
}
