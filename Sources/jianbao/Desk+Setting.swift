import Acquisition
import Cleaning
import Diagnostics
import Fonts
import Outlining
import Pagination

extension Desk {
    /// `jianbao render`
    func render(
        _ input: String, layout: String, dump: Bool, language: TextLanguage? = nil, output: String?
    ) throws -> Outcome {
        let press = try Press(layout: layout, form: dump ? .dump : .pdf, desk: self, language: language)
        press.pictures = PictureFolder(input.contains("/") ? String(input[..<input.lastIndex(of: "/")!]) : "")
        var json = try InputFile.bytes(input)
        // Set anew from the PDF that it was set in before.
        if json.starts(with: Array("%PDF-".utf8)),
            let briefing = try PDFAttachments.file(PDFAttachments.briefing, in: json, path: input)
        {
            json = briefing
        }
        let briefing = try Briefing(json: json, path: input)
        let path = output ?? (dump ? "-" : Home.outputPath(Self.stem(input) + ".pdf"))
        try press.make(briefing, to: path) { Self.place(of: $0, in: json, input) }
        return outcome
    }

    /// The same for a briefing that is in no file; its pictures are looked for from the current folder.
    func render(_ briefing: Briefing, _ command: RenderCommand, to output: String) throws -> Outcome {
        let press = try Press(
            layout: command.layout, form: command.dump ? .dump : .pdf, desk: self, language: command.script.language)
        try press.make(briefing, to: output) { _ in nil }
        return outcome
    }

    /// Where a character first stands in a file: line and column from 1; the file alone where it is written as `\u…`.
    private static func place(of scalar: Unicode.Scalar, in json: [UInt8], _ path: String) -> Place {
        let wanted = Array(UTF8.encode(scalar)!)
        let found = json.indices.first { json[$0] == wanted[0] && json[$0...].starts(with: wanted) }
        guard let found else { return Place(file: path) }
        let newline = UInt8(ascii: "\n")
        let lineStart = json[..<found].lastIndex(of: newline).map { $0 + 1 } ?? 0
        // Bytes that continue a character are no column of their own.
        let column = json[lineStart..<found].count { $0 & 0xC0 != 0x80 } + 1
        return Place(file: path, line: json[..<found].count { $0 == newline } + 1, column: column)
    }

    /// `news/a.json` -> `a`, `-` -> `briefing`
    static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if name == "-" { return "briefing" }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}

extension SourceText {
    /// Where a character first stands: line and column from 1; `nil` where it does not.
    func place(of scalar: Unicode.Scalar) -> Place? {
        guard let index = text.firstIndex(of: scalar) else { return nil }
        // What HTML was taken out of has other lines than the file.
        guard format == .text else { return Place(file: path) }
        let before = text[..<index]
        let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return Place(file: path, line: before.count { $0 == "\n" } + 1, column: index - lineStart + 1)
    }
}
