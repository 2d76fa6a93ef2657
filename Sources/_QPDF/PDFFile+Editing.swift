public import Diagnostics
internal import _CQPDF

extension PDFFile {
    /// Makes a new indirect object.
    public func add(_ value: PDFValue) throws(Diagnostic) -> ObjectID {
        let direct = try handle(for: value)
        defer { calls.qpdf_oh_release(data, direct) }
        let indirect = calls.qpdf_make_indirect_object(data, direct)
        defer { calls.qpdf_oh_release(data, indirect) }
        try check("qpdf_make_indirect_object")
        return identity(of: indirect)
    }

    /// Makes a stream of bytes that no filter has touched; writing packs them.
    public func addStream(_ dictionary: [String: PDFValue], _ bytes: [UInt8]) throws(Diagnostic) -> ObjectID {
        let stream = calls.qpdf_oh_new_stream(data)
        defer { calls.qpdf_oh_release(data, stream) }
        try check("qpdf_oh_new_stream")
        try fill(stream, bytes)
        let keys = calls.qpdf_oh_get_dict(data, stream)
        defer { calls.qpdf_oh_release(data, keys) }
        try check("qpdf_oh_get_dict")
        for (key, value) in dictionary.sorted(by: { $0.key < $1.key }) { try put(value, at: key, in: keys) }
        return identity(of: stream)
    }

    /// Puts other bytes into a stream.
    public func replaceData(of id: ObjectID, _ bytes: [UInt8]) throws(Diagnostic) {
        let stream = try object(id)
        defer { calls.qpdf_oh_release(data, stream) }
        try fill(stream, bytes)
        forget(id)
    }

    /// Puts another object in the place of one; everything that refers to it sees the new one.
    public func replace(_ id: ObjectID, with value: PDFValue) throws(Diagnostic) {
        let new = try handle(for: value)
        defer { calls.qpdf_oh_release(data, new) }
        calls.qpdf_replace_object(data, Int32(id.number), Int32(id.generation), new)
        try check("qpdf_replace_object")
        forget(id)
    }

    /// Sets a key of a dictionary, or of a stream's; `null` removes it.
    public func set(_ key: String, of id: ObjectID, to value: PDFValue) throws(Diagnostic) {
        var holder = try object(id)
        defer { calls.qpdf_oh_release(data, holder) }
        if calls.qpdf_oh_get_type_code(data, holder) == ot_stream {
            let keys = calls.qpdf_oh_get_dict(data, holder)
            try check("qpdf_oh_get_dict")
            calls.qpdf_oh_release(data, holder)
            holder = keys
        }
        try put(value, at: key, in: holder)
        forget(id)
    }

    /// Sets a key of the trailer; `null` removes it.
    public func setTrailer(_ key: String, to value: PDFValue) throws(Diagnostic) {
        let trailer = calls.qpdf_get_trailer(data)
        defer { calls.qpdf_oh_release(data, trailer) }
        try check("qpdf_get_trailer")
        try put(value, at: key, in: trailer)
    }

    /// Copies an object of another file with all it leads to; what was copied before is not copied again. No page: those
    /// are added by `addPage`.
    public func copy(_ id: ObjectID, from other: PDFFile) throws(Diagnostic) -> ObjectID {
        let foreign = try other.object(id)
        defer { other.calls.qpdf_oh_release(other.data, foreign) }
        let copy = calls.qpdf_oh_copy_foreign_object(data, other.data, foreign)
        defer { calls.qpdf_oh_release(data, copy) }
        try check("qpdf_oh_copy_foreign_object")
        return identity(of: copy)
    }

    /// Adds a page at the end: a new dictionary, or a page of this or another file.
    public func addPage(_ id: ObjectID, from other: PDFFile? = nil) throws(Diagnostic) {
        let source = other ?? self
        let page = try source.object(id)
        defer { source.calls.qpdf_oh_release(source.data, page) }
        _ = calls.qpdf_add_page(data, source.data, page, 0)
        try check("qpdf_add_page")
        forget()
    }

    public func removePage(_ id: ObjectID) throws(Diagnostic) {
        let page = try object(id)
        defer { calls.qpdf_oh_release(data, page) }
        _ = calls.qpdf_remove_page(data, page)
        try check("qpdf_remove_page")
        forget()
    }

    // MARK: Handles

    private func object(_ id: ObjectID) throws(Diagnostic) -> qpdf_oh {
        let handle = calls.qpdf_get_object_by_id(data, Int32(id.number), Int32(id.generation))
        try check("qpdf_get_object_by_id")
        return handle
    }

    private func fill(_ stream: qpdf_oh, _ bytes: [UInt8]) throws(Diagnostic) {
        let none = calls.qpdf_oh_new_null(data)
        defer { calls.qpdf_oh_release(data, none) }
        bytes.withUnsafeBufferPointer {
            calls.qpdf_oh_replace_stream_data(data, stream, $0.baseAddress, $0.count, none, none)
        }
        try check("qpdf_oh_replace_stream_data")
    }

    private func put(_ value: PDFValue, at key: String, in holder: qpdf_oh) throws(Diagnostic) {
        let name = PDFValue.nameBytes(key).map { CChar(bitPattern: $0) } + [0]
        if value.isNull {
            calls.qpdf_oh_remove_key(data, holder, name)
        } else {
            let item = try handle(for: value)
            defer { calls.qpdf_oh_release(data, item) }
            calls.qpdf_oh_replace_key(data, holder, name, item)
        }
        try check("qpdf_oh_replace_key")
    }

    private func handle(for value: PDFValue) throws(Diagnostic) -> qpdf_oh {
        let handle: qpdf_oh
        switch value {
        case .null: handle = calls.qpdf_oh_new_null(data)
        case .boolean(let value): handle = calls.qpdf_oh_new_bool(data, value ? 1 : 0)
        case .integer(let value): handle = calls.qpdf_oh_new_integer(data, Int64(value))
        case .real(let value): handle = calls.qpdf_oh_new_real_from_string(data, PDFValue.decimal(value))
        case .string(let bytes):
            handle = bytes.withUnsafeBytes {
                calls.qpdf_oh_new_binary_string(data, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
            }
        case .name(let name):
            handle = calls.qpdf_oh_new_name(data, PDFValue.nameBytes(name).map { CChar(bitPattern: $0) } + [0])
        case .reference(let id): handle = try object(id)
        case .array(let values):
            handle = calls.qpdf_oh_new_array(data)
            for value in values {
                let item = try self.handle(for: value)
                defer { calls.qpdf_oh_release(data, item) }
                calls.qpdf_oh_append_item(data, handle, item)
                try check("qpdf_oh_append_item")
            }
        case .dictionary(let values):
            handle = calls.qpdf_oh_new_dictionary(data)
            for (key, value) in values.sorted(by: { $0.key < $1.key }) { try put(value, at: key, in: handle) }
        }
        try check("qpdf_oh_new")
        return handle
    }
}
