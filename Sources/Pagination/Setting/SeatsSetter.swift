/// Draws a plan of seats: a box for each, rows centred one behind the other.
struct SeatsSetter {
    let context: SettingContext

    /// A row is what its label says, and a list of names from left to right.
    func slabs(_ seats: BoundSeats, _ structure: inout StructureOutline) -> [Slab] {
        let section = seats.section
        let label = context.layout.style(section.labelStyle)
        let labels = min(context.width / 5, seats.rows.map { context.width(of: $0.label, label) }.max() ?? 0)
        let left = labels > 0 ? labels + label.size : 0
        let most = seats.rows.map(\.names.count).max() ?? 0
        guard most > 0 else { return [] }
        let room = max(36, context.width - left)
        let width = min(section.width, (room + section.gap) / Double(most) - section.gap)
        var style = context.layout.style(section.style)
        style.size *= scale(seats, style, width)
        let isLow = Double(seats.rows.count) * (section.height + section.gap) < context.layout.page.textHeight / 2
        return seats.rows.enumerated().map { number, row in
            let count = Double(row.names.count)
            var x = left + (room - count * width - (count - 1) * section.gap) / 2
            var items: [Page.Item] = []
            if !row.label.isEmpty {
                let words = self.label(row.label, label, width: labels, height: section.height)
                items.append(.marked(structure.add(.paragraph), words))
            }
            let list = structure.add(.list)
            for name in row.names {
                // An empty place is an aisle.
                if !name.isEmpty {
                    let element = structure.add(.body, in: structure.add(.listItem, in: list))
                    items += seat(name, section, style, element, x: x, width: width, isShaded: number == 0)
                }
                x += width + section.gap
            }
            let gap = number == 0 ? 2 * section.gap : section.gap
            return Slab(
                content: .items(items), height: section.height, before: section.gap, after: gap,
                mayBreak: number == 0 || (number > 1 && !isLow))
        }
    }

    /// Before the row, set smaller where it is long.
    private func label(_ text: [Unicode.Scalar], _ style: Style, width: Double, height: Double) -> [Page.Item] {
        var style = style
        let natural = context.width(of: text, style)
        if natural > width { style.size *= max(0.1, (width - 0.1) / natural) }
        return context.items(text, style, x: 0, baseline: height / 2 + 0.38 * style.size, width: width + 1)
    }

    /// How much smaller names are set so that nearly all have one size.
    private func scale(_ seats: BoundSeats, _ style: Style, _ width: Double) -> Double {
        let widest =
            seats.rows.flatMap(\.names).filter { $0.count <= 4 }.map { context.width(of: $0, style) }.max() ?? 0
        return widest > width - 4 ? max(0.7, (width - 4) / widest) : 1
    }

    private func seat(
        _ name: [Unicode.Scalar], _ section: SeatsSection, _ style: Style, _ element: Int, x: Double, width: Double,
        isShaded: Bool
    ) -> [Page.Item] {
        let box = Box(x: x, y: 0, width: width, height: section.height)
        var items: [Page.Item] = []
        if isShaded, let shade = section.shade { items.append(.fill(box, shade)) }
        let corners = [
            Point(x: x, y: 0), Point(x: x + width, y: 0), Point(x: x + width, y: section.height),
            Point(x: x, y: section.height), Point(x: x, y: 0), Point(x: x + width, y: 0),
        ]
        items.append(.stroke(Stroke(points: corners, width: section.rule.thickness, colour: section.rule.colour)))
        var style = style
        let natural = context.width(of: name, style)
        // A long name is set smaller rather than over the edge.
        if natural > width - 4 { style.size *= max(0.4, (width - 4) / natural) }
        let text = context.items(
            name, style, x: x + 1, baseline: section.height / 2 + 0.38 * style.size, width: width - 2,
            alignment: .centre)
        return items + [.marked(element, text)]
    }
}
