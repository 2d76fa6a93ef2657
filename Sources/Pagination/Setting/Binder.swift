import Diagnostics
import Outlining

/// A section with its values: what is set, in order.
enum Bound {
    case text(BoundText)
    case pair(left: [Unicode.Scalar], right: [Unicode.Scalar], style: StyleID)
    case rule(Rule, before: Double, after: Double)
    case space(Double)
    case spaceTo(Double)
    case pageBreak(parity: Int?)
    case contents(ContentsSection)
    case table(BoundTable)
    case bottom([Bound], even: Bool)
    case landscape([Bound])
    case columns([Bound], count: Int, gap: Double)
    case names([[Unicode.Scalar]], NamesSection)
    case seats(BoundSeats)
    case figure(BoundFigure)
    case fold([Bound], Rule)
}

struct BoundText {
    struct Piece {
        /// The same with a part of its text.
        func part(_ text: [Unicode.Scalar]) -> Piece {
            var piece = self
            piece.text = text
            return piece
        }

        var text: [Unicode.Scalar]
        var style: StyleID
        var anchor: String?
        var link: String?
        /// The footnote that it is the mark of, by its place among the paragraph's.
        var note: Int?
    }

    var pieces: [Piece]
    var style: StyleID
    var level: Int?
    var anchor: String?
    var link: String?
    var inContents = false
    /// Footnotes, each with its mark.
    var notes: [[Unicode.Scalar]] = []

    /// All pieces, for outline and contents.
    var plain: [Unicode.Scalar] { pieces.filter { $0.note == nil }.flatMap(\.text) }
}

/// A figure with the place it takes.
struct BoundFigure {
    enum Content {
        case picture(Picture, PictureSection)
        case chart(BoundChart)
    }

    var content: Content
    var caption: [Unicode.Scalar]?
    var alternative: String
    var frame: FigureFrame
}

struct BoundSeats {
    var section: SeatsSection
    var rows: [(label: [Unicode.Scalar], names: [[Unicode.Scalar]])]
}

/// Fills a layout's sections with a briefing's values; what is empty is left out.
struct Binder {
    private(set) var bound: [Bound] = []
    /// Headings in order, as the outline and the contents list them.
    private(set) var headings: [BoundText] = []
    var anchors: Set<String> = []
    var tables = 0
    var figures = 0
    private var footnotes = 0
    private let look: FootnoteLook?
    let pictures: PictureFolder

    /// - Throws: what is wrong with the file of a picture.
    init(_ layout: Layout, _ briefing: Briefing, pictures: PictureFolder = PictureFolder()) throws(Diagnostic) {
        look = layout.footnotes
        self.pictures = pictures
        bound = try bind(layout.sections, Scope(briefing))
    }

    /// Hands over what is bound, which nothing else then holds.
    mutating func takeBound() -> [Bound] {
        defer { bound = [] }
        return bound
    }

    mutating func bind(_ sections: [Section], _ scope: Scope) throws(Diagnostic) -> [Bound] {
        var all: [Bound] = []
        for section in sections {
            if !section.conditions.isEmpty, section.conditions.allSatisfy({ scope.value($0).isEmpty }) { continue }
            if section.exceptions.contains(where: { !scope.value($0).isEmpty }) { continue }
            try bind(section.kind, scope, into: &all)
        }
        return all
    }

