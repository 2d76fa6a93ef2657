/// Draws charts so that they can be read in grey too: every value stands in figures beside its bar, cell or square, and
/// lines differ in dashes and marks.
struct ChartSetter {
    let chart: BoundChart
    let context: SettingContext
    /// What a page has for the drawing; pt.
    let room: Double

    /// A drawing, from its top left corner; lengths in pt.
    typealias Drawing = (items: [Page.Item], width: Double, height: Double)

    var section: ChartSection { chart.section }
    var style: Style { context.layout.style(section.style) }
    /// From a label to what it labels.
    var gap: Double { 0.5 * style.size }

    /// The drawing, in parts where a page cannot hold all its rows.
    func drawings() -> [Drawing] {
        switch section.kind {
        case .bars: parts(rowHeight: 1.7 * style.size, head: 0).map { bars(Array($0)) }
        case .heat: parts(rowHeight: 2 * style.size, head: 2 * style.size).map { heat(Array($0)) }
        case .lines: [lines()]
        case .sdg: [goals()]
        }
    }

    private func parts(rowHeight: Double, head: Double) -> [ArraySlice<BoundChart.Row>] {
        let count = max(1, Int((room - head) / rowHeight))
        return stride(from: 0, to: chart.rows.count, by: count)
            .map { chart.rows[$0..<min($0 + count, chart.rows.count)] }
    }

    // MARK: Bars

    private func bars(_ rows: [BoundChart.Row]) -> Drawing {
        let pitch = 1.7 * style.size
        let labels = chart.rows.map { context.width(of: $0.label, style) }.max() ?? 0
        let left = min(labels, 0.45 * context.width) + gap
        let texts = chart.rows.map { Array((($0.texts.first ?? "") + section.unit).unicodeScalars) }
        let right = (texts.map { context.width(of: $0, style) }.max() ?? 0) + gap
        let most = chart.rows.compactMap { $0.values.first ?? nil }.max() ?? 0
        let scale = most > 0 ? max(0, context.width - left - right) / most : 0
        var items: [Page.Item] = []
        for (number, row) in rows.enumerated() {
            let top = Double(number) * pitch
            let baseline = top + pitch / 2 + 0.38 * style.size
            items += label(row.label, x: 0, baseline: baseline, width: left - gap, alignment: .right)
            let length = max(0, (row.values.first ?? nil) ?? 0) * scale
            let bar = Box(x: left, y: top + 0.2 * pitch, width: length, height: 0.6 * pitch)
            if length > 0 { items.append(.fill(bar, row.colour ?? section.colour)) }
            let text = Array(((row.texts.first ?? "") + section.unit).unicodeScalars)
            items += context.items(text, style, x: left + length + gap, baseline: baseline, width: right + 1)
        }
        let height = Double(rows.count) * pitch
        items.append(.fill(Box(x: left - 0.5, y: 0, width: 0.5, height: height), .black))
        return (items, context.width, height)
    }

    /// A label on one line, set smaller where it would need two.
    func label(
        _ text: [Unicode.Scalar], x: Double, baseline: Double, width: Double, alignment: LineAlignment,
        colour: Colour? = nil
    ) -> [Page.Item] {
        var style = style
        let natural = context.width(of: text, style)
        if natural > width { style.size *= max(0.3, (width - 0.1) / natural) }
        return context.items(
            text, style, x: x, baseline: baseline, width: max(width, style.size), alignment: alignment, colour: colour)
    }

    // MARK: Heat

