import Diagnostics
import _QPDF

private enum MarkOperator {
    static let begin = PDFScanner.word("BMC"), beginWith = PDFScanner.word("BDC"), end = PDFScanner.word("EMC")
    static let fillGrey = PDFScanner.word("g"), strokeGrey = PDFScanner.word("G")
    static let fillRGB = PDFScanner.word("rg"), strokeRGB = PDFScanner.word("RG")
    static let fillCMYK = PDFScanner.word("k"), strokeCMYK = PDFScanner.word("K")
    static let fillColour = PDFScanner.word("sc"), strokeColour = PDFScanner.word("SC")
    static let fillColourN = PDFScanner.word("scn"), strokeColourN = PDFScanner.word("SCN")
    static let fillSpace = PDFScanner.word("cs"), strokeSpace = PDFScanner.word("CS")
}

extension PageInterpreter {
    /// Marked content (ISO 32000-1, 14.6).
    ///
    /// - Returns: whether the operator was one of it.
    mutating func performMark(_ word: UInt32) throws(Diagnostic) -> Bool {
        switch word {
        case MarkOperator.begin: begin(operands.last?.name ?? "", [:])
        case MarkOperator.beginWith:
            guard operands.count >= 2 else { return true }
            var properties = operands[1]
            if let name = properties.name {
                properties = try file.resolve(resources.entry("Properties", name, in: file))
            }
            begin(operands[0].name ?? "", properties.dictionary ?? [:])
        case MarkOperator.end: _ = marks.popLast()
        default: return false
        }
        return true
    }

    private mutating func begin(_ tag: String, _ properties: [String: PDFValue]) {
        var mark = Mark(isArtifact: tag == "Artifact", identifier: properties["MCID"]?.integer)
        mark.hasText = properties["ActualText"] != nil
        if mark.isArtifact, marks.contains(where: { $0.identifier != nil }) { page.tagging.artifactsInside += 1 }
        if let identifier = mark.identifier { page.tagging.identifiers.append(identifier) }
        marks.append(mark)
    }

    mutating func performColour(_ word: UInt32) {
        switch word {
        case MarkOperator.fillGrey, MarkOperator.fillRGB, MarkOperator.fillCMYK, MarkOperator.fillColour,
            MarkOperator.fillColourN:
            state.fill = ink()
        case MarkOperator.strokeGrey, MarkOperator.strokeRGB, MarkOperator.strokeCMYK, MarkOperator.strokeColour,
            MarkOperator.strokeColourN:
            state.stroke = ink()
        case MarkOperator.fillSpace: state.fill = .black
        case MarkOperator.strokeSpace: state.stroke = .black
        default: break
        }
    }

    private func ink() -> Ink {
        operands.contains { $0.name != nil } ? .pattern : Ink(operands.compactMap(\.number))
    }
}
