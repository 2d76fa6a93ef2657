import Diagnostics
import _QPDF

/// Outline, links and tab order (ISO 14289-1, 7.17 and 7.18).
enum NavigationCheck: Check {
    static let subject = ProofSubject.navigation
    /// A document so long wants an outline.
    private static let short = 4

    static func findings(in document: PrintedDocument, _ order: ProofOrder) throws(Diagnostic) -> [Finding] {
        let file = document.file
        var findings: [Finding] = []
        let names = try file.resolve(document.root["Names"]).dictionary
        let places = Set(try TreeLeaves.pairs(names?["Dests"], "Names", in: file).compactMap(\.key.bytes))
        let outline = try file.resolve(document.root["Outlines"]).dictionary
        if document.pages.count > short, outline?["First"] == nil, try hasHeadings(document) {
            findings.append(Finding(subject, .noOutline(pages: document.pages.count)))
        }
        let isTagged = document.root["StructTreeRoot"] != nil
        for (index, id) in document.pageIDs.enumerated() {
            let page = try file.value(of: id).dictionary ?? [:]
            let notes = try file.resolve(page["Annots"]).array ?? []
            if notes.isEmpty { continue }
            if isTagged, try file.resolve(page["Tabs"]).name != "S" {
                findings.append(Finding(subject, page: index + 1, .tabOrder))
            }
            var seen: Set<Flaw> = []
            for note in notes {
                for flaw in try flaws(
                    of: try file.resolve(note).dictionary ?? [:], document, places, isTagged: isTagged)
                where seen.insert(flaw).inserted {
                    findings.append(Finding(subject, page: index + 1, flaw))
                }
            }
        }
        return findings
    }

    /// Where the structure knows no heading, there is nothing to lead to (signs for desks); untagged documents may have some.
    private static func hasHeadings(_ document: PrintedDocument) throws(Diagnostic) -> Bool {
        guard let tree = try StructureTree(document) else { return document.lines.joined().contains { $0.next != nil } }
        return tree.elements.contains { $0.role.hasPrefix("H") }
    }

    private static func flaws(
        of note: [String: PDFValue], _ document: PrintedDocument, _ places: Set<[UInt8]>, isTagged: Bool
    ) throws(Diagnostic) -> [Flaw] {
        let file = document.file
        guard try file.resolve(note["Subtype"]).name == "Link" else { return [] }
        var flaws: [Flaw] = []
        if isTagged {
            if (try file.resolve(note["Contents"]).text ?? "").isEmpty { flaws.append(.linkText) }
            if note["StructParent"] == nil { flaws.append(.linkLoose) }
            if (try file.resolve(note["F"]).integer ?? 0) & 4 == 0 { flaws.append(.linkHidden) }
        }
        if try leadsNowhere(note, document, places) { flaws.append(.deadLink) }
        return flaws
    }

    private static func leadsNowhere(
        _ note: [String: PDFValue], _ document: PrintedDocument, _ places: Set<[UInt8]>
    ) throws(Diagnostic) -> Bool {
        let file = document.file
        let action = try file.resolve(note["A"]).dictionary
        if let action, try file.resolve(action["S"]).name != "GoTo" { return false }
        let target = try file.resolve(note["Dest"] ?? action?["D"])
        switch target {
        case .array(let parts):
            guard let page = parts.first?.reference else { return parts.first?.integer == nil }
            return !document.pageSet.contains(page)
        case .string(let name): return !places.contains(name)
        case .name(let name):
            if try file.resolve(document.root["Dests"]).dictionary?[name] != nil { return false }
            return !places.contains(Array(name.utf8))
        default: return true
        }
    }
}
