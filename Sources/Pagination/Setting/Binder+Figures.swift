import Diagnostics
import Outlining

/// A chart with its values.
struct BoundChart {
    struct Row {
        var label: [Unicode.Scalar]
        /// `nil` where the briefing has no number.
        var values: [Double?]
        /// As the briefing writes them.
        var texts: [String]
        /// The item's own, `#E5243B`.
        var colour: Colour?
    }

    var section: ChartSection
    var rows: [Row]
    var axis: [[Unicode.Scalar]]
}

extension Binder {
    func names(_ section: NamesSection, _ scope: Scope) -> [[Unicode.Scalar]] {
        scope.value(section.path).list.compactMap { item in
            let scope = scope.inside(item)
            guard let text = section.text.fill(scope), !text.isEmpty else { return nil }
            return Self.line(NamePadding.padded(text) + (section.note?.fill(scope) ?? ""))
        }
    }

    func seats(_ section: SeatsSection, _ scope: Scope) -> BoundSeats {
        let rows = scope.value(section.path).list.map { row in
            (
                label: Self.line(row["label"].flatText),
                names: row["names"].list.map { Self.line(NamePadding.padded($0.flatText)) }
            )
        }
        return BoundSeats(section: section, rows: rows)
    }

    /// - Throws: what is wrong with the picture's file.
    mutating func picture(_ section: PictureSection, _ scope: Scope) throws(Diagnostic) -> BoundFigure? {
        guard let path = section.path.fill(scope), !path.isEmpty else { return nil }
        let picture = try pictures.read(path)
        figures += 1
        let caption = caption(section.frame, scope)
        let alternative = section.alternative?.fill(scope) ?? caption ?? ""
        return BoundFigure(
            content: .picture(picture, section), caption: caption.map { Self.line($0) }, alternative: alternative,
            frame: section.frame)
    }

    mutating func chart(_ section: ChartSection, _ scope: Scope) -> BoundFigure? {
        let items = scope.value(section.rows).list
        guard !items.isEmpty else { return nil }
        figures += 1
        let rows = items.map { item in
            let inner = scope.inside(item)
            let texts = section.values.map { $0.fill(inner) ?? "" }
            return BoundChart.Row(
                label: Self.line(section.label.fill(inner) ?? ""), values: texts.map(ChartNumber.read), texts: texts,
                colour: item["colour"].text.flatMap(ColourText.colour))
        }
        let axis = section.axis.map { scope.value($0).list.map { Self.line($0.flatText) } } ?? []
        let chart = BoundChart(section: section, rows: rows, axis: axis)
        let caption = caption(section.frame, scope)
        let lead = [section.alternative?.fill(scope) ?? caption].compactMap { $0 }.filter { !$0.isEmpty }
        return BoundFigure(
            content: .chart(chart), caption: caption.map { Self.line($0) },
            alternative: (lead + [chart.words]).joined(separator: "："), frame: section.frame)
    }

    private func caption(_ frame: FigureFrame, _ scope: Scope) -> String? {
        frame.caption?.fill(scope.inside(.fields(["figure": .number(Double(figures))])))
    }
}

extension BoundChart {
    /// The values in words, for those who cannot see the drawing.
    var words: String {
        if section.kind == .sdg { return goalsInWords }
        return rows.map { row in
            let label = String(scalars: row.label)
            if row.texts.count == 1 { return label + " " + row.texts[0] + section.unit }
            let values = row.texts.enumerated().compactMap { place, text -> String? in
                if text.isEmpty { return nil }
                let name = place < axis.count ? String(scalars: axis[place]) + " " : ""
                return name + text + section.unit
            }
            return label + " " + values.joined(separator: "、")
        }
        .joined(separator: "；") + "。"
    }

    /// The goals that are coloured, by number, name and count: `6 清洁饮水和卫生设施 2项`.
    private var goalsInWords: String {
        rows.filter { ($0.values.first ?? nil) ?? 0 > 0 }.map { row in
            let name = row.texts.count > 1 ? row.texts[1] + " " : ""
            return "\(String(scalars: row.label)) \(name)\(row.texts[0])\(section.unit)"
        }
        .joined(separator: "；") + "。"
    }
}

/// The number in a value: `1,234.5`, `63%`.
enum ChartNumber {
    static func read(_ text: String) -> Double? {
        let digits = text.filter { ("0"..."9").contains($0) || $0 == "." || $0 == "-" }
        guard let value = Double(digits), value.isFinite else { return nil }
        return value
    }
}
