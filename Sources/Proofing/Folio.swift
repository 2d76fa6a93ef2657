/// A page number as it is printed.
struct PrintedFolio: Sendable {
    var number: Int
    /// `— 1 —`
    var isDashed: Bool
    var line: TextLine
    var isAtFoot: Bool
}

/// Finds the page numbers of a document: lines near the paper's edge that hold a number which counts with the pages.
enum FolioFinder {
    /// By page; `nil` where there is none.
    static func folios(in document: PrintedDocument) -> [PrintedFolio?] {
        let candidates = document.pages.indices.map { Self.candidates(onPage: $0, of: document) }
        // What most pages agree on: number minus index, and the place from the foot or the head.
        var votes: [Int: Int] = [:]
        for (index, found) in candidates.enumerated() {
            for offset in Set(found.map { $0.number - index }) { votes[offset, default: 0] += 1 }
        }
        guard let offset = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
            return candidates.map { _ in nil }
        }
        // A number where no other page has its own is no page number; a single dashed one is.
        let agreed = votes[offset] ?? 0
        return candidates.enumerated().map { index, found in
            let best = found.first { $0.number - index == offset } ?? found.first(where: \.isDashed)
            guard let best, best.isDashed || agreed > 1 && agreed * 2 >= document.pages.count else { return nil }
            return best
        }
    }

    private static func candidates(onPage index: Int, of document: PrintedDocument) -> [PrintedFolio] {
        let (_, height) = document.uprightSize(ofPage: index)
        let lines = document.mainLines(ofPage: index)
        // Outside of what is between the first and the last twelfth of the page: margins of 25 mm on A4.
        let outer = lines.filter {
            $0.baseline > height * 11 / 12 || $0.baseline < height / 12 || isLowest($0, in: lines, height)
        }
        return outer.compactMap { line in
            number(in: line.text).map {
                PrintedFolio(number: $0.number, isDashed: $0.isDashed, line: line, isAtFoot: line.baseline > height / 2)
            }
        }
    }

    /// Whether nothing stands below it, and it lies in the last sixth.
    private static func isLowest(_ line: TextLine, in lines: [TextLine], _ height: Double) -> Bool {
        line.baseline > height * 5 / 6 && !lines.contains { $0.baseline > line.baseline + 0.5 * line.size }
    }

    private static let dashes = Set("—－–-―一─".unicodeScalars)

    /// `— 12 —`, `12`, `第12页`, `12 / 30`, `第 12 页 共 30 页`, `Page 12 of 30`.
    static func number(in text: String) -> (number: Int, isDashed: Bool)? {
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard let first = scalars.first, let last = scalars.last, scalars.count <= 24 else { return nil }
        let digits = scalars.split { !MarkClass.isDigit(normal($0)) }
        guard let found = digits.first, let number = Int(String(String.UnicodeScalarView(found.map(normal)))) else {
            return nil
        }
        let isDashed =
            scalars.count > found.count && dashes.contains(first) && dashes.contains(last) && digits.count == 1
        let others = scalars.filter { !MarkClass.isDigit(normal($0)) && !dashes.contains($0) }
        let words = String(String.UnicodeScalarView(others)).lowercased()
        let known = ["", "/", "第页", "第页共页", "第页，共页", "第页/共页", "page", "pageof", "p.", "[]", "()", "（）", "··"]
        guard found.count <= 5, digits.count <= 2, known.contains(words), digits.count == 1 || !words.isEmpty else {
            return nil
        }
        return (number, isDashed)
    }

    /// Full-width digits as plain ones.
    private static func normal(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFF10 + 0x30)! : scalar
    }
}
