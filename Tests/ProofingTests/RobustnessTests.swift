import Diagnostics
import Testing
import _QPDF

@testable import Proofing

@Suite("Damaged and hostile files end in a fault or a report")
struct RobustnessTests {
    /// Numbers by a rule of their own: the same in every run.
    private struct Dice {
        var state: UInt64 = 88_172_645_463_325_252

        mutating func throwOne(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
    }

    private func prove(_ bytes: [UInt8]) {
        do throws(Diagnostic) {
            let preflight = try Preflight(bytes, name: "x.pdf")
            _ = try preflight.report(ProofOrder(profile: .gb9704)).table(all: true)
            _ = preflight.looksOfficial
            _ = try preflight.attachments()
        } catch {
            #expect(error.fault.outcome == .badInput, "\(error)")
        }
    }

    @Test("bytes changed anywhere in a tagged file")
    func changedBytes() throws {
        var options = PDFWritingOptions()
        options.packsObjects = false
        let bytes = try PDFFile(try TaggedSample.sound.written(), name: "x").written(options)
        var dice = Dice()
        for _ in 0..<100 {
            var changed = bytes
            for _ in 0...dice.throwOne(6) { changed[dice.throwOne(changed.count)] = UInt8(dice.throwOne(256)) }
            prove(changed)
        }
    }

    @Test("content of any bytes and numbers")
    func content() throws {
        let operators = [
            "q", "Q", "cm", "BT", "ET", "Tf", "Td", "Tm", "Tj", "TJ", "T*", "'", "\"", "Tr", "Tz", "Tc", "re", "f", "S",
            "m",
            "l", "c", "h", "W", "n", "w", "BDC", "BMC", "EMC", "Do", "gs", "sc", "scn", "rg", "sh", "BI",
        ]
        let operands = [
            "0", "1", "-1", "99999999999999999999", "1e9", "0.00001", "-0", "/FangSong", "/P", "(ab)", "<4E2D6587>",
            "[(a) 1 2]",
            "<</MCID 1>>", "[", "]", "<<", ">>", "true", "null", "3 0 R",
        ]
        var dice = Dice()
        for _ in 0..<30 {
            var text = "BT /FangSong 16 Tf 80 700 Td "
            for _ in 0..<150 {
                for _ in 0...dice.throwOne(6) { text += operands[dice.throwOne(operands.count)] + " " }
                text += operators[dice.throwOne(operators.count)] + "\n"
            }
            var sample = Sample(pages: 1, lines: 2)
            let content = text
            sample.extra = { _ in content }
            prove(try sample.file().written())
        }
    }

    @Test("forms that draw themselves or each other many times over, trees that lead back")
    func circles() throws {
        let file = try Sample(pages: 1).file()
        let page = try file.pages()[0]
        let root = try file.root()
        var below: ObjectID?
        for level in 0..<12 {
            let draw = String(repeating: "/X Do ", count: level == 0 ? 0 : 10)
            let form = try file.addStream(
                [
                    "Type": .name("XObject"), "Subtype": .name("Form"),
                    "BBox": .array([0, 0, 9, 9].map(PDFValue.integer)),
                ],
                Array((draw + "0 0 1 1 re f /Self Do").utf8))
            var objects: [String: PDFValue] = ["Self": .reference(form)]
            objects["X"] = below.map(PDFValue.reference)
            try file.set("Resources", of: form, to: .dictionary(["XObject": .dictionary(objects)]))
            below = form
        }
        let content = try file.addStream([:], Array("/X Do".utf8))
        try file.set("Contents", of: page, to: .reference(content))
        let forms = PDFValue.dictionary(["X": .reference(try #require(below))])
        try file.set("Resources", of: page, to: .dictionary(["XObject": forms]))
        let node = try file.add(.dictionary([:]))
        try file.set("Kids", of: node, to: .array([PDFValue](repeating: .reference(node), count: 9)))
        try file.set("PageLabels", of: root, to: .reference(node))
        try file.set(
            "Names", of: root, to: .dictionary(["Dests": .reference(node), "EmbeddedFiles": .reference(node)]))
        prove(try file.written())
    }
}
