import Diagnostics
import _CairoPango

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes and finds the prepared copies of a face: what nearly every document needs, and the rest in slices, since Cairo
/// reads the whole of a face that it embeds a character of.
///
/// They are cut from the face's file in the same way whether they were there before or not, so that the bytes of a
/// PDF never depend on it. Cairo embeds the faces as packaged with up to half a megabyte of subroutines each.
///
/// A prepared file holds the face twice: as Pango reads it, without PostScript outlines, and as Cairo draws with it, without
/// the table of characters. Of each glyph it embeds Cairo would look for the character in it, reading all of the table
/// every time, though what a glyph stands for is told to it with every text.
struct FacePreparation {
    struct Part: Hashable {
        /// From 0.
        var number: Int

        /// The usual characters of GB/T 2312 or Big5's first level, with Latin and marks: nearly every document needs no more.
        static let common = Part(number: 0)
        /// The others of GB/T 2312; nothing in Traditional faces.
        static let second = Part(number: 1)
        static let all = (0..<starts.count + 2).map(Part.init)

        /// The first codes of the other parts; Han characters from U+3400.
        private static let starts: [UInt32] = [
            0x0, 0x3400, 0x3E00, 0x4E00, 0x5800, 0x6200, 0x6C00, 0x7600, 0x8000, 0x8A00, 0x9400, 0xA000, 0x20000,
            0x2A6E0,
        ]

        /// Where a character is that is not in the common part.
        static func besidesCommon(_ code: UInt32, _ language: TextLanguage) -> Part {
            if language == .hans, CommonCharacters.isUnusual(code) { return .second }
            return Part(number: starts.lastIndex { $0 <= code }! + 2)
        }

        var name: String {
            switch self {
            case .common: "common"
            case .second: "second"
            default: String(Self.starts[number - 2], radix: 16, uppercase: true)
            }
        }
    }

    /// Raised whenever other bytes would be made of the same file.
    static let version = 12

    /// How far a simplified outline may leave its own, in em: in a body of 三号 about half a dot of a press of
    /// 1200 dpi.
    private static let tolerance = 0.002

    let face: FaceFile
    let language: TextLanguage
    /// Where prepared faces lie.
    let folder: String
    /// Of the file and how it is prepared.
    let key: String

    /// - Throws: `fileMissing`.
    init(face: FaceFile, language: TextLanguage, folder: String) throws(Diagnostic) {
        var status = stat()
        guard stat(face.path, &status) == 0 else { throw Diagnostic(.fileMissing, at: Place(file: face.path)) }
        let identity =
            "\(face.path)\0\(face.index)\0\(status.st_size)\0\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\0"
            + "\(language.rawValue)\0\(Self.version)\0\(FontFile.libraryVersion)"
        self.face = face
        self.language = language
        self.folder = folder
        key = String(
            identity.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 16)
    }

    func path(_ part: Part) -> String {
        let name = face.postScriptName.split(separator: "/").joined()
        return "\(folder)/\(name)-\(key)-\(part.name).ttc"
    }

    func isPrepared(_ part: Part) -> Bool { access(path(part), R_OK) == 0 }

    /// Makes the part unless it is there.
    ///
    /// - Throws: `libraryFailed`, `cannotWrite`, `writeFailed`, `fileUnreadable`.
    func prepare(_ part: Part) throws(Diagnostic) {
        if isPrepared(part) { return }
        let file = try FontFile(path: face.path, index: face.index)
        let wanted = scalars(part, of: file)
        let local = file.hasLocalForms(of: wanted, language: language.rawValue)
        var bytes = try file.subset(
            to: wanted, keeping: ["pwid", "fwid", "halt"], dropping: ["vert", "vrt2"] + (local ? [] : ["locl"]),
            localForms: language == .hans ? ["ZHS "] : ["ZHT "])
        if face.isCFF {
            var outlines = CFFTable(try FontFile.table("CFF ", of: bytes))
            outlines.simplify(tolerance: Self.tolerance * Double(file.unitsPerEm))
            bytes = try BoxOutlines.added(to: try FontFile.setting([("CFF ", outlines.bytes)], in: bytes))
        }
        let read = try FontFile.setting([], dropping: ["CFF "], in: bytes)
        let drawn = try FontFile.setting(
            [], dropping: ["cmap", "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"],
            format: BoxOutlines.format, in: bytes)
        bytes = FontCollection.joined([read, drawn])
        try AtomicFile.write(bytes, to: path(part))
    }

    private func scalars(_ part: Part, of file: FontFile) -> [UInt32] {
        let common = Set(language == .hant ? CommonCharacters.big5 : CommonCharacters.usual)
        return file.characters().filter { code in
            guard Unicode.Scalar(code) != nil else { return false }
            if common.contains(code) || CommonCharacters.besidesHan.contains(where: { $0.contains(code) }) {
                return part == .common
            }
            return part == .besidesCommon(code, language)
        }
    }
}

/// Files that appear whole or not at all.
enum AtomicFile {
    /// Writes beside the target and renames; of two processes at once the later one's file stays, with the same
    /// bytes.
    ///
    /// - Throws: `cannotWrite`, `writeFailed`.
    static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Diagnostic(.cannotWrite(reason: reason()), at: Place(file: path)) }
        fchmod(descriptor, 0o644)
        var written = 0
        while written < bytes.count {
            // In small pieces: the system keeps a large one together, and whoever maps the file then has all of it.
            let length = min(bytes.count - written, 1 << 14)
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, length) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            written += count
        }
        let failed = written < bytes.count
        let why = reason()
        let closed = close(descriptor) == 0
        guard !failed, closed, rename(template, path) == 0 else {
            let why = failed ? why : reason()
            unlink(template)
            throw Diagnostic(.writeFailed(reason: why), at: Place(file: path))
        }
    }

    /// Makes a folder and those above it.
    ///
    /// - Returns: whether it is there now and can be written to.
    static func makeFolder(_ path: String) -> Bool {
        var partial = ""
        for part in path.split(separator: "/") {
            partial += (partial.isEmpty && !path.hasPrefix("/") ? "" : "/") + part
            mkdir(partial, 0o755)
        }
        return access(path, W_OK | X_OK) == 0
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
