import Diagnostics

/// The paper is the profile's (GB/T 9704 5.1: A4), or every page is of one size.
enum PaperCheck: Check {
    static let subject = ProofSubject.paper
    /// GB/T 148 allows 2 mm; a PDF is exact, and half of a millimetre is a slip of rounding.
    private static let tolerance = 0.5 * 72 / 25.4

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        guard let geometry = order.profile.geometry else { return [] }
        return document.pages.compactMap { page in
            let isSame = fits(page.width, geometry.width) && fits(page.height, geometry.height)
            let isTurned = fits(page.width, geometry.height) && fits(page.height, geometry.width)
            if isSame || geometry.turns && isTurned { return nil }
            let wanted = "\(Int(geometry.width.millimetres.rounded()))×\(Int(geometry.height.millimetres.rounded()))"
            return Finding(
                subject, page: page.number,
                .paper(width: page.width.millimetres, height: page.height.millimetres, wanted: wanted))
        }
    }

    private static func fits(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= tolerance }
}
