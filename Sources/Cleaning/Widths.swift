import Diagnostics

/// Widths: Latin letters and digits narrow, marks in Chinese context wide, straight quotation marks curled.
enum Widths {
    /// The narrow form of a full-width digit or letter, or of ％ and ＠.
    static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF05, 0xFF20, 0xFF06:
            Unicode.Scalar(scalar.value - 0xFEE0)
        default: nil
        }
    }

    static func narrowLetters(_ draft: inout Draft) {
        var edits: [Draft.Edit] = []
        let scalars = draft.scalars
        for index in scalars.indices {
            if let narrow = narrow(scalars[index]) {
                draft.note(.width, index..<index + 1, restored: String(scalars: [narrow]), once: true)
                edits.append(Draft.Edit(index, narrow))
            } else if scalars[index] == "．" || scalars[index] == "－" || scalars[index] == "：" || scalars[index] == "，",
                index > 0, index + 1 < scalars.count, isDigit(scalars[index - 1]), isDigit(scalars[index + 1]),
                narrow(scalars[index - 1]) != nil || narrow(scalars[index + 1]) != nil || scalars[index] == "．"
            {
                // Inside a number that was set wide: ３．５.
                let narrow = Unicode.Scalar(scalars[index].value - 0xFEE0) ?? scalars[index]
                draft.note(.width, index..<index + 1, restored: String(scalars: [narrow]), once: true)
                edits.append(Draft.Edit(index, narrow))
            }
        }
        draft.apply(edits)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isDigit || (0xFF10...0xFF19).contains(scalar.value)
    }

    /// Widens `, ; : ? ! ( )`, a full stop that ends a line, and straight quotation marks, where they stand in Chinese.
    static func widenMarks(_ draft: inout Draft) {
        let scalars = draft.scalars
        var edits: [Draft.Edit] = []
        var start = 0
        while start < scalars.count {
            let end = scalars[start...].firstIndex(where: \.isLineEnd) ?? scalars.count
            let line = Line(scalars: scalars, range: start..<end)
            edits += line.edits()
            start = end + 1
        }
        for edit in edits {
            draft.note(.width, edit.range, restored: String(scalars: edit.with), once: true)
        }
        draft.apply(edits)
    }

    private struct Line {
        let scalars: [Unicode.Scalar]
        let range: Range<Int>

        func edits() -> [Draft.Edit] {
            var edits: [Draft.Edit] = []
            var brackets: [Int] = []
            var doubles: [Int] = []
            var singles: [Int] = []
            var hasHan = false
            for index in range {
                let scalar = scalars[index]
                switch scalar {
                case ",", ";", ":", "?", "!":
                    if isInChinese(index) { edits.append(Draft.Edit(index, wide(scalar))) }
                case ".":
                    if endsSentence(index) { edits.append(Draft.Edit(index, "。")) }
                case "(", "（": brackets.append(index)
                case ")", "）":
                    edits += closeBracket(index, opening: brackets.popLast())
                case "\"": doubles.append(index)
                case "'": singles.append(index)
                default: if scalar.isHan { hasHan = true }
                }
            }
            guard hasHan || !edits.isEmpty else { return [] }
            for open in brackets
            where scalars[open] == "(" && isHan(open + 1) && (isHan(open - 1) || open == range.lowerBound) {
                edits.append(Draft.Edit(open, "（"))
            }
            edits += quotes(doubles, "“", "”") + quotes(singles, "‘", "’")
            return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
        }

        private func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
        }

        private func isHan(_ index: Int) -> Bool { range.contains(index) && scalars[index].isHan }

        private func neighbour(_ index: Int, step: Int) -> Unicode.Scalar? {
            var at = index + step
            while range.contains(at), scalars[at].isSpace || scalars[at] == scalars[index] { at += step }
            return range.contains(at) ? scalars[at] : nil
        }

        private func isInChinese(_ index: Int) -> Bool {
            let before = range.contains(index - 1) ? scalars[index - 1] : nil
            let after = range.contains(index + 1) ? scalars[index + 1] : nil
            if let before, let after, isNarrow(before), isNarrow(after) { return false }
            let previous = neighbour(index, step: -1)
            let next = neighbour(index, step: 1)
            if previous?.isChinese ?? false { return !isAddress(index) }
            if next?.isChinese ?? false { return previous != nil && !isAddress(index) }
            // `增长5%, 2024年`: a figure before, a space behind.
            return scalars[index] == "," && (after?.isSpace ?? false) && previous == "%"
        }

        private func isNarrow(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x20 && scalar.value < 0x7F }

        /// Whether the run of ASCII around an index is a URL or a mail address.
        private func isAddress(_ index: Int) -> Bool {
            var first = index
            while range.contains(first - 1), isNarrow(scalars[first - 1]) { first -= 1 }
            var last = index
            while range.contains(last + 1), isNarrow(scalars[last + 1]) { last += 1 }
            guard last - first > 3, index > first else { return false }
            let run = String(scalars: scalars[first...last])
            return run.contains("://") || run.hasPrefix("www.")
        }

        /// A full stop behind a Han character at the end of a line that is a sentence.
        private func endsSentence(_ index: Int) -> Bool {
            isHan(index - 1) && index - range.lowerBound >= 12 && neighbour(index, step: 1) == nil
        }

        private func closeBracket(_ close: Int, opening: Int?) -> [Draft.Edit] {
            guard let open = opening else {
                return scalars[close] == ")" && isHan(close - 1) ? [Draft.Edit(close, "）")] : []
            }
            let hasHan = scalars[open + 1..<close].contains(where: \.isHan)
            let mixed = scalars[open] == "（" || scalars[close] == "）"
            let next = neighbour(close, step: 1)
            let inChinese =
                (isHan(open - 1) || isWideMark(open - 1)) && (next.map { $0.isChinese || $0 == "," } ?? true)
            guard hasHan || mixed || inChinese else { return [] }
            return (scalars[open] == "(" ? [Draft.Edit(open, "（")] : [])
                + (scalars[close] == ")" ? [Draft.Edit(close, "）")] : [])
        }

        private func isWideMark(_ index: Int) -> Bool { range.contains(index) && scalars[index].isChineseMark }

        private func quotes(_ found: [Int], _ open: Unicode.Scalar, _ close: Unicode.Scalar) -> [Draft.Edit] {
            guard found.count.isMultiple(of: 2) else { return [] }
            var edits: [Draft.Edit] = []
            for pair in stride(from: 0, to: found.count, by: 2) {
                let (first, last) = (found[pair], found[pair + 1])
                let inside = scalars[first + 1..<last].contains(where: \.isHan)
                let around = isHan(first - 1) || isHan(last + 1)
                guard inside || (around && open == "“") else { continue }
                edits += [Draft.Edit(first, open), Draft.Edit(last, close)]
            }
            return edits
        }
    }
}
