import Diagnostics
import Testing
import _CairoPango

@testable import Fonts

@Suite(.enabled(if: TestFaces.hasNoto, TestFaces.notoMissing)) struct FontBookTests {
    @Test func hanCharactersAreOneEmEach() throws {
        let glyphs = try TestFaces.book().shape("全国人大，《意见》。")
        #expect(glyphs.count == 10)
        #expect(glyphs.map(\.cluster) == Array(0..<10))
        #expect(glyphs.allSatisfy { $0.advance == 1 && $0.id != 0 })
    }

    @Test func clustersCountFromTheSlicesOwnStart() throws {
        let text = Array("甲乙PM丙——".unicodeScalars)
        let glyphs = try TestFaces.book().shape(text[1...], role: .song, language: .hans)
        #expect(glyphs.first?.cluster == 1)
        #expect(Set(glyphs.map(\.cluster)).isSubset(of: Set(1..<7)))
    }

    @Test func latinWidthsAreTheFacesOwn() throws {
        // NotoSerifCJKsc-Regular, from its hmtx table: A 700/1000, 1 555/1000.
        let glyphs = try TestFaces.book().shape("A1")
        #expect(glyphs.count == 2)
        for glyph in glyphs { #expect(glyph.advance > 0.4 && glyph.advance < 0.8) }
        #expect((glyphs[0].advance * 1000).rounded() / 1000 == glyphs[0].advance)
    }

    @Test(arguments: ["——", "……"]) func longMarksAreTwoEmOnTheMiddle(mark: String) throws {
        for role in FaceRole.allCases {
            let book = try TestFaces.book()
            let glyphs = book.shape("甲\(mark)乙", role).dropFirst().dropLast()
            #expect(abs(glyphs.reduce(0) { $0 + $1.advance } - 2) < 1e-6, "\(role)")
            for glyph in glyphs {
                let ink = try #require(book.font(glyph.face).inkBox(glyph.id))
                #expect(abs((ink.bottom + ink.top) / 2 + glyph.dy - 0.38) < 0.03, "\(role)")
            }
        }
    }

    @Test func theDashIsUnbroken() throws {
        for role in FaceRole.allCases {
            let book = try TestFaces.book()
            let glyphs = book.shape("——", role)
            var x = 0.0
            var end: Double?
            for glyph in glyphs {
                let ink = try #require(book.font(glyph.face).inkBox(glyph.id))
                if let end { #expect(x + glyph.dx + ink.left - end < 0.001, "\(role)") }
                end = x + glyph.dx + ink.right
                x += glyph.advance
            }
        }
    }

    @Test func theDotTakesHalfAnEmAndInTraditionalSettingOne() throws {
        let book = try TestFaces.book()
        for (language, width) in [(TextLanguage.hans, 0.5), (.hant, 1.0)] {
            for role in FaceRole.allCases {
                let dot = book.shape("买·买", role, language)[1]
                let ink = try #require(book.font(dot.face).inkBox(dot.id))
                #expect(dot.advance == width)
                #expect(abs((ink.left + ink.right) / 2 + dot.dx - width / 2) < 1e-6)
            }
        }
    }

    @Test func quotationMarksAreFullWidthInChineseAndProportionalInLatinText() throws {
        for role in FaceRole.allCases {
            let book = try TestFaces.book()
            #expect(book.shape("在“云”上", role).map(\.advance) == [1, 1, 1, 1, 1])
            for glyph in book.shape("a “b” c", role) { #expect(glyph.advance < 0.95, "\(role)") }
        }
    }

    @Test func languageDecidesTheFace() throws {
        let book = try TestFaces.book()
        let hans = book.shape("骨", .song, .hans)[0]
        let hant = book.shape("骨", .song, .hant)[0]
        #expect(book.name(of: hans.face) == "NotoSerifCJKsc-Regular")
        #expect(book.name(of: hant.face) == "NotoSerifCJKtc-Regular")
    }

    /// One file for all languages: the language of the run picks the form.
    @Test func languageDecidesTheFormWithinOneFace() throws {
        let folder = try TestFaces.temporaryFolder()
        let book = try FontBook(
            settings: TestFaces.settings(song: "Noto Serif CJK JP"), folder: folder, cache: folder + "-cache")
        let hans = book.shape("骨", .song, .hans)[0]
        let hant = book.shape("骨", .song, .hant)[0]
        let shapes = try [hans, hant].map { try #require(book.font($0.face).inkBox($0.id)) }
        #expect(hans.id != 0 && hant.id != 0)
        #expect(shapes[0] != shapes[1])
    }

    @Test func rareCharactersComeFromTheSameFacesOtherParts() throws {
        let book = try TestFaces.book()
        for character in ["镕", "㐂", "𠮷"] {
            let glyph = book.shape("甲\(character)乙")[1]
            #expect(glyph.id != 0 && glyph.advance == 1)
            #expect(book.name(of: glyph.face) == "NotoSerifCJKsc-Regular")
        }
        #expect(book.missing.isEmpty)
    }

    @Test func aCharacterThatNoFaceHasIsGlyphZeroAndRemembered() throws {
        let book = try TestFaces.book()
        let glyphs = book.shape("甲\u{10FFFD}乙\u{10FFFD}")
        #expect(glyphs.map { $0.id == 0 } == [false, true, false, true])
        #expect(book.missing.count == 1)
        #expect(book.missing.first?.scalar.value == 0x10FFFD)
        #expect(book.missing.first?.text == "甲\u{10FFFD}乙\u{10FFFD}")
    }

    @Test(.enabled(if: TestFaces.hasFandol, TestFaces.fandolMissing))
    func aNameIsSetInOneFace() throws {
        let book = try TestFaces.book()
        let text = Array("会上朱镕基同志作了讲话".unicodeScalars)
        let glyphs = book.shape(text[...], words: [2..<5], role: .kai, language: .hans)
        let names = glyphs.map { book.name(of: $0.face) }
        #expect(Set(names[2..<5]) == ["NotoSerifCJKsc-Regular"])
        #expect(Set(names[..<2] + names[5...]) == ["FandolKai-Regular"])
        #expect(glyphs.map(\.cluster) == Array(0..<11))
    }

    @Test(.enabled(if: TestFaces.hasFandol, TestFaces.fandolMissing))
    func aShortRunIsANameWithoutBeingSaidSo() throws {
        let book = try TestFaces.book()
        let names = book.shape("王伟、李喆、张三", .kai).map { book.name(of: $0.face).hasPrefix("Fandol") }
        #expect(names == [true, true, true, false, false, true, true, true])
    }

    @Test func metricsFillTheEm() throws {
        let metrics = try TestFaces.book().metrics(role: .song, language: .hans)
        #expect(metrics == FaceMetrics(ascent: 0.88, descent: 0.12))
    }

    @Test func sayingTheSameTwiceGivesTheSame() throws {
        let text = "“十四五”期间PM2.5浓度——下降86.5%……·"
        let book = try TestFaces.book()
        let first = book.shape(text)
        #expect(book.shape(text) == first)
        #expect(try TestFaces.book().shape(text) == first)
    }
}
