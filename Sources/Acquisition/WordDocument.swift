internal import Diagnostics

/// A DOCX file (ECMA-376): the paragraphs of its body, tables cell by cell, then notes; heads and feet set aside.
struct WordDocument {
    private static let format = "DOCX"

    /// Where the parts lie, as the package itself says.
    private struct Parts {
        var body = ""
        var notes: [String] = []
        var furniture: [String] = []
        var numbering = ""
        var styles = ""
    }

    /// Replaces the source's text and blocks by what the document says.
    ///
    /// - Throws: `damaged`, `encrypted`, `unpacksTooFar`, `unsupported`, and `fileEmpty` where it has no text.
    static func read(_ bytes: UnsafeRawBufferPointer, into source: inout SourceText) throws(FaultError) {
        let archive = ZipArchive(bytes, format: format)
        let parts = try parts(of: archive)
        let names = Set([parts.body, parts.numbering, parts.styles] + parts.notes + parts.furniture)
        let files = try archive.files(names.contains)
        guard let body = files[parts.body] else {
            throw FaultError(.damaged(format: format, reason: "`\(parts.body)` is missing"))
        }
        source.text = []
        source.blocks = []
        var numbering = try WordNumbering(
            files[parts.numbering] ?? [], styles: WordStyles(files[parts.styles] ?? []))
        append(try WordLines.lines(of: body, &numbering), .main, to: &source)
        for name in parts.notes { append(try WordLines.lines(of: files[name] ?? [], &numbering), .main, to: &source) }
        for name in parts.furniture {
            append(try WordLines.lines(of: files[name] ?? [], &numbering), .aside, to: &source)
        }
        guard source.blocks.contains(where: { $0.part == .main }) else { throw FaultError(.fileEmpty) }
    }

    private static func append(_ lines: [[Unicode.Scalar]], _ part: SourceText.Block.Part, to source: inout SourceText)
    {
        for line in lines {
            let start = source.text.count
            source.text += line
            source.blocks.append(SourceText.Block(range: start..<source.text.count, part: part))
            source.text.append("\n")
        }
    }

    private static func parts(of archive: ZipArchive) throws(FaultError) -> Parts {
        var names: Set<String> = []
        let relations = try archive.files { name in
            names.insert(name)
            return name.hasSuffix(".rels")
        }
        if let kind = foreign.first(where: { names.contains($0.name) })?.kind { throw FaultError(.unsupported(kind)) }
        var parts = Parts()
        for relation in try read(relations["_rels/.rels"] ?? []) where relation.type.hasSuffix("/officeDocument") {
            parts.body = resolved(relation.target, against: "")
        }
        if parts.body.isEmpty, names.contains("word/document.xml") { parts.body = "word/document.xml" }
        guard !parts.body.isEmpty else {
            throw FaultError(.unsupported("a zip archive, but no DOCX"))
        }
        let folder = parts.body.split(separator: "/").dropLast().joined(separator: "/")
        let name = parts.body.split(separator: "/").last ?? ""
        for relation in try read(relations["\(folder)/_rels/\(name).rels"] ?? []) {
            let target = resolved(relation.target, against: folder)
            switch relation.type.split(separator: "/").last {
            case "footnotes", "endnotes": parts.notes.append(target)
            case "numbering": parts.numbering = target
            case "styles": parts.styles = target
            case "header", "footer": parts.furniture.append(target)
            default: break
            }
        }
        // Footnotes before endnotes, and no order of the package's own.
        parts.notes.sort(by: >)
        parts.furniture.sort()
        return parts
    }

    private static let foreign: [(name: String, kind: String)] = [
        ("xl/workbook.xml", "an Excel workbook (XLSX)"), ("ppt/presentation.xml", "a presentation (PPTX)"),
        ("content.xml", "an OpenDocument file"), ("META-INF/MANIFEST.MF", "a zip archive, but no DOCX"),
    ]

    private static func read(_ bytes: [UInt8]) throws(FaultError) -> [(type: String, target: String)] {
        guard !bytes.isEmpty else { return [] }
        let xml = try XMLPull(bytes, format: format)
        var relations: [(type: String, target: String)] = []
        while let piece = try xml.next() {
            guard case .start("Relationship") = piece, xml.attribute("TargetMode") != "External" else { continue }
            relations.append((xml.attribute("Type") ?? "", xml.attribute("Target") ?? ""))
        }
        return relations
    }

    /// A target as a name in the archive: relative to the folder of the part, or from the root.
    private static func resolved(_ target: String, against folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var path = folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = path.popLast() } else { path.append(part) }
        }
        return path.joined(separator: "/")
    }
}