    private mutating func bind(
        _ kind: Section.Kind, _ scope: Scope, into all: inout [Bound]
    ) throws(Diagnostic) {
        switch kind {
        case .text(let section): bind(section, scope, into: &all)
        case .pair(let left, let right, let style):
            let left = left.fill(scope).map(Self.line) ?? []
            let right = right.fill(scope).map(Self.line) ?? []
            if !left.isEmpty || !right.isEmpty { all.append(.pair(left: left, right: right, style: style)) }
        case .rule(let rule, let before, let after): all.append(.rule(rule, before: before, after: after))
        case .space(let height): all.append(.space(height))
        case .spaceTo(let height): all.append(.spaceTo(height))
        case .pageBreak(let parity): all.append(.pageBreak(parity: parity))
        case .contents(let section): all.append(.contents(section))
        case .table(let section):
            if let table = table(section, scope) { all.append(.table(table)) }
        case .each(let path, let sections):
            for (number, item) in scope.value(path).list.enumerated() {
                let place = scope.inside(.fields(["index": .number(Double(number + 1))]))
                all += try bind(sections, place.inside(item))
            }
        case .group(let sections): all += try bind(sections, scope)
        case .bottom(let sections, let even): all.append(.bottom(try bind(sections, scope), even: even))
        case .landscape(let sections): all.append(.landscape(try bind(sections, scope)))
        case .columns(let count, let gap, let sections):
            all.append(.columns(try bind(sections, scope), count: count, gap: gap))
        case .fold(let sections, let rule): all.append(.fold(try bind(sections, scope), rule))
        case .names(let section): all.append(.names(names(section, scope), section))
        case .seats(let section): all.append(.seats(seats(section, scope)))
        case .picture(let section):
            if let figure = try picture(section, scope) { all.append(.figure(figure)) }
        case .chart(let section):
            if let figure = chart(section, scope) { all.append(.figure(figure)) }
        }
    }

    private mutating func bind(_ section: TextSection, _ scope: Scope, into all: inout [Bound]) {
        if section.pieces.count == 1, section.pieces[0].each == nil, let path = section.pieces[0].template.onlyPath,
            case .list(let items) = scope.value(path)
        {
            let style = section.pieces[0].style ?? section.style
            for item in items {
                for line in Self.paragraphs(item.flatText) {
                    var made = BoundText(pieces: [.init(text: line, style: style)], style: section.style)
                    mark(&made, scope)
                    all.append(.text(made))
                }
            }
            return
        }
        var pieces: [BoundText.Piece] = []
        for piece in section.pieces {
            let scopes = piece.each.map { path in scope.value(path).list.map { scope.inside($0) } } ?? [scope]
            for scope in scopes {
                guard let text = piece.template.fill(scope), !text.isEmpty else { continue }
                pieces.append(
                    .init(
                        text: Array(text.unicodeScalars), style: piece.style ?? section.style,
                        anchor: piece.anchor?.fill(scope), link: piece.link?.fill(scope)))
            }
        }
        let anchor = section.anchor?.fill(scope)
        let link = section.link?.fill(scope)
        for pieces in Self.paragraphs(pieces) {
            var made = BoundText(
                pieces: pieces, style: section.style, level: section.level, anchor: anchor, link: link,
                inContents: section.inContents)
            mark(&made, scope)
            if made.level != nil {
                if made.anchor == nil { made.anchor = "heading-\(headings.count + 1)" }
                headings.append(made)
            }
            anchors.formUnion((made.pieces.map(\.anchor) + [made.anchor]).compactMap { $0 })
            all.append(.text(made))
        }
    }

    /// Footnotes of a paragraph: `[^key]` in its text becomes the mark of what `footnotes` of the briefing has there.
    private mutating func mark(_ text: inout BoundText, _ scope: Scope) {
        guard let look else { return }
        var pieces: [BoundText.Piece] = []
        for piece in text.pieces {
            var rest = piece.text[...]
            while let reference = FootnoteMark.first(in: rest) {
                let note = scope.value(KeyPath(keys: ["footnotes", reference.key])).flatText
                guard !note.isEmpty else {
                    // No such note: the text stays as it is.
                    pieces.append(piece.part(Array(rest[..<reference.range.upperBound])))
                    rest = rest[reference.range.upperBound...]
                    continue
                }
                if reference.range.lowerBound > rest.startIndex {
                    pieces.append(piece.part(Array(rest[..<reference.range.lowerBound])))
                }
                footnotes += 1
                let mark = FootnoteMark.text(footnotes)
                pieces.append(.init(text: mark, style: look.markStyle, note: text.notes.count))
                text.notes.append(mark + ["\u{3000}"] + Self.line(note))
                rest = rest[reference.range.upperBound...]
            }
            if !rest.isEmpty { pieces.append(piece.part(Array(rest))) }
        }
        text.pieces = pieces
    }

    // MARK: Text

    static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
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
                if !text.isEmpty { all[all.count - 1].append(piece.part(text)) }
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
