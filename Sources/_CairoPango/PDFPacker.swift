import Diagnostics
import Glibc

/// Rewrites a PDF while Cairo writes it: objects that are no streams go into object streams (ISO 32000-1, 7.5.7), the
/// table of places becomes a stream, lengths stand in their streams. Cairo 1.16 also writes dates without their `D:`
/// and says no language; both are put right here.
///
/// Cairo writes each object once, in one piece, beginning with `N 0 obj` and ending with `endobj`.
package struct PDFPacker {
    private enum Place {
        case free
        /// Bytes from the file's start.
        case at(Int)
        /// In an object stream.
        case packed(stream: Int, index: Int)
    }

    /// How many objects share a stream: a reader unpacks all of them for one.
    private static let batch = 200

    package var language: String?
    private let write: (UnsafeRawBufferPointer) throws -> Void
    private var written = 0
    private var places: [Place] = []
    /// What Cairo has written of an object that has not ended.
    private var pending: [UInt8] = []
    private var hasHeader = false
    /// Objects that hold a stream's length, and what it is.
    private var lengths: [Int: Int] = [:]
    private var packed: [(number: Int, body: [UInt8])] = []
    /// Numbers of lengths that are dropped, to be used again.
    private var spare: [Int] = []

    package init(write: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.write = write }

    /// - Parameter bytes: what follows of Cairo's file.
    /// - Throws: what `write` threw, or `libraryFailed` where the file is not built as Cairo builds it.
    package mutating func take(_ bytes: UnsafeRawBufferPointer) throws {
        // An object's end comes in one piece with what stands before it.
        let from = max(0, pending.count - 8)
        pending.append(contentsOf: bytes)
        let end = "\nendobj\n"
        var begun = 0
        var search = from
        while let found = Self.find(end, in: pending[...], from: search) {
            search = found + end.utf8.count
            try object(pending[begun..<search])
            begun = search
        }
        if begun > 0 { pending.removeFirst(begun) }
    }

    /// Writes what is left: the last object streams, the table of places, the trailer.
    ///
    /// - Throws: what `write` threw, or `libraryFailed`.
    package mutating func finish() throws {
        let trailer = pending[...]
        guard let root = Self.reference(after: "/Root ", in: trailer),
            let info = Self.reference(after: "/Info ", in: trailer)
        else { throw malformed("trailer") }
        try flush(isLast: true)
        try table(root: root, info: info)
    }

    // MARK: Objects

    private mutating func object(_ bytes: ArraySlice<UInt8>) throws {
        var bytes = bytes
        if !hasHeader {
            guard
                let second = bytes.dropFirst(bytes.firstIndex(of: 10).map { $0 - bytes.startIndex + 1 } ?? 0)
                    .firstIndex(of: 10)
            else { throw malformed("header") }
            try put(Array(bytes[...second]))
            bytes = bytes[(second + 1)...]
            hasHeader = true
        }
        while bytes.first == 10 { bytes.removeFirst() }
        let mark = " 0 obj\n"
        guard let found = Self.find(mark, in: bytes), let number = Self.number(bytes[..<found]), number > 0
        else { throw malformed("object") }
        let body = bytes[(found + mark.utf8.count)...].dropLast("endobj\n".utf8.count)
        if let length = lengths[number] {
            guard Self.number(body) == length else { throw malformed("length of object \(number)") }
            spare.append(number)
            return
        }
        if let data = Self.find("\nstream\n", in: body) {
            try stream(number, dictionary: body[..<data], data: body[(data + 8)...])
        } else if Self.find("/Type /Catalog\n", in: body) != nil {
            try plain(number, catalog(body))
        } else if Self.find("<< /Producer (", in: body) != nil {
            try plain(number, information(body))
        } else {
            note(number, .free)
            packed.append((number, Array(body)))
            if packed.count >= Self.batch { try flush() }
        }
    }

    private mutating func plain(_ number: Int, _ body: [UInt8]) throws {
        note(number, .at(written))
        try put(Array("\(number) 0 obj\n".utf8) + body + Array("endobj\n".utf8))
    }

    private mutating func stream(
        _ number: Int, dictionary: ArraySlice<UInt8>, data: ArraySlice<UInt8>
    ) throws {
        let end = Array("\nendstream\n".utf8)
        guard data.count >= end.count, data.suffix(end.count).elementsEqual(end) else { throw malformed("stream") }
        var head = Array("\(number) 0 obj\n".utf8)
        let key = "/Length "
        if let place = Self.find(key, in: dictionary), let holder = Self.reference(after: key, in: dictionary) {
            let length = data.count - end.count
            lengths[holder] = length
            note(holder, .free)
            let value = place + key.utf8.count
            head += dictionary[..<value] + Array("\(length)".utf8)
            head += dictionary[(value + "\(holder) 0 R".utf8.count)...]
        } else {
            head += dictionary
        }
        note(number, .at(written))
        try put(head + Array("\nstream\n".utf8))
        try put(data)
        try put(Array("endobj\n".utf8))
    }

    private func catalog(_ body: ArraySlice<UInt8>) -> [UInt8] {
        guard let language else { return Array(body) }
        let type = "/Type /Catalog\n"
        let place = Self.find(type, in: body)! + type.utf8.count
        return body[..<place] + Array("   /Lang (\(language))\n".utf8) + body[place...]
    }

    /// `(20240531000000Z)` becomes `(D:20240531000000Z)`.
    private func information(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var body = Array(body)
        for key in ["/CreationDate (", "/ModDate ("] {
            guard let place = Self.find(key, in: body[...]).map({ $0 + key.utf8.count }), place + 14 <= body.count,
                body[place..<place + 14].allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
            else { continue }
            body.insert(contentsOf: "D:".utf8, at: place)
        }
        return body
    }

    // MARK: Streams of our own

    /// Writes what is gathered as one object stream, numbered as a length was that is no object any more.
    private mutating func flush(isLast: Bool = false) throws {
        guard !packed.isEmpty else { return }
        guard let number = spare.popLast() ?? (isLast ? places.count : nil) else { return }
        var head: [UInt8] = []
        var data: [UInt8] = []
        for (index, object) in packed.enumerated() {
            head += "\(object.number) \(data.count) ".utf8
            data += object.body
            note(object.number, .packed(stream: number, index: index))
        }
        let packing = "/Type /ObjStm /N \(packed.count) /First \(head.count)"
        packed.removeAll(keepingCapacity: true)
        try stream(number, packing, head + data)
    }

    /// The places of all objects, each in as many bytes as the file's length needs (ISO 32000-1, 7.5.8), written as
    /// differences from the row above, which are mostly zeros.
    private mutating func table(root: Int, info: Int) throws {
        let number = spare.popLast() ?? places.count
        note(number, .at(written))
        let wide = (1...8).first { written >> (8 * $0) == 0 } ?? 8
        let columns = 1 + wide + 2
        var above = [UInt8](repeating: 0, count: columns)
        var rows: [UInt8] = []
        var free = places.indices.dropFirst().filter { if case .free = places[$0] { true } else { false } }
        for (number, place) in places.enumerated() {
            let (kind, middle, last): (Int, Int, Int) =
                switch place {
                case .free where number == 0: (0, free.first ?? 0, 0xFFFF)
                case .free: (0, next(after: number, in: &free), 1)
                case .at(let offset): (1, offset, 0)
                case .packed(let stream, let index): (2, stream, index)
                }
            let row =
                [UInt8(kind)] + Self.bytes(middle, wide) + Self.bytes(last, 2)
            rows.append(2)
            for (byte, up) in zip(row, above) { rows.append(byte &- up) }
            above = row
        }
        let start = written
        try stream(
            number,
            "/Type /XRef /Size \(places.count) /W [1 \(wide) 2] /Root \(root) 0 R /Info \(info) 0 R "
                + "/DecodeParms << /Predictor 12 /Columns \(columns) >>", rows)
        try put(Array("startxref\n\(start)\n%%EOF\n".utf8))
    }

    private func next(after number: Int, in free: inout [Int]) -> Int {
        if free.first == number { free.removeFirst() }
        return free.first ?? 0
    }

    private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
    }

    private mutating func stream(_ number: Int, _ dictionary: String, _ data: [UInt8]) throws {
        let data = try Deflate.compress(data)
        note(number, .at(written))
        try put(
            Array("\(number) 0 obj\n<< \(dictionary) /Filter /FlateDecode /Length \(data.count) >>\nstream\n".utf8)
                + data + Array("\nendstream\nendobj\n".utf8))
    }

    // MARK: Bytes

    private mutating func note(_ number: Int, _ place: Place) {
        while places.count <= number { places.append(.free) }
        places[number] = place
    }

    private mutating func put(_ bytes: some Collection<UInt8>) throws {
        written += bytes.count
        if try bytes.withContiguousStorageIfAvailable({ try write(UnsafeRawBufferPointer($0)) }) == nil {
            try Array(bytes).withUnsafeBytes(write)
        }
    }

    private static func find(_ wanted: String, in bytes: ArraySlice<UInt8>, from start: Int? = nil) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var wanted = wanted
            return wanted.withUTF8 { wanted in
                var at = (start ?? bytes.startIndex) - bytes.startIndex
                let last = buffer.count - wanted.count
                while at <= last, let found = memchr(base + at, Int32(wanted[0]), last - at + 1) {
                    let place = UnsafeRawPointer(found) - base
                    if memcmp(found, wanted.baseAddress!, wanted.count) == 0 { return bytes.startIndex + place }
                    at = place + 1
                }
                return nil
            }
        }
    }

    /// The number of the object that a key's reference names.
    private static func reference(after key: String, in bytes: ArraySlice<UInt8>) -> Int? {
        guard let place = find(key, in: bytes) else { return nil }
        let rest = bytes[(place + key.utf8.count)...]
        let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return rest.dropFirst(digits.count).starts(with: Array(" 0 R".utf8)) ? number(digits) : nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: bytes.filter { $0 > 32 }, as: UTF8.self))
    }

    private func malformed(_ what: String) -> Diagnostic {
        Diagnostic(.libraryFailed(call: "cairo_surface_finish", status: "unknown form of \(what)"))
    }
}
