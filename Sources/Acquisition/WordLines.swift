internal import Diagnostics

/// The lines of one part of a DOCX: a line a paragraph, the number of its list before it; of a table a line a row where its cells are short.
struct WordLines {
    /// A table that is open: the cells of the row, each with its paragraphs.
    private struct Table {
        var cells: [[[Unicode.Scalar]]] = []
    }

    /// A paragraph that is open. In a text box one stands inside another.
    private struct Paragraph {
        var text: [Unicode.Scalar] = []
        /// Where the run began, and whether it is hidden (`w:vanish`).
        var run = 0
        var isHidden = false
        var style: String?
        var reference = WordStyles.Reference()
        /// As printed before the text; `nil` as long as it was not counted.
        var number: [Unicode.Scalar]?
        /// Whether its mark was deleted: the text goes on in the next paragraph, and that has the number.
        var isJoined = false
    }

    private var lines: [[Unicode.Scalar]] = []
    private var tables: [Table] = []
    private var paragraphs: [Paragraph] = []
    private var numbering: WordNumbering

    /// - Parameter numbering: counts on from part to part.
    static func lines(of part: [UInt8], _ numbering: inout WordNumbering) throws(FaultError) -> [[Unicode.Scalar]] {
        guard !part.isEmpty else { return [] }
        var reader = WordLines(numbering: numbering)
        try reader.read(XMLPull(part, format: "DOCX"))
        numbering = reader.numbering
        return reader.lines
    }

    private init(numbering: WordNumbering) { self.numbering = numbering }

    /// What was deleted or moved away, the second form of what is there already, readings above characters, and what
    /// separates notes from the text.
    private static let skipped: Set<String> = ["del", "moveFrom", "Fallback", "rt", "tabs", "pPrChange", "rPrChange"]

    private mutating func read(_ xml: XMLPull) throws(FaultError) {
        var isText = false
        var isMark = false
        while let piece = try xml.next() {
            switch piece {
            case .start("pPr"): isMark = true
            case .end("pPr"):
                isMark = false
                number()
            case .start("del") where isMark, .start("moveFrom") where isMark:
                set { $0.isJoined = true }
                try xml.skip()
            case .start("pStyle"): set { $0.style = xml.attribute("val") }
            case .start("numId"): set { $0.reference.list = xml.attribute("val").flatMap { Int($0) } }
            case .start("ilvl"): set { $0.reference.level = xml.attribute("val").flatMap { Int($0) } }
            case .start(let name) where Self.skipped.contains(name): try xml.skip()
            case .start("footnote"), .start("endnote"):
                if let type = xml.attribute("type"), type != "normal" { try xml.skip() }
            case .start("vanish"):
                if xml.attribute("val") != "0", xml.attribute("val") != "false" { set { $0.isHidden = true } }
            case .start("t"): isText = true
            case .end("t"): isText = false
            case .start(let name): start(name)
            case .end(let name): end(name)
            case .text(let text): if isText { set { $0.text += text.unicodeScalars } }
            }
        }
    }

    private mutating func set(_ change: (inout Paragraph) -> Void) {
        guard let last = paragraphs.indices.last else { return }
        change(&paragraphs[last])
    }

    /// Counts the open paragraph, once: a text box in it comes behind it.
    private mutating func number() {
        guard let last = paragraphs.last, last.number == nil else { return }
        let number = last.isJoined ? [] : numbering.next(style: last.style, own: last.reference)
        set { $0.number = number }
    }

    private mutating func start(_ name: String) {
        switch name {
        case "p": paragraphs.append(Paragraph())
        case "r":
            set {
                $0.run = $0.text.count
                $0.isHidden = false
            }
        case "tab": set { $0.text.append("\t") }
        case "br", "cr": set { $0.text.append("\n") }
        case "noBreakHyphen": set { $0.text.append("-") }
        case "tbl": tables.append(Table())
        case "tr": if let last = tables.indices.last { tables[last].cells = [] }
        case "tc": if let last = tables.indices.last { tables[last].cells.append([]) }
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "r": set { if $0.isHidden { $0.text.removeSubrange(min($0.run, $0.text.count)...) } }
        case "p":
            number()
            guard let paragraph = paragraphs.popLast() else { return }
            var number = paragraph.number ?? []
            for line in paragraph.text.split(separator: "\n") where line.contains(where: Self.isInk) {
                put(number + line)
                number = []
            }
        case "tr":
            guard let last = tables.indices.last else { return }
            let row = TableRow(cells: tables[last].cells.filter { !$0.isEmpty }).lines
            // A row of a table inside a cell is a paragraph of that cell.
            if last > 0, !tables[last - 1].cells.isEmpty {
                tables[last - 1].cells[tables[last - 1].cells.count - 1] += row
            } else {
                lines += row
            }
        case "tbl": _ = tables.popLast()
        default: break
        }
    }

    private static func isInk(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value != 0xA0 && scalar.value != 0x3000
    }

    private mutating func put(_ line: [Unicode.Scalar]) {
        if let last = tables.indices.last, !tables[last].cells.isEmpty {
            tables[last].cells[tables[last].cells.count - 1].append(line)
        } else {
            lines.append(line)
        }
    }
}

/// A row of a table as lines of text.
struct TableRow {
    /// The cells that hold something, each with its paragraphs.
    let cells: [[[Unicode.Scalar]]]

    /// A form's label and what stands beside it make one line (`主持人：覃怀远`), as do cells of one paragraph; a row with
    /// longer cells gives each paragraph its own.
    var lines: [[Unicode.Scalar]] {
        if cells.count.isMultiple(of: 2), !cells.isEmpty, labels.allSatisfy(Self.isLabel) {
            return stride(from: 0, to: cells.count, by: 2).flatMap { index in
                let label = Self.bare(cells[index][0]).filter { $0 != "：" && $0 != ":" }
                var value = cells[index + 1]
                // Names one below the other.
                if value.allSatisfy({ $0.count <= 30 && !$0.contains("。") }) {
                    value = [Array(value.joined(separator: ["\t"]))]
                }
                value[0] = label + ["："] + value[0]
                return value
            }
        }
        if cells.allSatisfy({ $0.count == 1 }) {
            return cells.isEmpty ? [] : [Array(cells.map { $0[0] }.joined(separator: ["\t"]))]
        }
        return cells.flatMap { $0 }
    }

    private var labels: [[[Unicode.Scalar]]] { stride(from: 0, to: cells.count, by: 2).map { cells[$0] } }

    private static func isLabel(_ cell: [[Unicode.Scalar]]) -> Bool {
        guard cell.count == 1 else { return false }
        let word = scalarString(bare(cell[0]).filter { $0 != "：" && $0 != ":" })
        return endings.contains { word.hasSuffix($0) } && word.unicodeScalars.count <= 8
    }

    private static func bare(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.filter { $0.value > 0x20 && $0.value != 0xA0 && $0.value != 0x3000 }
    }

    /// How the labels of minutes end (会议时间, 出席人员, 记录人).
    private static let endings = [
        "时间", "日期", "地点", "名称", "主题", "议题", "主持", "主持人", "出席", "列席", "请假", "缺席", "参加", "参会", "人员", "领导", "记录",
        "记录人", "汇报人", "发言人", "召集人", "单位", "部门", "内容", "事项", "整理", "签发", "审核", "時間", "地點", "名稱", "主題", "議題", "請假",
        "參加", "人員", "領導", "記錄", "記錄人", "單位",
    ]
}
