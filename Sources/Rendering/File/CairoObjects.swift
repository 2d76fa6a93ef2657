import Diagnostics
import _CairoPango

/// Takes Cairo's file apart into its objects.
///
/// Cairo writes each object once, in one piece, beginning with `N 0 obj` and ending with `endobj`; the length of a
/// stream follows it as an object of its own.
struct CairoObjects {
    enum Object {
        case plain(number: Int, body: ArraySlice<UInt8>)
        /// The entries of its dictionary but for `Length`, and its data.
        case stream(number: Int, dictionary: [UInt8], data: ArraySlice<UInt8>)
    }

    /// What has come of an object that has not ended.
    private var pending: [UInt8] = []
    private var hasHeader = false
    /// Objects that hold a stream's length, and what it is.
    private var lengths: [Int: Int] = [:]

    /// - Parameter bytes: what follows of the file, in pieces of any size.
    /// - Returns: the objects that are whole now.
    /// - Throws: `libraryFailed` where the file is not built as Cairo builds it.
    mutating func take(_ bytes: [UInt8]) throws -> [Object] {
        let from = max(0, pending.count - 8)
        pending.append(contentsOf: bytes)
        let end = "\nendobj\n"
        var objects: [Object] = []
        var begun = 0
        var search = from
        while let found = Self.find(end, in: pending[...], from: search) {
            search = found + end.utf8.count
            if let object = try object(pending[begun..<found]) { objects.append(object) }
            begun = search
        }
        if begun > 0 { pending = Array(pending[begun...]) }
        return objects
    }

    /// - Throws: `libraryFailed` where the file did not end with its trailer.
    func finish() throws {
        guard Self.find("trailer", in: pending[...]) != nil else { throw Self.malformed("trailer") }
    }

    private mutating func object(_ bytes: ArraySlice<UInt8>) throws -> Object? {
        var bytes = bytes
        if !hasHeader {
            for _ in 0..<2 {
                guard let line = bytes.firstIndex(of: 10) else { throw Self.malformed("header") }
                bytes = bytes[(line + 1)...]
            }
            hasHeader = true
        }
        while bytes.first == 10 { bytes.removeFirst() }
        let mark = " 0 obj\n"
        guard let found = Self.find(mark, in: bytes), let number = Self.number(bytes[..<found]), number > 0
        else { throw Self.malformed("object") }
        let body = bytes[(found + mark.utf8.count)...]
        if let length = lengths.removeValue(forKey: number) {
            guard Self.number(body) == length else { throw Self.malformed("length of object \(number)") }
            return nil
        }
        guard let data = Self.find("\nstream\n", in: body) else { return .plain(number: number, body: body) }
        return try stream(number, dictionary: body[..<data], data: body[(data + 8)...])
    }

    private mutating func stream(
        _ number: Int, dictionary: ArraySlice<UInt8>, data: ArraySlice<UInt8>
    ) throws -> Object {
        let end = Array("endstream".utf8)
        guard data.count >= end.count, data.suffix(end.count).elementsEqual(end) else {
            throw Self.malformed("stream")
        }
        var data = data.dropLast(end.count)
        let key = "/Length "
        guard let place = Self.find(key, in: dictionary), dictionary.starts(with: "<<".utf8) else {
            throw Self.malformed("stream's dictionary")
        }
        let value = place + key.utf8.count
        let digits = dictionary[value...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard let length = Self.number(digits) else { throw Self.malformed("stream's length") }
        var rest = dictionary[digits.endIndex...]
        if rest.starts(with: " 0 R".utf8) {
            rest = rest.dropFirst(4)
            data = data.last == 10 ? data.dropLast() : data
            lengths[length] = data.count
        } else {
            data = data.prefix(length)
        }
        while let last = rest.last, last != UInt8(ascii: ">") { rest.removeLast() }
        let entries = dictionary[(dictionary.startIndex + 2)..<place] + rest.dropLast(2)
        return .stream(number: number, dictionary: Array(entries), data: data)
    }

    // MARK: Bytes

    static func find(_ wanted: String, in bytes: ArraySlice<UInt8>, from start: Int? = nil) -> Int? {
        bytes.withUnsafeBytes { buffer in
            var wanted = wanted
            return wanted.withUTF8 { wanted in
                ByteSearch.find(
                    UnsafeRawBufferPointer(wanted), in: buffer, from: (start ?? bytes.startIndex) - bytes.startIndex
                ).map { bytes.startIndex + $0 }
            }
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: bytes.filter { $0 > 32 }, as: UTF8.self))
    }

    static func malformed(_ what: String) -> Diagnostic {
        Diagnostic(.libraryFailed(call: "cairo_surface_finish", status: "unknown form of \(what)"))
    }
}
