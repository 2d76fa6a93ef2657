import _CairoPango

/// A face that is there: a font file, which face in it, and the names it goes by.
public struct FaceFile: Hashable, Sendable {
    public var path: String
    /// Which face of a collection (.ttc), else 0.
    public var index: Int
    /// `NotoSerifCJKsc-Regular`
    public var postScriptName: String
    /// In all languages of the file.
    public var families: [String]
    public var fullNames: [String]
    /// Whether its outlines are of PostScript's kind.
    public var isCFF: Bool
    var isRegular: Bool

    /// Reads the names of each face in a font file; none where it is not one.
    static func read(path: String) -> [FaceFile] {
        (0..<FontFile.faceCount(path: path)).compactMap { index in
            guard let file = try? FontFile(path: path, index: index) else { return nil }
            let names = file.names([1, 2, 4, 6, 16])
            func all(_ kinds: UInt32...) -> [String] { names.filter { kinds.contains($0.kind) }.map(\.text) }
            return FaceFile(
                path: path, index: index, postScriptName: all(6).first ?? stem(of: path), families: all(1, 16),
                fullNames: all(4), isCFF: file.isCFF,
                isRegular: all(2).contains { ["Regular", "Normal", "Roman", "Book"].contains($0) })
        }
    }

    /// How well a name of `fonts.yaml` fits: 0 not at all.
    func fit(_ wanted: String) -> Int {
        let wanted = plainName(wanted)
        if plainName(postScriptName) == wanted || fullNames.contains(where: { plainName($0) == wanted }) { return 3 }
        if families.contains(where: { plainName($0) == wanted }) { return isRegular ? 2 : 1 }
        return index == 0 && plainName(stem(of: path)) == wanted ? 1 : 0
    }
}

/// Names compare without regard to case, spaces and hyphens.
private func plainName(_ name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "_" }.map {
        ("A"..."Z").contains($0) ? Unicode.Scalar($0.value + 32)! : $0
    }
}

/// A path's last part without its ending.
private func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
}
