import Diagnostics
import _QPDF

/// The structure of a tagged PDF (ISO 32000-1, 14.7), in reading order.
struct StructureTree {
    struct Element {
        /// By the role map.
        var role: String
        var parent: Int?
        var children: [Int] = []
        /// Marked content of its own, in order: index of the page from 0, and identifier.
        var content: [(page: Int, identifier: Int)] = []
        var hasAlternative = false
        var hasText = false
        var hasScope = false
        var columnSpan = 1
        var rowSpan = 1
    }

    var elements: [Element] = []
    /// Roles that neither the standard nor the role map knows.
    var unknown: Set<String> = []
    var hasParentTree = false
    var hasLanguage = false

    private var pages: [ObjectID: Int] = [:]
    private var roles: [String: String] = [:]
    private var seen: Set<ObjectID> = []
    private static let deepest = 200

    /// `nil` where the document is not tagged.
    init?(_ document: PrintedDocument) throws(Diagnostic) {
        let file = document.file
        guard let tree = try file.resolve(document.root["StructTreeRoot"]).dictionary else { return nil }
        for (index, id) in document.pageIDs.enumerated() { pages[id] = index }
        for (role, mapped) in try file.resolve(tree["RoleMap"]).dictionary ?? [:] {
            roles[role] = try file.resolve(mapped).name
        }
        hasParentTree = tree["ParentTree"] != nil
        try walk(tree["K"] ?? .null, parent: nil, page: nil, in: file, depth: 0)
    }

    private mutating func walk(
        _ value: PDFValue, parent: Int?, page: Int?, in file: PDFFile, depth: Int
    ) throws(Diagnostic) {
        if let id = value.reference, pages[id] == nil {
            guard depth < Self.deepest else { return }
            // A tree that leads back into itself ends here.
            let node = try file.value(of: id)
            if case .dictionary = node, !seen.insert(id).inserted { return }
            return try walk(node, parent: parent, page: page, in: file, depth: depth + 1)
        }
        switch value {
        case .array(let kids): for kid in kids { try walk(kid, parent: parent, page: page, in: file, depth: depth) }
        case .integer(let identifier):
            if let parent, let page { elements[parent].content.append((page, identifier)) }
        case .dictionary(let keys):
            let page = keys["Pg"]?.reference.flatMap { pages[$0] } ?? page
            if let identifier = keys["MCID"]?.integer, keys["S"] == nil {
                if let parent, let page { elements[parent].content.append((page, identifier)) }
            } else if keys["S"] != nil, depth < Self.deepest {
                try element(keys, parent: parent, page: page, in: file, depth: depth)
            }
        default: break
        }
    }

    private mutating func element(
        _ keys: [String: PDFValue], parent: Int?, page: Int?, in file: PDFFile, depth: Int
    ) throws(Diagnostic) {
        let number = elements.count
        var element = Element(role: mapped(try file.resolve(keys["S"]).name ?? ""), parent: parent)
        element.hasAlternative = !(try file.resolve(keys["Alt"]).text ?? "").isEmpty
        element.hasText = !(try file.resolve(keys["ActualText"]).text ?? "").isEmpty
        if keys["Lang"] != nil { hasLanguage = true }
        if let attributes = keys["A"] { try read(attributes, into: &element, in: file) }
        elements.append(element)
        if let parent { elements[parent].children.append(number) }
        if let kids = keys["K"] { try walk(kids, parent: number, page: page, in: file, depth: depth + 1) }
    }

    private func read(_ value: PDFValue, into element: inout Element, in file: PDFFile) throws(Diagnostic) {
        let value = try file.resolve(value)
        for item in value.array ?? [value] {
            let keys = try file.resolve(item).dictionary ?? [:]
            if keys["Scope"] != nil { element.hasScope = true }
            if let span = try file.resolve(keys["ColSpan"]).integer { element.columnSpan = min(max(span, 1), 1000) }
            if let span = try file.resolve(keys["RowSpan"]).integer { element.rowSpan = min(max(span, 1), 100_000) }
        }
    }

    /// A role by the role map, followed to a standard one.
    private mutating func mapped(_ role: String) -> String {
        var role = role
        for _ in 0..<16 {
            if Self.standard.contains(role) { return role }
            guard let next = roles[role] else { break }
            role = next
        }
        unknown.insert(role)
        return role
    }

    /// ISO 32000-1, 14.8.4; what ISO 32000-2 adds is mapped where it is used.
    private static let standard: Set<String> = [
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
        "Private",
        "H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
        "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT",
        "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
    ]

    /// The first marked content of an element or of what it holds.
    func firstContent(of number: Int) -> (page: Int, identifier: Int)? {
        if let own = elements[number].content.first { return own }
        for child in elements[number].children { if let found = firstContent(of: child) { return found } }
        return nil
    }

    func hasContent(_ number: Int) -> Bool { firstContent(of: number) != nil }

    /// The nearest element above of some roles.
    func ancestor(of number: Int, in roles: Set<String>) -> Int? {
        var at = elements[number].parent
        while let number = at {
            if roles.contains(elements[number].role) { return number }
            at = elements[number].parent
        }
        return nil
    }
}
