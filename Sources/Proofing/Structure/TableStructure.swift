/// Tables in the structure: they have headers, headers say what they head, rows are of one width.
enum TableStructure {
    static func findings(_ tree: StructureTree, _ document: PrintedDocument) -> [Finding] {
        var findings: [Finding] = []
        for (number, element) in tree.elements.enumerated() where element.role == "Table" {
            let rows = rows(of: number, tree)
            let cells = rows.flatMap { tree.elements[$0].children }
            if !cells.isEmpty, !cells.contains(where: { tree.elements[$0].role == "TH" }) {
                findings.append(StructureCheck.finding(tree, number, document, .noHeader))
            }
            let widths = widths(of: rows, tree)
            if Set(widths).count > 1 {
                findings.append(
                    StructureCheck.finding(tree, number, document, .unevenTable(rows: Set(widths).sorted())))
            }
        }
        for (number, element) in tree.elements.enumerated() where element.role == "TH" && !element.hasScope {
            findings.append(StructureCheck.finding(tree, number, document, .noScope(text: "")))
        }
        return findings
    }

    private static func rows(of table: Int, _ tree: StructureTree) -> [Int] {
        tree.elements[table].children.flatMap { child -> [Int] in
            switch tree.elements[child].role {
            case "TR": [child]
            case "THead", "TBody", "TFoot": tree.elements[child].children.filter { tree.elements[$0].role == "TR" }
            default: []
            }
        }
    }

    /// How many columns each row takes, those that cells of rows above reach into with it.
    private static func widths(of rows: [Int], _ tree: StructureTree) -> [Int] {
        var reaching: [Int] = []
        return rows.map { row in
            let cells = tree.elements[row].children.map { tree.elements[$0] }.filter { ["TH", "TD"].contains($0.role) }
            let width = cells.reduce(0) { $0 + $1.columnSpan } + reaching.count
            reaching = reaching.filter { $0 > 1 }.map { $0 - 1 }
            for cell in cells where cell.rowSpan > 1 {
                reaching += [Int](repeating: cell.rowSpan - 1, count: cell.columnSpan)
            }
            return width
        }
    }
}
