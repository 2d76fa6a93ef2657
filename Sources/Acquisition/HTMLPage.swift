/// An HTML page: its text blocks, and what it states of itself.
enum HTMLPage {
    /// By its name, or by its first tags.
    static func looksLikeOne(_ bytes: UnsafeRawBufferPointer, path: String) -> Bool {
        let name = path.lowercased()
        if name.hasSuffix(".html") || name.hasSuffix(".htm") { return true }
        let head = String(decoding: bytes.prefix(1024).filter { $0 != 0 }, as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head", "<body"].contains { head.contains($0) }
    }

    /// What a meta element says of the encoding.
    static func declaredCharset(_ bytes: UnsafeRawBufferPointer) -> String? {
        let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self).lowercased()
        guard let found = head.firstRange(of: "charset") else { return nil }
        let value = head[found.upperBound...].drop { " =\"'".contains($0) }
        let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return name.isEmpty ? nil : String(name)
    }

    /// Replaces the page's markup by the text taken out of it.
    static func read(into source: inout SourceText) throws(FaultError) {
    }
}
