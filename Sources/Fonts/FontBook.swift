public import Diagnostics
package import _CairoPango

/// The faces of `fonts/`, by role, and what they make of text.
///
/// Faces are prepared and opened when a text first needs them. One book serves one thread; several may exist at once.
public final class FontBook: Shaper {
    /// A face of some role, in the language's forms. Its parts follow each other in the face numbers.
    struct Source {
        var preparation: FacePreparation
        /// Opened only for characters outside the common part.
        var whole: FontFile?
        /// Its parts, made with the first of them that is opened.
        var map: FontMap?
    }

    /// Which sources serve a role, the first ones its own, the others for what those have not.
    struct Chain {
        var sources: [Int]
        var own: Int
    }

    /// Face numbers a source takes.
    static let parts = FacePreparation.Part.all.count

    public let settings: FontSettings
    /// Where an office's own faces lie.
    public let folder: String
    /// What could not be opened or prepared, and roles that have no face of their own; each once.
    public private(set) var problems: [Diagnostic] = []
    /// Characters no face has, each with the text it first stood in.
    public internal(set) var missing: [MissingCharacter] = []
    /// What faces serve, as text: another means other pages of the same text.
    public private(set) lazy var identity = sources.map(\.preparation.key).joined(separator: " ")

    /// Every face found, in the order of the folders.
    let faces: [FaceFile]
    var sources: [Source] = []
    var chains: [ChainKey: Chain] = [:]
    var tables: [ChainKey: CharacterTable] = [:]
    var words: [WordKey: [ShapedGlyph]] = [:]
    private var fonts: [Font?]
    private var failed: Set<Int> = []

    /// - Parameters:
    ///   - folder: where `fonts.yaml` and an office's own faces are; `nil` for the roles built into the program and
    ///     the faces of Debian's packages.
    ///   - cache: where prepared faces are kept; by default `$XDG_CACHE_HOME/jianbao/fonts`.
    /// - Throws: `fileMissing` or what is wrong in `fonts.yaml`; `faceMissing` where a role can be served by nothing.
    public convenience init(folder: String?, cache: String? = nil) throws(Diagnostic) {
        let path = folder.map { "\($0)/fonts.yaml" } ?? "fonts.yaml"
        let yaml =
            folder == nil
            ? String(decoding: PackageResources.fonts_yaml, as: UTF8.self) : try TextFile.read(path)
        try self.init(settings: try FontSettings(yaml: yaml, file: path), folder: folder ?? "fonts", cache: cache)
    }

    public init(settings: FontSettings, folder: String, cache: String? = nil) throws(Diagnostic) {
        self.settings = settings
        self.folder = folder
        let catalogue = FaceCatalogue(folders: [folder] + settings.folders)
        faces = catalogue.faces
        let cache = PreparedFolder.path(cache)
        var places: [FaceFile: [TextLanguage: Int]] = [:]
        for language in [TextLanguage.hans, .hant] {
            for role in FaceRole.allCases {
                let (names, own) = settings.names(role, language)
                var chain = Chain(sources: [], own: 0)
                for (number, name) in names.enumerated() {
                    guard let face = catalogue.face(named: name) else { continue }
                    let place: Int
                    if let known = places[face]?[language] {
                        place = known
                    } else {
                        place = sources.count
                        places[face, default: [:]][language] = place
                        sources.append(
                            Source(preparation: try FacePreparation(face: face, language: language, folder: cache)))
                    }
                    if chain.sources.contains(place) { continue }
                    chain.sources.append(place)
                    if number < own { chain.own += 1 }
                }
                if chain.sources.isEmpty {
                    throw Diagnostic(.faceMissing(role: role.rawValue, families: names), at: Place(file: folder))
                }
                chains[ChainKey(role: role, language: language)] = chain
            }
        }
        fonts = Array(repeating: nil, count: sources.count * FontBook.parts)
    }

    /// Forgets which characters no face has: the next text is another's.
    public func forgetMissing() { missing = [] }

    public func metrics(role: FaceRole, language: TextLanguage) -> FaceMetrics {
        let chain = chains[ChainKey(role: role, language: language)]!
        for source in chain.sources {
            guard let font = font(at: source * Self.parts) else { continue }
            return FaceMetrics(ascent: font.emBox.ascent, descent: font.emBox.descent)
        }
        return FaceMetrics(ascent: 0.88, descent: 0.12)
    }

    public func name(of face: FaceID) -> String {
        sources.indices.contains(face.index / Self.parts)
            ? sources[face.index / Self.parts].preparation.face.postScriptName : "?"
    }

    /// For drawing.
    ///
    /// - Throws: `libraryFailed` where no such face could be opened.
    package func font(_ face: FaceID) throws(Diagnostic) -> Font {
        guard fonts.indices.contains(face.index), let font = font(at: face.index) else {
            throw Diagnostic(.libraryFailed(call: "FontBook.font", status: "face \(face.index) is not open"))
        }
        return font
    }

    /// The face with this number, prepared and opened when first asked for; `nil` where that failed.
    func font(at number: Int) -> Font? {
        if let font = fonts[number] { return font }
        if failed.contains(number) { return nil }
        do throws(Diagnostic) {
            let (place, part) = number.quotientAndRemainder(dividingBy: Self.parts)
            try sources[place].preparation.prepare(FacePreparation.Part(number: part))
            let font = try map(place).font(part)
            fonts[number] = font
            return font
        } catch {
            failed.insert(number)
            report(error)
            return nil
        }
    }

    private func map(_ place: Int) throws(Diagnostic) -> FontMap {
        if let map = sources[place].map { return map }
        let preparation = sources[place].preparation
        let map = try FontMap(
            FacePreparation.Part.all.map {
                FontMap.Entry(path: preparation.path($0), index: 0, drawn: 1, isCFF: preparation.face.isCFF)
            })
        sources[place].map = map
        return map
    }

    /// The face's file as it is, for asking what it has besides the common part.
    func whole(_ place: Int) -> FontFile? {
        if sources[place].whole == nil {
            let face = sources[place].preparation.face
            sources[place].whole = try? FontFile(path: face.path, index: face.index)
        }
        return sources[place].whole
    }

    /// A role that another role's face stands in for is said once, when it is first used.
    func noteStandIn(_ key: ChainKey) {
        guard chains[key]!.own == 0 else { return }
        let own = settings.names(key.role, key.language)
        report(
            Diagnostic(
                .faceMissing(
                    role: "\(key.role.rawValue) (\(key.language.rawValue))", families: Array(own.names.prefix(own.own))),
                at: Place(file: folder), severity: .warning))
    }

    func report(_ problem: Diagnostic) {
        if !problems.contains(problem) { problems.append(problem) }
    }
}

/// A character that no face of its role's chain has.
public struct MissingCharacter: Hashable, Sendable {
    public var scalar: Unicode.Scalar
    /// The text it first stood in, at most 12 characters around it.
    public var text: String
}

struct ChainKey: Hashable {
    var role: FaceRole
    var language: TextLanguage
}
