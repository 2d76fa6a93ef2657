import _QPDF

/// Lines for the knife, outside of the bleed, and short dashes where a sheet is folded.
enum CropMarks {
    /// From the trimmed edge to where a mark begins, where the bleed leaves so little.
    private static let least = PaperLength.mm(2).points
    private static let length = PaperLength.mm(5).points

    /// - Parameters:
    ///   - frames: what is trimmed; pt.
    ///   - isFolded: whether there is a fold in the middle of each.
    static func draw(_ frames: [SheetGeometry.Frame], isFolded: Bool, bleed: Double) -> String {
        let gap = max(least, bleed)
        var content = "q 0.25 w 0 G\n"
        for frame in frames {
            content += corners(of: frame, gap)
            guard isFolded else { continue }
            let (middle, top) = (frame.x + frame.width / 2, frame.y + frame.height)
            content += "[2 2] 0 d\n" + line(middle, top + gap, middle, top + gap + length)
            content += line(middle, frame.y - gap, middle, frame.y - gap - length) + "[] 0 d\n"
        }
        return content + "Q\n"
    }

    private static func corners(of frame: SheetGeometry.Frame, _ gap: Double) -> String {
        var content = ""
        for x in [frame.x, frame.x + frame.width] {
            content += line(x, frame.y + frame.height + gap, x, frame.y + frame.height + gap + length)
            content += line(x, frame.y - gap, x, frame.y - gap - length)
        }
        for y in [frame.y, frame.y + frame.height] {
            content += line(frame.x - gap, y, frame.x - gap - length, y)
            content += line(frame.x + frame.width + gap, y, frame.x + frame.width + gap + length, y)
        }
        return content
    }

    private static func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> String {
        "\(PDFValue.decimal(x0)) \(PDFValue.decimal(y0)) m \(PDFValue.decimal(x1)) \(PDFValue.decimal(y1)) l S\n"
    }
}
