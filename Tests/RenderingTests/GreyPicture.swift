/// A grey picture as PGM holds it: one byte a pixel, 0 is black.
struct GreyPicture: Equatable {
    let width: Int
    let height: Int
    /// Rows from the top.
    private let pixels: [UInt8]

    /// `nil` where the bytes are no whole binary PGM of 256 greys without comments.
    init?(pgm bytes: [UInt8]) {
        var at = 0
        var words: [String] = []
        while words.count < 4, at < bytes.count {
            let end = bytes[at...].firstIndex { $0 == 0x20 || $0 == 0x0a } ?? bytes.count
            words.append(String(decoding: bytes[at..<end], as: UTF8.self))
            at = end + 1
        }
        guard words.count == 4, words[0] == "P5", words[3] == "255", let width = Int(words[1]),
            let height = Int(words[2]), width > 0, height > 0, bytes.count - at == width * height
        else { return nil }
        self.init(width: width, height: height, pixels: Array(bytes[at...]))
    }

    private init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    var pgm: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + pixels }

    /// Every pixel the mean of a square of `side` pixels; what is left at the right and lower edge is cut off.
    func shrunk(by side: Int) -> GreyPicture {
        let means = means(width: side, height: side)
        return GreyPicture(width: width / side, height: height / side, pixels: means.map { UInt8($0.rounded()) })
    }

    /// How far another picture is from this one; `nil` where it has another size.
    func difference(from other: GreyPicture) -> Difference? {
        guard width == other.width, height == other.height else { return nil }
        let all = zip(pixels, other.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        let most = { (width: Int, height: Int) in
            zip(means(width: width, height: height), other.means(width: width, height: height))
                .map { abs($0 - $1) }.max() ?? 0
        }
        return Difference(mean: Double(all) / Double(pixels.count), square: most(8, 8), strip: most(16, 1))
    }

    /// The mean greys of boxes from the top left, those that are whole.
    private func means(width across: Int, height down: Int) -> [Double] {
        stride(from: 0, through: height - down, by: down).flatMap { top in
            stride(from: 0, through: width - across, by: across).map { left in
                var sum = 0
                for y in top..<top + down {
                    for x in left..<left + across { sum += Int(pixels[y * width + x]) }
                }
                return Double(sum) / Double(across * down)
            }
        }
    }

    /// In grey values, 0 to 255.
    struct Difference: Equatable {
        /// Of all pixels, on average.
        var mean: Double
        /// Of the mean of eight by eight pixels, where it is greatest: a block that is lost.
        var square: Double
        /// Of the mean of sixteen pixels in a row, where it is greatest: a rule that has moved.
        var strip: Double

        /// What programs that draw PDF differ in on pages that are the same: Poppler's two ways of drawing and MuPDF stay
        /// below 2.7, 6 and 32 on the pages kept here, and differ more than two versions of one of them.
        var isOfDrawingOnly: Bool { mean < 3 && square < 8 && strip < 36 }
    }
}
