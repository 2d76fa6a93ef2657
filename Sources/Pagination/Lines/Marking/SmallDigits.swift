/// Raised and lowered digits (CO₂, 10⁻⁴): few faces have them, so they are set as small digits of the face of their
/// word; the text keeps its characters.
enum SmallDigits {
    /// Of the size of their text.
    static let size = 0.6
    /// Of note marks.
    static let noteSize = 0.6
    /// Above the baseline, in em of the text.
    static let raised = 0.36
    static let lowered = -0.14

    private static let range: ClosedRange<UInt32> = 0x2070...0x208E
    private static let signs = Array("+-=()".unicodeScalars)

    /// What is drawn for a raised or lowered character; `nil` for all others.
    static func drawn(_ scalar: Unicode.Scalar) -> (scalar: Unicode.Scalar, isRaised: Bool)? {
        guard range.contains(scalar.value), scalar != "ⁱ", scalar != "ⁿ" else { return nil }
        let place = Int(scalar.value & 0xF)
        let isRaised = scalar.value < 0x2080
        if place < 10 {
            // ¹ ² ³ have other codes.
            if isRaised, 1...3 ~= place { return nil }
            return (Unicode.Scalar(0x30 + UInt8(place)), isRaised)
        }
        return place - 10 < signs.count ? (signs[place - 10], isRaised) : nil
    }

    static func isSmall(_ scalar: Unicode.Scalar) -> Bool { range.contains(scalar.value) && drawn(scalar) != nil }
}
