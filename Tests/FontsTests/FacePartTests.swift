import Testing

@testable import Fonts

@Suite("The parts that a face is prepared in")
struct FacePartTests {
    @Test(
        "each character is in one part, by its code",
        arguments: [
            (0x0, "0"), (0xE000, "A000"), (0x3400, "3400"), (0x3DFF, "3400"), (0x4E00, "4E00"), (0x9FFF, "9400"),
            (0x20000, "20000"), (0x30000, "2A6E0"),
        ])
    func slices(code: Int, name: String) {
        #expect(FacePreparation.Part.rare(UInt32(code)).name == name)
        #expect(FacePreparation.Part.all.contains(.rare(UInt32(code))))
    }
}
