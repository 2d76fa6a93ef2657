package import Diagnostics
import _CCairoPango

/// A PDF that Cairo writes, page by page; lengths in pt from the top left corner.
///
/// It holds what Cairo draws and no more: what a document is beside that is for others to add, to which end a mark can
/// be set between two drawings.
package final class PDFCanvas {
    /// What Cairo writes, until it is taken: for a page ten thousand pieces of a few bytes.
    private final class Output {
        /// From how many bytes on they are handed on.
        private static let piece = 1 << 15
        private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * Output.piece, alignment: 16)
        private var count = 0
        /// What gets them before they are asked for.
        var take: (([UInt8]) -> Void)?

        deinit { buffer.deallocate() }

        func add(_ bytes: UnsafeRawBufferPointer) {
            if count + bytes.count > buffer.count { grow(for: bytes.count) }
            UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: bytes)
            count += bytes.count
            if count >= Self.piece, let take { take(takeBytes()) }
        }

        private func grow(for more: Int) {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(2 * buffer.count, count + more), alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            buffer.deallocate()
            buffer = larger
        }

        func takeBytes() -> [UInt8] {
            defer { count = 0 }
            return Array(buffer[..<count])
        }
    }

    /// How a mark stands in a page's content, where it is filled: the operands of a path too small to be seen.
    package static let marker = "0 0 0.125 0.25"

    /// Cairo leaves content uncompressed where it is asked to show what it writes: it is compressed later, on another
    /// core, when the marks in it are read.
    private static let isPlain: Bool = setenv("CAIRO_DEBUG_PDF", "1", 1) == 0

    private let output = Output()
    private let surface: OpaquePointer
    let context: OpaquePointer
    /// How many turned or slanted sheets what comes is drawn on.
    var turns = 0
    /// What `show` shows.
    private var glyphs: [cairo_glyph_t] = []
    private var clusters: [cairo_text_cluster_t] = []
    private var text: [UInt8] = []

    /// What Cairo reads of faces and zlib works in are large pieces that live shortly: the system need not take them back
    /// and clear them each time.
    private static let keepsPieces: Bool =
        mallopt(M_MMAP_THRESHOLD, 64 << 20) == 1 && mallopt(M_TRIM_THRESHOLD, 128 << 20) == 1

    /// Once before other threads read the environment.
    package static func prepare() { _ = isPlain && keepsPieces }

    /// - Throws: `libraryFailed`.
    package init() throws(Diagnostic) {
        Self.prepare()
        surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                let output = Unmanaged<Output>.fromOpaque(closure!).takeUnretainedValue()
                output.add(UnsafeRawBufferPointer(start: data, count: Int(length)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(output).toOpaque(), 1, 1)
        context = cairo_create(surface)
        // A date it cannot read it leaves out; else it would take the clock's.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "-")
        try check(cairo_surface_status(surface), "cairo_pdf_surface_create_for_stream")
        try check(cairo_status(context), "cairo_create")
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// What Cairo has written since this was called last.
    package func takeBytes() -> [UInt8] { output.takeBytes() }

    /// Begins a page of this size in pt, with a ground that fills it: Cairo joins the places of all that is drawn to one
    /// region, which takes long only where it is of many pieces. The ground is the first path of the page's content, and is
    /// to be left out of the file.
    package func beginPage(width: Double, height: Double) throws(Diagnostic) {
        cairo_pdf_surface_set_size(surface, width, height)
        try check(cairo_surface_status(surface), "cairo_pdf_surface_set_size")
        // In whole points, else Cairo clips all that follows to the paper.
        try fill(x: 0, y: 0, width: width.rounded(.down), height: height.rounded(.down))
    }

    package func showPage() throws(Diagnostic) {
        StoredStreams.during { cairo_show_page(context) }
        try status("cairo_show_page")
    }

    /// Parts what is drawn next from what was drawn before.
    package func mark() throws(Diagnostic) {
        if turns > 0 {
            cairo_save(context)
            cairo_identity_matrix(context)
        }
        cairo_rectangle(context, 0, 0, 0.125, 0.25)
        cairo_fill(context)
        if turns > 0 { cairo_restore(context) }
        try check(cairo_status(context), "cairo_fill")
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
        cairo_set_font_face(context, try font.drawingFace())
        cairo_set_font_size(context, size)
        try check(cairo_status(context), "cairo_set_font_face")
    }

    /// A glyph at its place, shown with the others that `show` finds.
    package func add(glyph: UInt32, x: Double, y: Double) {
        glyphs.append(cairo_glyph_t(index: UInt(glyph), x: x, y: y))
    }

    /// What the next of the added glyphs stands for.
    package func add(_ scalar: Unicode.Scalar) {
        text.append(contentsOf: UTF8.encode(scalar)!)
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(UTF8.width(scalar)), num_glyphs: 1))
    }

    /// What the next of the added glyphs stand for together.
    package func add(_ scalars: ArraySlice<Unicode.Scalar>, glyphs: Int) {
        let start = text.count
        for scalar in scalars { text.append(contentsOf: UTF8.encode(scalar)!) }
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(text.count - start), num_glyphs: Int32(glyphs)))
    }

    /// Shows the glyphs that were added since it was called last, and says what text they stand for.
    package func show() throws(Diagnostic) {
        text.withUnsafeBytes { bytes in
            cairo_show_text_glyphs(
                context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), glyphs,
                Int32(glyphs.count), clusters, Int32(clusters.count), cairo_text_cluster_flags_t(0))
        }
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        try check(cairo_status(context), "cairo_show_text_glyphs")
    }

    /// Writes what is left: the faces.
    ///
    /// - Parameter take: gets what Cairo writes as it comes; else it is kept until it is taken.
    package func finish(_ take: (([UInt8]) -> Void)? = nil) throws(Diagnostic) {
        output.take = take
        StoredStreams.during { cairo_surface_finish(surface) }
        output.take = nil
        try status("cairo_surface_finish")
    }

    private func status(_ call: String) throws(Diagnostic) {
        try check(cairo_status(context), call)
        try check(cairo_surface_status(surface), call)
    }

    func check(_ status: cairo_status_t, _ call: String) throws(Diagnostic) {
        if status == CAIRO_STATUS_SUCCESS { return }
        throw Diagnostic(.libraryFailed(call: call, status: String(cString: cairo_status_to_string(status))))
    }
}
