import Cleaning

/// Repairs shown in the text: in colour on a terminal, else with marks as word diffs have them.
enum DiffText {
    /// `[-printed-]{+restored+}`, `[~set aside~]`
    static func of(_ comparison: Comparison, coloured: Bool) -> String {
        var text = ""
        for span in comparison.spans {
            switch span.mark {
            case .kept: text += span.text
            case .printed: text += coloured ? "\u{1B}[31;9m\(span.text)\u{1B}[0m" : "[-\(span.text)-]"
            case .restored: text += coloured ? "\u{1B}[32m\(span.text)\u{1B}[0m" : "{+\(span.text)+}"
            case .setAside: text += coloured ? "\u{1B}[2m\(span.text)\u{1B}[0m" : "[~\(span.text)~]"
            }
        }
        return text.hasSuffix("\n") ? text : text + "\n"
    }
}
