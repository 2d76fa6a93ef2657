import Diagnostics
import _QPDF

/// Reads a page's content streams into what the page shows (ISO 32000-1, 8 and 9).
struct PageInterpreter {
    let file: PDFFile
    let fonts: FontTable
    var page: PrintedPage
    var state = GraphicsState()
    private var stack: [GraphicsState] = []
    var operands: [PDFValue] = []
    /// Strings among the operands; `text` of the scanner is copied only where it is drawn.
    var path = DrawnPath()
    var clipsNext = false
    var textMatrix = Matrix.identity
    var lineMatrix = Matrix.identity
    /// Open marked-content sequences, the innermost last.
    var marks: [Mark] = []
    var resources: Resources
    /// Forms being drawn: none is drawn within itself.
    private var open: Set<ObjectID> = []
    private var formsDrawn = 0
    /// Forms in forms can multiply without end.
    private static let mostForms = 20_000

    struct Mark {
        var isArtifact = false
        var identifier: Int?
        var hasText = false
    }

    /// - Parameters:
    ///   - number: from 1.
    ///   - id: the page's dictionary, with what it inherits.
    static func read(
        _ id: ObjectID, number: Int, in file: PDFFile, fonts: FontTable
    ) throws(Diagnostic) -> PrintedPage {
        let keys = try file.value(of: id).dictionary ?? [:]
        let shape = try PageFrame(keys, in: file)
        var interpreter = PageInterpreter(
            file: file, fonts: fonts, page: PrintedPage(number: number, width: shape.width, height: shape.height),
            resources: try Resources(keys["Resources"], in: file))
        interpreter.state.matrix = shape.matrix
        interpreter.state.clip = shape.visible
        try interpreter.run(try file.content(ofPage: id))
        return interpreter.page
    }

    private init(file: PDFFile, fonts: FontTable, page: PrintedPage, resources: Resources) {
        (self.file, self.fonts, self.page, self.resources) = (file, fonts, page, resources)
    }

    private mutating func run(_ bytes: [UInt8]) throws(Diagnostic) {
        let floor = stack.count
        var failure: Diagnostic?
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = PDFScanner(buffer)
            while failure == nil, let token = scanner.next() {
                switch token {
                case .value(let value): operands.append(value)
                case .text: operands.append(.string(scanner.text))
                case .image:
                    note(picture: state.matrix)
                    operands.removeAll(keepingCapacity: true)
                case .word(let word):
                    do throws(Diagnostic) { try perform(word, floor: floor) } catch { failure = error }
                    operands.removeAll(keepingCapacity: true)
                }
            }
        }
        if let failure { throw failure }
        // What a stream leaves open ends with it.
        while stack.count > floor { state = stack.removeLast() }
    }

    private mutating func perform(_ word: UInt32, floor: Int) throws(Diagnostic) {
        switch word {
        case Operator.save: stack.append(state)
        case Operator.restore: if stack.count > floor { state = stack.removeLast() }
        case Operator.concat: if let matrix = Matrix(numbers(6)) { state.matrix = matrix * state.matrix }
        case Operator.lineWidth: state.lineWidth = number(0)
        case Operator.graphicsState: try applyState()
        case Operator.draw: try drawObject()
        case Operator.shading: paint("sh", Ink.pattern, of: state.clip)
        default:
            if try performText(word) { return }
            if performPath(word) { return }
            if try performMark(word) { return }
            performColour(word)
        }
    }

    // MARK: Operands

    func number(_ index: Int) -> Double {
        guard index < operands.count, let number = operands[index].number, number.isFinite else { return 0 }
        return number
    }

    func numbers(_ count: Int) -> [Double] {
        operands.suffix(count).compactMap(\.number)
    }

    // MARK: State, forms and pictures

    private mutating func applyState() throws(Diagnostic) {
        guard let name = operands.last?.name else { return }
        let keys = try file.resolve(resources.entry("ExtGState", name, in: file)).dictionary ?? [:]
        if let width = try file.resolve(keys["LW"]).number { state.lineWidth = width }
        if let font = try file.resolve(keys["Font"]).array, font.count == 2 {
            state.font = try fonts.index(of: font[0], in: file)
            state.fontSize = try file.resolve(font[1]).number ?? 0
        }
    }

    private mutating func drawObject() throws(Diagnostic) {
        guard let name = operands.last?.name else { return }
        let entry = try resources.entry("XObject", name, in: file)
        guard let id = entry.reference else {
            page.faults.append("XObject \(name)")
            return
        }
        let keys = try file.value(of: id).dictionary ?? [:]
        if keys["Subtype"]?.name == "Image" { return note(picture: state.matrix) }
        guard keys["Subtype"]?.name == "Form", formsDrawn < Self.mostForms, !open.contains(id),
            let bytes = try file.data(of: id)
        else { return }
        let outer = (state, resources, textMatrix, lineMatrix)
        if let matrix = Matrix(try list(keys["Matrix"])) { state.matrix = matrix * state.matrix }
        let box = try list(keys["BBox"])
        if box.count == 4, let area = state.area(box[0], box[1], box[2], box[3]) {
            state.clip = area.cut(to: state.clip) ?? Area(left: 0, top: 0, right: -1, bottom: -1)
        }
        if keys["Resources"] != nil { resources = try Resources(keys["Resources"], in: file) }
        open.insert(id)
        formsDrawn += 1
        operands.removeAll()
        try run(bytes)
        open.remove(id)
        (state, resources, textMatrix, lineMatrix) = outer
    }

    private func list(_ value: PDFValue?) throws(Diagnostic) -> [Double] {
        var numbers: [Double] = []
        for item in try file.resolve(value).array ?? [] {
            if let number = try file.resolve(item).number { numbers.append(number) }
        }
        return numbers
    }

    private mutating func note(picture matrix: Matrix) {
        noteLoose("Do")
        let corners = [matrix.apply(0, 0), matrix.apply(1, 0), matrix.apply(0, 1), matrix.apply(1, 1)]
        if let area = Area(around: corners)?.cut(to: state.clip) { page.pictures.append(area) }
    }

    /// Something is painted: it has to be tagged or an artifact.
    mutating func noteLoose(_ operation: String) {
        if !marks.contains(where: { $0.isArtifact || $0.identifier != nil }) {
            page.tagging.loose[operation, default: 0] += 1
        }
    }
}

/// The operators, as `PDFScanner.word` numbers them.
enum Operator {
    static let save = PDFScanner.word("q"), restore = PDFScanner.word("Q"), concat = PDFScanner.word("cm")
    static let lineWidth = PDFScanner.word("w"), graphicsState = PDFScanner.word("gs")
    static let draw = PDFScanner.word("Do"), shading = PDFScanner.word("sh")
}
