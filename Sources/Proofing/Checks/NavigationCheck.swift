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
                for flaw in try flaws(of: try file.resolve(note).dictionary ?? [:], document, isTagged: isTagged)
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
        of note: [String: PDFValue], _ document: PrintedDocument, isTagged: Bool
    ) throws(Diagnostic) -> [Flaw] {
        let file = document.file
        guard try file.resolve(note["Subtype"]).name == "Link" else { return [] }
        var flaws: [Flaw] = []
        if isTagged {
            if (try file.resolve(note["Contents"]).text ?? "").isEmpty { flaws.append(.linkText) }
            if note["StructParent"] == nil { flaws.append(.linkLoose) }
            if (try file.resolve(note["F"]).integer ?? 0) & 4 == 0 { flaws.append(.linkHidden) }
        }
        if try leadsNowhere(note, document) { flaws.append(.deadLink) }
        return flaws
    }

    private static func leadsNowhere(_ note: [String: PDFValue], _ document: PrintedDocument) throws(Diagnostic) -> Bool
    {
        let file = document.file
        let action = try file.resolve(note["A"]).dictionary
        if let action, try file.resolve(action["S"]).name != "GoTo" { return false }
        let target = try file.resolve(note["Dest"] ?? action?["D"])
        switch target {
        case .array(let parts):
            guard let page = parts.first?.reference else { return parts.first?.integer == nil }
            return !document.pageSet.contains(page)
        case .string(let name): return try !DestinationNames.holds(name, document)
        case .name(let name):
            if try file.resolve(document.root["Dests"]).dictionary?[name] != nil { return false }
            return try !DestinationNames.holds(Array(name.utf8), document)
        default: return true
        }
    }
}

/// Names of places in the document (ISO 32000-1, 7.9.6 and 12.3.2.3).
enum DestinationNames {
    static func holds(_ name: [UInt8], _ document: PrintedDocument) throws(Diagnostic) -> Bool {
        let names = try document.file.resolve(document.root["Names"]).dictionary?["Dests"]
        return try holds(name, names, document.file, depth: 0)
    }

    private static func holds(
        _ name: [UInt8], _ value: PDFValue?, _ file: PDFFile, depth: Int
    ) throws(Diagnostic) -> Bool {
        guard let node = try file.resolve(value).dictionary, depth < 32 else { return false }
        if let limits = try file.resolve(node["Limits"]).array, let low = limits.first?.bytes,
            let high = limits.last?.bytes,
            name.lexicographicallyPrecedes(low) || high.lexicographicallyPrecedes(name)
        {
            return false
        }
        let pairs = try file.resolve(node["Names"]).array ?? []
        for at in stride(from: 0, to: pairs.count, by: 2) where try file.resolve(pairs[at]).bytes == name {
            return true
        }
        for kid in try file.resolve(node["Kids"]).array ?? [] {
            if try holds(name, kid, file, depth: depth + 1) { return true }
        }
        return false
    }
}
