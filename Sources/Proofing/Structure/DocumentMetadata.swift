import Diagnostics
import _QPDF

/// The XMP packet of a document (ISO 16684-1), as far as it is looked at: elements or attributes of known names.
struct DocumentMetadata {
    var title: String?
    var author: String?
    var producer: String?
    var creator: String?
    var archivePart: String?
    var archiveLevel: String?
    var accessiblePart: String?

    /// `nil` where there is none.
    init?(_ document: PrintedDocument) throws(Diagnostic) {
        guard let stream = document.root["Metadata"]?.reference, let bytes = try document.file.data(of: stream),
            !bytes.isEmpty
        else { return nil }
        let text = Self.decoded(bytes)
        title = Self.item("dc:title", in: text)
        author = Self.item("dc:creator", in: text)
        producer = Self.item("pdf:Producer", in: text)
        creator = Self.item("xmp:CreatorTool", in: text)
        archivePart = Self.item("pdfaid:part", in: text)
        archiveLevel = Self.item("pdfaid:conformance", in: text)
        accessiblePart = Self.item("pdfuaid:part", in: text)
    }

    private static func decoded(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFE, 0xFF]) { return PDFValue.string(bytes).text ?? "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `<name>value</name>`, `<name><rdf:Alt><rdf:li …>value</rdf:li>…` or `name="value"`.
    static func item(_ name: String, in text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        let wanted = Array(name.unicodeScalars)
        var at = 0
        while let found = find(wanted, in: scalars, from: at) {
            at = found + wanted.count
            if found > 0, scalars[found - 1] == "<" { return element(scalars, from: at) }
            var place = at
            while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
            guard place < scalars.count, scalars[place] == "=" else { continue }
            place += 1
            while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
            guard place < scalars.count, scalars[place] == "\"" || scalars[place] == "'" else { continue }
            let end = scalars[(place + 1)...].firstIndex(of: scalars[place]) ?? scalars.count
            return plain(scalars[(place + 1)..<end])
        }
        return nil
    }

    /// The text up to the closing tag of the name, its own tags left out; of a list the first item.
    private static func element(_ scalars: [Unicode.Scalar], from start: Int) -> String? {
        guard let open = scalars[start...].firstIndex(of: ">"), scalars[open - 1] != "/" else { return nil }
        var at = open + 1
        while at < scalars.count {
            let end = scalars[at...].firstIndex(of: "<") ?? scalars.count
            let text = plain(scalars[at..<end])
            if !text.allSatisfy(\.isWhitespace) { return text }
            guard end + 1 < scalars.count, let close = scalars[end...].firstIndex(of: ">") else { return nil }
            let tag = String(scalars: scalars[(end + 1)..<close])
            // Out of the element, or behind an item that is empty.
            if tag.hasPrefix("/") { return "" }
            at = close + 1
        }
        return nil
    }

    private static func find(_ wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard scalars.count >= wanted.count, start <= scalars.count - wanted.count else { return nil }
        return (start...(scalars.count - wanted.count)).first { at in
            scalars[at] == wanted[0] && scalars[at..<at + wanted.count].elementsEqual(wanted)
        }
    }

    private static let entities = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'"]

    private static func plain(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var result = ""
        var rest = Substring(String(scalars: scalars))
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.firstIndex(of: ";") else { break }
            let entity = String(rest[...end])
            if entity == "&amp;" {
                result += "&"
            } else if let known = entities[entity] {
                result += known
            } else if entity.hasPrefix("&#x"), let code = UInt32(entity.dropFirst(3).dropLast(), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                result.unicodeScalars.append(scalar)
            } else if entity.hasPrefix("&#"), let code = UInt32(entity.dropFirst(2).dropLast()),
                let scalar = Unicode.Scalar(code)
            {
                result.unicodeScalars.append(scalar)
            } else {
                result += entity
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
