internal import Diagnostics

/// What a file is, told by its first bytes; its name counts only where a promise it makes is broken.
enum FileKind: Hashable {
    case text
    case html
    case docx
    case pdf
    case table
    /// Records that a program or a person made: JSON or YAML (record.schema.json), or JSON of flat objects.
    case json
    case yaml

    /// - Throws: `unsupported` for what is known and not read, `damaged` where name and bytes contradict each other.
    static func of(_ bytes: UnsafeRawBufferPointer, path: String) throws(FaultError) -> FileKind {
        let ending = ending(of: path)
        if isPDF(bytes) { return .pdf }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) { return .docx }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { throw FaultError(office(bytes)) }
        if let name = foreign.first(where: { bytes.starts(with: $0.beginning) })?.name {
            throw FaultError(.unsupported(name))
        }
        switch ending {
        case _ where bytes.isEmpty: return .text
        case "docx": throw FaultError(.damaged(format: "DOCX", reason: "it is no zip archive"))
        case "pdf": throw FaultError(.damaged(format: "PDF", reason: "it does not begin with %PDF-"))
        default: break
        }
        if HTMLPage.looksLikeOne(bytes, path: path) { return .html }
        return textual(bytes, ending: ending)
    }

    /// Behind the last dot of the name, in lower case; empty where there is none.
    static func ending(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func textual(_ bytes: UnsafeRawBufferPointer, ending: String) -> FileKind {
        // What follows is ASCII in every encoding that is met, with zeros between in UTF-16.
        let head = bytes.prefix(8192).filter { $0 != 0 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 < 0xFE }
        let start = head.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? 0
        let inner = head[start...]
        if let first = inner.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            let second = inner.dropFirst().first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            let opens: [UInt8] = first == UInt8(ascii: "{") ? Array("\"}".utf8) : Array("{[]".utf8)
            if ["json", "ndjson", "jsonl"].contains(ending) || second.map(opens.contains) ?? false { return .json }
        }
        // Only these begin a record, so that no article is decoded for nothing.
        if let first = inner.first, "#%-s".utf8.contains(first), isRecordYAML(String(decoding: inner, as: UTF8.self)) {
            return .yaml
        }
        if ["yaml", "yml"].contains(ending) { return .yaml }
        if ["csv", "tsv"].contains(ending) { return .table }
        return TableLayout.looksLikeOne(Array(head)) ? .table : .text
    }

    /// Whether YAML begins as a record does: perhaps comments, `---`, then `schema:`.
    static func isRecordYAML(_ text: String) -> Bool {
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("#") || line.hasPrefix("%") || line == "---" { continue }
            return line.hasPrefix("schema:") || line.hasPrefix("- schema:")
        }
        return false
    }

    /// The mark may stand a little behind the beginning (ISO 32000-1, note 13 of annex H).
    private static func isPDF(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = Array(bytes.prefix(1024))
        if head.starts(with: mark) { return true }
        guard head.count > mark.count else { return false }
        // Not in running text that speaks of it.
        guard let at = (1...head.count - mark.count).first(where: { head[$0...].starts(with: mark) }) else {
            return false
        }
        return head[at - 1] == 0x0A || head[at - 1] == 0x0D || head[..<at].contains(0)
    }

    /// A file of the old Office: DOC or XLS, or a DOCX under a password, which is wrapped so.
    private static func office(_ bytes: UnsafeRawBufferPointer) -> Fault {
        let wrapped = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        let head = Array(bytes.prefix(1 << 20))
        let isWrapped = head.indices.contains { head[$0] == wrapped[0] && head[$0...].starts(with: wrapped) }
        return isWrapped ? .encrypted(format: "DOCX") : .unsupported("a DOC, XLS or WPS file of the old format")
    }

    private static let foreign: [(beginning: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"), ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        (Array("GIF8".utf8), "a picture (GIF)"), (Array("II*\0".utf8), "a picture (TIFF)"),
        (Array("MM\0*".utf8), "a picture (TIFF)"), (Array("BM6".utf8), "a picture (BMP)"),
        ([0x1F, 0x8B], "a gzip archive"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive"),
        (Array("Rar!".utf8), "a RAR archive"), (Array("{\\rtf".utf8), "an RTF file"),
    ]
}
