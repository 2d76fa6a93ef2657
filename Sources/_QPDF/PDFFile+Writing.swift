public import Diagnostics
internal import _CQPDF

/// What may be done with an encrypted file without the owner's password.
public struct PDFPermissions: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let print = PDFPermissions(rawValue: 1 << 0)
    public static let copyText = PDFPermissions(rawValue: 1 << 1)
    public static let assemble = PDFPermissions(rawValue: 1 << 2)
    public static let annotate = PDFPermissions(rawValue: 1 << 3)
    public static let fillForms = PDFPermissions(rawValue: 1 << 4)
    public static let modify = PDFPermissions(rawValue: 1 << 5)
}

/// AES-256 (ISO 32000-2, 7.6.4). Screen readers may always read the text.
public struct PDFEncryption: Hashable, Sendable {
    /// Asked for when the file is opened; empty where anyone may.
    public var userPassword: String
    /// Lifts the permissions.
    public var ownerPassword: String
    public var permissions: PDFPermissions

    public init(userPassword: String, ownerPassword: String, permissions: PDFPermissions) {
        self.userPassword = userPassword
        self.ownerPassword = ownerPassword
        self.permissions = permissions
    }
}

/// How a file is written.
public struct PDFWritingOptions: Hashable, Sendable {
    /// Objects in object streams, which are packed: PDF 1.5.
    public var packsObjects = true
    /// For reading over a network while it loads.
    public var isLinearised = false
    /// `nil` writes in the clear, also what was read under a password.
    public var encryption: PDFEncryption?

    public init() {}
}

extension PDFFile {
    /// The whole file. The same content and options give the same bytes, but for encryption, whose keys are drawn by lot.
    ///
    /// - Throws: `damaged` where an object cannot be read, `libraryFailed`.
    public func written(_ options: PDFWritingOptions = PDFWritingOptions()) throws(Diagnostic) -> [UInt8] {
        _ = calls.qpdf_init_write_memory(data)
        try check("qpdf_init_write_memory")
        calls.qpdf_set_object_stream_mode(data, options.packsObjects ? qpdf_o_generate : qpdf_o_disable)
        calls.qpdf_set_compress_streams(data, 1)
        calls.qpdf_set_decode_level(data, qpdf_dl_generalized)
        // PDF/A asks for a line end before endstream (ISO 19005-1, 6.1.7).
        calls.qpdf_set_newline_before_endstream(data, 1)
        calls.qpdf_set_preserve_encryption(data, 0)
        calls.qpdf_set_linearization(data, options.isLinearised ? 1 : 0)
        if let encryption = options.encryption {
            encrypt(encryption)
        } else {
            // The id is a sum over the content. Together with encryption libqpdf ends the process: there it is drawn.
            calls.qpdf_set_deterministic_ID(data, 1)
        }
        try check("qpdf_set")
        _ = calls.qpdf_write(data)
        try check("qpdf_write")
        let count = calls.qpdf_get_buffer_length(data)
        let bytes = calls.qpdf_get_buffer(data)
        try check("qpdf_get_buffer")
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    private func encrypt(_ encryption: PDFEncryption) {
        func may(_ permission: PDFPermissions) -> QPDF_BOOL { encryption.permissions.contains(permission) ? 1 : 0 }
        calls.qpdf_set_r6_encryption_parameters2(
            data, encryption.userPassword, encryption.ownerPassword, 1, may(.copyText), may(.assemble), may(.annotate),
            may(.fillForms), may(.modify), may(.print) == 1 ? qpdf_r3p_full : qpdf_r3p_none, 1)
    }

    /// Reads every object and stream.
    ///
    /// - Returns: what is wrong, in libqpdf's words; empty where the file is sound.
    public func soundness() -> [String] {
        _ = calls.qpdf_check_pdf(data)
        do throws(Diagnostic) {
            try check("qpdf_check_pdf")
        } catch {
            guard case .damaged(_, let reason) = error.fault else { return ["\(error)"] + takeWarnings() }
            return [reason] + takeWarnings()
        }
        return takeWarnings()
    }
}
