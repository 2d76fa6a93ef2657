internal import Acquisition
import Diagnostics

/// A source text beside what became of it, in the order of the source: what `clean --diff` prints.
///
/// The kept, printed and set-aside spans together are the source text, scalar for scalar; restored spans are what
/// stands in the clean text instead of the printed span before them.
public struct Comparison: Hashable, Sendable {
    public enum Mark: Hashable, Sendable {
        case kept
        /// In the source, not in the clean text.
        case printed
        /// In the clean text, not in the source.
        case restored
        /// Boilerplate.
        case setAside(kind: String)
    }

    public struct Span: Hashable, Sendable {
        public var mark: Mark
        public var text: String
    }

    public private(set) var spans: [Span] = []

    /// - Parameter script: whether a change of script counts as a change; else the printed form is shown as kept.
    public init(_ clean: CleanText, script: Bool = false) {
        let source = clean.source.text
        let restored = script ? clean.scalars : clean.printed
        var at = 0
        var index = 0
        while index < restored.count {
            let origin = clean.origins[index]
            var end = index + 1
            while end < restored.count, clean.origins[end] == origin { end += 1 }
            remove(at..<max(at, origin.lowerBound), of: clean)
            let from = max(at, origin.lowerBound)
            change(source[from..<max(from, origin.upperBound)], to: restored[index..<end])
            at = max(at, origin.upperBound)
            index = end
        }
        remove(at..<source.count, of: clean)
    }

    /// Spans that the clean text took nothing from.
    private mutating func remove(_ range: Range<Int>, of clean: CleanText) {
        var at = range.lowerBound
        for part in clean.boilerplate where part.range.upperBound > at && part.range.lowerBound < range.upperBound {
            let start = max(at, part.range.lowerBound)
            drop(clean.source.text[at..<start])
            let end = min(range.upperBound, part.range.upperBound)
            add(.setAside(kind: part.kind), clean.source.text[start..<end])
            at = end
        }
        drop(clean.source.text[at..<range.upperBound])
    }

    /// Line ends and indents are layout, not repairs.
    private mutating func drop(_ text: ArraySlice<Unicode.Scalar>) {
        let isLayout =
            text.allSatisfy { $0.isSpace || $0.isLineEnd } && (text.contains(where: \.isLineEnd) || atLineStart)
        add(isLayout ? .kept : .printed, text)
    }

    private var atLineStart: Bool { spans.last.map { $0.text.unicodeScalars.last?.isLineEnd ?? true } ?? true }

    private mutating func change(_ printed: ArraySlice<Unicode.Scalar>, to restored: ArraySlice<Unicode.Scalar>) {
        if restored.elementsEqual(["\n"]), printed.allSatisfy({ $0.isSpace || $0.isLineEnd }) {
            return add(.kept, printed)
        }
        var (old, new) = (printed, restored)
        var same = 0
        while let one = old.first, one == new.first {
            old = old.dropFirst()
            new = new.dropFirst()
            same += 1
        }
        add(.kept, printed.prefix(same))
        add(.printed, old)
        add(.restored, new)
    }

    private mutating func add(_ mark: Mark, _ text: ArraySlice<Unicode.Scalar>) {
        guard !text.isEmpty else { return }
        if spans.last?.mark == mark {
            spans[spans.count - 1].text += String(scalars: text)
        } else {
            spans.append(Span(mark: mark, text: String(scalars: text)))
        }
    }
}
