import Foundation
import Testing

@testable import Fonts

/// The faces of the machine, for tests that need real ones.
enum TestFaces {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appendingPathComponent("fonts").path
    static let noto = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"

    static let hasNoto = FileManager.default.fileExists(atPath: noto)
    static let hasFandol = FileManager.default.fileExists(atPath: folder + "/fandol/FandolFang-Regular.otf")

    static let notoMissing: Comment = "needs Debian's fonts-noto-cjk"
    static let fandolMissing: Comment = "needs FandolKai and FandolFang (fonts/setup.sh)"

    /// An empty folder of its own.
    static func temporaryFolder() throws -> String {
        let path = NSTemporaryDirectory() + "jianbao-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    /// A book of the repository's settings; its prepared faces are those of the program.
    static func book() throws -> FontBook { try FontBook(folder: folder) }

    /// A book whose settings name no face of a machine but Noto, so that all roles stand on one file.
    static func settings(song: String, folders: [String] = ["/usr/share/fonts/opentype/noto"]) throws -> FontSettings {
        let roles = FaceRole.allCases.map { "  \($0.rawValue): [\(song)]" }.joined(separator: "\n")
        return try FontSettings(
            yaml: "folders: [\(folders.joined(separator: ", "))]\nzh-Hans:\n\(roles)\nzh-Hant:\n\(roles)\n",
            file: "f.yaml")
    }
}

extension Shaper {
    func shape(_ text: String, _ role: FaceRole = .song, _ language: TextLanguage = .hans) -> [ShapedGlyph] {
        shape(Array(text.unicodeScalars)[...], role: role, language: language)
    }
}
