import Diagnostics

/// Sizes are named ones (字号) or the layout's; in official documents the body is 三号仿宋, `一、` 黑体, `（一）` 楷体, the title
/// 二号小标宋 (GB/T 9704 5.2.2, 7.3).
enum FacesCheck: Check {
    static let subject = ProofSubject.faces
    private static let body = 15.4...16.3
    /// Mastheads and desk signs are as large as their words allow.
    private static let largest = 22.6

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        var findings: [Finding] = []
        if let sizes = order.profile.sizes { findings += unknownSizes(in: document, sizes) }
        guard order.profile.isOfficial else { return findings }
        findings += bodySize(in: document)
        for lines in document.lines {
            for line in lines where !line.isSatellite {
                if let finding = face(of: line, in: document) { findings.append(finding) }
            }
        }
        if let finding = title(in: document) { findings.append(finding) }
        return findings
    }

    /// Each size once, where it is first met. Short lines may have been made smaller to fit a cell or a figure.
    private static func unknownSizes(in document: PrintedDocument, _ sizes: [Double]) -> [Finding] {
        var counts: [Int: (lines: Int, first: TextLine)] = [:]
        for line in document.lines.joined() where !line.isSatellite && line.size < largest && line.hanCount >= 8 {
            if sizes.contains(where: { abs($0 - line.size) <= 0.12 }) { continue }
            counts[Int((line.size * 10).rounded()), default: (0, line)].lines += line.next == nil ? 1 : 2
        }
        return counts.sorted { $0.key < $1.key }.filter { $0.value.lines > 1 }.map { _, found in
            Finding(
                subject, page: found.first.page, at: Point(x: found.first.left, y: found.first.baseline),
                .size(found: found.first.size.hundredths, text: excerpt(found.first.text)))
        }
    }

    /// Whether a fair share of the text is of 三号: tables and appendices may be smaller.
    private static func bodySize(in document: PrintedDocument) -> [Finding] {
        var counts: [Int: Int] = [:]
        for line in document.lines.joined() where line.next != nil {
            counts[Int((line.size * 10).rounded()), default: 0] += line.hanCount
        }
        let all = counts.values.reduce(0, +)
        let inBody = counts.filter { body.contains(Double($0.key) / 10) }.values.reduce(0, +)
        guard all >= 200, inBody * 10 < all,
            let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
        else { return [] }
        return [Finding(subject, .bodySize(found: Double(most.key) / 10, wanted: 16))]
    }

    // MARK: Faces

    private static func face(of line: TextLine, in document: PrintedDocument) -> Finding? {
        guard body.contains(line.size), let wanted = wanted(line) else { return nil }
        let han = line.glyphs.prefix(wanted == .fangsong ? line.glyphs.count : 8).filter {
            $0.character.map(MarkClass.isHan) ?? false
        }
        guard let found = mostFrequent(han, in: document), found != wanted else { return nil }
        // 黑体 and 楷体 lines are headings, labels and editor's notes; a body of 宋体 is a slip.
        if wanted == .fangsong, found != .song { return nil }
        return Finding(
            subject, page: line.page, at: Point(x: line.left, y: line.baseline),
            .face(found: name(found), wanted: name(wanted), text: excerpt(line.text)))
    }

    /// What a line's face has to be, by how it begins; `nil` where nothing is asked.
    private static func wanted(_ line: TextLine) -> FaceKind? {
        let start = Array(line.text.unicodeScalars.prefix(6))
        let numerals = Set("一二三四五六七八九十".unicodeScalars)
        let digits = start.prefix { numerals.contains($0) }
        if !digits.isEmpty, digits.count <= 3, digits.count < start.count, start[digits.count] == "、", isHeading(line) {
            return .hei
        }
        if start.first == "（", isHeading(line) {
            let inner = start.dropFirst().prefix { numerals.contains($0) }
            if !inner.isEmpty, inner.count + 1 < start.count, start[inner.count + 1] == "）" { return .kai }
        }
        return line.hanCount >= 15 ? .fangsong : nil
    }

    /// A heading stands alone on its line, without a mark behind it; a sentence that is numbered is running text.
    private static func isHeading(_ line: TextLine) -> Bool {
        guard let last = line.last else { return false }
        return line.next == nil ? false : line.glyphs.count <= 26 && !"，；：。！？”".unicodeScalars.contains(last)
    }

    /// The title: the largest black line on the first page of running text that has one of about 二号.
    private static func title(in document: PrintedDocument) -> Finding? {
        func isTitle(_ line: TextLine) -> Bool {
            line.size > 18.5 && line.hanCount >= 5 && line.glyphs[0].ink == .black
        }
        // A cover has no running text; the title stands above some.
        let page = document.lines.first { lines in
            lines.contains(where: isTitle) && lines.count { body.contains($0.size) && $0.hanCount >= 8 } >= 3
        }
        let black = (page ?? []).filter(isTitle)
        guard let line = black.max(by: { $0.size < $1.size }), line.size < largest,
            let found = mostFrequent(line.glyphs, in: document), found != .title
        else { return nil }
        return Finding(
            subject, page: line.page, at: Point(x: line.left, y: line.baseline),
            .face(found: name(found), wanted: name(.title), text: excerpt(line.text)))
    }

    private static func mostFrequent(_ glyphs: some Collection<Glyph>, in document: PrintedDocument) -> FaceKind? {
        var counts: [Int: Int] = [:]
        for glyph in glyphs { counts[glyph.font, default: 0] += 1 }
        guard let font = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { return nil }
        return document.fonts[font].face
    }

    private static func name(_ face: FaceKind) -> String {
        switch face {
        case .song: "宋体"
        case .hei: "黑体"
        case .kai: "楷体"
        case .fangsong: "仿宋"
        case .title: "小标宋"
        }
    }
}
