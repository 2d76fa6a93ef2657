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
        var packer: PDFPacker
        var failure: (any Error)?

        init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) { packer = PDFPacker(write: write) }
    }

    private let output: Output
    private let surface: OpaquePointer
    let context: OpaquePointer
    private var faces: [ObjectIdentifier: OpaquePointer] = [:]
    private var finished = false
    /// Cairo's names of anchors: it writes others than plain ASCII in two ways that do not meet.
    private var anchors: [String: Int] = [:]
    private var placed: Set<Int> = []
    private var hasLinks = false
    private var pages = 0

    /// - Parameter write: gets the file's bytes in order.
    /// - Throws: `libraryFailed`.
    package init(
        width: Double, height: Double, write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws(Diagnostic) {
        output = Output(write)
        surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                let output = Unmanaged<Output>.fromOpaque(closure!).takeUnretainedValue()
                // Cairo 1.16 crashes when it finishes a surface whose stream failed with tags open, so it is never
                // told: the failure is kept, nothing more is written, and `status` throws it.
                if output.failure != nil { return CAIRO_STATUS_SUCCESS }
                do {
                    try output.packer.take(UnsafeRawBufferPointer(start: data, count: Int(length)))
                } catch {
                    output.failure = error
                }
                return CAIRO_STATUS_SUCCESS
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

    /// - Parameter date: `2024-05-31`; `nil` leaves the dates out.
    /// - Throws: `libraryFailed`.
    package func set(date: String?) throws(Diagnostic) {
        // Cairo would take the clock's; a date it cannot read it leaves out.
        try set(.created, date.map { $0 + "T00:00:00Z" } ?? "-")
        if let date { try set(.modified, date + "T00:00:00Z") }
    }

    /// The size of the page now begun, in pt.
    package func setPage(width: Double, height: Double, label: String?) throws(Diagnostic) {
        pages += 1
        cairo_pdf_surface_set_size(surface, width, height)
        // A page that is called by its place needs no label; Cairo writes an empty table when all are.
        if let label, label != "\(pages)" { cairo_pdf_surface_set_page_label(surface, label) }
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

    /// A place on this page that links and outline entries lead to. The first place with a name is the one.
    package func anchor(_ name: String, x: Double, y: Double) throws(Diagnostic) {
        guard placed.insert(number(of: name)).inserted else { return }
        cairo_tag_begin(context, CAIRO_TAG_DEST, "name='\(key(of: name))' x=\(x) y=\(y)")
        cairo_tag_end(context, CAIRO_TAG_DEST)
        try check(cairo_status(context), "cairo_tag_begin")
    }

    /// A box on this page that leads to an anchor anywhere in the document.
    package func link(to name: String, x: Double, y: Double, width: Double, height: Double) throws(Diagnostic) {
        // Where links are the only tags, Cairo refers to their structure elements but does not write them.
        let wrap = !hasLinks
        hasLinks = true
        if wrap { cairo_tag_begin(context, "NonStruct", "") }
        cairo_tag_begin(context, CAIRO_TAG_LINK, "rect=[\(x) \(y) \(width) \(height)] dest='\(key(of: name))'")
        cairo_tag_end(context, CAIRO_TAG_LINK)
        if wrap { cairo_tag_end(context, "NonStruct") }
        try check(cairo_status(context), "cairo_tag_begin")
    }

    private func number(of anchor: String) -> Int {
        if let known = anchors[anchor] { return known }
        anchors[anchor] = anchors.count
        return anchors.count - 1
    }

    private func key(of anchor: String) -> String { "a\(number(of: anchor))" }

    /// - Parameter parent: what an earlier call gave; `nil` for the first level.
    package func outlineEntry(_ title: String, anchor: String, parent: Int?, open: Bool) throws(Diagnostic) -> Int {
        let attributes = "dest='\(key(of: anchor))'"
        let flags = open ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0)
        let number = cairo_pdf_surface_add_outline(surface, Int32(parent ?? 0), title, attributes, flags)
        try check(cairo_surface_status(surface), "cairo_pdf_surface_add_outline")
        return Int(number)
    }

    /// Writes what is left of the file.
    ///
    /// - Parameter language: `zh-Hans`
    /// - Throws: what `write` threw, or `libraryFailed`.
    package func finish(language: String) throws {
        output.packer.language = language
        cairo_surface_finish(surface)
        try status("cairo_surface_finish")
        finished = true
        try output.packer.finish()
    }

    private func status(_ call: String) throws {
        if let failure = output.failure { throw failure }
        try check(cairo_status(context), call)
        try check(cairo_surface_status(surface), call)
    }

    func check(_ status: cairo_status_t, _ call: String) throws(Diagnostic) {
        if status == CAIRO_STATUS_SUCCESS { return }
        throw Diagnostic(.libraryFailed(call: call, status: String(cString: cairo_status_to_string(status))))
    }
}
