/// Puts a page's glyphs together to lines.
enum LineFinder {
    /// A hole as wide divides a line: columns, cells; em.
    private static let hole = 0.95

    /// - Returns: lines from the top, in one row from the left; those of turned text after the upright ones.
    static func lines(of page: PrintedPage) -> [TextLine] {
        var lines: [TextLine] = []
        for turn in 0..<4 {
            let glyphs = page.glyphs.filter { $0.turn == turn && !$0.isHidden && $0.size > 1 }
            if glyphs.isEmpty { continue }
            let upright = turn == 0 ? glyphs : glyphs.map { turned($0, turn, page) }
            var found = segments(rows(upright), page: page.number, turn: turn)
            markSatellites(&found)
            link(&found, rules: turn == 0 ? page.rules : page.rules.compactMap { turned($0, turn, page) })
            let start = lines.count
            for index in found.indices { if let next = found[index].next { found[index].next = next + start } }
            lines += found
        }
        return lines
    }

    // MARK: Turning

    private static func turned(_ point: Point, _ turn: Int, _ page: PrintedPage) -> Point {
        switch turn {
        case 1: Point(x: point.y, y: page.width - point.x)
        case 2: Point(x: page.width - point.x, y: page.height - point.y)
        case 3: Point(x: page.height - point.y, y: point.x)
        default: point
        }
    }

    private static func turned(_ glyph: Glyph, _ turn: Int, _ page: PrintedPage) -> Glyph {
        var glyph = glyph
        let place = turned(Point(x: glyph.x, y: glyph.y), turn, page)
        (glyph.x, glyph.y) = (place.x, place.y)
        return glyph
    }

    private static func turned(_ rule: Rule, _ turn: Int, _ page: PrintedPage) -> Rule? {
        let isAcross = rule.isHorizontal
        let start = turned(
            isAcross ? Point(x: rule.from, y: rule.across) : Point(x: rule.across, y: rule.from), turn, page)
        let end = turned(isAcross ? Point(x: rule.to, y: rule.across) : Point(x: rule.across, y: rule.to), turn, page)
        guard let area = Area(around: [start, end]) else { return nil }
        var result = rule
        result.isHorizontal = turn % 2 == 0 ? isAcross : !isAcross
        result.across = result.isHorizontal ? area.top : area.left
        (result.from, result.to) = result.isHorizontal ? (area.left, area.right) : (area.top, area.bottom)
        return result
    }

    // MARK: Rows and segments

    /// Glyphs on one baseline, from the top.
    private static func rows(_ glyphs: [Glyph]) -> [[Glyph]] {
        let sorted = glyphs.enumerated().sorted {
            ($0.element.y, $0.element.x, $0.offset) < ($1.element.y, $1.element.x, $1.offset)
        }.map(\.element)
        var rows: [[Glyph]] = []
        var baseline = -Double.infinity
        for glyph in sorted {
            if glyph.y - baseline <= 0.06 * glyph.size + 0.1, !rows.isEmpty {
                rows[rows.count - 1].append(glyph)
            } else {
                rows.append([glyph])
                baseline = glyph.y
            }
        }
        return rows.map { row in
            row.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }.map(\.element)
        }
    }

    private static func segments(_ rows: [[Glyph]], page: Int, turn: Int) -> [TextLine] {
        var lines: [TextLine] = []
        for (number, row) in rows.enumerated() {
            var current: [Glyph] = []
            var reach = -Double.infinity
            for glyph in row {
                let em = max(glyph.size, current.last?.size ?? 0)
                if glyph.x - reach > hole * em, !current.isEmpty,
                    !isFilled(reach, glyph.x, glyph, near: number, in: rows)
                {
                    append(current, to: &lines, page: page, turn: turn)
                    current = []
                    reach = -Double.infinity
                }
                current.append(glyph)
                reach = max(reach, glyph.x + glyph.advance)
            }
            append(current, to: &lines, page: page, turn: turn)
        }
        return lines
    }

    /// Whether raised or lowered small characters stand in a hole.
    private static func isFilled(_ from: Double, _ to: Double, _ glyph: Glyph, near row: Int, in rows: [[Glyph]])
        -> Bool
    {
        var filled = 0.0
        for other in max(0, row - 3)...min(rows.count - 1, row + 3) where other != row {
            guard abs(rows[other][0].y - glyph.y) < 0.7 * glyph.size else { continue }
            for small in rows[other] where small.size < 0.85 * glyph.size && small.x >= from - 1 && small.x < to {
                filled += small.advance
            }
        }
        return to - from - filled < hole * glyph.size
    }

    private static func append(_ glyphs: [Glyph], to lines: inout [TextLine], page: Int, turn: Int) {
        guard let first = glyphs.firstIndex(where: { !$0.isBlank }), let last = glyphs.lastIndex(where: { !$0.isBlank })
        else { return }
        let kept = Array(glyphs[first...last])
        lines.append(
            TextLine(
                page: page, glyphs: kept, turn: turn, size: kept.map(\.size).max() ?? 0,
                baseline: kept.max { $0.size < $1.size }?.y ?? 0))
    }

    // MARK: Relations

    private static func markSatellites(_ lines: inout [TextLine]) {
        for index in lines.indices where lines[index].glyphs.count <= 8 {
            let small = lines[index]
            lines[index].isSatellite = neighbours(of: index, in: lines, above: 3 * small.size, below: 3 * small.size)
                .contains {
                    let large = lines[$0]
                    let lift = large.baseline - small.baseline
                    return large.size >= 1.2 * small.size && lift > -0.5 * large.size && lift < 1.15 * large.size
                        && small.left < large.right + 0.6 * large.size && small.right > large.left - 0.6 * large.size
                }
        }
    }

    private static func neighbours(of index: Int, in lines: [TextLine], above: Double, below: Double) -> [Int] {
        var found: [Int] = []
        var at = index - 1
        while at >= 0, lines[index].baseline - lines[at].baseline <= above {
            found.append(at)
            at -= 1
        }
        at = index + 1
        while at < lines.count, lines[at].baseline - lines[index].baseline <= below {
            found.append(at)
            at += 1
        }
        return found
    }

    /// Finds for each line the one that goes on below it.
    private static func link(_ lines: inout [TextLine], rules: [Rule]) {
        let across = rules.filter(\.isHorizontal).sorted { $0.across < $1.across }
        for index in lines.indices where !lines[index].isSatellite {
            let line = lines[index]
            if line.isLeader { continue }
            for other in lines.indices.dropFirst(index + 1) {
                let drop = lines[other].baseline - line.baseline
                if drop > 2.6 * line.size { break }
                let below = lines[other]
                guard drop > 0.8 * line.size, !below.isSatellite, below.left < line.right, below.right > line.left
                else { continue }
                if abs(below.size - line.size) <= 0.05 * line.size {
                    lines[index].next = other
                    lines[index].isCutOff = across.contains {
                        $0.across > line.baseline && $0.across < below.baseline - 0.3 * below.size
                            && $0.from < line.left + line.size && $0.to > line.left
                    }
                }
                break
            }
        }
    }
}
