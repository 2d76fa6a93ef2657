import Diagnostics
import _QPDF

/// A page of the document to be imposed, as it is read: upright, its trimmed edge the frame; pt.
struct SourcePage {
    /// The form that draws it.
    var form: ObjectID
    var width: Double
    var height: Double
    /// From the page's own space to its frame, whose lower left corner is the origin.
    var matrix: [Double]

    /// Makes a form of a page in another file; what pages share is copied once.
    init(
        _ id: ObjectID, of source: PDFFile, to target: PDFFile, bleed: Double
    ) throws(Diagnostic) {
        let keys = try source.value(of: id).dictionary ?? [:]
        let media = try Self.box(keys["MediaBox"], source) ?? [0, 0, 595.28, 841.89]
        let crop = try Self.box(keys["CropBox"], source) ?? media
        let trim = try Self.box(keys["TrimBox"], source) ?? crop
        let unit = try source.resolve(keys["UserUnit"]).number ?? 1
        let turns = (((try source.resolve(keys["Rotate"]).integer ?? 0) / 90 % 4) + 4) % 4
        let (across, down) = ((trim[2] - trim[0]) * unit, (trim[3] - trim[1]) * unit)
        (width, height) = turns % 2 == 0 ? (across, down) : (down, across)
        let turned: [Double] =
            switch turns {
            case 1: [0, -1, 1, 0, -trim[1], trim[2]]
            case 2: [-1, 0, 0, -1, trim[2], trim[3]]
            case 3: [0, 1, -1, 0, trim[3], -trim[0]]
            default: [1, 0, 0, 1, -trim[0], -trim[1]]
            }
        matrix = turned.map { $0 * unit }
        let shown = [
            max(media[0], trim[0] - bleed / unit), max(media[1], trim[1] - bleed / unit),
            min(media[2], trim[2] + bleed / unit), min(media[3], trim[3] + bleed / unit),
        ]
        var form: [String: PDFValue] = [
            "Type": .name("XObject"), "Subtype": .name("Form"), "BBox": .array(shown.map(PDFValue.real)),
        ]
        if let group = keys["Group"] { form["Group"] = .reference(try Self.copy(group, of: source, to: target)) }
        form["Resources"] = .reference(try Self.copy(keys["Resources"] ?? .dictionary([:]), of: source, to: target))
        self.form = try target.addStream(form, try source.content(ofPage: id))
    }

    private static func copy(_ value: PDFValue, of source: PDFFile, to target: PDFFile) throws(Diagnostic) -> ObjectID {
        if let id = value.reference { return try target.copy(id, from: source) }
        return try target.copy(try source.add(value), from: source)
    }

    private static func box(_ value: PDFValue?, _ file: PDFFile) throws(Diagnostic) -> [Double]? {
        guard let list = try file.resolve(value).array, list.count == 4 else { return nil }
        var numbers: [Double] = []
        for item in list { numbers.append(try file.resolve(item).number ?? 0) }
        let box = [
            min(numbers[0], numbers[2]), min(numbers[1], numbers[3]), max(numbers[0], numbers[2]),
            max(numbers[1], numbers[3]),
        ]
        return box[2] > box[0] && box[3] > box[1] ? box : nil
    }
}
