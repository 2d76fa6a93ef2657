/// Numbers with two places, for messages and dumps; without the C library's formats.
enum Hundredths {
    static func text(_ value: Double) -> String {
        let scaled = Int((abs(value) * 100).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        let rest = scaled % 100
        return "\(sign)\(scaled / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
