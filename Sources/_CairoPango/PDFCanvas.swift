package import Diagnostics
import _CCairoPango

/// A PDF that Cairo writes, page by page, into a function of ours; lengths in pt from the top left corner.
///
/// After the first failure nothing more is drawn, and `finish` throws it.
package final class PDFCanvas {
    package enum Information: Sendable {
        case title, author, subject, keywords, creator, created, modified
    }

    /// What Cairo calls for each piece of the file; it holds the first error thrown.
    private final class Output {
        let write: (UnsafeRawBufferPointer) throws -> Void
        var failure: (any Error)?

        init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.write = write }
    }

    private let output: Output
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private var faces: [ObjectIdentifier: OpaquePointer] = [:]
    private var finished = false

    /// - Parameter write: gets the file's bytes in order.
    /// - Throws: `libraryFailed`.
    package init(
        width: Double, height: Double, write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws(Diagnostic) {
        output = Output(write)
        surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                let output = Unmanaged<Output>.fromOpaque(closure!).takeUnretainedValue()
                if output.failure != nil { return CAIRO_STATUS_WRITE_ERROR }
                do {
                    try output.write(UnsafeRawBufferPointer(start: data, count: Int(length)))
                    return CAIRO_STATUS_SUCCESS
                } catch {
                    output.failure = error
                    return CAIRO_STATUS_WRITE_ERROR
                }
            }, Unmanaged.passUnretained(output).toOpaque(), width, height)
        context = cairo_create(surface)
        try check(cairo_surface_status(surface), "cairo_pdf_surface_create_for_stream")
        try check(cairo_status(context), "cairo_create")
    }

    deinit {
        if !finished {
            // The rest of the file goes nowhere.
            output.failure = output.failure ?? Diagnostic(.writeFailed(reason: "abandoned"))
        }
        cairo_destroy(context)
        cairo_surface_destroy(surface)
        for face in faces.values { cairo_font_face_destroy(face) }
    }

    /// - Throws: `libraryFailed`.
    package func set(_ information: Information, _ text: String) throws(Diagnostic) {
        let key =
            switch information {
            case .title: CAIRO_PDF_METADATA_TITLE
            case .author: CAIRO_PDF_METADATA_AUTHOR
            case .subject: CAIRO_PDF_METADATA_SUBJECT
            case .keywords: CAIRO_PDF_METADATA_KEYWORDS
            case .creator: CAIRO_PDF_METADATA_CREATOR
            case .created: CAIRO_PDF_METADATA_CREATE_DATE
            case .modified: CAIRO_PDF_METADATA_MOD_DATE
            }
        cairo_pdf_surface_set_metadata(surface, key, text)
        try check(cairo_surface_status(surface), "cairo_pdf_surface_set_metadata")
    }

    /// The size of the page now begun, in pt.
    package func setPage(width: Double, height: Double, label: String?) throws(Diagnostic) {
        cairo_pdf_surface_set_size(surface, width, height)
        if let label { cairo_pdf_surface_set_page_label(surface, label) }
        try check(cairo_surface_status(surface), "cairo_pdf_surface_set_size")
    }

    package func showPage() throws {
        cairo_show_page(context)
        try status("cairo_show_page")
    }

    package func setColour(red: Double, green: Double, blue: Double) {
        cairo_set_source_rgb(context, red, green, blue)
    }

    package func fill(x: Double, y: Double, width: Double, height: Double) throws(Diagnostic) {
        cairo_rectangle(context, x, y, width, height)
        cairo_fill(context)
        try check(cairo_status(context), "cairo_fill")
    }

    /// The face and size that `show` draws with.
    package func setFont(_ font: Font, size: Double) throws(Diagnostic) {
        cairo_set_font_face(context, try face(of: font))
        cairo_set_font_size(context, size)
        try check(cairo_status(context), "cairo_set_font_face")
    }

    private func face(of font: Font) throws(Diagnostic) -> OpaquePointer {
        if let face = faces[ObjectIdentifier(font)] { return face }
        let pangoFont = UnsafeMutableRawPointer(font.font)
        guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(pangoFont)) else {
            throw Diagnostic(.libraryFailed(call: "pango_cairo_font_get_scaled_font", status: "no font"))
        }
        try check(cairo_scaled_font_status(scaled), "pango_cairo_font_get_scaled_font")
        let face = cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled))!
        faces[ObjectIdentifier(font)] = face
        return face
    }

    /// Glyphs at their places, and the text they stand for.
    ///
    /// - Parameter clusters: bytes of `text` and glyphs that belong together, in order.
    package func show(
        _ glyphs: [(id: UInt32, x: Double, y: Double)], text: [UInt8], clusters: [(bytes: Int, glyphs: Int)]
    ) throws(Diagnostic) {
        let cairoGlyphs = glyphs.map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) }
        let cairoClusters = clusters.map {
            cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
        }
        text.withUnsafeBytes { bytes in
            cairo_show_text_glyphs(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), cairoGlyphs,
                Int32(cairoGlyphs.count), cairoClusters, Int32(cairoClusters.count), cairo_text_cluster_flags_t(0))
        }
        try check(cairo_status(context), "cairo_show_text_glyphs")
    }

    /// A place on this page that links and outline entries lead to.
    package func anchor(_ name: String, x: Double, y: Double) throws(Diagnostic) {
        let attributes = "name='\(name.quotedForTag)' x=\(x) y=\(y) internal"
        cairo_tag_begin(context, CAIRO_TAG_DEST, attributes)
        cairo_tag_end(context, CAIRO_TAG_DEST)
        try check(cairo_status(context), "cairo_tag_begin")
    }

    /// A box on this page that leads to an anchor anywhere in the document.
    package func link(to name: String, x: Double, y: Double, width: Double, height: Double) throws(Diagnostic) {
        let attributes = "rect=[\(x) \(y) \(width) \(height)] dest='\(name.quotedForTag)'"
        cairo_tag_begin(context, CAIRO_TAG_LINK, attributes)
        cairo_tag_end(context, CAIRO_TAG_LINK)
        try check(cairo_status(context), "cairo_tag_begin")
    }

    /// - Parameter parent: what an earlier call gave; `nil` for the first level.
    package func outlineEntry(_ title: String, anchor: String, parent: Int?, open: Bool) throws(Diagnostic) -> Int {
        let attributes = "dest='\(anchor.quotedForTag)'"
        let flags = open ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0)
        let number = cairo_pdf_surface_add_outline(surface, Int32(parent ?? 0), title, attributes, flags)
        try check(cairo_surface_status(surface), "cairo_pdf_surface_add_outline")
        return Int(number)
    }

    /// Writes what is left of the file.
    ///
    /// - Throws: what `write` threw, or `libraryFailed`.
    package func finish() throws {
        cairo_surface_finish(surface)
        try status("cairo_surface_finish")
        finished = true
    }

    private func status(_ call: String) throws {
        if let failure = output.failure { throw failure }
        try check(cairo_status(context), call)
        try check(cairo_surface_status(surface), call)
    }

    private func check(_ status: cairo_status_t, _ call: String) throws(Diagnostic) {
        if status == CAIRO_STATUS_SUCCESS { return }
        throw Diagnostic(.libraryFailed(call: call, status: String(cString: cairo_status_to_string(status))))
    }
}

extension String {
    /// Between the quotes of a Cairo tag attribute.
    var quotedForTag: String {
        var quoted = ""
        for character in unicodeScalars {
            if character == "'" || character == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(character)
        }
        return quoted
    }
}
