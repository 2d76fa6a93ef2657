package import Diagnostics
import _CCairoPango

/// A Pango font map that sees exactly the faces it is given, each under a name of our own: the host's fontconfig
/// files and fonts are never read.
package final class FontMap {
    /// A face by the file it is read from when first used.
    package struct Entry: Sendable {
        package var path: String
        /// Which of its faces Pango reads.
        package var index: Int
        /// Which of them Cairo draws with, the same face.
        package var drawn: Int
        /// `CFF` or `TrueType`.
        package var isCFF: Bool

        package init(path: String, index: Int, drawn: Int, isCFF: Bool) {
            self.path = path
            self.index = index
            self.drawn = drawn
            self.isCFF = isCFF
        }
    }

    fileprivate let map: UnsafeMutablePointer<PangoFontMap>
    private let configuration: OpaquePointer
    private let entries: [Entry]

    /// Pixels an em has where shapes are measured: a multiple of every usual number of units per em, so that
    /// Pango's 1/1024 pixels hold each advance exactly.
    static let unitSize = 1000.0

    /// Gives fontconfig an empty configuration of the whole process, before Pango would load the host's in a thread.
    private static let hostShutOut: Bool = {
        guard let empty = FcConfigCreate() else { return false }
        defer { FcConfigDestroy(empty) }
        return FcConfigSetCurrent(empty) == FcTrue
    }()

    /// The files are not opened here.
    ///
    /// - Throws: `libraryFailed`.
    package init(_ entries: [Entry]) throws(Diagnostic) {
        guard Self.hostShutOut, let configuration = FcConfigCreate(), FcConfigBuildFonts(configuration) == FcTrue,
            let set = FcConfigGetFonts(configuration, FcSetSystem)
        else { throw Diagnostic(.libraryFailed(call: "FcConfigCreate", status: "out of memory")) }
        self.configuration = configuration
        self.entries = entries
        for (number, entry) in entries.enumerated() {
            guard let pattern = Self.pattern(entry, family: Self.family(number)), FcFontSetAdd(set, pattern) == FcTrue
            else { throw Diagnostic(.libraryFailed(call: "FcFontSetAdd", status: "out of memory")) }
        }
        guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw Diagnostic(
                .libraryFailed(call: "pango_cairo_font_map_new_for_font_type", status: "no FreeType in this Pango"))
        }
        self.map = map
        pango_fc_font_map_set_config(OpaquePointer(map), configuration)
    }

    deinit {
        jb_unref(map)
        FcConfigDestroy(configuration)
    }

    private static func family(_ number: Int) -> String { "jianbao-\(number)" }

    private static func pattern(_ entry: Entry, family: String) -> OpaquePointer? {
        guard let pattern = FcPatternCreate(), let characters = FcCharSetCreate() else { return nil }
        defer { FcCharSetDestroy(characters) }
        // Of Pango's two threads, one matches and one sorts; what sorting gives has no face without characters, and
        // it is asked when it is done first. Which characters does not matter: no other face is ever wanted.
        var added = FcCharSetAddChar(characters, 0x4E00) & FcPatternAddCharSet(pattern, FC_CHARSET, characters)
        for (key, text) in [
            (FC_FILE, entry.path), (FC_FAMILY, family), (FC_STYLE, "Regular"),
            (FC_FONTFORMAT, entry.isCFF ? "CFF" : "TrueType"),
        ] {
            added &= FcPatternAddString(pattern, key, text)
        }
        for (key, number) in [
            (FC_INDEX, Int32(entry.index)), (FC_WEIGHT, FC_WEIGHT_REGULAR), (FC_SLANT, FC_SLANT_ROMAN),
            (FC_WIDTH, FC_WIDTH_NORMAL),
        ] {
            added &= FcPatternAddInteger(pattern, key, number)
        }
        added &= FcPatternAddBool(pattern, FC_SCALABLE, FcTrue) & FcPatternAddBool(pattern, FC_OUTLINE, FcTrue)
        return added == FcTrue ? pattern : nil
    }

    /// Opens the face of the entry at this place.
    ///
    /// - Throws: `libraryFailed` where the file is not what it was said to be.
    package func font(_ number: Int) throws(Diagnostic) -> Font {
        guard let context = pango_font_map_create_context(map) else {
            throw Diagnostic(.libraryFailed(call: "pango_font_map_create_context", status: "out of memory"))
        }
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, Self.family(number))
        pango_font_description_set_absolute_size(description, Self.unitSize * Double(PANGO_SCALE))
        pango_context_set_font_description(context, description)
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        guard let font = pango_font_map_load_font(map, context, description) else {
            jb_unref(UnsafeMutableRawPointer(context))
            throw Diagnostic(.libraryFailed(call: "pango_font_map_load_font", status: "no font"))
        }
        return Font(map: self, entry: entries[number], font: font, context: context)
    }
}
