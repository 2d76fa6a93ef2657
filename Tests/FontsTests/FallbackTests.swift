import Foundation
import Testing
import _CairoPango

@testable import Fonts

/// What stands in for characters that a role's first face has not.
@Suite(.enabled(if: TestFaces.hasNoto, TestFaces.notoMissing)) struct FallbackTests {
    private static func has(_ path: String) -> Bool {
        ["/usr/share/fonts/truetype", TestFaces.folder].contains {
            FileManager.default.fileExists(atPath: "\($0)/\(path)")
        }
    }

    private func names(_ text: String, _ role: FaceRole, _ language: TextLanguage = .hans) throws -> [String] {
        let book = try TestFaces.book()
        return book.shape(text, role, language).map { book.name(of: $0.face) }
    }

    /// A name printed in Traditional characters is set in one FangSong, and its neighbours keep theirs.
    @Test(
        .enabled(if: has("cwtex/cwfs.ttf") && TestFaces.hasFandol, "needs Debian's fonts-cwtex-fs"))
    func traditionalNamesInFangSongAreSetInAFangSong() throws {
        let faces = try names("吴巨培（吳巨培）、陈文", .fangsong)
        #expect(
            faces == Array(repeating: "FandolFang-Regular", count: 4) + [
                "cwTeXFangSong", "cwTeXFangSong", "cwTeXFangSong",
            ]
                + Array(repeating: "FandolFang-Regular", count: 4))
    }

    @Test(.enabled(if: has("cwtex/cwkai.ttf") && TestFaces.hasFandol, "needs Debian's fonts-cwtex-kai"))
    func traditionalNamesInKaiAreSetInAKai() throws {
        #expect(Set(try names("闞保勇", .kai)) == ["cwTeXKai"])
    }

    @Test(.enabled(if: has("hanazono/HanaMinA.ttf"), "needs Debian's fonts-hanazono"))
    func theRarestCharactersAreThere() throws {
        let book = try TestFaces.book()
        for character in ["𪚥", "𫖮", "𬭛"] {
            #expect(book.shape("李\(character)到会讲话了")[1].id != 0, "\(character)")
        }
        #expect(book.missing.isEmpty)
    }

    /// No word mixes faces, whatever the role and wherever its rare character stands.
    @Test(arguments: FaceRole.allCases) func noNameMixesFaces(role: FaceRole) throws {
        let book = try TestFaces.book()
        for name in ["马㛃", "㛃文", "孙镕玥", "吳巨培", "周喆堃"] {
            let text = Array("副市长\(name)在会上指出".unicodeScalars)
            let count = name.unicodeScalars.count
            let glyphs = book.shape(text[...], words: [3..<(3 + count)], role: role, language: .hans)
            #expect(Set(glyphs[3..<(3 + count)].map { book.name(of: $0.face) }).count == 1, "\(name)")
        }
    }

    @Test(arguments: [
        ("zh-CN", TextLanguage.hans), ("zh", .hans), ("zh-Hans-HK", .hans), ("zh-Hant", .hant), ("zh-TW", .hant),
        ("zh_HK", .hant), ("ZH-MO", .hant),
    ])
    func languagesAreKnownByTheirTags(tag: String, language: TextLanguage) {
        #expect(TextLanguage(tag: tag) == language)
    }

    @Test func otherLanguagesAreNotChinese() { #expect(TextLanguage(tag: "en-HK") == nil) }

    /// Some faces draw brackets in the middle of their em; lines give up the outer half of it.
    @Test(arguments: [FaceRole.song, .hei, .kai, .fangsong, .title], [TextLanguage.hans, .hant])
    func bracketsStandBesideWhatTheyHold(role: FaceRole, language: TextLanguage) throws {
        let book = try TestFaces.book()
        let text = Array("「（《》）」".unicodeScalars)
        let glyphs = book.shape(text[...], role: role, language: language)
        #expect(glyphs.count == text.count)
        for (place, glyph) in glyphs.enumerated() {
            let ink = try #require(book.font(glyph.face).inkBox(glyph.id))
            let middle = glyph.dx + (ink.left + ink.right) / 2
            #expect(place < 3 ? middle > 0.6 : middle < 0.4, "\(text[place]) at \(middle)")
        }
    }
}
