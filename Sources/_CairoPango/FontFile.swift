package import Diagnostics
import _CCairoPango

/// One face of a font file, mapped into memory and read through HarfBuzz; nothing is parsed before it is asked for.
package final class FontFile {
    package let path: String
    package let index: Int
    private let face: OpaquePointer
    private let font: OpaquePointer

    /// All faces of a file, in its order; none where it is no font file.
    package static func all(path: String) -> [FontFile] {
        guard let blob = hb_blob_create_from_file_or_fail(path) else { return [] }
        defer { hb_blob_destroy(blob) }
        return (0..<Int(hb_face_count(blob))).compactMap { try? FontFile(blob, path: path, index: $0) }
    }

    /// - Throws: `fileUnreadable` where the file cannot be read or holds no such face.
    package convenience init(path: String, index: Int) throws(Diagnostic) {
        guard let blob = hb_blob_create_from_file_or_fail(path) else {
            throw Diagnostic(.fileUnreadable(reason: "no font file"), at: Place(file: path))
        }
        defer { hb_blob_destroy(blob) }
        try self.init(blob, path: path, index: index)
    }

    private init(_ blob: OpaquePointer, path: String, index: Int) throws(Diagnostic) {
        guard let face = hb_face_create(blob, UInt32(index)) else {
            throw Diagnostic(.libraryFailed(call: "hb_face_create", status: "out of memory"))
        }
        guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
            hb_face_destroy(face)
            throw Diagnostic(.fileUnreadable(reason: "no face \(index)"), at: Place(file: path))
        }
        self.path = path
        self.index = index
        self.face = face
        self.font = font
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    package var unitsPerEm: Int { Int(hb_face_get_upem(face)) }

    /// The glyph of the character map; `nil` where the face has none.
    package func nominalGlyph(_ scalar: Unicode.Scalar) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
    }

    /// In em.
    package func advance(_ glyph: UInt32) -> Double {
        Double(hb_font_get_glyph_h_advance(font, glyph)) / Double(unitsPerEm)
    }

    /// All characters of the character map, ascending.
    package func characters() -> [UInt32] {
        guard let set = hb_set_create() else { return [] }
        defer { hb_set_destroy(set) }
        hb_face_collect_unicodes(face, set)
        var all: [UInt32] = []
        all.reserveCapacity(Int(hb_set_get_population(set)))
        var scalar = hb_codepoint_t.max
        while hb_set_next(set, &scalar) != 0 { all.append(scalar) }
        return all
    }

    /// Every name of the kinds asked for (1 family, 2 style, 4 full, 6 PostScript …), in all languages, in the order
    /// of the file's table.
    package func names(_ kinds: Set<UInt32>) -> [(kind: UInt32, text: String)] {
        var count: UInt32 = 0
        guard let entries = hb_ot_name_list_names(face, &count) else { return [] }
        return (0..<Int(count)).compactMap { at in
            let entry = entries[at]
            guard kinds.contains(entry.name_id) else { return nil }
            var buffer = [CChar](repeating: 0, count: 256)
            var size = UInt32(buffer.count)
            hb_ot_name_get_utf8(face, entry.name_id, entry.language, &size, &buffer)
            let bytes = buffer.prefix(Int(size)).map { UInt8(bitPattern: $0) }
            return (entry.name_id, String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Whether its outlines are of PostScript's kind.
    package var isCFF: Bool {
        let table = hb_face_reference_table(face, ("CFF " as StaticString).openTypeTag)
        defer { hb_blob_destroy(table) }
        return hb_blob_get_length(table) > 0
    }

    /// Whether any of these characters, alone, has another form in the language (`locl`) than where none is said.
    package func hasLocalForms(of scalars: [UInt32], language: String) -> Bool {
        guard let buffer = hb_buffer_create() else { return true }
        defer { hb_buffer_destroy(buffer) }
        let local = hb_language_from_string(language, -1)
        return scalars.contains {
            shaped($0, local, in: buffer) != shaped($0, nil, in: buffer)
        }
    }

    private func shaped(_ scalar: UInt32, _ language: hb_language_t?, in buffer: OpaquePointer) -> [UInt32] {
        hb_buffer_reset(buffer)
        hb_buffer_add(buffer, scalar, 0)
        hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, HB_SCRIPT_HAN)
        hb_buffer_set_language(buffer, language)
        hb_shape(font, buffer, nil, 0)
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count) else { return [] }
        return (0..<Int(count)).map { infos[$0].codepoint }
    }

    /// A font file with only the characters given and what they need, drawn without subroutines and hints, so that
    /// Cairo embeds only what a document shows.
    ///
    /// - Parameters:
    ///   - keeping: OpenType features kept besides those that every text needs.
    ///   - dropping: OpenType features not kept.
    ///   - localForms: tags of the languages whose `locl` is kept.
    /// - Throws: `libraryFailed`.
    package func subset(
        to scalars: [UInt32], keeping: [StaticString], dropping: [StaticString], localForms: [StaticString]
    ) throws(Diagnostic) -> [UInt8] {
        guard let face = faceWithLocalForms(of: localForms) else {
            throw Diagnostic(.libraryFailed(call: "hb_face_builder_create", status: "out of memory"))
        }
        defer { hb_face_destroy(face) }
        guard let input = hb_subset_input_create_or_fail() else {
            throw Diagnostic(.libraryFailed(call: "hb_subset_input_create_or_fail", status: "out of memory"))
        }
        defer { hb_subset_input_destroy(input) }
        hb_subset_input_set_flags(
            input, HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        let unicodes = hb_subset_input_unicode_set(input)
        for scalar in scalars { hb_set_add(unicodes, scalar) }
        let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
        for tag in keeping { hb_set_add(features, tag.openTypeTag) }
        for tag in dropping { hb_set_del(features, tag.openTypeTag) }
        guard let result = hb_subset_or_fail(face, input) else {
            throw Diagnostic(
                .libraryFailed(call: "hb_subset_or_fail", status: "no subset"), at: Place(file: path))
        }
        defer { hb_face_destroy(result) }
        guard let blob = hb_face_reference_blob(result) else {
            throw Diagnostic(.libraryFailed(call: "hb_face_reference_blob", status: "no bytes"))
        }
        defer { hb_blob_destroy(blob) }
        return Self.bytes(of: blob)
    }

    /// The same face with the forms of no other languages than these; owned by the caller.
    private func faceWithLocalForms(of languages: [StaticString]) -> OpaquePointer? {
        let tag = ("GSUB" as StaticString).openTypeTag
        guard let original = hb_face_reference_table(face, tag) else { return nil }
        defer { hb_blob_destroy(original) }
        let bytes = Self.bytes(of: original)
        if bytes.isEmpty { return hb_face_reference(face) }
        var table = SubstitutionTable(bytes)
        table.keepLocalForms(ofLanguages: Set(languages.map(\.openTypeTag)))
        return Self.copy(of: face, setting: [(tag, table.bytes)])
    }

    /// A font file with tables of other bytes, more or fewer of them.
    ///
    /// - Parameter format: the number that the file begins with, which says how it is to be read; `nil` for the usual.
    /// - Throws: `libraryFailed`.
    package static func setting(
        _ tables: [(tag: StaticString, bytes: [UInt8])], dropping: [StaticString] = [], format: UInt32? = nil,
        in font: [UInt8]
    ) throws(Diagnostic) -> [UInt8] {
        let face = try self.face(of: font)
        defer { hb_face_destroy(face) }
        let changed = tables.map { ($0.tag.openTypeTag, $0.bytes) }
        guard let copy = copy(of: face, setting: changed, dropping: Set(dropping.map(\.openTypeTag))) else {
            throw noFont
        }
        defer { hb_face_destroy(copy) }
        guard let result = hb_face_reference_blob(copy) else { throw noFont }
        defer { hb_blob_destroy(result) }
        var bytes = bytes(of: result)
        guard bytes.count > 4 else { throw noFont }
        if let format { bytes.replaceSubrange(0..<4, with: [24, 16, 8, 0].map { UInt8(format >> $0 & 0xFF) }) }
        return bytes
    }

    /// The bytes of one table; none where there is no such.
    ///
    /// - Throws: `libraryFailed`.
    package static func table(_ tag: StaticString, of font: [UInt8]) throws(Diagnostic) -> [UInt8] {
        let face = try self.face(of: font)
        defer { hb_face_destroy(face) }
        guard let table = hb_face_reference_table(face, tag.openTypeTag) else { throw noFont }
        defer { hb_blob_destroy(table) }
        return bytes(of: table)
    }

    /// The drawn box of each glyph, in units of the face; `nil` for one that draws nothing.
    ///
    /// - Throws: `libraryFailed`.
    package static func inkBoxes(of font: [UInt8]) throws(Diagnostic) -> [InkBox?] {
        let face = try self.face(of: font)
        defer { hb_face_destroy(face) }
        guard let own = hb_font_create(face) else { throw noFont }
        defer { hb_font_destroy(own) }
        return (0..<hb_face_get_glyph_count(face)).map { glyph in
            var extents = hb_glyph_extents_t()
            guard hb_font_get_glyph_extents(own, glyph, &extents) != 0, extents.width != 0 || extents.height != 0 else {
                return nil
            }
            return InkBox(
                left: Int(extents.x_bearing), bottom: Int(extents.y_bearing + extents.height),
                right: Int(extents.x_bearing + extents.width), top: Int(extents.y_bearing))
        }
    }

    private static var noFont: Diagnostic {
        Diagnostic(.libraryFailed(call: "hb_face_builder_create", status: "no font"))
    }

    /// Owned by the caller.
    private static func face(of font: [UInt8]) throws(Diagnostic) -> OpaquePointer {
        guard let blob = blob(of: font) else { throw noFont }
        defer { hb_blob_destroy(blob) }
        guard let face = hb_face_create(blob, 0) else { throw noFont }
        return face
    }

    /// A face made of another's tables, some of them changed or added; owned by the caller.
    private static func copy(
        of face: OpaquePointer, setting changed: [(tag: UInt32, bytes: [UInt8])], dropping: Set<UInt32> = []
    ) -> OpaquePointer? {
        guard let copy = hb_face_builder_create() else { return nil }
        var count: UInt32 = 0
        let all = hb_face_get_table_tags(face, 0, &count, nil)
        var tags = [hb_tag_t](repeating: 0, count: Int(all))
        count = all
        _ = hb_face_get_table_tags(face, 0, &count, &tags)
        for tag in tags where !dropping.contains(tag) && !changed.contains(where: { $0.tag == tag }) {
            guard let table = hb_face_reference_table(face, tag) else { continue }
            hb_face_builder_add_table(copy, tag, table)
            hb_blob_destroy(table)
        }
        for (tag, bytes) in changed {
            guard let table = blob(of: bytes) else { continue }
            hb_face_builder_add_table(copy, tag, table)
            hb_blob_destroy(table)
        }
        return copy
    }

    private static func blob(of bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBytes {
            hb_blob_create_or_fail(
                $0.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32($0.count), HB_MEMORY_MODE_DUPLICATE, nil,
                nil)
        }
    }

    private static func bytes(of blob: OpaquePointer) -> [UInt8] {
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { return [] }
        return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
    }

    /// HarfBuzz's version: another one may make other bytes of a subset.
    package static var libraryVersion: String { String(cString: hb_version_string()) }
}

extension StaticString {
    /// The number an OpenType tag of four letters is written as.
    var openTypeTag: UInt32 {
        withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    }
}

/// What a glyph covers, in units of its face, y upwards.
package struct InkBox: Hashable, Sendable {
    package var left: Int
    package var bottom: Int
    package var right: Int
    package var top: Int

    package init(left: Int, bottom: Int, right: Int, top: Int) {
        self.left = left
        self.bottom = bottom
        self.right = right
        self.top = top
    }
}
