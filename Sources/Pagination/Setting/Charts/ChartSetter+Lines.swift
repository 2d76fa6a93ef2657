extension ChartSetter {
    private static let dashes: [[Double]] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [12, 4]]

    /// Lines over the points of the axis, each with its own dashes and marks and its name at its end. A line that is alone
    /// has room for its values over the marks.
    func lines() -> Drawing {
        let height = min(section.height, room)
        let values = chart.rows.flatMap { $0.values.compactMap { $0 } }
        let scale = ChartScale(values)
        let ticks = scale.ticks.map { (value: $0, text: Array((ChartScale.text($0) + section.unit).unicodeScalars)) }
        let left = (ticks.map { context.width(of: $0.text, style) }.max() ?? 0) + gap
        let longest = chart.rows.map { context.width(of: $0.label, style) }.max() ?? 0
        let right = min(longest, 0.35 * context.width) + 2 * gap
        let bottom = 1.6 * style.size
        let isAlone = chart.rows.count == 1
        let top = (isAlone ? 2 : 0.6) * style.size
        let plot = Box(
            x: left, y: top, width: max(36, context.width - left - right), height: max(36, height - top - bottom))
        func y(_ value: Double) -> Double { plot.y + plot.height * (1 - scale.share(of: value)) }
        let given = chart.rows.compactMap { $0.values.lastIndex { $0 != nil } }.max() ?? 0
        let count = max(2, chart.axis.count, given + 1)
        func x(_ place: Int) -> Double { plot.x + plot.width * (Double(place) + 0.5) / Double(count) }
        var items: [Page.Item] = []
        for tick in ticks {
            items.append(
                .fill(
                    Box(x: plot.x, y: y(tick.value) - 0.15, width: plot.width, height: 0.3),
                    Colour(red: 0.7, green: 0.7, blue: 0.7)))
            items += context.items(
                tick.text, style, x: 0, baseline: y(tick.value) + 0.38 * style.size, width: left - gap,
                alignment: .right)
        }
        let width = plot.width / Double(count)
        let under = plot.y + plot.height + 1.2 * style.size
        for (place, text) in chart.axis.enumerated() {
            items += label(text, x: x(place) - width / 2, baseline: under, width: width, alignment: .centre)
        }
        for (number, row) in chart.rows.enumerated() {
            let points = row.values.enumerated().map { place, value in value.map { Point(x: x(place), y: y($0)) } }
            items += line(points, number, row.colour ?? section.colour)
            if isAlone { items += labels(row, at: points, width: width) }
        }
        items += ends(at: plot.x + plot.width + gap, width: right - gap, y: y)
        items.append(.fill(Box(x: plot.x, y: plot.y + plot.height - 0.25, width: plot.width, height: 0.5), .black))
        return (items, context.width, plot.y + plot.height + bottom)
    }

    /// One line; where a value is missing it is broken.
    private func line(_ points: [Point?], _ number: Int, _ colour: Colour) -> [Page.Item] {
        var items: [Page.Item] = []
        for part in points.split(separator: nil) where part.count > 1 {
            items.append(
                .stroke(
                    Stroke(
                        points: part.compactMap { $0 }, width: 1.2, colour: colour,
                        dashes: Self.dashes[number % Self.dashes.count])))
        }
        for case let point? in points { items.append(.polygon(Self.mark(number, at: point), colour)) }
        return items
    }

    /// The values over the marks of a line, so high that its way up to the next mark does not cross them.
    private func labels(_ row: BoundChart.Row, at points: [Point?], width: Double) -> [Page.Item] {
        points.enumerated().flatMap { place, point -> [Page.Item] in
            guard let point else { return [] }
            let text = Array((row.texts[place] + section.unit).unicodeScalars)
            let half = min(width, context.width(of: text, style)) / 2
            let neighbours = [place - 1, place + 1].compactMap { points.indices.contains($0) ? points[$0] : nil }
            let steepest = neighbours.map { (point.y - $0.y) / abs($0.x - point.x) }.max() ?? 0
            let lift = max(0.7 * style.size, half * steepest + 0.35 * style.size)
            return label(
                text, x: point.x - width / 2, baseline: point.y - lift, width: width, alignment: .centre)
        }
    }

    /// A square, a diamond, a triangle up and one down, in turn.
    private static func mark(_ number: Int, at point: Point) -> [Point] {
        let r = 2.6
        let corners: [(Double, Double)] =
            switch number % 4 {
            case 0: [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]
            case 1: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
            case 2: [(0, -1.2), (1.1, 0.8), (-1.1, 0.8)]
            default: [(0, 1.2), (1.1, -0.8), (-1.1, -0.8)]
            }
        return corners.map { Point(x: point.x + r * $0.0, y: point.y + r * $0.1) }
    }

    /// The lines' names beside their ends, moved apart where they would touch.
    private func ends(at x: Double, width: Double, y: (Double) -> Double) -> [Page.Item] {
        var places = chart.rows.enumerated().compactMap { number, row in
            row.values.last { $0 != nil }.flatMap { $0 }.map { (number: number, y: y($0)) }
        }
        places.sort { ($0.y, $0.number) < ($1.y, $1.number) }
        let pitch = 1.25 * style.size
        for place in places.indices.dropFirst() { places[place].y = max(places[place].y, places[place - 1].y + pitch) }
        return places.flatMap { place in
            let mark = Point(x: x + 3, y: place.y)
            let row = chart.rows[place.number]
            return [.polygon(Self.mark(place.number, at: mark), row.colour ?? section.colour)]
                + label(
                    row.label, x: x + 8, baseline: place.y + 0.38 * style.size, width: width - 8, alignment: .left)
        }
    }
}

/// An axis from a round number to a round number.
struct ChartScale {
    private(set) var ticks: [Double]

    /// The axis of some values, with 0 on it.
    init(_ values: [Double]) {
        self.init(
            least: min(0, values.min() ?? 0), most: values.max() ?? 1,
            isWhole: values.allSatisfy { $0 == $0.rounded() })
    }

    /// - Parameter isWhole: counts have no ticks between whole numbers.
    init(least: Double, most: Double, isWhole: Bool = false) {
        let range = max(most - least, 1e-9)
        var step = 1.0
        while step * 5 < range { step *= 10 }
        while step * 0.5 > range { step /= 10 }
        for part in [0.1, 0.2, 0.5, 1] where range / (step * part) <= 5 {
            step *= part
            break
        }
        if isWhole { step = max(1, step) }
        let first = (least / step).rounded(.down)
        let last = max(first + 1, (most / step - 1e-9).rounded(.up))
        ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    }

    func share(of value: Double) -> Double { (value - ticks[0]) / (ticks[ticks.count - 1] - ticks[0]) }

    /// Without the noise of binary fractions.
    static func text(_ value: Double) -> String {
        let scaled = (value * 1e6).rounded() / 1e6
        return Int(exactly: scaled).map(String.init) ?? String(scaled)
    }
}
