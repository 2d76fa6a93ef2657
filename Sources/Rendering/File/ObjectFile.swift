import Diagnostics
import _CairoPango

/// Writes the objects of a PDF: those that are no streams gathered in object streams, the table of places as a stream
/// (ISO 32000-1, 7.5.7 and 7.5.8). Objects may come in any order of their numbers.
struct ObjectFile {
    /// Where an object is, in eight bytes: a file has a place for each.
    private struct Place {
        private let bits: UInt64
        private static let indexBits: UInt64 = 20

        private init(_ kind: UInt64, _ rest: UInt64) { bits = kind << 62 | rest }

        static let free = Place(0, 0)

        /// - Parameter offset: bytes from the file's start.
        static func at(_ offset: Int) -> Place { Place(1, UInt64(offset)) }

        /// In an object stream.
        static func packed(stream: Int, index: Int) -> Place {
            Place(2, UInt64(stream) << indexBits | UInt64(index))
        }

        /// The fields of its entry (ISO 32000-1, 7.5.8.3).
        var entry: (kind: Int, middle: Int, last: Int) {
            let rest = bits & (1 << 62 - 1)
            switch bits >> 62 {
            case 0: return (0, 0, 0xFFFF)
            case 1: return (1, Int(rest), 0)
            default: return (2, Int(rest >> Self.indexBits), Int(rest & (1 << Self.indexBits - 1)))
            }
        }
    }

    /// How many objects share a stream: a reader unpacks all of them for one.
    private static let batch = 600

    private let write: (UnsafeRawBufferPointer) throws -> Void
    private let checksum = Checksum()
    private let deflate: Deflate
    private let outlines: Deflate
    private var written = 0
    private var places: [Place] = [.free]
    private var packed: [(number: Int, body: [UInt8])] = []

    /// - Throws: `libraryFailed`.
    init(write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws(Diagnostic) {
        self.write = write
        deflate = try Deflate(.usual)
        outlines = try Deflate(.little)
    }

    /// The number of an object that is written later.
    mutating func reserve() -> Int {
        places.append(.free)
        return places.count - 1
    }

    /// The version, and bytes by which others see that the file is not text (ISO 19005-3, 6.1.2).
    mutating func begin() throws {
        try put(Array("%PDF-1.7\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A])
    }

    /// An object that others need not find without unpacking.
    mutating func add(_ number: Int, _ body: [UInt8]) throws {
        packed.append((number, body))
        if packed.count >= Self.batch { try flush() }
    }

    mutating func add(_ number: Int, _ body: String) throws { try add(number, Array(body.utf8)) }

    /// An object in plain sight.
    mutating func addPlain(_ number: Int, _ body: String) throws {
        places[number] = .at(written)
        try put(Array("\(number) 0 obj\n\(body)\nendobj\n".utf8))
    }

    /// - Parameter dictionary: the entries but for `Length`, as they are written.
    mutating func addStream(_ number: Int, _ dictionary: some Sequence<UInt8>, _ data: some Collection<UInt8>) throws {
        places[number] = .at(written)
        var head = Array("\(number) 0 obj\n<<".utf8)
        head += dictionary
        head += "/Length \(data.count)>>\nstream\n".utf8
        try put(head)
        try put(data)
        try put("\nendstream\nendobj\n".utf8)
    }

    /// Compresses the data first.
    ///
    /// - Parameter isFace: whether they are mostly outlines of glyphs.
    mutating func addPacked(_ number: Int, _ dictionary: String, _ data: [UInt8], isFace: Bool = false) throws {
        try addStream(
            number, (dictionary + "/Filter/FlateDecode").utf8, (isFace ? outlines : deflate).compress(data))
    }

    /// Writes what is gathered as one object stream.
    private mutating func flush() throws {
        guard !packed.isEmpty else { return }
        let number = reserve()
        var head: [UInt8] = []
        var data: [UInt8] = []
        for (index, object) in packed.enumerated() {
            head += "\(object.number) \(data.count) ".utf8
            data += object.body
            data.append(0x0A)
            places[object.number] = .packed(stream: number, index: index)
        }
        let packing = "/Type/ObjStm/N \(packed.count)/First \(head.count)"
        packed.removeAll(keepingCapacity: true)
        try addPacked(number, packing, head + data)
    }

    /// Writes what is left, then the places of all objects, each in as many bytes as the file's length needs, as
    /// differences from the row above, which are mostly zeros. The file's name is a sum of what stands before.
    mutating func finish(root: Int, info: Int) throws {
        try flush()
        let number = reserve()
        places[number] = .at(written)
        let wide = (1...8).first { written >> (8 * $0) == 0 } ?? 8
        let columns = 1 + wide + 2
        var above = [UInt8](repeating: 0, count: columns)
        var rows: [UInt8] = []
        rows.reserveCapacity(places.count * (columns + 1))
        for place in places {
            let (kind, middle, last) = place.entry
            let row = [UInt8(kind)] + Self.bytes(middle, wide) + Self.bytes(last, 2)
            rows.append(2)
            for (byte, up) in zip(row, above) { rows.append(byte &- up) }
            above = row
        }
        let start = written
        let name = PDFSyntax.hex(checksum.digest())
        try addPacked(
            number,
            "/Type/XRef/Size \(places.count)/W[1 \(wide) 2]/Root \(root) 0 R/Info \(info) 0 R/ID[\(name)\(name)]"
                + "/DecodeParms<</Predictor 12/Columns \(columns)>>", rows)
        try put("startxref\n\(start)\n%%EOF\n".utf8)
    }

    private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
    }

    private mutating func put(_ bytes: some Collection<UInt8>) throws {
        written += bytes.count
        let send = { [write, checksum] (buffer: UnsafeRawBufferPointer) throws in
            checksum.update(lengthAndCheckOf: buffer)
            try write(buffer)
        }
        if try bytes.withContiguousStorageIfAvailable({ try send(UnsafeRawBufferPointer($0)) }) == nil {
            try Array(bytes).withUnsafeBytes(send)
        }
    }
}