    private func heat(_ rows: [BoundChart.Row]) -> Drawing {
        let pitch = 2 * style.size
        let count = max(1, chart.rows.map(\.values.count).max() ?? 1)
        let cell = min(4 * style.size, 0.6 * context.width / Double(count))
        let left = context.width - Double(count) * cell
        let most = chart.rows.flatMap { $0.values.compactMap { $0 } }.max() ?? 0
        var items: [Page.Item] = []
        for place in 0..<count where place < chart.axis.count {
            items += label(
                chart.axis[place], x: left + Double(place) * cell, baseline: pitch / 2 + 0.38 * style.size, width: cell,
                alignment: .centre)
        }
        for (number, row) in rows.enumerated() {
            let top = Double(number + 1) * pitch
            let baseline = top + pitch / 2 + 0.38 * style.size
            items += label(row.label, x: 0, baseline: baseline, width: left - gap, alignment: .left)
            for place in row.values.indices {
                let share = most > 0 ? max(0, row.values[place] ?? 0) / most : 0
                let colour = section.colour.lightened(by: 1 - 0.9 * share)
                let box = Box(
                    x: left + Double(place) * cell + 0.5, y: top + 0.5, width: cell - 1, height: pitch - 1)
                if share > 0 { items.append(.fill(box, colour)) }
                items += label(
                    Array(row.texts[place].unicodeScalars), x: box.x, baseline: baseline, width: box.width,
                    alignment: .centre, colour: share > 0 ? colour.contrast : .black)
            }
        }
        let height = Double(rows.count + 1) * pitch
        for y in [pitch, height] {
            items.append(.fill(Box(x: 0, y: y - 0.25, width: context.width, height: 0.5), .black))
        }
        return (items, context.width, height)
    }

    // MARK: Sustainable development goals

    /// Squares in two rows: number and name, and below how often; a goal that is not named is grey.
    private func goals() -> Drawing {
        let across = max(1, (chart.rows.count + 1) / 2)
        let space = 4.0
        let side = min(Length.mm(20).points, (context.width - Double(across - 1) * space) / Double(across))
        let below = 1.5 * style.size
        let grey = Colour(red: 0.9, green: 0.9, blue: 0.9)
        var items: [Page.Item] = []
        for (number, row) in chart.rows.enumerated() {
            let x = Double(number % across) * (side + space)
            let y = Double(number / across) * (side + below + space)
            let value = (row.values.first ?? nil) ?? 0
            let colour = value > 0 ? row.colour ?? section.colour : grey
            let ink = value > 0 ? colour.contrast : Colour(red: 0.35, green: 0.35, blue: 0.35)
            items.append(.fill(Box(x: x, y: y, width: side, height: side), colour))
            var big = style
            big.size = 0.3 * side
            items += context.items(
                row.label, big, x: x + 0.07 * side, baseline: y + 0.07 * side + 0.85 * big.size, width: side,
                colour: ink)
            items += name(row, x: x, y: y, side: side, ink: ink)
            if value > 0 {
                let text = Array((row.texts[0] + section.unit).unicodeScalars)
                items += context.items(
                    text, style, x: x, baseline: y + side + 0.25 * style.size + 0.88 * style.size, width: side,
                    alignment: .centre)
            }
        }
        let rows = (chart.rows.count + across - 1) / across
        let width = Double(across) * (side + space) - space
        return (items, width, Double(rows) * (side + below + space) - space)
    }

    /// The goal's name in the lower part of its square, as large as it fits.
    private func name(_ row: BoundChart.Row, x: Double, y: Double, side: Double, ink: Colour) -> [Page.Item] {
        guard row.texts.count > 1 else { return [] }
        let text = Array(row.texts[1].unicodeScalars)
        let width = 0.88 * side
        var small = style
        for perLine in 4...12 {
            small.size = min(style.size, width / (Double(perLine) + 0.05))
            small.pitch = 1.15 * small.size
            let lines = context.composer.compose(
                text, spans: [context.span(text.count, small)], in: Measure(width: width, alignment: .left))
            if Double(lines.count) * small.pitch <= 0.56 * side {
                let top = y + 0.96 * side - Double(lines.count) * small.pitch
                return context.items(
                    text, small, x: x + 0.07 * side, baseline: top + 0.9 * small.size, width: width, colour: ink)
            }
        }
        return []
    }
}

extension Colour {
    /// Nearer to white; 0 leaves it, 1 is white.
    func lightened(by share: Double) -> Colour {
        func mix(_ part: Double) -> Double { part + (1 - part) * share }
        return Colour(red: mix(red), green: mix(green), blue: mix(blue))
    }

    /// Black or white, whichever is read better on it (WCAG 2 relative luminance).
    var contrast: Colour {
        func linear(_ part: Double) -> Double {
            // Near enough to the sRGB curve to choose by.
            part * part * (0.2 + 0.8 * part)
        }
        let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        return luminance > 0.3 ? .black : Colour(red: 1, green: 1, blue: 1)
    }
}
