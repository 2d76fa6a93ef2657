import Diagnostics
import _QPDF

/// Reads font dictionaries (ISO 32000-1, 9.6 to 9.10).
struct FontReader {
    let file: PDFFile

    func font(_ value: PDFValue) throws(Diagnostic) -> PrintedFont {
        let keys = try file.resolve(value).dictionary ?? [:]
        let kind = PrintedFont.Kind(rawValue: try file.resolve(keys["Subtype"]).name ?? "") ?? .type1
        let fullName = try file.resolve(keys["BaseFont"]).name ?? ""
        var font = PrintedFont(kind: kind, name: Self.plainName(fullName))
        font.isSubset = font.name.utf8.count != fullName.utf8.count
        if let stream = keys["ToUnicode"]?.reference, let bytes = try file.data(of: stream) {
            font.unicode = CharacterMap(bytes)
            font.hasToUnicode = true
        }
        if kind == .type0 {
            try readComposite(keys, into: &font)
        } else {
            try readSimple(keys, into: &font)
        }
        return font
    }

    /// `ABCDEF+FangSong` is `FangSong`; bytes that are no UTF-8 are taken for GBK.
    private static func plainName(_ name: String) -> String {
        let scalars = Array(name.unicodeScalars)
        let isMarked = scalars.count > 7 && scalars[6] == "+" && scalars[..<6].allSatisfy { ("A"..."Z").contains($0) }
        let plain = isMarked ? scalars[7...] : scalars[...]
        guard plain.contains(where: { (0xF780...0xF7FF).contains($0.value) }) else {
            return String(scalars: plain)
        }
        let bytes = plain.map { UInt8(truncatingIfNeeded: $0.value >= 0xF700 ? $0.value - 0xF700 : $0.value) }
        var text = String.UnicodeScalarView()
        var at = 0
        while at < bytes.count {
            let count = bytes[at] >= 0x81 && at + 1 < bytes.count ? 2 : 1
            let code = NationalText.scalar(Array(bytes[at..<at + count]), encoding: "GB18030")
            if let scalar = Unicode.Scalar(code), code > 0 { text.append(scalar) }
            at += count
        }
        return String(text)
    }

    private func isEmbedded(_ descriptor: [String: PDFValue]) -> Bool {
        ["FontFile", "FontFile2", "FontFile3"].contains { descriptor[$0] != nil }
    }

    // MARK: Composite fonts

    private func readComposite(_ keys: [String: PDFValue], into font: inout PrintedFont) throws(Diagnostic) {
        let below = try file.resolve(try file.resolve(keys["DescendantFonts"]).array?.first).dictionary ?? [:]
        font.isEmbedded = isEmbedded(try file.resolve(below["FontDescriptor"]).dictionary ?? [:])
        try readEncoding(keys["Encoding"], into: &font)
        let isTrueType = try file.resolve(below["Subtype"]).name == "CIDFontType2"
        font.lacksGlyphMap = isTrueType && font.isEmbedded && below["CIDToGIDMap"] == nil
        if let map = below["CIDToGIDMap"]?.reference, try file.isStream(map) {
            font.glyphs = try file.data(of: map) ?? []
        }
        font.defaultWidth = Float(try file.resolve(below["DW"]).number ?? 1000)
        if font.isVertical {
            let vertical = try file.resolve(below["DW2"]).array
            font.defaultWidth = Float(try file.resolve(vertical?.dropFirst().first).number ?? -1000)
            return
        }
        try readWidths(try file.resolve(below["W"]).array ?? [], into: &font)
    }

    private func readEncoding(_ value: PDFValue?, into font: inout PrintedFont) throws(Diagnostic) {
        if let name = try file.resolve(value).name {
            font.isVertical = name.hasSuffix("-V")
            font.nation = NationalEncoding(name: name)
            switch font.nation {
            case .gbk, .big5: font.encoding = .mixed(name.contains("2K") ? .fourByte : .twoByte)
            default: font.encoding = .twoBytes
            }
            // The CIDs of national encodings are in no file: their widths are the default.
            font.hasKnownEncoding = font.nation != nil
        } else if let stream = value?.reference, let bytes = try file.data(of: stream) {
            font.encoding = CharacterMap(bytes)
            font.isVertical = font.encoding.isVertical
            font.isIdentity = font.encoding.isEmpty
        }
    }

