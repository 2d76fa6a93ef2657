import Outlining

struct BoundTable {
    struct Cell: Hashable {
        var text: [Unicode.Scalar] = []
        var link: String?
        /// How many columns and rows it takes.
        var columns = 1
        var rows = 1
        /// Whether a cell before or above it takes its place.
        var isCovered = false
    }

    var section: TableSection
    var caption: [Unicode.Scalar]?
    var continued: [Unicode.Scalar]?
    var note: [[Unicode.Scalar]]
    var head: [[Cell]]
    var rows: [[Cell]]
    /// Of each row.
    var anchors: [String?] = []
}

extension Binder {
    mutating func table(_ section: TableSection, _ scope: Scope) -> BoundTable? {
        let items = scope.value(section.rows).list
        guard !items.isEmpty else { return nil }
        tables += 1
        let scope = scope.inside(.fields(["table": .number(Double(tables))]))
        var rows = items.enumerated().map { number, item in
            let scope = scope.inside(.fields(["row": .number(Double(number + 1))])).inside(item)
            return section.columns.map { cell($0, scope) }
        }
        let rowAnchors = items.map { item in section.anchor?.fill(scope.inside(item)) }
        anchors.formUnion(rowAnchors.compactMap { $0 })
        TableGrid.settle(&rows)
        TableGrid.join(&rows, in: section.columns.indices.filter { section.columns[$0].joins })
        var note: [[Unicode.Scalar]] = []
        if let template = section.note {
            let list = template.onlyPath.map { scope.value($0).list } ?? []
            let texts = list.isEmpty ? [template.fill(scope) ?? ""] : list.compactMap { $0.text ?? $0["text"].text }
            note = texts.flatMap(Self.paragraphs)
        }
        return BoundTable(
            section: section, caption: section.caption?.fill(scope).map(Self.line),
            continued: section.continued?.fill(scope).map(Self.line), note: note, head: head(section, scope),
            rows: rows, anchors: rowAnchors)
    }

    private func cell(_ column: Column, _ scope: Scope) -> BoundTable.Cell {
        var cell = BoundTable.Cell(link: column.link?.fill(scope))
        var text = column.text.fill(scope)
        if text == nil, let path = column.text.onlyPath {
            let value = scope.value(path)
            text = value.flatText
            cell.columns = value["columns"].count ?? 1
            cell.rows = value["rows"].count ?? 1
        }
        var made = text ?? ""
        if column.padsNames { made = NamePadding.padded(made) }
        cell.text = Array(made.unicodeScalars)
        return cell
    }

    /// The rows of headings: from the briefing's list, where lists in it are rows, or from the columns.
    private func head(_ section: TableSection, _ scope: Scope) -> [[BoundTable.Cell]] {
        let columns = section.columns
        let list = section.head.map { scope.value($0).list } ?? []
        let isDeep = list.contains { if case .list = $0 { true } else { false } }
        if isDeep {
            let rows = list.map { row in
                row.list.map { value in
                    BoundTable.Cell(
                        text: Self.line(value.flatText), columns: value["columns"].count ?? 1,
                        rows: value["rows"].count ?? 1)
                }
            }
            return TableGrid.laid(rows, columns: columns.count)
        }
        let last = columns.enumerated().map { place, column in
            let text = column.heading ?? (place < list.count ? list[place].text ?? "" : "")
            return BoundTable.Cell(text: Self.line(text))
        }
        if last.allSatisfy(\.text.isEmpty) { return [] }
        if columns.allSatisfy({ $0.group == nil }) { return [last] }
        var above: [BoundTable.Cell] = []
        var below: [BoundTable.Cell] = []
        var place = 0
        while place < columns.count {
            let group = columns[place].group
            let count = group == nil ? 1 : columns[place...].prefix { $0.group == group }.count
            if let group {
                above.append(BoundTable.Cell(text: Self.line(group), columns: count))
                below += last[place..<(place + count)]
            } else {
                above.append(BoundTable.Cell(text: last[place].text, rows: 2))
            }
            place += count
        }
        return TableGrid.laid([above, below], columns: columns.count)
    }
}

extension Briefing.Value {
    /// Whatever text there is in it, in order: of a list a line for each item, of other trees the values.
    var flatText: String {
        switch self {
        case .null, .flag: ""
        case .text, .number: text ?? ""
        case .list(let items): items.map(\.flatText).filter { !$0.isEmpty }.joined(separator: "\n")
        case .fields(let fields):
            fields["text"].map(\.flatText)
                ?? fields.sorted { $0.key < $1.key }.map(\.value.flatText).filter { !$0.isEmpty }
                .joined(separator: "　")
        }
    }

    /// A number of columns or rows.
    fileprivate var count: Int? {
        if case .number(let number) = self, number >= 1, number < 1000 { Int(number) } else { nil }
    }
}
