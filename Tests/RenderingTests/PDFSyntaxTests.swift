import Testing

@testable import Rendering

@Suite("Values as a PDF writes them")
struct PDFSyntaxTests {
    @Test(arguments: [
        (0, "0"), (12, "12"), (100, "100"), (-3, "-3"), (0.5, "0.5"), (0.05, "0.05"), (0.005, "0.005"), (-0.0004, "0"),
        (0.0005, "0.001"), (841.88976, "841.89"), (595.27559, "595.276"), (-12.340, "-12.34"), (10.0, "10"),
    ]) func numbers(_ value: Double, _ written: String) {
        #expect(PDFSyntax.number(value) == written)
    }

    @Test func texts() {
        #expect(PDFSyntax.text("a (b) \\") == "(a \\(b\\) \\\\)")
        #expect(PDFSyntax.text("简A") == "<feff7b800041>")
        #expect(PDFSyntax.hex([]) == "<>")
    }
}
