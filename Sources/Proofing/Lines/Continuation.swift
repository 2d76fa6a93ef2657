/// Two lines of which the second goes on with the first: in one column, no rule between.
struct Continuation {
    var before: TextLine
    var after: TextLine
    /// Whether the first reaches the edge of its column, so that the text runs on.
    var isFull: Bool
    /// Whether no other text stands before the second in its row of the column.
    var isFirstInRow: Bool
    var crossesPage = false
}

enum ContinuationFinder {
    static func continuations(onPage index: Int, of document: PrintedDocument) -> [Continuation] {
        let lines = document.lines[index]
        let reach = reaches(lines)
        return lines.indices.compactMap { number in
            let before = lines[number]
            guard let next = before.next, !before.isCutOff else { return nil }
            let after = lines[next]
            guard after.left > before.left - 8 * before.size, after.left < before.left + 8 * before.size else {
                return nil
            }
            let isFirst = !row(of: next, in: lines).contains {
                !lines[$0].isSatellite && lines[$0].right <= after.left + 1 && lines[$0].right > before.left
            }
            return Continuation(
                before: before, after: after, isFull: before.visibleRight > reach[number] - 1.2 * before.size,
                isFirstInRow: isFirst)
        }
    }

    /// The lines about on one baseline with a line, itself left out; lines stand in the order of their baselines.
    private static func row(of number: Int, in lines: [TextLine]) -> [Int] {
        let line = lines[number]
        func isBeside(_ other: TextLine) -> Bool {
            other.turn == line.turn && abs(other.baseline - line.baseline) < 0.3 * line.size
        }
        let before = (0..<number).reversed().prefix { isBeside(lines[$0]) }
        let after = lines.indices.dropFirst(number + 1).prefix { isBeside(lines[$0]) }
        return Array(before) + Array(after)
    }

    /// By line, how far to the right the lines reach that hang together with it.
    private static func reaches(_ lines: [TextLine]) -> [Double] {
        var reach = lines.map(\.visibleRight)
        // Down, then up: each chain takes its farthest.
        for number in lines.indices {
            if let next = lines[number].next { reach[next] = max(reach[next], reach[number]) }
        }
        for number in lines.indices.reversed() {
            if let next = lines[number].next { reach[number] = max(reach[number], reach[next]) }
        }
        return reach
    }

    /// The last line of a page and the first of the next, of one size.
    static func acrossPages(_ document: PrintedDocument, folios: [PrintedFolio?]) -> [Continuation] {
        document.pages.indices.dropLast().compactMap { index in
            let foot = document.mainLines(ofPage: index).filter { $0.baseline != folios[index]?.line.baseline }
            let head = document.mainLines(ofPage: index + 1).filter { $0.baseline != folios[index + 1]?.line.baseline }
            guard let before = foot.last, let after = head.first, abs(before.size - after.size) < 0.1 else {
                return nil
            }
            return Continuation(before: before, after: after, isFull: true, isFirstInRow: true, crossesPage: true)
        }
    }
}
