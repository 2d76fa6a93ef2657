import Diagnostics

/// Zero-width characters, control characters and byte order marks inside a text.
enum Invisibles {
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0x180E,
            0xFFF9...0xFFFB, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            true
        default: false
        }
    }

    static func remove(from draft: inout Draft) {
        var edits: [Draft.Edit] = []
        for index in draft.scalars.indices where isInvisible(draft.scalars[index]) {
            // A form feed or a vertical tab parts lines.
            let parts = draft.scalars[index].value == 0x0B || draft.scalars[index].value == 0x0C
            draft.note(.encoding, index..<index + 1, restored: "", once: true)
            edits.append(Draft.Edit(index..<index + 1, with: parts ? ["\n"] : []))
        }
        draft.apply(edits)
    }

    /// U+FFFD: a decoder before us did not know the character, and nothing here tells it.
    static func markReplacements(_ draft: inout Draft) {
        var edits: [Draft.Edit] = []
        for index in draft.scalars.indices where draft.scalars[index] == "\u{FFFD}" {
            let range = index..<index + 1
            draft.note(.encoding, range, restored: nil, once: true)
            let around = max(0, index - 6)..<min(draft.scalars.count, index + 7)
            draft.warnings.append(
                CleanText.Warning(
                    text: "字符残损，无法复原：\(String(scalars: draft.scalars[around]))", question: "〓 处原文是什么字？",
                    range: draft.sourceRange(of: range)))
            edits.append(Draft.Edit(index, "〓"))
        }
        draft.apply(edits)
    }
}
