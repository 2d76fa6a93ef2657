import Diagnostics
import _CCairoPango

/// Faces for Cairo to draw with, each read by a FreeType of its own.
///
/// Those that Pango would give are Cairo's: of these it keeps ten open, for all threads together, and closes and opens
/// others as they are wanted without a lock, which crashes a process whose threads draw at once (Cairo 1.16).
enum FreeTypeFace {
    /// Where Cairo keeps what goes with a face.
    private final class Key: Sendable {
        nonisolated(unsafe) let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
    }

    private static let key = Key()

    /// The caller owns one reference; the file is closed with the last, which Cairo may hold longer.
    ///
    /// - Throws: `fileUnreadable`, `libraryFailed`.
    static func open(_ entry: FontMap.Entry) throws(Diagnostic) -> OpaquePointer {
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else {
            throw Diagnostic(.libraryFailed(call: "FT_Init_FreeType", status: "out of memory"))
        }
        var opened: FT_Face?
        guard FT_New_Face(library, entry.path, FT_Long(entry.drawn), &opened) == 0, let opened else {
            FT_Done_FreeType(library)
            throw Diagnostic(.fileUnreadable(reason: "no face \(entry.drawn)"), at: Place(file: entry.path))
        }
        guard let face = cairo_ft_font_face_create_for_ft_face(opened, Int32(FT_LOAD_NO_HINTING)) else {
            FT_Done_FreeType(library)
            throw Diagnostic(.libraryFailed(call: "cairo_ft_font_face_create_for_ft_face", status: "no face"))
        }
        // With its library a face is closed too.
        let status = cairo_font_face_set_user_data(
            face, key.key, UnsafeMutableRawPointer(library), { jb_done_freetype($0) })
        guard status == CAIRO_STATUS_SUCCESS, cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS else {
            cairo_font_face_destroy(face)
            throw Diagnostic(
                .libraryFailed(
                    call: "cairo_font_face_set_user_data", status: String(cString: cairo_status_to_string(status))))
        }
        return face
    }
}
