import Diagnostics
import Foundation
import Testing

@testable import Fonts

@Suite struct FontSettingsTests {
    @Test func theRepositorysFileNamesFacesForEveryRole() throws {
        let path = TestFaces.folder + "/fonts.yaml"
        let settings = try FontSettings(yaml: String(contentsOfFile: path, encoding: .utf8), file: path)
        for language in [TextLanguage.hans, .hant] {
            for role in FaceRole.allCases { #expect(settings.names(role, language).own > 0, "\(role) \(language)") }
        }
        #expect(settings.chains[.hans]?[.title]?.last == "Noto Serif CJK SC Bold")
    }

    /// What is wrong is said with its place.
    @Test(arguments: [
        (
            "zh-Hans:\n  songs: [A]\n",
            "f.yaml:2:3: unknown key `songs`; did you mean `song`?"
        ),
        ("zh-Hanz:\n  song: [A]\n", "f.yaml:1:1: unknown key `zh-Hanz`; did you mean `zh-Hans`?"),
        ("folders: /usr/share\n", "f.yaml:1:10: `folders` is not a list of names; give a list of names"),
        ("zh-Hans:\n  song: [A]\n", "f.yaml:2:3: `hei` is missing; add it"),
        ("zh-Hans:\n  song: [[A]]\n", "f.yaml:2:10: `song` is not a list of names; give a list of names"),
        ("- song\n", "f.yaml: `fonts` is not a mapping; give a mapping"),
        ("", "f.yaml: `fonts` is not a mapping; give a mapping"),
    ]) func faultsHaveTheirPlace(yaml: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try FontSettings(yaml: yaml, file: "f.yaml") }
        #expect(error?.description == message)
    }

    @Test func brokenYAMLIsSaidWithLineAndColumn() {
        let error = #expect(throws: Diagnostic.self) { try FontSettings(yaml: "a: [b\nc: d\n", file: "f.yaml") }
        #expect(error?.place?.line == 2)
        guard case .malformed(format: "YAML", _)? = error?.fault else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aLanguageThatIsMissingIsSaid() {
        let roles = FaceRole.allCases.map { "  \($0.rawValue): [A]" }.joined(separator: "\n")
        let error = #expect(throws: Diagnostic.self) { try FontSettings(yaml: "zh-Hans:\n\(roles)\n", file: "f.yaml") }
        #expect(error?.fault == .missingKey("zh-Hant"))
    }

    @Test(arguments: [
        ("Noto Serif CJK SC", "notoserifcjksc"), ("仿宋_GB2312", "仿宋gb2312"),
        ("NotoSerifCJKsc-Regular", "notoserifcjkscregular"),
    ]) func namesCompareWithoutCaseSpacesAndHyphens(name: String, plain: String) {
        #expect(plainName(name) == plain)
    }
}
