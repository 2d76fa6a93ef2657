import Diagnostics
import Testing

@testable import Rendering

struct ContentStreamTests {
    private func rewritten(_ text: String, _ openings: [String] = []) throws -> String {
        try rewritten(text, openings.map { ContentPiece(opening: Array($0.utf8)) })
    }

    private func rewritten(_ text: String, _ pieces: [ContentPiece]) throws -> String {
        let drawn = "0 0 595 841 re f\n" + text
        let made = try ContentStream.rewrite(Array(drawn.utf8)[...], marker: "0 0 0.125 0.25", pieces: pieces)
        return String(decoding: made, as: UTF8.self)
    }

    @Test(arguments: [
        ("1 0 0 -1 0 842 cm\nq\n0 0 0 rg /a0 gs\n", "1 0 0 -1 0 842 cm q 0 0 0 rg/a0 gs"),
        (
            "BT\n15.75 0 0 -15.75 79.3 118.7 Tm\n/f-1-0 1 Tf\n[<4142>-250<43\n44>]TJ\nET\n",
            "BT 15.75 0 0 -15.75 79.3 118.7 Tm/f-1-0 1 Tf[(AB)-250(CD)]TJ ET"
        ),
        ("<285c290d0a>Tj", "(\\(\\\\\\)\\r\n)Tj"),
        ("(a(b)\\)c)Tj", "(a(b)\\)c)Tj"),
        (
            "/Span << /ActualText <feff4e00> >> BDC\n<0001>Tj EMC",
            "/Span<< /ActualText <feff4e00> >>BDC(\u{0}\u{1})Tj EMC"
        ),
        ("% a note\n10 20 30 0.5 re f\n", "10 20 30 0.5 re f"),
    ]) func stringsBecomeBytesAndBlanksGo(_ given: String, _ wanted: String) throws {
        #expect(try rewritten(given) == wanted)
    }

    @Test func marksPartThePieces() throws {
        let drawn = """
            1 0 0 -1 0 842 cm
            q
            0 0 0.125 0.25 re f
            10 20 30 0.5 re f
            0 0 0.125 0.25 re f
            BT
            <41>Tj
            ET
            Q

            """
        #expect(
            try rewritten(drawn, ["/Artifact BMC", "/P<</MCID 0>>BDC"])
                == "1 0 0 -1 0 842 cm q/Artifact BMC 10 20 30 0.5 re f EMC/P<</MCID 0>>BDC BT(A)Tj ET EMC Q")
    }

    @Test func onlyTheGroundIsLeftOut() throws {
        #expect(try rewritten("0 0 595 841 re f\n") == "0 0 595 841 re f")
        #expect(try rewritten("q\n") == "q")
    }

    @Test func onlyTheMarkerIsAMark() throws {
        let drawn = "0 0 0.125 0.25 re S\n0 0 0.125 0.5 re f\n5 0 0 0.125 0.25 re f\n"
        #expect(try rewritten(drawn) == "0 0 0.125 0.25 re S 0 0 0.125 0.5 re f 5 0 0 0.125 0.25 re f")
    }

    @Test func marksThatAreTooManyOrTooFewAreNoticed() {
        #expect(throws: Diagnostic.self) { try rewritten("0 0 0.125 0.25 re f\nQ") }
        #expect(throws: Diagnostic.self) { try rewritten("q Q", ["/Artifact BMC"]) }
    }

    private func piece(_ glyphs: Int, _ spans: [Range<Int>]) -> ContentPiece {
        ContentPiece(
            opening: Array("/P<</MCID 0>>BDC".utf8), glyphs: glyphs,
            spans: spans.map { .init(glyphs: $0, text: ["a", "b"]) })
    }

    @Test(arguments: [
        // In an array, within a string and over two of them.
        (
            "[<414142424343>500<4444>]TJ ET", 4, [1..<3],
            "[(AA)]TJ SPAN[(BBCC)]TJ EMC[500(DD)]TJ ET"
        ),
        (
            "[<41414242>500<43434444>]TJ ET", 4, [1..<3],
            "[(AA)]TJ SPAN[(BB)500(CC)]TJ EMC[(DD)]TJ ET"
        ),
        // A string alone.
        ("<414142424343>Tj ET", 3, [0..<2], "SPAN[(AABB)]TJ EMC[(CC)]TJ ET"),
        // Two strings with a change of face between.
        (
            "<41414242>Tj /f 1 Tf <4343>Tj ET", 3, [1..<3],
            "[(AA)]TJ SPAN[(BB)]TJ/f 1 Tf[(CC)]TJ EMC ET"
        ),
        // The text ends before the span does, or it is not as long as it should be.
        ("<41414242>Tj ET BT <4343>Tj ET", 3, [1..<3], "[(AA)]TJ [(BB)]TJ ET BT(CC)Tj ET"),
        ("<41414242>Tj ET", 3, [0..<2], "(AABB)Tj ET"),
    ]) func glyphsThatOverlapSayTheirTextTogether(
        _ drawn: String, _ count: Int, _ spans: [Range<Int>], _ wanted: String
    ) throws {
        let made = try rewritten("0 0 0.125 0.25 re f BT " + drawn + " Q", [piece(count, spans)])
        // UTF-16 of the two letters, with the mark of its order.
        let span = "/Span<</ActualText(\u{FFFD}\u{FFFD}\u{0}a\u{0}b)>>BDC"
        let clean = made.replacing(span, with: "SPAN")
        #expect(
            clean == "/P<</MCID 0>>BDC BT " + wanted + " EMC Q" || clean == "/P<</MCID 0>>BDC BT" + wanted + " EMC Q",
            "\(clean)")
    }
}
