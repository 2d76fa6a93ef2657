import Outlining

/// A section with its values: what is set, in order.
enum Bound {
    case text(BoundText)
    case pair(left: [Unicode.Scalar], right: [Unicode.Scalar], style: StyleID)
    case rule(Rule, before: Double, after: Double)
    case space(Double)
    case spaceTo(Double)
    case pageBreak
    case contents(ContentsSection)
    case table(BoundTable)
    case bottom([Bound])
}

struct BoundText {
    struct Piece {
        var text: [Unicode.Scalar]
        var style: StyleID
    }

    var pieces: [Piece]
    var style: StyleID
    var level: Int?
    var anchor: String?
    var link: String?
    var inContents = false

    /// All pieces, for outline and contents.
    var plain: [Unicode.Scalar] { pieces.flatMap(\.text) }
}

struct BoundTable {
    struct Cell {
        var text: [Unicode.Scalar]
        var link: String?
    }

    var section: TableSection
    var caption: [Unicode.Scalar]?
    var continued: [Unicode.Scalar]?
    var head: [[Unicode.Scalar]]
    var rows: [[Cell]]
}

/// Fills a layout's sections with a briefing's values; what is empty is left out.
struct Binder {
    private(set) var bound: [Bound] = []
    /// Headings in order, as the outline and the contents list them.
    private(set) var headings: [BoundText] = []
    private(set) var anchors: Set<String> = []
    private var tables = 0

    init(_ layout: Layout, _ briefing: Briefing) {
        bound = bind(layout.sections, Scope(briefing))
    }

    private mutating func bind(_ sections: [Section], _ scope: Scope) -> [Bound] {
        var all: [Bound] = []
        for section in sections {
            if !section.conditions.isEmpty, section.conditions.allSatisfy({ scope.value($0).isEmpty }) { continue }
            if section.exceptions.contains(where: { !scope.value($0).isEmpty }) { continue }
            bind(section.kind, scope, into: &all)
        }
        return all
    }

    private mutating func bind(_ kind: Section.Kind, _ scope: Scope, into all: inout [Bound]) {
        switch kind {
        case .text(let section): bind(section, scope, into: &all)
        case .pair(let left, let right, let style):
            let left = left.fill(scope).map(Self.line) ?? []
            let right = right.fill(scope).map(Self.line) ?? []
            if !left.isEmpty || !right.isEmpty { all.append(.pair(left: left, right: right, style: style)) }
        case .rule(let rule, let before, let after): all.append(.rule(rule, before: before, after: after))
        case .space(let height): all.append(.space(height))
        case .spaceTo(let height): all.append(.spaceTo(height))
        case .pageBreak: all.append(.pageBreak)
        case .contents(let section): all.append(.contents(section))
        case .table(let section):
            if let table = table(section, scope) { all.append(.table(table)) }
        case .each(let path, let sections):
            for (number, item) in scope.value(path).list.enumerated() {
                let place = scope.inside(.fields(["index": .number(Double(number + 1))]))
                all += bind(sections, place.inside(item))
            }
        case .group(let sections, let atBottom):
            let inner = bind(sections, scope)
            if atBottom { all.append(.bottom(inner)) } else { all += inner }
        }
    }

    private mutating func bind(_ section: TextSection, _ scope: Scope, into all: inout [Bound]) {
        if section.pieces.count == 1, let path = section.pieces[0].template.onlyPath,
            case .list(let items) = scope.value(path)
        {
            let style = section.pieces[0].style ?? section.style
            for item in items {
                let text = item.text ?? item["text"].text ?? ""
                for line in Self.paragraphs(text) {
                    all.append(.text(BoundText(pieces: [.init(text: line, style: style)], style: section.style)))
                }
            }
            return
        }
        var pieces: [BoundText.Piece] = []
        for piece in section.pieces {
            guard let text = piece.template.fill(scope), !text.isEmpty else { continue }
            pieces.append(.init(text: Array(text.unicodeScalars), style: piece.style ?? section.style))
        }
        let anchor = section.anchor?.fill(scope)
        let link = section.link?.fill(scope)
        for pieces in Self.paragraphs(pieces) {
            var made = BoundText(
                pieces: pieces, style: section.style, level: section.level, anchor: anchor, link: link,
                inContents: section.inContents)
            if made.level != nil {
                if made.anchor == nil { made.anchor = "heading-\(headings.count + 1)" }
                headings.append(made)
            }
            if let anchor = made.anchor { anchors.insert(anchor) }
            all.append(.text(made))
        }
    }

    private mutating func table(_ section: TableSection, _ scope: Scope) -> BoundTable? {
        let rows = scope.value(section.rows).list
        guard !rows.isEmpty else { return nil }
        tables += 1
        let scope = scope.inside(.fields(["table": .number(Double(tables))]))
        let names = section.head.map { scope.value($0).list.map { $0.text ?? "" } } ?? []
        let head = section.columns.enumerated().map { place, column in
            Self.line(column.heading ?? (place < names.count ? names[place] : ""))
        }
        let cells = rows.enumerated().map { number, row in
            let scope = scope.inside(.fields(["row": .number(Double(number + 1))])).inside(row)
            return section.columns.map { column in
                var text = column.text.fill(scope) ?? ""
                if column.padsNames { text = NamePadding.padded(text) }
                return BoundTable.Cell(text: Array(text.unicodeScalars), link: column.link?.fill(scope))
            }
        }
        return BoundTable(
            section: section, caption: section.caption?.fill(scope).map(Self.line),
            continued: section.continued?.fill(scope).map(Self.line),
            head: head.allSatisfy(\.isEmpty) ? [] : head, rows: cells)
    }

    // MARK: Text

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{0B}"
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\t" || scalar == "\u{A0}"
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var text = text
        while let first = text.first, isBlank(first) { text.removeFirst() }
        while let last = text.last, isBlank(last) { text.removeLast() }
        return Array(text)
    }

    static func paragraphs(_ text: String) -> [[Unicode.Scalar]] {
        Array(text.unicodeScalars).split(whereSeparator: isBreak).map(trimmed).filter { !$0.isEmpty }
    }

    /// One line: line ends become spaces.
    static func line(_ text: String) -> [Unicode.Scalar] {
        trimmed(text.unicodeScalars.map { isBreak($0) ? " " : $0 }[...])
    }

    private static func paragraphs(_ pieces: [BoundText.Piece]) -> [[BoundText.Piece]] {
        var all: [[BoundText.Piece]] = [[]]
        for piece in pieces {
            for (number, part) in piece.text.split(omittingEmptySubsequences: false, whereSeparator: isBreak)
                .enumerated()
            {
                if number > 0 { all.append([]) }
                var text = Array(part)
                if all[all.count - 1].isEmpty { text = Array(text.drop(while: isBlank)) }
                if !text.isEmpty { all[all.count - 1].append(.init(text: text, style: piece.style)) }
            }
        }
        for place in all.indices {
            while let last = all[place].last?.text.last, isBlank(last) {
                all[place][all[place].count - 1].text.removeLast()
                if all[place][all[place].count - 1].text.isEmpty { all[place].removeLast() }
            }
        }
        return all.filter { !$0.isEmpty }
    }
}
