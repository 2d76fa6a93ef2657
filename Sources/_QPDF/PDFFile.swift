public import Diagnostics
internal import Glibc
internal import _CQPDF

/// A PDF opened by libqpdf; closed with it. Not for two threads at once.
///
/// Every call's status is looked at; what fails is thrown as a `Diagnostic` with the file as its place.
public final class PDFFile {
    /// What faults name as the place.
    public let name: String
    let calls: jianbao_qpdf
    let data: qpdf_data
    // libqpdf reads out of them as objects are asked for.
    private let memory: UnsafeMutableRawBufferPointer?
    private var known: [ObjectID: PDFValue] = [:]

    /// An empty file, to be filled.
    ///
    /// - Throws: `libraryMissing`.
    public convenience init(name: String = "-") throws(Diagnostic) {
        try self.init(name: name, memory: nil)
        try check(calls.qpdf_empty_pdf(data), "qpdf_empty_pdf")
    }

    /// - Parameters:
    ///   - name: what faults name as the place.
    ///   - password: the user's or the owner's, as UTF-8.
    /// - Throws: `encrypted` where the password does not open it, `damaged`, `libraryMissing`.
    public convenience init(_ bytes: some Collection<UInt8>, name: String, password: String? = nil) throws(Diagnostic) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        memory.copyBytes(from: bytes)
        try self.init(name: name, memory: memory)
        let start = UnsafeRawPointer(memory.baseAddress)?.assumingMemoryBound(to: CChar.self)
        try check(
            calls.qpdf_read_memory(data, name, start, UInt64(bytes.count), password), "qpdf_read_memory")
        // Where the table of objects is rebuilt, a file that is no PDF opens as one of no pages.
        if try pageCount == 0 { throw fault(.damaged(format: "PDF", reason: "it has no pages")) }
    }

    private init(name: String, memory: UnsafeMutableRawBufferPointer?) throws(Diagnostic) {
        if let missing = QPDFCalls.shared.missing {
            memory?.deallocate()
            throw Diagnostic(.libraryMissing(missing, package: "libqpdf29"), at: Place(file: name))
        }
        calls = QPDFCalls.shared.calls
        guard let data = calls.qpdf_init() else {
            memory?.deallocate()
            throw Diagnostic(.libraryFailed(call: "qpdf_init", status: "no memory"), at: Place(file: name))
        }
        self.name = name
        self.memory = memory
        self.data = data
        calls.qpdf_silence_errors(data)
        calls.qpdf_set_suppress_warnings(data, 1)
    }

    deinit {
        var data: qpdf_data? = data
        calls.qpdf_cleanup(&data)
        memory?.deallocate()
    }

    // MARK: Status

    private func fault(_ fault: Fault) -> Diagnostic { Diagnostic(fault, at: Place(file: name)) }

    private func check(_ code: QPDF_ERROR_CODE, _ call: String) throws(Diagnostic) { try check(call) }

    /// Throws the error of the last call, if it had one.
    func check(_ call: String) throws(Diagnostic) {
        guard calls.qpdf_has_error(data) != 0 else { return }
        guard let error = calls.qpdf_get_error(data) else { return }
        let code = calls.qpdf_get_error_code(data, error)
        let reason = message(of: error)
        switch code {
        case qpdf_e_password: throw fault(.encrypted(format: "PDF"))
        case qpdf_e_internal: throw fault(.libraryFailed(call: call, status: reason))
        default: throw fault(.damaged(format: "PDF", reason: reason))
        }
    }

    private func message(of error: qpdf_error) -> String {
        let reason = calls.qpdf_get_error_message_detail(data, error).map { String(cString: $0) } ?? "it is damaged"
        let offset = calls.qpdf_get_error_file_position(data, error)
        return offset > 0 ? "\(reason) (byte \(offset))" : reason
    }

    /// What libqpdf mended while it read; each is told once.
    public func takeWarnings() -> [String] {
        var warnings: [String] = []
        while calls.qpdf_more_warnings(data) != 0, let warning = calls.qpdf_next_warning(data) {
            warnings.append(message(of: warning))
        }
        return warnings
    }

    // MARK: Reading

    /// `1.7`
    public var version: String { calls.qpdf_get_pdf_version(data).map { String(cString: $0) } ?? "" }
    public var isEncrypted: Bool { calls.qpdf_is_encrypted(data) != 0 }
    public var isLinearised: Bool { calls.qpdf_is_linearized(data) != 0 }

    public var pageCount: Int {
        get throws(Diagnostic) {
            let count = calls.qpdf_get_num_pages(data)
            try check("qpdf_get_num_pages")
            return Int(count)
        }
    }

    /// The pages in order; what they inherit is put into them.
    public func pages() throws(Diagnostic) -> [ObjectID] {
        try check(calls.qpdf_push_inherited_attributes_to_page(data), "qpdf_push_inherited_attributes_to_page")
        known.removeAll()
        var pages: [ObjectID] = []
        for index in 0..<(try pageCount) {
            let handle = calls.qpdf_get_page_n(data, index)
            defer { calls.qpdf_oh_release(data, handle) }
            try check("qpdf_get_page_n")
            pages.append(identity(of: handle))
        }
        return pages
    }

    public func trailer() throws(Diagnostic) -> [String: PDFValue] {
        try read(calls.qpdf_get_trailer(data)).dictionary ?? [:]
    }

    /// The catalog.
    public func root() throws(Diagnostic) -> ObjectID {
        let handle = calls.qpdf_get_root(data)
        defer { calls.qpdf_oh_release(data, handle) }
        try check("qpdf_get_root")
        return identity(of: handle)
    }

    /// An indirect object; of a stream its dictionary. `null` where there is none.
    public func value(of id: ObjectID) throws(Diagnostic) -> PDFValue {
        if let value = known[id] { return value }
        let handle = calls.qpdf_get_object_by_id(data, Int32(id.number), Int32(id.generation))
        try check("qpdf_get_object_by_id")
        let value = try read(handle)
        known[id] = value
        return value
    }

    /// What a value stands for: of a reference the object it leads to, at the end of any chain.
    public func resolve(_ value: PDFValue?) throws(Diagnostic) -> PDFValue {
        var value = value ?? .null
        for _ in 0..<32 {
            guard case .reference(let id) = value else { return value }
            value = try self.value(of: id)
        }
        return .null
    }

    public func isStream(_ id: ObjectID) throws(Diagnostic) -> Bool {
        let handle = calls.qpdf_get_object_by_id(data, Int32(id.number), Int32(id.generation))
        defer { calls.qpdf_oh_release(data, handle) }
        try check("qpdf_get_object_by_id")
        return calls.qpdf_oh_get_type_code(data, handle) == ot_stream
    }

    /// A stream's bytes, decoded as far as its filters lose nothing; `nil` where they cannot be decoded so (pictures).
    public func data(of id: ObjectID) throws(Diagnostic) -> [UInt8]? {
        let handle = calls.qpdf_get_object_by_id(data, Int32(id.number), Int32(id.generation))
        defer { calls.qpdf_oh_release(data, handle) }
        try check("qpdf_get_object_by_id")
        guard calls.qpdf_oh_get_type_code(data, handle) == ot_stream else { return nil }
        var isDecoded: QPDF_BOOL = 0
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = calls.qpdf_oh_get_stream_data(data, handle, qpdf_dl_specialized, &isDecoded, &bytes, &count)
        defer { free(bytes) }
        try check(code, "qpdf_oh_get_stream_data")
        guard isDecoded != 0 else { return nil }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// A page's content, its streams joined.
    public func content(ofPage id: ObjectID) throws(Diagnostic) -> [UInt8] {
        let handle = calls.qpdf_get_object_by_id(data, Int32(id.number), Int32(id.generation))
        defer { calls.qpdf_oh_release(data, handle) }
        try check("qpdf_get_object_by_id")
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let code = calls.qpdf_oh_get_page_content_data(data, handle, &bytes, &count)
        defer { free(bytes) }
        try check(code, "qpdf_oh_get_page_content_data")
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Reads an object and releases its handle.
    private func read(_ handle: qpdf_oh) throws(Diagnostic) -> PDFValue {
        defer { calls.qpdf_oh_release(data, handle) }
        try check("qpdf_get_object")
        var object = handle
        if calls.qpdf_oh_get_type_code(data, handle) == ot_stream {
            object = calls.qpdf_oh_get_dict(data, handle)
        }
        defer { if object != handle { calls.qpdf_oh_release(data, object) } }
        let text = calls.qpdf_oh_unparse_resolved(data, object)
        try check("qpdf_oh_unparse_resolved")
        guard let text else { return .null }
        let count = calls.qpdf_get_last_string_length(data)
        return text.withMemoryRebound(to: UInt8.self, capacity: count) {
            PDFScanner.value(in: UnsafeBufferPointer(start: $0, count: count))
        }
    }

    func identity(of handle: qpdf_oh) -> ObjectID {
        ObjectID(
            Int(calls.qpdf_oh_get_object_id(data, handle)),
            generation: Int(calls.qpdf_oh_get_generation(data, handle)))
    }

    /// Called when objects change: what was read of them is read again.
    func forget(_ id: ObjectID? = nil) {
        if let id { known[id] = nil } else { known.removeAll() }
    }
}
