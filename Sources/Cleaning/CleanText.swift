public import Acquisition
import Diagnostics

/// The repaired text in Simplified characters, every scalar of it mapped back to the source.
public struct CleanText: Sendable {
    public enum Script: String, Hashable, Sendable {
        case hans
        case hant
    }

    /// One repair, as the record lists it.
    public struct Repair: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable {
            case reading
            case lostBytes = "lost-bytes"
            case script
            case space
            case width
            case entity
            case doubled
            case encoding
        }

        public var printed: String
        /// Simplified; `nil` where nothing settles what stood there (the clean text has 〓).
        public var restored: String?
        public var kind: Kind
        /// The bytes that prove it, or `lexicon` with the word.
        public var proof: String?
        /// In the source text.
        public var range: Range<Int>

        public init(printed: String, restored: String?, kind: Kind, proof: String? = nil, range: Range<Int>) {
            self.printed = printed
            self.restored = restored
            self.kind = kind
            self.proof = proof
            self.range = range
        }
    }

    /// A line or a part of one that is not the article: set aside, not lost.
    public struct Boilerplate: Hashable, Sendable {
        /// As printed.
        public var text: String
        /// What it is: `navigation`, `contact`, `credit`, `licence`, `share`, `dateline`, `related` …
        public var kind: String
        /// In the source text.
        public var range: Range<Int>

        public init(text: String, kind: String, range: Range<Int>) {
            self.text = text
            self.kind = kind
            self.range = range
        }
    }

    /// Something a person should look at.
    public struct Warning: Hashable, Sendable {
        public var text: String
        public var question: String?
        /// In the source text.
        public var range: Range<Int>

        public init(text: String, question: String? = nil, range: Range<Int>) {
            self.text = text
            self.question = question
            self.range = range
        }
    }

    public let source: SourceText
    /// Which script the source is printed in.
    public let script: Script
    /// Repaired, Simplified; paragraphs end with `\n`; boilerplate is not in it.
    public let scalars: [Unicode.Scalar]
    /// `printed[i]` is what `scalars[i]` was before the change of script (闞 for 阚), repairs done: same count.
    public let printed: [Unicode.Scalar]
    /// `origins[i]` is the source range that `scalars[i]` came from: same count, never decreasing.
    public let origins: [Range<Int>]
    public let repairs: [Repair]
    public let boilerplate: [Boilerplate]
    public let warnings: [Warning]
    /// The day the text was published, `2024-05-06`: from the page's own statement, else from a line set aside.
    public let published: String?

    public init(
        source: SourceText, script: Script, scalars: [Unicode.Scalar], printed: [Unicode.Scalar],
        origins: [Range<Int>], repairs: [Repair] = [], boilerplate: [Boilerplate] = [], warnings: [Warning] = [],
        published: String? = nil
    ) {
        precondition(scalars.count == printed.count && scalars.count == origins.count)
        self.source = source
        self.script = script
        self.scalars = scalars
        self.printed = printed
        self.origins = origins
        self.repairs = repairs
        self.boilerplate = boilerplate
        self.warnings = warnings
        self.published = published ?? source.published
    }

    /// The text as it is: nothing repaired, every scalar its own origin. For text that is known to be clean.
    public init(unrepaired source: SourceText) {
        self.init(
            source: source, script: .hans, scalars: source.text, printed: source.text,
            origins: source.text.indices.map { $0..<$0 + 1 })
    }

    /// The source range that a range of clean text came from: from the first scalar's origin to the last one's.
    public func sourceRange(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let at = range.lowerBound < origins.count ? origins[range.lowerBound].lowerBound : source.text.count
            return at..<at
        }
        return origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
    }

    /// Clean text of a range as a string.
    public func string(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    /// The same range as printed: before the change of script, after the other repairs.
    public func printedString(_ range: Range<Int>) -> String {
        String(scalars: printed[range])
    }
}
