internal import Diagnostics

/// The numbers that Word sets before paragraphs of lists and counts itself (ECMA-376 part 1, 17.9).
struct WordNumbering {
    private struct Level {
        var format = "decimal"
        /// `%1` to `%9` stand for the numbers of the levels.
        var text = ""
        var start = 0
        /// The level, counted from 1, that must come for this one to begin anew; 0 is never. Without it any above.
        var restart: Int?
        var isLegal = false
        var style: String?
        var suffix = "tab"
    }

    /// `w:abstractNum`: what lists have in common. They count on together.
    private struct Family {
        var levels: [Int: Level] = [:]
        /// The style whose list is meant instead.
        var link: String?
    }

    /// `w:num`.
    private struct List {
        var family = ""
        var levels: [Int: Level] = [:]
        /// Levels that begin anew here, though the family has counted before.
        var starts: [Int: Int] = [:]
        var used: Set<Int> = []
    }

    private static let levels = 0..<9

    private let styles: WordStyles
    private var families: [String: Family] = [:]
    private var lists: [Int: List] = [:]
    /// By family: the number that each level has come to.
    private var counters: [String: [Int?]] = [:]

    init() { styles = WordStyles() }

    /// - Parameters:
    ///   - part: the numbering part; empty where there is none.
    ///   - styles: the styles that paragraphs name.
    init(_ part: [UInt8], styles: WordStyles) throws(FaultError) {
        self.styles = styles
        guard !part.isEmpty else { return }
        try read(XMLPull(part, format: "DOCX"))
    }

    /// Counts a paragraph and gives its number as printed, with the space behind it; empty where it has none.
    ///
    /// - Parameters:
    ///   - style: the style that the paragraph names.
    ///   - own: what the paragraph itself names.
    mutating func next(style: String?, own: WordStyles.Reference) -> [Unicode.Scalar] {
        guard !lists.isEmpty else { return [] }
        let chain = styles.chain(of: style)
        let inherited = styles.reference(in: chain)
        guard let id = own.list ?? inherited.list, let list = lists[id], let family = family(of: list) else {
            return []
        }
        var levels = families[family]?.levels ?? [:]
        levels.merge(list.levels) { $1 }
        for (index, start) in list.starts { levels[index]?.start = start }
        let byStyle = own.list == nil ? Self.level(of: chain, in: levels) : nil
        let index = own.level ?? byStyle ?? inherited.level ?? 0
        guard Self.levels.contains(index), let level = levels[index] else { return [] }
        let isFirst = lists[id]?.used.insert(index).inserted ?? false
        count(index, in: family, levels, startsAnew: isFirst && list.starts[index] != nil)
        return printed(level, levels, counters[family] ?? [])
    }

    private func family(of list: List) -> String? {
        var name = list.family
        // A list of a style leads to that style's own list.
        for _ in 0..<4 {
            guard let family = families[name] else { return nil }
            guard family.levels.isEmpty, let link = family.link,
                let target = styles.reference(in: styles.chain(of: link)).list, let list = lists[target]
            else { return name }
            name = list.family
        }
        return nil
    }

    private static func level(of chain: [String], in levels: [Int: Level]) -> Int? {
        for style in chain {
            if let index = Self.levels.first(where: { levels[$0]?.style == style }) { return index }
        }
        return nil
    }

    private mutating func count(_ index: Int, in family: String, _ levels: [Int: Level], startsAnew: Bool) {
        var numbers = counters[family] ?? Self.levels.map { _ in nil }
        let start = levels[index]?.start ?? 0
        numbers[index] = startsAnew ? start : numbers[index].map { $0 + 1 } ?? start
        for deeper in Self.levels where deeper > index && index < levels[deeper]?.restart ?? deeper {
            numbers[deeper] = nil
        }
        counters[family] = numbers
    }

    private func printed(_ level: Level, _ levels: [Int: Level], _ numbers: [Int?]) -> [Unicode.Scalar] {
        guard level.format != "bullet" else { return [] }
        var text: [Unicode.Scalar] = []
        var scalars = level.text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "%" else {
                text.append(scalar)
                continue
            }
            guard let digit = scalars.next() else { break }
            guard (0x31...0x39).contains(digit.value) else {
                text += [scalar, digit]
                continue
            }
            let other = Int(digit.value) - 0x31
            let number = numbers[other] ?? levels[other]?.start ?? 0
            let format = level.isLegal ? "decimal" : levels[other]?.format ?? "decimal"
            text += (ListNumber.text(number, format: format) ?? "").unicodeScalars
        }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        guard let last = text.last else { return [] }
        // `1.` and `2024年` must never run together; `一、` and `（一）` have their space in them.
        let isSpaced = last.isASCII || level.suffix != "nothing" && !Self.closing.contains(last)
        return isSpaced ? text + [" "] : text
    }

    private static let closing: Set<Unicode.Scalar> = Set(
        "、，。．：；）】〕》］①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩".unicodeScalars)
}

extension WordNumbering {
    private mutating func read(_ xml: XMLPull) throws(FaultError) {
        while let piece = try xml.next() {
            switch piece {
            case .start("abstractNum"):
                if let id = xml.attribute("abstractNumId") { families[id] = try Self.family(xml) }
            case .start("num"):
                if let id = xml.attribute("numId").flatMap({ Int($0) }) { lists[id] = try Self.list(xml) }
            default: break
            }
        }
    }

    private static func family(_ xml: XMLPull) throws(FaultError) -> Family {
        var family = Family()
        while let piece = try xml.next() {
            switch piece {
            case .start("lvl"):
                let index = number(xml, "ilvl")
                let level = try level(xml)
                if let index { family.levels[index] = level }
            case .start("numStyleLink"): family.link = xml.attribute("val")
            case .end("abstractNum"): return family
            default: break
            }
        }
        return family
    }

    private static func list(_ xml: XMLPull) throws(FaultError) -> List {
        var list = List()
        var index: Int?
        while let piece = try xml.next() {
            switch piece {
            case .start("abstractNumId"): list.family = xml.attribute("val") ?? ""
            case .start("lvlOverride"): index = number(xml, "ilvl")
            case .start("startOverride"): if let index { list.starts[index] = number(xml, "val") }
            case .start("lvl"):
                let level = try level(xml)
                if let index { list.levels[index] = level }
            case .end("num"): return list
            default: break
            }
        }
        return list
    }

    private static func level(_ xml: XMLPull) throws(FaultError) -> Level {
        var level = Level()
        while let piece = try xml.next() {
            switch piece {
            case .start("pPr"), .start("rPr"): try xml.skip()
            case .start("start"): level.start = number(xml, "val") ?? 0
            case .start("numFmt"): level.format = xml.attribute("val") ?? "decimal"
            case .start("lvlText"):
                // No number is longer; what is would be put before every paragraph.
                level.text = String((xml.attribute("val") ?? "").prefix(40))
            case .start("lvlRestart"): level.restart = number(xml, "val")
            case .start("isLgl"): level.isLegal = !["0", "false"].contains(xml.attribute("val"))
            case .start("pStyle"): level.style = xml.attribute("val")
            case .start("suff"): level.suffix = xml.attribute("val") ?? "tab"
            case .end("lvl"): return level
            default: break
            }
        }
        return level
    }

    /// A whole number that a list can begin with.
    private static func number(_ xml: XMLPull, _ name: String) -> Int? {
        xml.attribute(name).flatMap { Int($0) }.flatMap { (0..<1_000_000).contains($0) ? $0 : nil }
    }
}
