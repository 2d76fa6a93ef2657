import Diagnostics
import _QPDF

@testable import Proofing

/// A tagged page for a test: pieces of text from the top, and the tree over them.
struct TaggedSample {
    indirect enum Node {
        case element(String, [String: PDFValue] = [:], [Node] = [])
        /// A piece by its number.
        case piece(Int)
    }

    /// What stands before each piece: `/P <</MCID 0>> BDC`; a piece in `nil` is drawn bare.
    var pieces: [(mark: String?, text: String)]
    var tree: [Node]
    var marked = true
    var roles: [String: PDFValue] = [:]
    var more: (PDFFile) throws -> Void = { _ in }

    /// A heading, a paragraph and a table of two rows, a figure, a page number: nothing is wrong.
    static var sound: TaggedSample {
        TaggedSample(
            pieces: [
                ("/H1 <</MCID 0>>", "河湖治理"), ("/P <</MCID 1>>", "会议强调压实责任"), ("/TH <</MCID 2>>", "姓名"),
                ("/TD <</MCID 3>>", "王小川"), ("/Figure <</MCID 4>>", "图"), ("/Artifact", "1"),
            ],
            tree: [
                .element(
                    "Document", [:],
                    [
                        .element("H1", [:], [.piece(0)]), .element("P", [:], [.piece(1)]),
                        .element(
                            "Table", [:],
                            [
                                .element("TR", [:], [header("Column", 2)]),
                                .element("TR", [:], [.element("TD", [:], [.piece(3)])]),
                            ]),
                        .element("Figure", ["Alt": .text("示意图")], [.piece(4)]),
                    ])
            ])
    }

    static func header(_ scope: String?, _ piece: Int) -> Node {
        let attributes: [String: PDFValue] =
            scope.map { ["A": .dictionary(["O": .name("Table"), "Scope": .name($0)])] } ?? [:]
        return .element("TH", attributes, [.piece(piece)])
    }

    func written() throws -> [UInt8] {
        var sample = Sample([])
        sample.folio = { _ in nil }
        let lines = pieces
        let base = sample
        sample.extra = { _ in
            lines.enumerated().map { index, piece in
                let text = base.text(piece.text, x: 90, y: 120 + Double(index) * 40, size: 16, font: "FangSong")
                guard let mark = piece.mark else { return text }
                return mark + (mark.contains("<<") ? " BDC\n" : " BMC\n") + text + "EMC\n"
            }.joined()
        }
        let file = try sample.file()
        let page = try file.pages()[0]
        let root = try file.root()
        let tree = try file.add(.dictionary(["Type": .name("StructTreeRoot"), "RoleMap": .dictionary(roles)]))
        var kids: [PDFValue] = []
        for node in self.tree { kids.append(try add(node, parent: tree, page: page, to: file)) }
        try file.set("K", of: tree, to: .array(kids))
        try file.set("ParentTree", of: tree, to: .dictionary(["Nums": .array([])]))
        try file.set("StructTreeRoot", of: root, to: .reference(tree))
        try file.set("MarkInfo", of: root, to: .dictionary(["Marked": .boolean(marked)]))
        try more(file)
        return try file.written()
    }

    private func add(_ node: Node, parent: ObjectID, page: ObjectID, to file: PDFFile) throws(Diagnostic) -> PDFValue {
        switch node {
        case .piece(let number): return .integer(number)
        case .element(let role, let keys, let children):
            var values = keys
            (values["S"], values["P"], values["Pg"]) = (.name(role), .reference(parent), .reference(page))
            let id = try file.add(.dictionary(values))
            var kids: [PDFValue] = []
            for child in children { kids.append(try add(child, parent: id, page: page, to: file)) }
            if !kids.isEmpty { try file.set("K", of: id, to: .array(kids)) }
            return .reference(id)
        }
    }

    /// Found of a subject, by code.
    func codes(_ subject: ProofSubject) throws -> [String] {
        Set(try Sample.findings(subject, in: written(), .general).map(\.code)).sorted()
    }
}
