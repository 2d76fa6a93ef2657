import Diagnostics

/// Blocks are read in the order they stand on the page: none before one that is wholly above it in its column.
enum ReadingOrderCheck: Check {
    static let subject = ProofSubject.readingOrder
    /// Elements whose order among each other is proved; notes and figures may stand elsewhere.
    private static let blocks: Set<String> = [
        "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "TOCI", "Caption",
    ]
    private static let aside: Set<String> = ["Note", "Figure", "Caption", "Reference"]

    static func findings(in document: PrintedDocument, _ order: ProofOrder) throws(Diagnostic) -> [Finding] {
        guard let tree = try StructureTree(document) else { return [] }
        var last: (page: Int, point: Point, identifier: Int)?
        var findings: [Finding] = []
        for (number, element) in tree.elements.enumerated() where blocks.contains(element.role) {
            if tree.ancestor(of: number, in: blocks.union(aside)) != nil { continue }
            guard let first = tree.firstContent(of: number),
                let point = document.pages[first.page].tagging.places[first.identifier]
            else { continue }
            if let last, last.page == first.page, point.y < last.point.y - 12, abs(point.x - last.point.x) < 100 {
                findings.append(
                    Finding(
                        subject, page: first.page + 1, at: point,
                        .order(
                            first: text(at: point, document, first.page),
                            second: text(at: last.point, document, last.page))))
            } else if let last, first.page < last.page {
                findings.append(
                    Finding(
                        subject, page: first.page + 1, at: point,
                        .order(
                            first: text(at: point, document, first.page),
                            second: text(at: last.point, document, last.page))))
            }
            last = (first.page, point, first.identifier)
        }
        return findings
    }

    private static func text(at point: Point, _ document: PrintedDocument, _ page: Int) -> String {
        let line = document.lines[page].first {
            $0.turn == 0 && abs($0.baseline - point.y) < 1 && $0.left <= point.x + 1 && $0.right >= point.x - 1
        }
        return excerpt(line?.text ?? "", 8)
    }
}
