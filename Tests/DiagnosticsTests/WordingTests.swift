import Testing

@testable import Diagnostics

@Suite("What people read of a fault")
struct WordingTests {
    @Test("place, what and what to do stand in one line")
    func sentence() {
        let diagnostic = Diagnostic(
            .unknownKey("leadding", nearest: "leading"), at: Place(file: "layouts/a.yaml", line: 3, column: 5))
        #expect("\(diagnostic)" == "layouts/a.yaml:3:5: unknown key `leadding`; did you mean `leading`?")
    }

    @Test("a place may know no line, or be unknown")
    func places() {
        #expect(
            "\(Diagnostic(.fileMissing, at: Place(file: "a.txt")))" == "a.txt: no such file or folder; check the path")
        #expect("\(Diagnostic(.fileMissing))" == "no such file or folder; check the path")
    }

    @Test("warnings say that they are")
    func warnings() {
        let diagnostic = Diagnostic(
            .noGlyph(scalar: 0x2070E, text: "𠜎"), at: Place(file: "a.txt"), severity: .warning)
        #expect("\(diagnostic)" == "a.txt: warning: no face has U+2070E 𠜎; put a face that has it into fonts/")
    }

    @Test(
        "each kind of fault ends the program with its own status",
        arguments: [
            (Fault.fileMissing, Outcome.noInput), (.binaryInput(offset: 0), .badInput),
            (.outputIsFolder, .cannotWrite), (.writeFailed(reason: "no space"), .inputOutput),
            (.unknownLayout("a", nearest: nil), .usage),
        ])
    func statuses(_ fault: Fault, _ status: Outcome) {
        #expect(fault.outcome == status)
    }

    @Test("what a damaged file puts into a reason does not break the line")
    func oneLine() {
        let diagnostic = Diagnostic(
            .damaged(format: "DOCX", reason: "`a\nb\u{7}` is missing"), at: Place(file: "a.docx"))
        #expect(
            diagnostic.description
                == "a.docx: is no sound DOCX file: `a?b?` is missing; get the whole file again, or save it anew")
    }
}
