/// What Cairo writes when a PDF is finished: faces, outline, names, information, catalog, cross-reference table.
/// Cairo 1.16 writes dates without their `D:` and says no language; both are put right here.
struct PDFTail {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// `(20240531000000Z)` becomes `(D:202405310000)`, which is one byte shorter, and a space.
    mutating func markDates() {
        for key in ["/CreationDate (", "/ModDate ("] {
            guard let start = lastPlace(of: key).map({ $0 + key.utf8.count }), start + 16 <= bytes.count,
                bytes[start..<start + 14].allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
                bytes[start + 14] == UInt8(ascii: "Z"), bytes[start + 15] == UInt8(ascii: ")")
            else { continue }
            let digits = bytes[start..<start + 12]
            bytes.replaceSubrange(start..<start + 16, with: Array("D:".utf8) + digits + Array(") ".utf8))
        }
    }

    /// The catalog is the last object, so only the place of the table after it moves.
    mutating func addLanguage(_ language: String) {
        let catalog = "/Type /Catalog\n"
        let entry = Array("   /Lang (\(language))\n".utf8)
        guard let start = lastPlace(of: catalog), let end = lastPlace(of: "startxref\n"), start < end else { return }
        var digits = end + "startxref\n".utf8.count
        let firstDigit = digits
        var offset = 0
        while digits < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[digits] {
            offset = offset * 10 + Int(bytes[digits] - UInt8(ascii: "0"))
            digits += 1
        }
        bytes.replaceSubrange(firstDigit..<digits, with: Array("\(offset + entry.count)".utf8))
        bytes.insert(contentsOf: entry, at: start + catalog.utf8.count)
    }

    private func lastPlace(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        var at = bytes.count - wanted.count
        while at >= 0 {
            if bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) { return at }
            at -= 1
        }
        return nil
    }
}
