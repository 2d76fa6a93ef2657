extension LineComposer {
    /// The lines of a title: as few as hold it, broken between words, in the shape of a trapezium or a rhombus
    /// (GB/T 9704, 7.3.1); `nil` where words alone do not do it.
    func titleBreaks() -> [Int]? {
        let whole = lineWidth(0, atoms.count)
        let room = min(room(0), room(1))
        guard room > 0, whole < 6 * room else { return nil }
        let least = Int((whole / room).rounded(.up))
        guard least > 1, least <= 5, text.count <= 160 else { return nil }
        let em = atoms[0].em
        let costs = TitleWords(text) { self.width(of: $0) <= room }.costs()
        var places: [(atom: Int, cost: Double)] = []
        for at in 1..<atoms.count where gaps[at - 1].penalty < .infinity {
            let cost = costs[Int(atoms[at].scalar)]
            if cost < .infinity { places.append((at, cost)) }
        }
        for count in least...(least + 1) {
            var search = TitleSearch(places: places, count: count, room: room, em: em) { self.lineWidth($0, $1) }
            if let breaks = search.best(end: atoms.count) { return breaks }
        }
        return nil
    }

    /// Of the atoms that show a range of scalars, on a line of their own.
    private func width(of scalars: Range<Int>) -> Double {
        guard let start = atoms.firstIndex(where: { scalars.contains(Int($0.scalar)) }) else { return 0 }
        let end = atoms[start...].firstIndex { !scalars.contains(Int($0.scalar)) } ?? atoms.count
        return lineWidth(start, end)
    }
}

/// Tries every way to part a title.
private struct TitleSearch {
    let places: [(atom: Int, cost: Double)]
    let count: Int
    let room: Double
    let em: Double
    let width: (Int, Int) -> Double
    private var best: (cost: Double, breaks: [Int])?
    private var widths: [Double] = []
    private var breaks: [Int] = []

    init(
        places: [(atom: Int, cost: Double)], count: Int, room: Double, em: Double, width: @escaping (Int, Int) -> Double
    ) {
        self.places = places
        self.count = count
        self.room = room
        self.em = em
        self.width = width
    }

    mutating func best(end: Int) -> [Int]? {
        extend(from: 0, place: 0, cost: 0, end: end)
        return best?.breaks
    }

    private mutating func extend(from start: Int, place: Int, cost: Double, end: Int) {
        if let best, cost >= best.cost { return }
        if widths.count == count - 1 {
            let last = width(start, end)
            guard last <= room + 1e-6 else { return }
            let whole = cost + shape(widths + [last])
            if whole < best?.cost ?? .infinity { best = (whole, breaks + [end]) }
            return
        }
        for next in place..<max(place, places.count) {
            let line = width(start, places[next].atom)
            if line > room + 1e-6 { break }
            widths.append(line)
            breaks.append(places[next].atom)
            extend(from: places[next].atom, place: next + 1, cost: cost + places[next].cost, end: end)
            widths.removeLast()
            breaks.removeLast()
        }
    }

    /// Lines of one length are no trapezium, and one that is far from the others is worse; a waist is worst.
    private func shape(_ widths: [Double]) -> Double {
        let mean = widths.reduce(0, +) / Double(widths.count)
        var cost = 0.0
        for width in widths {
            let off = max(0, abs(width - mean) / em - 1.5)
            cost += 0.8 * off * off
        }
        if widths.allSatisfy({ abs($0 - mean) < 0.4 * em }) { cost += 1 }
        for at in widths.indices.dropFirst().dropLast()
        where widths[at] < widths[at - 1] - 0.4 * em && widths[at] < widths[at + 1] - 0.4 * em {
            cost += 30
        }
        return cost
    }
}
