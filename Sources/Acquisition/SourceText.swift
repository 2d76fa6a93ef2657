/// What a file, a folder's file or standard input holds, decoded and with its provenance.
///
/// All later ranges count Unicode scalars of `text`, half-open from 0: for plain text the decoded file (line ends
/// unchanged, byte order mark dropped), for HTML, DOCX, PDF and tables the text taken out of it.
public struct SourceText: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable {
        case text
        case html
        case docx
        case pdf
        /// CSV, or JSON of flat objects.
        case table
    }

    /// A block of text of a page or document, and whether it belongs to what that is for.
    public struct Block: Hashable, Sendable {
        public enum Part: Hashable, Sendable {
            case title
            case main
            /// Navigation, related links, heads, feet and page numbers: kept, but set aside by cleaning.
            case aside
        }

        public var range: Range<Int>
        public var part: Part

        public init(range: Range<Int>, part: Part) {
            self.range = range
            self.part = part
        }
    }

    /// The path as given; `-` for standard input.
    public var path: String
    /// Of the bytes, lower-case hexadecimal.
    public var sha256: String
    /// `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`, `Big5`; of DOCX and PDF, which say it themselves, `DOCX` and `PDF`.
    public var encoding: String
    public var format: Format
    public var text: [Unicode.Scalar]
    /// What the page states of itself; `nil` for plain text.
    public var title: String?
    /// `2024-05-06`, where the page states it.
    public var published: String?
    public var url: String?
    /// In order; plain text has none.
    public var blocks: [Block]

    public init(
        path: String, sha256: String, encoding: String, format: Format, text: [Unicode.Scalar], title: String? = nil,
        published: String? = nil, url: String? = nil, blocks: [Block] = []
    ) {
        self.path = path
        self.sha256 = sha256
        self.encoding = encoding
        self.format = format
        self.text = text
        self.title = title
        self.published = published
        self.url = url
        self.blocks = blocks
    }
}
