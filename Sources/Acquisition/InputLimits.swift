/// How much of one file is taken in: an article is small, and what is larger by far is something else.
package enum InputLimits {
    /// Bytes of any one file.
    package static let file = 64 << 20
    /// Bytes of text in one article.
    package static let text = 16 << 20
    /// Bytes that one part of a DOCX may unpack to.
    package static let part = 64 << 20
    /// How many times its own size a DOCX may unpack to, where that is more than `freePart`: XML shrinks to a twentieth,
    /// hardly to a hundredth.
    package static let ratio = 200
    package static let freePart = 4 << 20
    /// Elements inside one another in XML and HTML.
    package static let depth = 200
}
