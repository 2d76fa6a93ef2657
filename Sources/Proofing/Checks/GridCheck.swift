import Diagnostics

/// 22 lines of 28 characters fill the type area (GB/T 9704 5.2.3), or as many as the layout has.
enum GridCheck: Check {
    static let subject = ProofSubject.grid

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        guard let geometry = order.profile.geometry, geometry.lines > 0 else { return [] }
        let height = geometry.height - geometry.top - geometry.bottom
        let wanted = height / Double(geometry.lines)
        var findings: [Finding] = []
        var all: [Double] = []
        for index in document.pages.indices {
            let (width, tall) = document.uprightSize(ofPage: index)
            if geometry.turns, width > tall { continue }
            let pitches = pitches(onPage: index, of: document)
            all += pitches
            findings += evenness(pitches, page: index + 1)
            let rows = bodyRows(onPage: index, of: document)
            if rows > geometry.lines {
                findings.append(Finding(subject, page: index + 1, .lines(found: rows, wanted: geometry.lines)))
            }
        }
        // Pages that end a line or two early may be spread to their foot, none is set tighter.
        if all.count >= 8, let middle = median(all), middle < wanted - 0.35 || middle > wanted * 1.1 {
            findings.append(Finding(subject, .pitch(found: middle.hundredths, wanted: wanted.hundredths)))
        }
        return findings + characters(geometry, in: document)
    }

    /// Whether a line is of 三号, the size of running text.
    private static func isBody(_ line: TextLine) -> Bool { (15.4...16.3).contains(line.size) && line.hanCount >= 8 }

    private static func pitches(onPage index: Int, of document: PrintedDocument) -> [Double] {
        ContinuationFinder.continuations(onPage: index, of: document).compactMap { pair in
            guard pair.isFull, isBody(pair.before), isBody(pair.after) || pair.after.hanCount > 0 else { return nil }
            return pair.after.baseline - pair.before.baseline
        }
    }

    private static func evenness(_ pitches: [Double], page: Int) -> [Finding] {
        guard let least = pitches.min(), let most = pitches.max(), most - least > 1 else { return [] }
        return [Finding(subject, page: page, .unevenPitch(least: least.hundredths, most: most.hundredths))]
    }

    private static func bodyRows(onPage index: Int, of document: PrintedDocument) -> Int {
        var rows: [Double] = []
        for line in document.mainLines(ofPage: index) where (15.4...16.3).contains(line.size) {
            if let last = rows.last, line.baseline - last < 0.5 * line.size { continue }
            rows.append(line.baseline)
        }
        return rows.count
    }

    private static func characters(_ geometry: ProofProfile.Geometry, in document: PrintedDocument) -> [Finding] {
        guard geometry.characters > 0 else { return [] }
        var steps: [Double] = []
        var count = 0
        for lines in document.lines {
            for line in lines where line.next != nil && !line.isCutOff && isBody(line) && line.hanCount >= 20 {
                count += 1
                for (one, other) in zip(line.glyphs, line.glyphs.dropFirst()) {
                    guard let a = one.character, let b = other.character, MarkClass.isHan(a), MarkClass.isHan(b) else {
                        continue
                    }
                    steps.append(other.x - one.x)
                }
            }
        }
        guard count >= 8, let step = median(steps), step > 0 else { return [] }
        let width = geometry.width - geometry.inside - geometry.outside
        let found = width / step
        // 16 pt set solid are 27.6 to a line: a slip that fitting the lines makes good.
        if abs(found - Double(geometry.characters)) <= 0.6 { return [] }
        return [Finding(subject, .characters(found: (found * 10).rounded() / 10, wanted: geometry.characters))]
    }
}