    /// `[c [w1 w2 …] cFirst cLast w …]` (9.7.4.3).
    private func readWidths(_ values: [PDFValue], into font: inout PrintedFont) throws(Diagnostic) {
        var at = 0
        while at + 1 < values.count {
            guard let first = try file.resolve(values[at]).integer else { return }
            let next = try file.resolve(values[at + 1])
            if let list = next.array {
                for (offset, width) in list.enumerated() {
                    if let width = try file.resolve(width).number { font.widths[first + offset] = Float(width) }
                }
                at += 2
            } else {
                guard at + 2 < values.count, let last = next.integer,
                    let width = try file.resolve(values[at + 2]).number
                else { return }
                if last - first < 256 {
                    for code in first...max(first, last) { font.widths[code] = Float(width) }
                } else {
                    font.spans.append((first, last, Float(width)))
                }
                at += 3
            }
        }
    }

    // MARK: Simple fonts

    private func readSimple(_ keys: [String: PDFValue], into font: inout PrintedFont) throws(Diagnostic) {
        let descriptor = try file.resolve(keys["FontDescriptor"]).dictionary ?? [:]
        font.isEmbedded = isEmbedded(descriptor) || font.kind == .type3
        if font.kind == .type3 {
            font.unit = try file.resolve(try file.resolve(keys["FontMatrix"]).array?.first).number ?? 0.001
        }
        font.defaultWidth = Float(try file.resolve(descriptor["MissingWidth"]).number ?? 0)
        let first = try file.resolve(keys["FirstChar"]).integer ?? 0
        for (offset, width) in (try file.resolve(keys["Widths"]).array ?? []).enumerated() {
            if let width = try file.resolve(width).number { font.widths[first + offset] = Float(width) }
        }
        if keys["Widths"] == nil, font.kind != .type3 { font.defaultWidth = 500 }
        let isSymbolic = (try file.resolve(descriptor["Flags"]).integer ?? 0) & 4 != 0
        try readCodes(keys["Encoding"], isSymbolic: isSymbolic, into: &font)
    }

    private func readCodes(
        _ value: PDFValue?, isSymbolic: Bool, into font: inout PrintedFont
    ) throws(Diagnostic) {
        let encoding = try file.resolve(value)
        let given = try file.resolve(encoding.dictionary?["BaseEncoding"]).name
        let base = encoding.name ?? given
        let isBuiltIn = base == nil && (isSymbolic || font.kind == .type3)
        font.hasKnownEncoding = base != nil || !isSymbolic && encoding.dictionary == nil
        font.simple = (0...255).map { code in isBuiltIn ? nil : Self.scalar(UInt8(code), base: base).map { [$0] } }
        var code = 0
        var named = 0
        var unknown = 0
        for item in try file.resolve(encoding.dictionary?["Differences"]).array ?? [] {
            let item = try file.resolve(item)
            if let number = item.integer { code = number }
            guard let name = item.name else { continue }
            if (0...255).contains(code) {
                font.simple[code] = GlyphNames.scalars(name)
                named += 1
                if font.simple[code] == nil { unknown += 1 }
                if name == ".notdef" { font.missingCodes.insert(UInt8(code)) }
            }
            code += 1
        }
        if named > 0, unknown == 0 { font.hasKnownEncoding = true }
    }

    private static func scalar(_ code: UInt8, base: String?) -> UInt32? {
        switch base {
        case "WinAnsiEncoding":
            if code < 0x20 { return nil }
            return (0x80...0x9F).contains(code) ? GlyphNames.windows[Int(code) - 0x80] : UInt32(code)
        case "MacRomanEncoding":
            if code < 0x20 { return nil }
            return code < 0x80 ? UInt32(code) : GlyphNames.macintosh[Int(code) - 0x80]
        default:
            if let scalar = GlyphNames.standard[code] { return scalar }
            return (0x20...0x7E).contains(code) ? UInt32(code) : nil
        }
    }
}
