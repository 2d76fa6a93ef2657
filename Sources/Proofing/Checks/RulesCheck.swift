import Diagnostics

/// Rules: none so thin that it is lost in print; in official documents the red rule and those of the end matter have the
/// type area's width, the end matter's also the standard's thickness and place (GB/T 9704 7.2.7, 7.4.1).
enum RulesCheck: Check {
    static let subject = ProofSubject.rules
    private static let mm = 72 / 25.4
    /// One dot of 300 to an inch.
    private static let thinnest = 0.2

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        var findings: [Finding] = []
        for page in document.pages {
            if let rule = page.rules.first(where: { $0.thickness < thinnest && $0.length > 10 && $0.ink != .white }) {
                findings.append(
                    Finding(
                        subject, page: page.number, at: start(rule), .hairline(thickness: rule.thickness.hundredths)))
            }
        }
        guard order.profile.isOfficial, let geometry = order.profile.geometry else { return findings }
        for (index, page) in document.pages.enumerated() where page.width < page.height {
            let area = MarginsCheck.typeArea(geometry, onPage: index, of: document)
            for rule in page.rules where rule.ink == .red && rule.isHorizontal && rule.length > 0.55 * area.width {
                if let finding = length(of: rule, area.width, page.number) { findings.append(finding) }
            }
            findings += endMatter(page, document.lines[index], area)
        }
        return findings
    }

    private static func start(_ rule: Rule) -> Point {
        rule.isHorizontal ? Point(x: rule.from, y: rule.across) : Point(x: rule.across, y: rule.from)
    }

    private static func length(of rule: Rule, _ width: Double, _ page: Int) -> Finding? {
        guard abs(rule.length - width) > mm else { return nil }
        return Finding(
            subject, page: page, at: start(rule), .ruleLength(found: rule.length.millimetres, wanted: width.millimetres)
        )
    }

    private static let openings = ["抄送：", "报：", "送：", "发：", "主送：", "報：", "發："]

    private static func endMatter(_ page: PrintedPage, _ lines: [TextLine], _ area: Area) -> [Finding] {
        let matter = lines.filter { line in
            line.top > page.height / 2 && (13.4...14.6).contains(line.size)
                && openings.contains { line.text.hasPrefix($0) }
        }
        guard let first = matter.map(\.top).min() else { return [] }
        let rules = page.rules.filter {
            $0.isHorizontal && $0.ink != .red && $0.ink != .white && $0.length > 0.6 * area.width
                && $0.across > first - 30
        }.sorted { $0.across < $1.across }
        guard rules.count >= 2, let last = rules.last else { return [] }
        var findings = rules.compactMap { length(of: $0, area.width, page.number) }
        for (number, rule) in rules.enumerated() {
            let wanted = (number == 0 || number == rules.count - 1 ? 0.35 : 0.25) * mm
            if abs(rule.thickness - wanted) > 0.06 * mm {
                findings.append(
                    Finding(
                        subject, page: page.number, at: start(rule),
                        .ruleThickness(found: (rule.thickness / mm).hundredths, wanted: (wanted / mm).hundredths)))
            }
        }
        let distance = area.bottom - last.across
        if abs(distance) > mm {
            findings.append(
                Finding(subject, page: page.number, at: start(last), .rulePlace(distance: distance.millimetres)))
        }
        return findings
    }
}
