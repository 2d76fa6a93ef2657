/// In which inks a file is printed.
public enum ColourUse: Sendable {
    /// sRGB, for screens and office printers.
    case screen
    /// Shades of grey.
    case grey
    /// Cyan, magenta, yellow and black, for a press: text in black alone, the red of mastheads in two full inks.
    case press

    /// The operator that sets a colour, with its operands; `nil` where it stays as it is.
    ///
    /// - Parameters:
    ///   - rgb: each 0 to 1.
    ///   - isStroke: of lines, not of what is filled.
    func operation(_ rgb: (Double, Double, Double), isStroke: Bool) -> String? {
        switch self {
        case .screen: return nil
        case .grey:
            // Luminance (ITU-R BT.709).
            let grey = 0.2126 * rgb.0 + 0.7152 * rgb.1 + 0.0722 * rgb.2
            return PDFSyntax.number(grey) + (isStroke ? " G" : " g")
        case .press:
            let inks = Self.inks(rgb).map(PDFSyntax.number).joined(separator: " ")
            return inks + (isStroke ? " K" : " k")
        }
    }

    private static func inks(_ rgb: (Double, Double, Double)) -> [Double] {
        let (red, green, blue) = rgb
        // The red of mastheads: no grey in it that a second black plate would have to match.
        if red > 0.7, green < 0.25, blue < 0.25 { return [0, 1, 1, 0] }
        let black = 1 - max(red, green, blue)
        guard black < 1 else { return [0, 0, 0, 1] }
        return [red, green, blue].map { (1 - $0 - black) / (1 - black) } + [black]
    }
}
