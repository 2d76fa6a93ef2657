import Diagnostics
import Foundation
import Testing

@testable import Pagination

struct LayoutReaderTests {
    private static let styles = "styles:\n  body: {face: song, size: 三号}\n"
    private static let text = "sections:\n  - {text: \"{title}\", style: body}\n"

    /// A layout with a fault, and the whole sentence about it.
    static let faults: [(yaml: String, message: String)] = [
        ("styels: {}\nsections: []\n", "1:1: unknown key `styels`; did you mean `styles`?"),
        ("sections: []\n", "1:1: `styles` is missing; add it"),
        (styles, "1:1: `sections` is missing; add it"),
        ("- a\n- b\n", "1:1: `layout` is not a mapping of keys to values; give a mapping of keys to values"),
        (
            "page: {top: 37}\n" + styles + text,
            "1:13: `top` cannot be `37`; give a length that is not negative, with its unit (37mm, 15.75pt)"
        ),
        (
            "page: {top: -5mm}\n" + styles + text,
            "1:13: `top` cannot be `-5mm`; give a length that is not negative, with its unit (37mm, 15.75pt)"
        ),
        (
            "page: {inside: 120mm, outside: 100mm}\n" + styles + text,
            "1:7: `page` cannot be `no room for type`; give margins that leave 36pt at least"
        ),
        (
            "styles:\n  body: {face: sung, size: 三号}\n" + text,
            "2:16: `face` cannot be `sung`; give `song`, or another of song, hei, kai, fangsong, title"
        ),
        (
            "styles:\n  body: {face: song, size: 七号}\n" + text,
            "2:28: `size` cannot be `七号`; give a size such as 三号 or 15.75pt"
        ),
        (
            "styles:\n  body: {indent: 40em}\n" + text,
            "2:9: `body` cannot be `wider than the page`; give indents that leave room for a character"
        ),
        (
            "styles:\n  body: {colour: red}\n" + text,
            "2:18: `colour` cannot be `red`; give \"#rrggbb\", or one of black"
        ),
        (
            styles + "sections:\n  - {text: a, style: boddy}\n",
            "4:22: `style` cannot be `boddy`; give `body`, or another of body"
        ),
        (styles + "sections:\n  - {tex: a}\n", "4:6: unknown key `tex`; did you mean `text`?"),
        (styles + "sections:\n  - {text: a, style: body, colour: red}\n", "4:28: unknown key `colour`; remove it"),
        (
            styles + "sections:\n  - {text: \"{title\", style: body}\n",
            "4:12: `text` cannot be `{title`; give a text with values in braces such as {title} or {no|chinese}"
        ),
        (
            styles
                + "sections:\n  - table: rows\n    style: body\n    columns:\n      - {text: \"{a}\", width: -3mm}\n",
            "7:30: `width` cannot be `-3mm`; give a width above zero (20mm, 70pt), a share (1fr) or auto"
        ),
        (
            styles
                + "sections:\n  - table: rows\n    style: body\n    columns:\n      - {text: \"{a}\", width: 200mm}\n",
            "7:7: `columns` cannot be `566.93pt wide`; give columns of at most 442.20pt together"
        ),
        (
            styles + "sections:\n  - table: rows\n    style: body\n    columns:\n      - {table: a}\n",
            "7:10: unknown key `table`; remove it"
        ),
        (
            styles + "styles: {}\nsections: []\n",
            "1:1: YAML cannot be read: `styles` stands twice; correct it at this place"
        ),
    ]

    @Test(arguments: faults)
    func namesThePlaceAndTheNearestKey(fault: (yaml: String, message: String)) {
        do {
            _ = try Layout.read(fault.yaml, name: "own", file: "own.yaml")
            Issue.record("read without a fault: \(fault.yaml)")
        } catch {
            #expect("\(error)" == "own.yaml:" + fault.message)
        }
    }

    @Test(arguments: ["page: {top: [}", "a: b: c", "\tx", "styles: {body: \u{1}}"])
    func brokenYamlIsAFaultWithItsLine(yaml: String) {
        #expect(throws: Diagnostic.self) { try Layout.read(yaml, name: "own", file: "own.yaml") }
    }

    @Test func unknownLayoutNamesTheNearest() {
        #expect(throws: Diagnostic(.unknownLayout("breifing", nearest: "briefing"))) {
            try Layout.load("breifing")
        }
        #expect(throws: Diagnostic(.fileMissing, at: Place(file: "no/such.yaml"))) { try Layout.load("no/such.yaml") }
    }

    @Test func everyLayoutFileIsPartOfTheProgram() throws {
        let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../layouts").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        #expect(files.sorted() == Layout.builtIn.map { $0.name + ".yaml" }.sorted())
        for (name, bytes) in Layout.builtIn {
            let file = try Data(contentsOf: folder.appendingPathComponent("\(name).yaml"))
            #expect(Array(file) == bytes)
            let layout = try Layout.read(String(decoding: bytes, as: UTF8.self), name: name, file: name)
            #expect(layout.title != "" && layout.title != name)
        }
    }

    /// What the guide shows can be copied as it stands.
    @Test(arguments: ["README.md", "README.zh.md"])
    func examplesOfTheGuideAreLayouts(name: String) throws {
        let path = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../layouts/\(name)").standardized
        let blocks = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "```yaml\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
        #expect(blocks.count == 3)
        let head = """
            colours: {ash: "#eeeeee", green: "#1e7b34", amber: "#b26a00", red: "#c8102e"}
            styles: {cell: {size: 12pt}, cell-head: {size: 12pt}, caption: {size: 12pt}, continued: {size: 12pt},
              note: {size: 10pt}, small: {size: 10pt}}

            """
        _ = try Layout.read(blocks[0], name: "guide", file: name)
        _ = try Layout.read(head + blocks[1], name: "guide", file: name)
        _ = try Layout.read(head + "sections:\n" + blocks[2], name: "guide", file: name)
        let guide = try String(contentsOf: path, encoding: .utf8)
        for section in LayoutKey.sections { #expect(guide.contains("`\(section.kind)`"), "\(section.kind)") }
    }

    @Test func schemaIsJSONAndHasEveryKey() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(Layout.schema.utf8)) as? [String: Any]
        let top = try #require(schema?["properties"] as? [String: Any])
        #expect(Set(top.keys) == Set(LayoutKey.keys(of: "layout").map(\.name)))
        let definitions = try #require(schema?["$defs"] as? [String: Any])
        let sections = try #require((definitions["section"] as? [String: Any])?["oneOf"] as? [Any])
        #expect(sections.count == LayoutKey.sections.count)
    }
}
