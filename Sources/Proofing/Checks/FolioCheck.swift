import Diagnostics

/// Page numbers: `— 1 —` of 四号 below the type area, odd pages right, even pages left (GB/T 9704 7.5), or as the layout
/// has them; in any document they count on without a gap, and the labels of a viewer say the same.
enum FolioCheck: Check {
    static let subject = ProofSubject.folio
    private static let tolerance = 1.5 * 72 / 25.4

    static func findings(in document: PrintedDocument, _ order: ProofOrder) throws(Diagnostic) -> [Finding] {
        let folios = FolioFinder.folios(in: document)
        var findings = numbers(folios)
        findings += try labels(folios, in: document)
        guard let rule = order.profile.folio, let geometry = order.profile.geometry else { return findings }
        if order.profile.isOfficial, folios.allSatisfy({ $0 == nil }) {
            return findings + [Finding(subject, .folioMissing)]
        }
        for (index, folio) in folios.enumerated() {
            guard let folio else {
                if order.profile.isOfficial, isMissed(index, folios, document) {
                    findings.append(Finding(subject, page: index + 1, .folioMissing))
                }
                continue
            }
            findings += form(of: folio, rule, order.profile.isOfficial)
            findings += place(of: folio, rule, geometry, onPage: index, of: document)
        }
        return findings
    }

    /// Covers before the first number, blank pages, and the end matter behind one have none.
    private static func isMissed(_ index: Int, _ folios: [PrintedFolio?], _ document: PrintedDocument) -> Bool {
        let isBlank = document.lines[index].isEmpty
        let isBefore = !folios[..<index].contains { $0 != nil } && folios.contains { $0 != nil }
        let isBehindBlank = index > 0 && document.lines[index - 1].isEmpty
        let isBehindUnnumbered = index > 0 && folios[index - 1] == nil && index == folios.count - 1
        return !isBlank && !isBefore && !isBehindBlank && !isBehindUnnumbered
    }

    private static func numbers(_ folios: [PrintedFolio?]) -> [Finding] {
        var votes: [Int: Int] = [:]
        for (index, folio) in folios.enumerated() { if let folio { votes[folio.number - index, default: 0] += 1 } }
        guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), best.value > 1 else { return [] }
        return folios.enumerated().compactMap { index, folio in
            guard let folio, folio.number != index + best.key else { return nil }
            return Finding(
                subject, page: index + 1, at: Point(x: folio.line.left, y: folio.line.baseline),
                .folioNumber(found: folio.number, wanted: index + best.key))
        }
    }

    /// What a viewer calls the page against what is printed on it.
    private static func labels(
        _ folios: [PrintedFolio?], in document: PrintedDocument
    ) throws(Diagnostic) -> [Finding] {
        guard document.root["PageLabels"] != nil else { return [] }
        let labels = try PageLabels.read(document)
        var findings: [Finding] = []
        for (index, folio) in folios.enumerated() {
            guard let folio, let label = labels[index], Int(label) != nil, Int(label) != folio.number else { continue }
            findings.append(Finding(subject, page: index + 1, .pageLabel(label: label, printed: folio.number)))
        }
        return findings
    }

    private static func form(of folio: PrintedFolio, _ rule: ProofProfile.Folio, _ isOfficial: Bool) -> [Finding] {
        let point = Point(x: folio.line.left, y: folio.line.baseline)
        let digits = folio.line.glyphs.filter {
            $0.character.map { !MarkClass.isHan($0) && $0.properties.numericType != nil } ?? false
        }
        var findings: [Finding] = []
        if isOfficial, !folio.isDashed {
            findings.append(Finding(subject, page: folio.line.page, at: point, .folioForm(folio.line.text)))
        }
        if let size = digits.map(\.size).max(), abs(size - rule.size) > 0.3 {
            findings.append(
                Finding(
                    subject, page: folio.line.page, at: point, .folioSize(found: size.hundredths, wanted: rule.size)))
        }
        return findings
    }

    private static func place(
        of folio: PrintedFolio, _ rule: ProofProfile.Folio, _ geometry: ProofProfile.Geometry, onPage index: Int,
        of document: PrintedDocument
    ) -> [Finding] {
        let line = folio.line
        let point = Point(x: line.left, y: line.baseline)
        let (width, height) = document.uprightSize(ofPage: index)
        // Pages that lie across keep the portrait place: not measured.
        if geometry.turns, width > height { return [] }
        var findings: [Finding] = []
        // Dashes and digits stand with their middle a third of an em above the baseline.
        let below = line.baseline - 0.34 * line.size - (height - geometry.bottom)
        if abs(below - rule.distance) > tolerance {
            findings.append(
                Finding(
                    subject, page: index + 1, at: point,
                    .folioPlace(found: below.millimetres, wanted: rule.distance.millimetres)))
        }
        guard let inset = rule.inset else { return findings }
        let isRight = folio.number % 2 == 1
        let middle = (line.left + line.right) / 2
        if (middle > width / 2) != isRight {
            return findings + [Finding(subject, page: index + 1, at: point, .folioSide(isRight ? .right : .left))]
        }
        let distances = [geometry.inside, geometry.outside].map { isRight ? width - $0 - line.right : line.left - $0 }
        if let nearest = distances.min(by: { abs($0 - inset) < abs($1 - inset) }), abs(nearest - inset) > tolerance {
            findings.append(
                Finding(
                    subject, page: index + 1, at: point,
                    .folioInset(found: nearest.millimetres, wanted: inset.millimetres)))
        }
        return findings
    }
}
