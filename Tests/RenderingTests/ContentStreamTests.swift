import Diagnostics
import Testing

@testable import Rendering

struct ContentStreamTests {
    private func rewritten(_ text: String, _ openings: [String] = []) throws -> String {
        let made = try ContentStream.rewrite(
            Array(text.utf8)[...], marker: "0 0 0.125 0.25", openings: openings.map { Array($0.utf8) })
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

    @Test func onlyTheMarkerIsAMark() throws {
        let drawn = "0 0 0.125 0.25 re S\n0 0 0.125 0.5 re f\n5 0 0 0.125 0.25 re f\n"
        #expect(try rewritten(drawn) == "0 0 0.125 0.25 re S 0 0 0.125 0.5 re f 5 0 0 0.125 0.25 re f")
    }

    @Test func marksThatAreTooManyOrTooFewAreNoticed() {
        #expect(throws: Diagnostic.self) { try rewritten("0 0 0.125 0.25 re f\nQ") }
        #expect(throws: Diagnostic.self) { try rewritten("q Q", ["/Artifact BMC"]) }
    }
}
