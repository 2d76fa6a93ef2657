import Diagnostics
import _QPDF

/// What a screen reader needs (PDF/UA-1, ISO 14289-1, 7): everything tagged or an artifact, headings in order, tables with
/// headers, figures with a text, the language.
enum StructureCheck: Check {
    static let subject = ProofSubject.structure

    static func findings(in document: PrintedDocument, _ order: ProofOrder) throws(Diagnostic) -> [Finding] {
        let marking = try document.file.resolve(document.root["MarkInfo"]).dictionary
        guard let tree = try StructureTree(document), try document.file.resolve(marking?["Marked"]).boolean == true
        else {
            return [Finding(subject, .untagged)] + (try language(document))
        }
        var findings = content(document) + marks(document, tree)
        if !tree.hasParentTree, tree.elements.contains(where: { !$0.content.isEmpty }) {
            findings.append(Finding(subject, .noParentTree))
        }
        findings += tree.unknown.sorted().map { Finding(subject, .unknownRole($0)) }
        findings += nesting(tree) + headings(tree, document) + TableStructure.findings(tree, document)
        for (number, element) in tree.elements.enumerated() where ["Figure", "Formula"].contains(element.role) {
            if !element.hasAlternative, !element.hasText {
                findings.append(finding(tree, number, document, .noAlternative(element.role)))
            }
        }
        return findings + (try language(document))
    }

    /// With the page and place of an element's first content.
    static func finding(_ tree: StructureTree, _ number: Int, _ document: PrintedDocument, _ flaw: Flaw) -> Finding {
        guard let first = tree.firstContent(of: number) else { return Finding(subject, flaw) }
        return Finding(
            subject, page: first.page + 1, at: document.pages[first.page].tagging.places[first.identifier], flaw)
    }

    private static func content(_ document: PrintedDocument) -> [Finding] {
        document.pages.flatMap { page -> [Finding] in
            var findings = page.tagging.loose.sorted { $0.key < $1.key }.map {
                Finding(subject, page: page.number, .looseContent(operation: $0.key, count: $0.value))
            }
            if page.tagging.artifactsInside > 0 {
                findings.append(Finding(subject, page: page.number, .artifactInside))
            }
            return findings
        }
    }

    /// Each piece of marked content belongs to one element, and each element's pieces are there.
    private static func marks(_ document: PrintedDocument, _ tree: StructureTree) -> [Finding] {
        var owned = [[Int: Int]](repeating: [:], count: document.pages.count)
        for element in tree.elements {
            for piece in element.content { owned[piece.page][piece.identifier, default: 0] += 1 }
        }
        return document.pages.enumerated().flatMap { index, page -> [Finding] in
            var drawn: [Int: Int] = [:]
            for identifier in page.tagging.identifiers { drawn[identifier, default: 0] += 1 }
            let twice = owned[index].values.count { $0 > 1 } + drawn.values.count { $0 > 1 }
            let orphans = drawn.keys.count { owned[index][$0] == nil } + owned[index].keys.count { drawn[$0] == nil }
            var findings: [Finding] = []
            if twice > 0 { findings.append(Finding(subject, page: page.number, .markedTwice(identifiers: twice))) }
            if orphans > 0 { findings.append(Finding(subject, page: page.number, .orphanMarks(identifiers: orphans))) }
            return findings
        }
    }

    /// What has to stand in what (ISO 32000-1, tables 335 to 337).
    private static let homes: [String: Set<String>] = [
        "TR": ["Table", "THead", "TBody", "TFoot"], "TH": ["TR"], "TD": ["TR"], "THead": ["Table"], "TBody": ["Table"],
        "TFoot": ["Table"], "LI": ["L"], "LBody": ["LI"], "TOCI": ["TOC"],
    ]

    private static func nesting(_ tree: StructureTree) -> [Finding] {
        var seen: Set<Flaw> = []
        return tree.elements.compactMap { element in
            guard let homes = homes[element.role] else { return nil }
            let parent = element.parent.map { tree.elements[$0].role } ?? "StructTreeRoot"
            let flaw = Flaw.misplaced(role: element.role, parent: parent)
            return homes.contains(parent) || !seen.insert(flaw).inserted ? nil : Finding(subject, flaw)
        }
    }

    private static func headings(_ tree: StructureTree, _ document: PrintedDocument) -> [Finding] {
        var last = 0
        var findings: [Finding] = []
        for (number, element) in tree.elements.enumerated() {
            let role = Array(element.role.utf8)
            guard role.count == 2, role[0] == UInt8(ascii: "H"), (0x31...0x36).contains(role[1]) else { continue }
            let level = Int(role[1]) - 0x30
            if level > last + 1 {
                findings.append(finding(tree, number, document, .headingJump(from: last, to: level)))
            }
            if !tree.hasContent(number), !element.hasText { findings.append(Finding(subject, .emptyHeading(level))) }
            last = level
        }
        return findings
    }

    private static func language(_ document: PrintedDocument) throws(Diagnostic) -> [Finding] {
        guard let language = try document.file.resolve(document.root["Lang"]).text, !language.isEmpty else {
            return [Finding(subject, .noLanguage)]
        }
        let glyphs = document.lines.lazy.joined().prefix(400)
        let han = glyphs.reduce(0) { $0 + $1.hanCount }
        let all = glyphs.reduce(0) { $0 + $1.glyphs.count }
        // A text mostly of Han characters is read as Chinese (Japanese has kana between them).
        let isChinese = han * 2 > all
        let isSaid = ["zh", "ja", "ko", "yue"].contains { language.lowercased().hasPrefix($0) }
        return isChinese && !isSaid ? [Finding(subject, .language(language))] : []
    }
}
