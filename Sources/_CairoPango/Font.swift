import Diagnostics
import _CCairoPango

/// A face opened by Pango at a unit size, without hints: all lengths are in em and hold at every size.
package final class Font {
    /// What writing a text without letters of its own belongs to: which forms a face gives its marks.
    package enum Script: Sendable {
        case han
        case latin
    }

    package struct Glyph: Sendable {
        package var id: UInt32
        package var advance: Double
        package var dx: Double
        package var dy: Double
        /// Index of the scalar that its cluster begins with.
        package var cluster: Int
    }

    /// Kept alive while its fonts are.
    private let map: FontMap
    /// The file it is read from.
    let entry: FontMap.Entry
    let font: UnsafeMutablePointer<PangoFont>
    private let context: OpaquePointer
    private let harfbuzz: OpaquePointer?
    private let plain: OpaquePointer
    private let proportional: OpaquePointer
    /// What Cairo draws with, once it has drawn: it keeps what it has read of glyphs from one document to the next.
    private var drawing: OpaquePointer?
    private var language: String?
    private lazy var changing = glyphsWithLocalForms()
    private static let perEm = FontMap.unitSize * Double(PANGO_SCALE)

    init(map: FontMap, entry: FontMap.Entry, font: UnsafeMutablePointer<PangoFont>, context: OpaquePointer) {
        self.map = map
        self.entry = entry
        self.font = font
        self.context = context
        harfbuzz = pango_font_get_hb_font(font)
        plain = Self.attributes(features: nil)
        proportional = Self.attributes(features: "pwid")
    }

    deinit {
        hb_set_destroy(changing)
        if let drawing { cairo_font_face_destroy(drawing) }
        pango_attr_list_unref(plain)
        pango_attr_list_unref(proportional)
        jb_unref(UnsafeMutableRawPointer(context))
        jb_unref(font)
    }

    /// - Throws: `fileUnreadable`, `libraryFailed`.
    func drawingFace() throws(Diagnostic) -> OpaquePointer {
        if let drawing { return drawing }
        let face = try FreeTypeFace.open(entry)
        drawing = face
        return face
    }

    private static func attributes(features: String?) -> OpaquePointer {
        let list = pango_attr_list_new()!
        pango_attr_list_insert(list, pango_attr_fallback_new(0))
        if let features { pango_attr_list_insert(list, pango_attr_font_features_new(features)) }
        return list
    }

    /// The glyph of the character map; `nil` where the face has none.
    package func nominalGlyph(_ scalar: Unicode.Scalar) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(harfbuzz, scalar.value, &glyph) != 0 ? glyph : nil
    }

    /// The glyph of a character whatever stands beside it, in the forms of the language.
    package func glyph(standingAlone scalar: Unicode.Scalar, language: String) -> UInt32? {
        guard let nominal = nominalGlyph(scalar) else { return nil }
        if hb_set_has(changing, nominal) == 0 { return nominal }
        let shaped = shape(CollectionOfOne(scalar), language: language, script: .han)
        return shaped.count == 1 ? shaped[0].id : nil
    }

    /// Glyphs that have another form in some language (`locl`): in a face of one language a few marks.
    private func glyphsWithLocalForms() -> OpaquePointer? {
        let (glyphs, lookups) = (hb_set_create(), hb_set_create())
        defer { hb_set_destroy(lookups) }
        let face = hb_font_get_face(harfbuzz)
        let table = ("GSUB" as StaticString).openTypeTag
        hb_ot_layout_collect_lookups(face, table, nil, nil, [("locl" as StaticString).openTypeTag, 0], lookups)
        var lookup = hb_codepoint_t.max
        while hb_set_next(lookups, &lookup) != 0 {
            hb_ot_layout_lookup_collect_glyphs(face, table, lookup, nil, glyphs, nil, nil)
        }
        return glyphs
    }

    /// In em.
    package func advance(_ glyph: UInt32) -> Double {
        Double(hb_font_get_glyph_h_advance(harfbuzz, glyph)) / Self.perEm
    }

    /// Heights of the em box above and below the baseline (`OS/2`), both positive, in em.
    package private(set) lazy var emBox: (ascent: Double, descent: Double) = readEmBox()

    private func readEmBox() -> (ascent: Double, descent: Double) {
        let face = hb_font_get_face(harfbuzz)
        guard let table = hb_face_reference_table(face, ("OS/2" as StaticString).openTypeTag) else {
            return (0.88, 0.12)
        }
        defer { hb_blob_destroy(table) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(table, &length), length >= 72 else { return (0.88, 0.12) }
        func number(_ at: Int) -> Double {
            let high = UInt16(UInt8(bitPattern: data[at]))
            let low = UInt16(UInt8(bitPattern: data[at + 1]))
            return Double(Int16(bitPattern: high << 8 | low)) / Double(hb_face_get_upem(face))
        }
        return (number(68), -number(70))
    }

    /// The drawn box of a glyph in em, y upwards: its left and right edge, its lower and upper.
    package func inkBox(_ glyph: UInt32) -> (left: Double, right: Double, bottom: Double, top: Double)? {
        var extents = hb_glyph_extents_t()
        guard hb_font_get_glyph_extents(harfbuzz, glyph, &extents) != 0 else { return nil }
        let em = Self.perEm
        return (
            Double(extents.x_bearing) / em, Double(extents.x_bearing + extents.width) / em,
            Double(extents.y_bearing + extents.height) / em, Double(extents.y_bearing) / em
        )
    }

    /// Shapes through Pango with this face alone; a character it has not comes as glyph 0.
    ///
    /// - Parameters:
    ///   - script: of marks and digits.
    ///   - proportional: asks for the proportional forms of marks (`pwid`).
    package func shape(
        _ text: some Collection<Unicode.Scalar>, language: String, script: Script, proportional: Bool = false
    ) -> [Glyph] {
        if self.language != language {
            pango_context_set_language(context, pango_language_from_string(language))
            self.language = language
        }
        var bytes: [CChar] = []
        var starts: [Int] = []
        for (number, scalar) in text.enumerated() {
            for unit in UTF8.encode(scalar)! {
                bytes.append(CChar(bitPattern: unit))
                starts.append(number)
            }
        }
        var glyphs: [Glyph] = []
        let list = pango_itemize(
            context, bytes, 0, Int32(bytes.count), proportional ? self.proportional : plain, nil)
        var next = list
        while let link = next {
            let item = link.pointee.data.assumingMemoryBound(to: PangoItem.self)
            append(item, of: bytes, starts, script, to: &glyphs)
            pango_item_free(item)
            next = link.pointee.next
        }
        g_list_free(list)
        return glyphs
    }

    private func append(
        _ item: UnsafeMutablePointer<PangoItem>, of bytes: [CChar], _ starts: [Int], _ script: Script,
        to glyphs: inout [Glyph]
    ) {
        let found = GUnicodeScript(rawValue: numericCast(item.pointee.analysis.script))
        if found == G_UNICODE_SCRIPT_COMMON || found == G_UNICODE_SCRIPT_INHERITED {
            // Pango knows the writing only from neighbours, which are not here.
            let own = script == .han ? G_UNICODE_SCRIPT_HAN : G_UNICODE_SCRIPT_LATIN
            item.pointee.analysis.script = numericCast(own.rawValue)
        }
        if item.pointee.analysis.font != font {
            // Pango picks faces of its own for emoji; ours is the only one wanted.
            if let other = item.pointee.analysis.font { jb_unref(other) }
            item.pointee.analysis.font = jb_ref(font).assumingMemoryBound(to: PangoFont.self)
        }
        guard let string = pango_glyph_string_new() else { return }
        defer { pango_glyph_string_free(string) }
        let offset = Int(item.pointee.offset)
        bytes.withUnsafeBufferPointer {
            pango_shape_full(
                $0.baseAddress! + offset, item.pointee.length, $0.baseAddress!, Int32(bytes.count),
                &item.pointee.analysis, string)
        }
        for at in 0..<Int(string.pointee.num_glyphs) {
            let info = string.pointee.glyphs[at]
            if info.glyph == pangoEmptyGlyph { continue }
            glyphs.append(
                Glyph(
                    id: info.glyph & pangoUnknownFlag != 0 ? 0 : info.glyph,
                    advance: Double(info.geometry.width) / Self.perEm,
                    dx: Double(info.geometry.x_offset) / Self.perEm, dy: Double(info.geometry.y_offset) / Self.perEm,
                    cluster: starts[offset + Int(string.pointee.log_clusters[at])]))
        }
    }
}

/// `PANGO_GLYPH_EMPTY` and `PANGO_GLYPH_UNKNOWN_FLAG`, which as casts in macros are not imported.
private let pangoEmptyGlyph: PangoGlyph = 0x0FFF_FFFF
private let pangoUnknownFlag: PangoGlyph = 0x1000_0000
