/// Where on a page the drawing of a slab begins.
struct Strip {
    /// Among the page's items, and among the entries of contents.
    var items: Int
    var entries: Int
    /// Whether white space may grow before it: not between the rows of a table.
    var isStretchable: Bool
    /// Whether everything down to it keeps its place: heads with their rules and measured white space.
    var isFixed: Bool
}

extension Slab {
    /// Whether it is a row of this table.
    func goesOn(_ table: Int?) -> Bool {
        if case .row(let row) = content { row.table == table } else { false }
    }
}

extension Slab {
    var isFixed: Bool {
        switch content {
        case .rule, .none: true
        default: false
        }
    }
}

extension PageBuilder {
    /// Spreads a page that ends a line or two early, because what follows may not be parted, so that its last line stands
    /// on the foot of the type area (GB/T 9704 5.2.3: 撑满版心). More than that stays blank.
    mutating func fillPage() {
        guard shape.fills, shape.lines > 0, !pages.isEmpty else { return }
        let blank = shape.textHeight - notesOnPage(noteHeight) - heldFoot - heldSpace
        let first = strips.lastIndex(where: \.isFixed).map { $0 + 2 } ?? 1
        let gaps = strips.dropFirst(first).count { $0.isStretchable }
        let most = min(2.2, 0.12 * Double(gaps)) * shape.linePitch
        guard gaps >= 8, blank > 0.5, blank <= most else { return }
        let page = pages.count - 1
        let share = blank / Double(gaps)
        closeTable()
        var offset = 0.0
        for (number, strip) in strips.enumerated().dropFirst(first) {
            if strip.isStretchable { offset += share }
            let last = number == strips.count - 1
            for item in strip.items..<(last ? pages[page].items.count : strips[number + 1].items) {
                pages[page].items[item] = pages[page].items[item].moved(x: 0, y: offset)
            }
            for entry in strip.entries..<(last ? entries.count : strips[number + 1].entries) {
                entries[entry].baseline += offset
            }
        }
    }
}
