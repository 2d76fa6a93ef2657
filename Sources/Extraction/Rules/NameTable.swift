/// A table of people that became lines of cells: `姓名 单位 职务`, then `张三 市教育局 局长`, one a line.
struct NameTable {
    let finder: NameFinder
    let skipped: [Bool]

    private struct Columns {
        var name: Int
        var unit: Int?
        var post: Int?
        var count: Int
        var role: Lexicon.Kind
    }

    private static let headings = Lexicon([
        (.credit, "姓名 姓 名 名字 参会人员 出席人员 列席人员 与会人员"),
        (.unit, "单位 工作单位 所在单位 部门 单位名称"),
        (.post, "职务 职 务 职称 职务职称 单位及职务 单位职务 职务及单位 现任职务"),
        (.solid, "序号 性别 电话 联系电话 手机 备注 签名 签到 民族 座位 座号 人数 房间 房号 联系方式 会议角色 角色"),
    ])

    private var values: [UInt32] { finder.values }

    /// The people of every table, in order.
    func mentions() -> [Mention] {
        var found: [Mention] = []
        var columns: Columns?
        var above: Range<Int>?
        for line in lines() {
            let cells = Self.cells(values, line)
            if let head = head(cells, above: above) {
                columns = head
            } else if let open = columns, !skipped[line.lowerBound] {
                if let mention = row(cells, open) {
                    found.append(mention)
                } else if cells.count < 2 {
                    columns = nil
                }
            }
            above = line
        }
        return found
    }

    /// Whether the cells of a line are the headings of such a table.
    static func isHead(_ values: [UInt32], _ line: Range<Int>) -> Bool {
        kinds(values, cells(values, line)).map { $0.contains(.credit) && !$0.isDisjoint(with: [.post, .unit]) } ?? false
    }

    /// All headings together; nil where a cell is none.
    private static func kinds(_ values: [UInt32], _ cells: [Range<Int>]) -> Lexicon.Kind? {
        guard (2...9).contains(cells.count) else { return nil }
        var all: Lexicon.Kind = []
        for cell in cells {
            guard cell.count <= 8, let kind = headings.exact(values, cell) else { return nil }
            all.formUnion(kind)
        }
        return all
    }

    private func head(_ cells: [Range<Int>], above: Range<Int>?) -> Columns? {
        guard let all = Self.kinds(values, cells), all.contains(.credit), !all.isDisjoint(with: [.post, .unit]) else {
            return nil
        }
        func column(_ kind: Lexicon.Kind) -> Int? {
            cells.firstIndex { Self.headings.exact(values, $0)?.contains(kind) ?? false }
        }
        guard let name = column(.credit) else { return nil }
        var role = Lexicon.Kind.attending
        if let above, above.count <= 24 {
            for place in above {
                if let word = finder.words.longest(values, at: place, to: above.upperBound, of: [.observing, .absent]) {
                    role = word.kind.intersection([.observing, .absent])
                }
            }
        }
        return Columns(name: name, unit: column(.unit), post: column(.post), count: cells.count, role: role)
    }

    private func row(_ cells: [Range<Int>], _ columns: Columns) -> Mention? {
        var cells = cells
        // 王 伟: the blank of a padded name
        if cells.count == columns.count + 1, columns.name + 1 < cells.count, cells[columns.name].count == 1,
            cells[columns.name + 1].count == 1
        {
            cells[columns.name] = cells[columns.name].lowerBound..<cells[columns.name + 1].upperBound
            cells.remove(at: columns.name + 1)
        }
        guard cells.count == columns.count || cells.count == columns.count - 1 && columns.name < 2 else { return nil }
        let name = cells[columns.name]
        guard (2...8).contains(name.count),
            let found = finder.find(at: name.lowerBound, in: .list, to: name.upperBound),
            found.range.upperBound == name.upperBound
        else { return nil }
        let unit = columns.unit.flatMap { $0 < cells.count ? cells[$0] : nil }
        let post = columns.post.flatMap { $0 < cells.count ? cells[$0] : nil }
        return Mention(
            rule: .rollCall, span: name, name: name, titles: post.map { titles($0, of: unit) } ?? [], sure: true,
            given: columns.role)
    }

    /// 党组书记、局长 of one cell, each with the unit of its own column.
    private func titles(_ cell: Range<Int>, of unit: Range<Int>?) -> [Title] {
        let titles = BracketTitle(values: values, words: finder.words)
        var found: [Title] = []
        var start = cell.lowerBound
        for place in cell.lowerBound...cell.upperBound
        where place == cell.upperBound || values[place] == Script.listComma || values[place] == 0x2F {
            if start < place, var title = titles.whole(start..<place) {
                if title.post == title.range.lowerBound || found.isEmpty, let unit, title.range.count <= 8 {
                    title.body = unit
                    title.post = title.range.lowerBound
                }
                found.append(title)
            }
            start = place + 1
        }
        return found
    }

    // MARK: - Lines and cells

    private func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for place in values.indices where values[place] == Script.newline {
            if place > start { lines.append(start..<place) }
            start = place + 1
        }
        if start < values.count { lines.append(start..<values.count) }
        return lines
    }

    /// What stands between blanks, tabs and upright strokes.
    private static func cells(_ values: [UInt32], _ line: Range<Int>) -> [Range<Int>] {
        guard line.count <= 80 else { return [] }
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for place in line.lowerBound...line.upperBound
        where place == line.upperBound || Script.isBlank(values[place]) || values[place] == 0x9 || values[place] == 0x7C
        {
            if place > start { cells.append(start..<place) }
            start = place + 1
        }
        return cells
    }
}
