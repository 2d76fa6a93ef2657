import Diagnostics
import _QPDF

/// What `q` keeps and `Q` brings back (ISO 32000-1, 8.4).
struct GraphicsState {
    var matrix = Matrix.identity
    var clip = Area(left: 0, top: 0, right: 0, bottom: 0)
    var lineWidth = 1.0
    var fill = Ink.black
    var stroke = Ink.black
    // Text (9.3)
    var font: Int?
    var fontSize = 0.0
    var characterSpace = 0.0
    var wordSpace = 0.0
    var stretch = 1.0
    var leading = 0.0
    var rise = 0.0
    var rendering = 0

    /// A box of user space, on the page.
    func area(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Area? {
        Area(around: [matrix.apply(x0, y0), matrix.apply(x1, y0), matrix.apply(x0, y1), matrix.apply(x1, y1)])
    }
}

/// The finished page and how user space lies on it.
struct PageFrame {
    var width: Double
    var height: Double
    var matrix: Matrix
    /// What of the medium is seen.
    var visible: Area

    init(_ page: [String: PDFValue], in file: PDFFile) throws(Diagnostic) {
        let media = try Self.box(page["MediaBox"], in: file) ?? (0, 0, 612, 792)
        let crop = try Self.box(page["CropBox"], in: file) ?? media
        let trim = try Self.box(page["TrimBox"], in: file) ?? crop
        let unit = try file.resolve(page["UserUnit"]).number ?? 1
        let turns = (((try file.resolve(page["Rotate"]).integer ?? 0) / 90 % 4) + 4) % 4
        let (across, down) = (trim.2 - trim.0, trim.3 - trim.1)
        // From user space to the page as it is read, its upper left corner the origin, y downwards.
        let turned: Matrix =
            switch turns {
            case 1: Matrix(a: 0, b: 1, c: 1, d: 0, e: -trim.1, f: -trim.0)
            case 2: Matrix(a: -1, b: 0, c: 0, d: 1, e: trim.2, f: -trim.1)
            case 3: Matrix(a: 0, b: -1, c: -1, d: 0, e: trim.3, f: trim.2)
            default: Matrix(a: 1, b: 0, c: 0, d: -1, e: -trim.0, f: trim.3)
            }
        matrix = turned * Matrix(a: unit, b: 0, c: 0, d: unit)
        width = (turns % 2 == 0 ? across : down) * unit
        height = (turns % 2 == 0 ? down : across) * unit
        let corners = [matrix.apply(crop.0, crop.1), matrix.apply(crop.2, crop.3)]
        visible = Area(around: corners)!
    }

    private static func box(
        _ value: PDFValue?, in file: PDFFile
    ) throws(Diagnostic) -> (Double, Double, Double, Double)? {
        guard let list = try file.resolve(value).array, list.count == 4 else { return nil }
        var numbers: [Double] = []
        for item in list { numbers.append(try file.resolve(item).number ?? 0) }
        let box = (
            min(numbers[0], numbers[2]), min(numbers[1], numbers[3]), max(numbers[0], numbers[2]),
            max(numbers[1], numbers[3])
        )
        return box.2 > box.0 && box.3 > box.1 ? box : nil
    }
}

/// A resource dictionary (7.8.3).
struct Resources {
    private var keys: [String: PDFValue]

    init(_ value: PDFValue?, in file: PDFFile) throws(Diagnostic) {
        keys = try file.resolve(value).dictionary ?? [:]
    }

    /// An entry as it stands there: a reference stays one.
    func entry(_ category: String, _ name: String, in file: PDFFile) throws(Diagnostic) -> PDFValue {
        try file.resolve(keys[category]).dictionary?[name] ?? .null
    }
}

/// The document's fonts, each read once.
final class FontTable {
    private(set) var fonts: [PrintedFont] = []
    private var numbers: [ObjectID: Int] = [:]
    private var direct: [PDFValue: Int] = [:]

    func index(of value: PDFValue, in file: PDFFile) throws(Diagnostic) -> Int {
        if let id = value.reference {
            if let known = numbers[id] { return known }
            fonts.append(try FontReader(file: file).font(value))
            numbers[id] = fonts.count - 1
        } else {
            if let known = direct[value] { return known }
            fonts.append(try FontReader(file: file).font(value))
            direct[value] = fonts.count - 1
        }
        return fonts.count - 1
    }
}
