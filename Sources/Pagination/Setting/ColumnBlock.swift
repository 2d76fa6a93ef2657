/// The columns of a block; lengths in pt.
struct ColumnWidths {
    var count: Int
    var width: Double
    var gap: Double
}

/// Slabs distributed over columns.
struct ColumnBlock {
    var placed: [Slab.Placed]
    var height: Double
    /// How many of the slabs are in it.
    var count: Int

    /// The lowest block that holds all of `slabs`, or as many of them as `room` does.
    static func balanced(_ slabs: ArraySlice<Slab>, _ widths: ColumnWidths, room: Double) -> ColumnBlock {
        let full = fill(slabs, widths, height: room)
        guard full.count == slabs.count else { return full }
        var low = height(slabs) / Double(widths.count) / 2
        var best = full
        var high = best.height
        for _ in 0..<24 where high - low > 0.05 {
            let middle = (low + high) / 2
            let block = fill(slabs, widths, height: middle)
            if block.count == slabs.count {
                best = block
                high = middle
            } else {
                low = middle
            }
        }
        return best
    }

    /// Fills one column after the other up to `height`; each takes at least one slab.
    private static func fill(_ slabs: ArraySlice<Slab>, _ widths: ColumnWidths, height: Double) -> ColumnBlock {
        var block = ColumnBlock(placed: [], height: 0, count: 0)
        var rest = slabs
        for column in 0..<widths.count where !rest.isEmpty {
            let x = Double(column) * (widths.width + widths.gap)
            let taken = take(from: rest, height: height)
            var y = 0.0
            var space = 0.0
            for (number, var slab) in rest.prefix(taken).enumerated() {
                y += number == 0 ? 0 : max(space, slab.before)
                slab.width = slab.width ?? widths.width
                block.placed.append(Slab.Placed(slab: slab, x: x, y: y))
                y += slab.height
                space = slab.after
            }
            block.height = max(block.height, y)
            rest = rest.dropFirst(taken)
        }
        block.count = slabs.count - rest.count
        return block
    }

    /// How many slabs a column of this height takes, ending where a page might.
    private static func take(from slabs: ArraySlice<Slab>, height: Double) -> Int {
        var y = 0.0
        var space = 0.0
        var breakPlace = 0
        for (number, slab) in slabs.enumerated() {
            if slab.mayBreak, number > 0 { breakPlace = number }
            y += (number == 0 ? 0 : max(space, slab.before)) + slab.height
            space = slab.after
            if y > height + 0.01 { return breakPlace > 0 ? breakPlace : max(1, number) }
        }
        return slabs.count
    }

    /// From the top of the first to the foot of the last.
    static func height(_ slabs: ArraySlice<Slab>) -> Double {
        var y = 0.0
        var space = 0.0
        for (number, slab) in slabs.enumerated() {
            y += (number == 0 ? 0 : max(space, slab.before)) + slab.height
            space = slab.after
        }
        return y
    }

    static func height(_ notes: [[Slab]]) -> Double {
        notes.reduce(0) { $0 + height($1[...]) + NoteRule().between }
    }
}
