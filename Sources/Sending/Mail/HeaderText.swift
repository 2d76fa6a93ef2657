import Diagnostics

/// What may stand in a mail's head: no character that ends a line, hides, or turns the direction of reading around.
enum HeaderText {
    /// - Parameter part: what the text is: `subject`, `file name`.
    /// - Throws: `unsafeText`.
    static func check(_ text: String, of part: String) throws(Diagnostic) {
        guard let scalar = text.unicodeScalars.first(where: isUnsafe) else { return }
        throw Diagnostic(.mail(.unsafeText(part: part, scalar: scalar.value)))
    }

    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: return true
        default: break
        }
        switch scalar.value {
        // Marks of direction: fdp.exe reads exe.pdf with one.
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: return true
        default: return false
        }
    }
}
