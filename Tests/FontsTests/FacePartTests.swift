import Testing

@testable import Fonts

@Suite("The parts that a face is prepared in")
struct FacePartTests {
    @Test(
        "each character is in one part, by its code",
        arguments: [
            (0x0, "0"), (0xE000, "A000"), (0x3400, "3400"), (0x3DFF, "3400"), (0x4E04, "4E00"), (0x9FFF, "9400"),
            (0x20000, "20000"), (0x30000, "2A6E0"), (0x9FA0, "second"), (0x887F, "second"), (0x9F98, "9400"),
        ])
    func slices(code: Int, name: String) {
        let part = FacePreparation.Part.besidesCommon(UInt32(code), .hans)
        #expect(part.name == name)
        #expect(FacePreparation.Part.all.contains(part))
        #expect(FacePreparation.Part.besidesCommon(UInt32(code), .hant) != .second)
    }
}
