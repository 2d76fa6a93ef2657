/// Rows of cells set in columns of a terminal, where Han characters and full-width marks take two.
struct TextColumns {
    /// In terminal columns; the last takes what is left.
    let widths: [Int]
    /// Between two columns.
    let gap = 2

    /// How many terminal columns a scalar takes (UAX #11, wide and full-width: 2; combining: 0).
    static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    static func width(of text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width(of: $1) } }

    /// The lines of one row, each cell broken to its width, no blanks at the end of a line.
    func lines(_ cells: [String]) -> [String] {
        let broken = zip(cells, widths).map { TextColumns.lines(of: $0, width: $1) }
        let height = broken.map(\.count).max() ?? 0
        return (0..<height).map { row in
            var line = ""
            var used = 0
            for (column, cell) in broken.enumerated() {
                guard row < cell.count, !cell[row].isEmpty else { continue }
                let start = widths[..<column].reduce(0) { $0 + $1 + gap }
                line += String(repeating: " ", count: max(0, start - used)) + cell[row]
                used = max(start, used) + TextColumns.width(of: cell[row])
            }
            return line
        }
    }

    /// A text broken to a width: a closing mark may hang out by its own width rather than start a line.
    static func lines(of text: String, width limit: Int) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines.append(String(line))
                line = String.UnicodeScalarView()
                used = 0
                continue
            }
            let width = width(of: scalar)
            if used + width > limit, !line.isEmpty, !"，。、；：！？”》）".unicodeScalars.contains(scalar) {
                lines.append(String(line))
                line = String.UnicodeScalarView()
                used = 0
            }
            line.append(scalar)
            used += width
        }
        lines.append(String(line))
        return lines
    }
}
