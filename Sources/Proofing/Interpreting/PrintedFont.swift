import Diagnostics
import _QPDF

/// A font of the document: how its strings are read, and what the checks ask of it.
struct PrintedFont: Sendable {
    enum Kind: String, Sendable {
        case type0 = "Type0"
        case type1 = "Type1"
        case trueType = "TrueType"
        case type3 = "Type3"
    }

    /// What a code draws.
    struct Drawn {
        var scalar: UInt32 = 0
        var rest: [UInt32] = []
        /// Thousandths of the size.
        var width: Double
        var isMissing = false
        /// One byte, 32: word spacing widens it.
        var isSpace = false
    }

    var kind: Kind
    /// Without the mark of a subset.
    var name: String
    var isSubset = false
    var isEmbedded = false
    var hasToUnicode = false
    /// A composite font of TrueType outlines without CIDToGIDMap.
    var lacksGlyphMap = false
    /// A simple font whose codes say what they stand for without a ToUnicode.
    var hasKnownEncoding = false
    var isVertical = false
    /// By code or CID.
    var widths: [Int: Float] = [:]
    var spans: [(low: Int, high: Int, width: Float)] = []
    var defaultWidth: Float = 0
    /// From glyph space to text space; a thousandth but for Type 3.
    var unit = 0.001
    var unicode = CharacterMap()
    var encoding = CharacterMap.twoBytes
    /// Whether codes are CIDs.
    var isIdentity = true
    /// Codes of the encoding are Unicode or of a national standard.
    var nation: NationalEncoding?
    /// The glyph of each CID, two bytes a CID, where a stream says so.
    var glyphs: [UInt8] = []
    /// By code, of a simple font.
    var simple: [[UInt32]?] = []
    var missingCodes: Set<UInt8> = []

    var face: FaceKind? { FaceKind(fontName: name) }

    /// Calls `use` for each code of a string.
    func decode(_ bytes: [UInt8], _ use: (Drawn) -> Void) {
        if kind == .type0 { return composite(bytes, use) }
        for byte in bytes {
            var drawn = Drawn(width: width(of: Int(byte)), isSpace: byte == 32)
            if let scalar = unicode[UInt32(byte)] {
                drawn.scalar = scalar
            } else if let several = unicode.sequence(UInt32(byte)) ?? (simple.isEmpty ? nil : simple[Int(byte)]) {
                drawn.scalar = several.first ?? 0
                drawn.rest = Array(several.dropFirst())
            }
            drawn.isMissing = missingCodes.contains(byte) || drawn.scalar == 0xFFFD
            use(drawn)
        }
    }

    private func composite(_ bytes: [UInt8], _ use: (Drawn) -> Void) {
        var at = 0
        while at < bytes.count {
            let (code, count) = encoding.code(in: bytes, at: at)
            let cid = isIdentity ? code : encoding[code] ?? 0
            var drawn = Drawn(width: width(of: Int(cid)), isSpace: count == 1 && code == 32)
            if let scalar = unicode[code] {
                drawn.scalar = scalar
            } else if let several = unicode.sequence(code) {
                drawn.scalar = several.first ?? 0
                drawn.rest = Array(several.dropFirst())
            } else if let nation {
                drawn.scalar = nation.scalar(bytes[at..<at + count])
            }
            drawn.isMissing = drawn.scalar == 0xFFFD || isNotdef(cid) && nation == nil
            use(drawn)
            at += max(1, count)
        }
    }

    private func isNotdef(_ cid: UInt32) -> Bool {
        if glyphs.isEmpty { return cid == 0 }
        let place = Int(cid) * 2
        return place + 1 >= glyphs.count || glyphs[place] == 0 && glyphs[place + 1] == 0
    }

    private func width(of code: Int) -> Double {
        if let width = widths[code] { return Double(width) }
        for span in spans where span.low <= code && code <= span.high { return Double(span.width) }
        return Double(defaultWidth)
    }
}

/// Encodings of composite fonts whose codes are characters: `UniGB-UCS2-H`, `GBK-EUC-H`.
enum NationalEncoding: Sendable {
    case utf16
    case gbk
    case big5

    init?(name: String) {
        if name.contains("UCS2") || name.contains("UTF16") {
            self = .utf16
        } else if name.hasPrefix("GB") {
            self = .gbk
        } else if name.hasPrefix("B5") || name.hasPrefix("ETen") || name.hasPrefix("HK") {
            self = .big5
        } else {
            return nil
        }
    }

    func scalar(_ code: ArraySlice<UInt8>) -> UInt32 {
        switch self {
        case .utf16: code.reduce(0) { $0 << 8 | UInt32($1) }
        case .gbk: NationalText.scalar(Array(code), encoding: "GB18030")
        case .big5: NationalText.scalar(Array(code), encoding: "BIG5-HKSCS")
        }
    }
}

/// What a face is for in Chinese documents, told by its name.
enum FaceKind: String, Sendable, CaseIterable {
    case song, hei, kai, fangsong, title

    /// - Parameter fontName: `FangSong_GB2312`, `NotoSansCJKsc-Regular`, `SimHei`.
    init?(fontName: String) {
        let name = fontName.lowercased().filter { !"-_ ".contains($0) }
        func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
        if has("xiaobiaosong", "小标宋", "fzxbs", "xbsj", "dabiaosong", "biaosong") {
            self = .title
        } else if has("fangsong", "仿宋", "fandolfang", "fzfs", "stfangso", "cwtexfs", "fangr", "fangsung") {
            self = .fangsong
        } else if has(
            "kaiti", "楷", "fandolkai", "simkai", "kair", "kaisung", "wenkai", "fzkt", "stkaiti", "cwtexkai", "ukai")
            || name.hasSuffix("kai")
        {
            self = .kai
        } else if has(
            "hei", "黑体", "sanscjk", "sanssc", "sanstc", "gothic", "microsoftyahei", "wqy", "droidsansfallback")
        {
            self = .hei
        } else if has("serifcjk", "serifsc", "seriftc", "song", "宋", "simsun", "mincho", "uming", "stsong", "fzss") {
            self = has("bold", "black") ? .title : .song
        } else {
            return nil
        }
    }
}
