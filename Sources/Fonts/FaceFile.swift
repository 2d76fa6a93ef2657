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
        FontFile.all(path: path).map { file in
            let names = file.names([1, 2, 4, 6, 16])
            func all(_ kinds: UInt32...) -> [String] { names.filter { kinds.contains($0.kind) }.map(\.text) }
            return FaceFile(
                path: path, index: file.index, postScriptName: all(6).first ?? stem(of: path), families: all(1, 16),
                fullNames: all(4), isCFF: file.isCFF,
                isRegular: all(2).contains { ["Regular", "Normal", "Roman", "Book"].contains($0) })
        }
    }

    /// What it may be called in `fonts.yaml`, as `plainName` writes it, and how well each name fits: 3 its own name,
    /// 2 the regular face of a family, 1 another of the family or the file's name.
    var callNames: [(name: String, fit: Int)] {
        var names = (fullNames + [postScriptName]).map { (plainName($0), 3) }
        names += families.map { (plainName($0), isRegular ? 2 : 1) }
        if index == 0 { names.append((plainName(stem(of: path)), 1)) }
        return names
    }
}

/// Names compare without regard to case, spaces and hyphens.
func plainName(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): break
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// A path's last part without its ending.
private func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
}
