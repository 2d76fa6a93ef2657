public import Diagnostics
import _CairoPango

/// Who serves a role, for `fonts check`.
public struct RoleService: Hashable, Sendable {
    public var role: FaceRole
    public var language: TextLanguage
    /// The face that sets the role.
    public var face: FaceFile
    /// Whether it only stands in because none of the role's own faces is there.
    public var isStandIn: Bool
    /// Faces that set whole words it has not, in order.
    public var fallbacks: [FaceFile]
    /// How many of the 6763 Han characters of GB/T 2312 the face has not.
    public var missingFromGB2312: Int
    /// How many of the 20902 Han characters of GBK's basic block the face has not.
    public var missingFromGBK: Int
    /// Those of GB/T 2312 and GBK that no face of the chain has.
    public var missingEverywhere: [Unicode.Scalar]
    /// Whether all its prepared parts are there.
    public var isPrepared: Bool
}

/// A face that was found, for `fonts list`.
public struct FaceListing: Hashable, Sendable {
    public var face: FaceFile
    /// The roles it sets, `song (zh-Hans)`, in order; empty where none.
    public var serves: [String]
}

extension FontBook {
    /// Each role of each language with what serves it, in order of the settings. Nothing is prepared.
    ///
    /// - Throws: `fileUnreadable` where a face cannot be read.
    public func check() throws(Diagnostic) -> [RoleService] {
        var services: [RoleService] = []
        for language in [TextLanguage.hans, .hant] {
            for role in FaceRole.allCases {
                let chain = chains[ChainKey(role: role, language: language)]!
                let files = chain.sources.compactMap { whole($0) }
                guard files.count == chain.sources.count else {
                    throw Diagnostic(.fileUnreadable(reason: "no font file"), at: Place(file: folder))
                }
                let gb2312 = (CommonCharacters.usual + CommonCharacters.unusual).compactMap { Unicode.Scalar($0) }
                let gbk = (0x4E00...0x9FA5).compactMap { Unicode.Scalar($0 as UInt32) }
                let own = sources[chain.sources[0]].preparation
                services.append(
                    RoleService(
                        role: role, language: language, face: own.face, isStandIn: chain.own == 0,
                        fallbacks: chain.sources.dropFirst().map { sources[$0].preparation.face },
                        missingFromGB2312: gb2312.count { files[0].nominalGlyph($0) == nil },
                        missingFromGBK: gbk.count { files[0].nominalGlyph($0) == nil },
                        missingEverywhere: gbk.filter { scalar in
                            files.allSatisfy { $0.nominalGlyph(scalar) == nil }
                        },
                        isPrepared: FacePreparation.Part.all.allSatisfy { own.isPrepared($0) }))
            }
        }
        return services
    }

    /// Every face found in the folders, in the order they are looked through.
    public func list() -> [FaceListing] {
        faces.map { face in
            var serves: [String] = []
            for language in [TextLanguage.hans, .hant] {
                for role in FaceRole.allCases {
                    let first = chains[ChainKey(role: role, language: language)]!.sources[0]
                    if sources[first].preparation.face == face {
                        serves.append("\(role.rawValue) (\(language.rawValue))")
                    }
                }
            }
            return FaceListing(face: face, serves: serves)
        }
    }

    /// Prepares every face that sets a role, all its parts, unless they are there.
    ///
    /// - Parameter report: called before each file that has to be made, with its face.
    /// - Returns: the prepared files, each once.
    /// - Throws: `cannotWrite`, `writeFailed`, `fileUnreadable`, `libraryFailed`.
    @discardableResult
    public func prepare(_ report: (FaceFile) -> Void = { _ in }) throws(Diagnostic) -> [String] {
        var paths: [String] = []
        for language in [TextLanguage.hans, .hant] {
            for role in FaceRole.allCases {
                let preparation = sources[chains[ChainKey(role: role, language: language)]!.sources[0]].preparation
                for part in FacePreparation.Part.all where !paths.contains(preparation.path(part)) {
                    if !preparation.isPrepared(part) { report(preparation.face) }
                    try preparation.prepare(part)
                    paths.append(preparation.path(part))
                }
            }
        }
        return paths
    }
}
