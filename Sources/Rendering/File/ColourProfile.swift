import Glibc

/// Colour profiles made from the figures that define their spaces (ICC.1:2001-04).
enum ColourProfile {
    /// IEC 61966-2-1: its primaries and white, adapted to D50, and its curve.
    static let sRGB: [UInt8] = {
        let curve: [UInt8] =
            Array("curv".utf8) + long(0) + long(steps)
            + (0..<steps).flatMap { step -> [UInt8] in
                let value = Double(step) / Double(steps - 1)
                let linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
                return short(Int((linear * 65535).rounded()))
            }
        let name = "sRGB IEC61966-2.1"
        let parts: [(tags: [String], data: [UInt8])] = [
            (["desc"], described(name)),
            (["cprt"], Array("text".utf8) + long(0) + Array("No copyright, use freely\0".utf8)),
            (["wtpt"], place(0.9505, 1, 1.0891)),
            (["rXYZ"], place(0.43607, 0.22249, 0.01392)),
            (["gXYZ"], place(0.38515, 0.71687, 0.09708)),
            (["bXYZ"], place(0.14307, 0.06061, 0.7141)),
            (["rTRC", "gTRC", "bTRC"], curve),
        ]
        let count = parts.reduce(0) { $0 + $1.tags.count }
        var table = long(count)
        var body: [UInt8] = []
        for (tags, data) in parts {
            for tag in tags {
                table += Array(tag.utf8) + long(128 + 4 + 12 * count + body.count) + long(data.count)
            }
            body += data
            while body.count % 4 != 0 { body.append(0) }
        }
        return header(length: 128 + table.count + body.count) + table + body
    }()

    private static let steps = 256

    private static func header(length: Int) -> [UInt8] {
        var bytes = long(length) + long(0) + [2, 0x10, 0, 0]
        bytes += "mntrRGB XYZ ".utf8
        // A day of its own, that it has one.
        bytes += short(2024) + short(1) + short(1) + short(0) + short(0) + short(0)
        bytes += "acsp".utf8
        bytes += [UInt8](repeating: 0, count: 28)
        bytes += fixed(0.9642) + fixed(1) + fixed(0.8249)
        return bytes + [UInt8](repeating: 0, count: 128 - bytes.count)
    }

    private static func described(_ name: String) -> [UInt8] {
        Array("desc".utf8) + long(0) + long(name.utf8.count + 1) + Array(name.utf8) + [0]
            + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67)
    }

    private static func place(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        Array("XYZ ".utf8) + long(0) + fixed(x) + fixed(y) + fixed(z)
    }

    private static func fixed(_ value: Double) -> [UInt8] { long(Int((value * 65536).rounded())) }

    private static func long(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
    }
}
