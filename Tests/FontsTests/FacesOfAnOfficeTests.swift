import Diagnostics
import Foundation
import Testing
import _CairoPango

@testable import Fonts

/// What is found, what is prepared, what is said when something is not there.
@Suite(.enabled(if: TestFaces.hasNoto, TestFaces.notoMissing)) struct FacesOfAnOfficeTests {
    /// A face of few characters, to be dropped into a folder under another name.
    private func someFace(_ name: String) throws -> Data {
        let settings = try TestFaces.settings(song: name)
        let face = try FontBook(settings: settings, folder: try TestFaces.temporaryFolder()).sources[0].preparation.face
        let file = try FontFile(path: face.path, index: face.index)
        return Data(try file.subset(to: [0x4E00, 0x4E8C], keeping: [], dropping: [], localForms: ["ZHS "]))
    }

    @Test func aFaceDroppedIntoTheFolderIsUsedAtOnce() throws {
        let folder = try TestFaces.temporaryFolder()
        try FileManager.default.copyItem(
            atPath: TestFaces.folder + "/fonts.yaml", toPath: folder + "/fonts.yaml")
        let before = try FontBook(folder: folder, cache: folder + "-cache")
        #expect(before.name(of: before.shape("一", .hei)[0].face) == "NotoSansCJKsc-Bold")
        try someFace("Noto Serif CJK SC Bold").write(to: URL(fileURLWithPath: folder + "/SimHei.otf"))
        let after = try FontBook(folder: folder, cache: folder + "-cache")
        #expect(after.name(of: after.shape("一", .hei)[0].face) == "NotoSerifCJKsc-Bold")
        #expect(after.list().first?.serves.first == "hei (zh-Hans)")
    }

    @Test func aRoleWithoutAFaceOfItsOwnIsWarnedOfOnce() throws {
        let yaml = """
            folders: [/usr/share/fonts/opentype/noto]
            zh-Hans: {song: [A], hei: [A], kai: [B, C], fangsong: [A], title: [A]}
            zh-Hant: {song: [A], hei: [A], kai: [A], fangsong: [A], title: [A]}
            others: {zh-Hans: [Noto Serif CJK SC], zh-Hant: [Noto Serif CJK SC]}
            """
        let folder = try TestFaces.temporaryFolder()
        let book = try FontBook(
            settings: FontSettings(yaml: yaml, file: "f.yaml"), folder: folder, cache: folder + "-cache")
        #expect(book.problems.isEmpty)
        _ = book.shape("一二", .kai)
        _ = book.shape("三四", .kai)
        #expect(
            book.problems.map(\.description) == [
                "\(folder): warning: no face for the role `kai (zh-Hans)` (looked for B, C); run `make setup`"
            ])
    }

    @Test func aRoleThatNothingServesIsAnError() throws {
        let error = #expect(throws: Diagnostic.self) {
            try FontBook(settings: TestFaces.settings(song: "Nothing"), folder: "/nowhere")
        }
        #expect(error?.fault == .faceMissing(role: "song", families: ["Nothing"]))
    }

    @Test func aFolderWithoutSettingsIsAnError() throws {
        let folder = try TestFaces.temporaryFolder()
        let error = #expect(throws: Diagnostic.self) { try FontBook(folder: folder) }
        #expect(error?.description == "\(folder)/fonts.yaml: no such file or folder; check the path")
    }

    @Test func aFileThatIsNoFontIsPassedOver() throws {
        let folder = try TestFaces.temporaryFolder()
        try Data("not a font".utf8).write(to: URL(fileURLWithPath: folder + "/SimSun.ttf"))
        try Data().write(to: URL(fileURLWithPath: folder + "/Empty.otf"))
        let book = try FontBook(
            settings: TestFaces.settings(song: "SimSun, Noto Serif CJK SC"), folder: folder, cache: folder + "-cache")
        #expect(book.name(of: book.shape("一")[0].face) == "NotoSerifCJKsc-Regular")
    }

    @Test func preparingLeavesNothingHalfWrittenAndIsDoneOnce() throws {
        let folder = try TestFaces.temporaryFolder()
        let settings = try TestFaces.settings(song: "Noto Serif CJK SC")
        var made: [String] = []
        let paths = try FontBook(settings: settings, folder: folder, cache: folder + "-cache").prepare {
            made.append($0.postScriptName)
        }
        // Each part once for each language.
        #expect(made == Array(repeating: "NotoSerifCJKsc-Regular", count: 2 * FacePreparation.Part.all.count))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder + "-cache")
        #expect(Set(files.map { "\(folder)-cache/\($0)" }) == Set(paths))
        made = []
        try FontBook(settings: settings, folder: folder, cache: folder + "-cache").prepare {
            made.append($0.postScriptName)
        }
        #expect(made.isEmpty)
    }

    @Test func aNameTakesItsRarerCharactersFromTheSecondPart() throws {
        let book = try TestFaces.book()
        let faces = book.shape("昊衿䶮").map(\.face)
        #expect(
            faces.map { $0.index % FontBook.parts } == [0, 1, FacePreparation.Part.besidesCommon(0x4DAE, .hans).number])
        #expect(Set(faces.map { book.name(of: $0) }).count == 1)
        let traditional = book.shape("縣衿", .song, .hant).map(\.face)
        #expect(traditional.allSatisfy { $0.index % FontBook.parts != 1 })
    }

    @Test func aCacheThatCannotBeWrittenDoesNotStopTheWork() throws {
        let folder = try TestFaces.temporaryFolder()
        let file = folder + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        let book = try FontBook(
            settings: TestFaces.settings(song: "Noto Serif CJK SC"), folder: folder, cache: file + "/cache")
        #expect(book.shape("一")[0].id != 0)
        #expect(book.problems.isEmpty)
    }

    @Test func checkTellsWhatServesWhatAndWhatIsMissing() throws {
        let services = try TestFaces.book().check()
        #expect(services.count == 10)
        let song = try #require(services.first)
        #expect(song.role == .song && song.language == .hans && !song.isStandIn)
        #expect(song.face.postScriptName == "NotoSerifCJKsc-Regular")
        #expect(song.missingFromGB2312 == 0 && song.missingFromGBK == 0 && song.missingEverywhere.isEmpty)
    }

    @Test(.enabled(if: TestFaces.hasFandol, TestFaces.fandolMissing))
    func checkCountsWhatFandolHasNot() throws {
        let kai = try #require(try TestFaces.book().check().first { $0.role == .kai && $0.language == .hans })
        #expect(kai.face.postScriptName == "FandolKai-Regular")
        #expect(kai.missingFromGB2312 == 0)
        #expect(kai.missingFromGBK > 10_000)
        #expect(kai.missingEverywhere.isEmpty)
    }

    @Test func theSystemsTableOfGB2312IsWhole() {
        let usual = Set(CommonCharacters.usual)
        #expect(CommonCharacters.usual.first == 0x4E00)
        #expect(usual.isDisjoint(with: CommonCharacters.unusual))
        #expect(usual.count + CommonCharacters.unusual.count == 6763)
        #expect("县政府暨昊".unicodeScalars.allSatisfy { usual.contains($0.value) && !CommonCharacters.isUnusual($0.value) })
        #expect("衿仵龠".unicodeScalars.allSatisfy { CommonCharacters.isUnusual($0.value) })
        #expect("〇縣䶮".unicodeScalars.allSatisfy { !CommonCharacters.isUnusual($0.value) })
        #expect(CommonCharacters.big5.count == 5401)
    }
}
