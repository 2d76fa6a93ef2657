import Diagnostics
import _QPDF

@testable import Proofing

/// A small PDF drawn for a test: lines of Chinese text at places given in mm, in fonts whose codes are UTF-16.
struct Sample {
    var width = 210.0
    var height = 297.0
    var left = 28.0
    var top = 37.0
    /// pt
    var pitch = 225 / 22 * 72 / 25.4
    var step = 156.0 / 28 * 72 / 25.4
    var size = 15.75
    var font = "FangSong"
    /// By page, its lines.
    var pages: [[String]]
    /// By page, from 1.
    var folio: (Int) -> String? = { "— \($0) —" }
    var folioSize = 14.0
    var folioBelow = 7.0
    var folioInset = 14.0
    /// Odd pages right, even pages left.
    var folioIsRight: (Int) -> Bool = { $0 % 2 == 1 }
    /// More content by page, from 1.
    var extra: (Int) -> String = { _ in "" }
    var language: String? = "zh-Hans"

    /// Pages full of lines of 28 characters.
    init(pages count: Int = 2, lines: Int = 22) {
        pages = (0..<count).map { page in (0..<lines).map { Self.line(page * lines + $0) } }
    }

    init(_ lines: [String]) { pages = [lines] }

    private static let words = Array("全市各级各部门要深入推进河湖治理工作坚持系统思维统筹山水林田湖草一体保护切实把各项任务落到实处")

    /// 28 Han characters, other ones for every number.
    static func line(_ number: Int) -> String {
        String((0..<28).map { words[(number * 5 + $0) % words.count] })
    }

    static let mm = 72 / 25.4

    // MARK: Content

    private static func hex(_ text: String) -> String {
        text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    /// Text with its baseline at a place, in pt from the upper left corner.
    func text(_ text: String, x: Double, y: Double, size: Double, font: String, space: Double = 0) -> String {
        "BT /\(font) \(size) Tf \(PDFValue.decimal(space)) Tc 1 0 0 1 \(PDFValue.decimal(x)) "
            + "\(PDFValue.decimal(height * Self.mm - y)) Tm <\(Self.hex(text))> Tj ET\n"
    }

    /// A filled rule; pt from the upper left corner.
    func rule(x: Double, y: Double, length: Double, thickness: Double, colour: String = "0 g") -> String {
        "\(colour) \(PDFValue.decimal(x)) \(PDFValue.decimal(height * Self.mm - y - thickness / 2)) "
            + "\(PDFValue.decimal(length)) \(PDFValue.decimal(thickness)) re f 0 g\n"
    }

    func baseline(_ line: Int) -> Double { top * Self.mm + (pitch + size) / 2 - 0.12 * size + Double(line) * pitch }

    func content(ofPage number: Int) -> String {
        var content = ""
        for (index, line) in pages[number - 1].enumerated() where !line.isEmpty {
            content += text(line, x: left * Self.mm, y: baseline(index), size: size, font: font, space: step - size)
        }
        if let folio = folio(number) {
            let length = Self.width(folio) * folioSize
            let x =
                folioIsRight(number)
                ? width * Self.mm - 26 * Self.mm - folioInset - length : 28 * Self.mm + folioInset
            let y = (height - 35 + folioBelow) * Self.mm + 0.34 * folioSize
            content += text(folio, x: x, y: y, size: folioSize, font: "SimSun")
        }
        return content + extra(number)
    }

    /// em
    static func width(_ text: String) -> Double { text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) } }

    // MARK: File

    func file() throws(Diagnostic) -> PDFFile {
        let file = try PDFFile()
        var fonts: [String: PDFValue] = [:]
        let names = ["FangSong", "SimSun", "SimHei", "KaiTi", "FZXiaoBiaoSong"]
        for name in names { fonts[name] = .reference(try Self.addFont(name, to: file)) }
        for number in 1...pages.count {
            let content = try file.addStream([:], Array(self.content(ofPage: number).utf8))
            let page = try file.add(
                .dictionary([
                    "Type": .name("Page"), "Contents": .reference(content),
                    "MediaBox": .array([.integer(0), .integer(0), .real(width * Self.mm), .real(height * Self.mm)]),
                    "Resources": .dictionary(["Font": .dictionary(fonts)]),
                ]))
            try file.addPage(page)
        }
        if let language { try file.set("Lang", of: try file.root(), to: .text(language)) }
        return file
    }

    /// Codes are UTF-16, ASCII half as wide as the rest.
    private static func addFont(_ name: String, to file: PDFFile) throws(Diagnostic) -> ObjectID {
        let map = try file.addStream(
            [:],
            Array(
                """
                1 begincodespacerange <0000> <FFFF> endcodespacerange
                2 beginbfrange <0001> <FFFC> <0001> <FFFF> <FFFF> <FFFD> endbfrange
                """.utf8))
        let program = try file.addStream([:], [0])
        let descriptor = try file.add(
            .dictionary(["Type": .name("FontDescriptor"), "FontFile3": .reference(program)]))
        let below = try file.add(
            .dictionary([
                "Type": .name("Font"), "Subtype": .name("CIDFontType0"), "BaseFont": .name("ABCDEF+\(name)"),
                "FontDescriptor": .reference(descriptor), "DW": .integer(1000),
                "W": .array([.integer(0x20), .integer(0x7E), .integer(500)]),
            ]))
        return try file.add(
            .dictionary([
                "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name("ABCDEF+\(name)"),
                "Encoding": .name("Identity-H"), "DescendantFonts": .array([.reference(below)]),
                "ToUnicode": .reference(map),
            ]))
    }

    /// What is found of one subject; the file may be edited before.
    func findings(
        _ subject: ProofSubject, _ profile: ProofProfile = .gb9704, names: [String] = [],
        edit: (PDFFile) throws(Diagnostic) -> Void = { _ in }
    ) throws(Diagnostic) -> [Flaw] {
        let file = try file()
        try edit(file)
        return try Sample.findings(subject, in: try file.written(), profile, names: names)
    }

    static func findings(
        _ subject: ProofSubject, in bytes: [UInt8], _ profile: ProofProfile = .gb9704, names: [String] = []
    ) throws(Diagnostic) -> [Flaw] {
        var order = ProofOrder(profile: profile)
        order.names = names
        order.skipped = Set(ProofSubject.allCases.filter { $0 != subject })
        return try Preflight(bytes, name: "sample.pdf").report(order).findings.map(\.flaw)
    }
}
