import Diagnostics

/// Nothing stands outside the type area but page numbers and what stands at head and foot (GB/T 9704 5.2.1), the text
/// begins and ends on its edges, and nothing is lost at the edge of the paper.
enum MarginsCheck: Check {
    static let subject = ProofSubject.margins
    /// GB/T 9704 5.2.1 allows 1 mm.
    private static let tolerance = 1.0 * 72 / 25.4
    /// What office printers do not reach.
    private static let unprintable = 4.0 * 72 / 25.4

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        var findings: [Finding] = []
        for index in document.pages.indices { findings += nearEdges(onPage: index, of: document) }
        guard let geometry = order.profile.geometry else { return findings }
        let folios = FolioFinder.folios(in: document)
        // Even pages of duplex prints may be mirrored.
        let mirrors = isMirrored(geometry, document)
        for index in document.pages.indices {
            let area = typeArea(geometry, onPage: index, of: document)
            findings += outside(
                area, onPage: index, of: document, folio: folios[index], isMirrored: mirrors && index % 2 == 1)
        }
        return findings + edges(geometry, in: document, mirrors: mirrors) + top(geometry, in: document)
    }

    /// The type area of a page, as its text is upright. Pages that lie across keep the margins of their edges
    /// (GB/T 9704 7.6: their head towards the binding edge).
    static func typeArea(_ geometry: ProofProfile.Geometry, onPage index: Int, of document: PrintedDocument) -> Area {
        let (width, height) = document.uprightSize(ofPage: index)
        let isAcross = geometry.turns && width > height
        if isAcross {
            // Binding edge at the head of odd pages, at the foot of even ones; the narrower margin is asked for.
            let (head, foot) = (geometry.outside, geometry.outside)
            return Area(left: geometry.bottom, top: head, right: width - geometry.bottom, bottom: height - foot)
        }
        return Area(
            left: geometry.inside, top: geometry.top, right: width - geometry.outside, bottom: height - geometry.bottom)
    }

    // MARK: The paper's edge

    private static func nearEdges(onPage index: Int, of document: PrintedDocument) -> [Finding] {
        let (width, height) = document.uprightSize(ofPage: index)
        var findings: [Finding] = []
        var seen: Set<Flaw.Side> = []
        for line in document.mainLines(ofPage: index) {
            let distances: [(Flaw.Side, Double)] = [
                (.left, line.visibleLeft), (.right, width - line.visibleRight), (.top, line.top),
                (.bottom, height - line.bottom),
            ]
            for (side, distance) in distances where distance < unprintable && seen.insert(side).inserted {
                findings.append(
                    Finding(
                        subject, page: index + 1, at: Point(x: line.left, y: line.baseline),
                        .nearEdge(side, distance: distance.millimetres, what: excerpt(line.text))))
            }
        }
        return findings
    }

    // MARK: The type area

    private static func outside(
        _ area: Area, onPage index: Int, of document: PrintedDocument, folio: PrintedFolio?, isMirrored: Bool
    ) -> [Finding] {
        var findings: [Finding] = []
        let (left, right) = isMirrored ? mirrored(area, index, document) : (area.left, area.right)
        for line in document.mainLines(ofPage: index) {
            let isFurniture = line.bottom < area.top || line.top > area.bottom
            if isFurniture || line.baseline == folio?.line.baseline { continue }
            let over: [(Flaw.Side, Double)] = [
                (.left, left - line.visibleLeft), (.right, line.visibleRight - right), (.top, area.top - line.top),
                (.bottom, line.bottom - area.bottom),
            ]
            if let (side, by) = over.max(by: { $0.1 < $1.1 }), by > tolerance {
                findings.append(
                    Finding(
                        subject, page: index + 1, at: Point(x: line.left, y: line.baseline),
                        .outside(side, by: by.millimetres, text: excerpt(line.text))))
            }
        }
        return findings
    }

    private static func mirrored(_ area: Area, _ index: Int, _ document: PrintedDocument) -> (Double, Double) {
        let width = document.uprightSize(ofPage: index).width
        return (width - area.right, width - area.left)
    }

    /// Whether the even pages' text keeps to the mirrored area better, most of them taken together.
    private static func isMirrored(_ geometry: ProofProfile.Geometry, _ document: PrintedDocument) -> Bool {
        let edges = document.pages.indices.filter { $0 % 2 == 1 }.compactMap { index in
            document.mainLines(ofPage: index).filter { $0.hanCount > 10 }.map(\.visibleLeft).min()
        }
        guard let edge = median(edges) else { return false }
        return abs(edge - geometry.outside) < abs(edge - geometry.inside)
    }

    /// Whether running text begins at the head of the type area on any page but the first: the first line may stand in the
    /// middle of its pitch.
    private static func top(_ geometry: ProofProfile.Geometry, in document: PrintedDocument) -> [Finding] {
        guard geometry.lines > 0 else { return [] }
        let pitch = (geometry.height - geometry.top - geometry.bottom) / Double(geometry.lines)
        let offsets = document.pages.indices.dropFirst().compactMap { index -> Double? in
            let lines = document.mainLines(ofPage: index).filter { $0.bottom > geometry.top }
            guard let first = lines.first, first.next != nil, first.hanCount >= 12, lines.count > 5 else { return nil }
            return first.top - geometry.top - max(0, pitch - first.size) / 2
        }
        guard let least = offsets.min(), least > tolerance else { return [] }
        let found = (geometry.top + least).millimetres
        return [Finding(subject, .edge(.top, found: found, wanted: geometry.top.millimetres))]
    }

    /// Whether the text as a whole begins and ends where the type area does: lines that go on with one above begin on its
    /// left edge, lines that go on below end on its right one.
    private static func edges(
        _ geometry: ProofProfile.Geometry, in document: PrintedDocument, mirrors: Bool
    ) -> [Finding] {
        guard geometry.characters > 0 else { return [] }
        var lefts: [Double] = []
        var rights: [Double] = []
        for index in document.pages.indices {
            let (width, height) = document.uprightSize(ofPage: index)
            let area = typeArea(geometry, onPage: index, of: document)
            if geometry.turns && width > height || mirrors && index % 2 == 1 { continue }
            for pair in ContinuationFinder.continuations(onPage: index, of: document)
            where pair.isFull && pair.before.turn == document.mainTurn(ofPage: index) && pair.before.hanCount >= 15 {
                lefts.append(min(pair.before.visibleLeft, pair.after.visibleLeft) - area.left)
                rights.append(area.right - pair.before.visibleRight)
            }
        }
        guard lefts.count >= 10 else { return [] }
        // What a tenth of the lines keep is the column; the others may be indented, or end a paragraph.
        let (left, right) = (lefts.sorted()[lefts.count / 10], rights.sorted()[rights.count / 10])
        var findings: [Finding] = []
        if left > tolerance {
            let found = (geometry.inside + left).millimetres
            findings.append(Finding(subject, .edge(.left, found: found, wanted: geometry.inside.millimetres)))
        }
        if right > tolerance {
            let found = (geometry.outside + right).millimetres
            findings.append(Finding(subject, .edge(.right, found: found, wanted: geometry.outside.millimetres)))
        }
        return findings
    }
}
