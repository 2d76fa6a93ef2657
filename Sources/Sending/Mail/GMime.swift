import Diagnostics
internal import _CGMime

/// GMime's calls, found when the first mail is written.
private struct MimeCalls: @unchecked Sendable {
    let calls: jianbao_gmime
    /// What of it is not there.
    let missing: String?

    static let shared: MimeCalls = {
        var calls = jianbao_gmime()
        let missing = jianbao_gmime_open(&calls).map { String(cString: $0) }
        if missing == nil { calls.g_mime_init() }
        return MimeCalls(calls: calls, missing: missing)
    }()
}

/// The only thing that calls GMime. Each object is owned by one piece, which gives it back in `deinit`.
///
/// GMime takes its own hold on what is put into something else, so a piece may be let go as soon as it is in its place.
final class MimePiece {
    private let calls: jianbao_gmime
    private let object: UnsafeMutableRawPointer

    /// - Throws: `libraryMissing`; `libraryFailed` where GMime makes nothing.
    private init(
        _ call: String, _ make: (jianbao_gmime) -> UnsafeMutableRawPointer?
    ) throws(Diagnostic) {
        let shared = MimeCalls.shared
        if let missing = shared.missing { throw Diagnostic(.libraryMissing(missing, package: "libgmime-3.0-0")) }
        guard let object = make(shared.calls) else {
            throw Diagnostic(.libraryFailed(call: call, status: "no memory"))
        }
        calls = shared.calls
        self.object = object
    }

    deinit { g_object_unref(object) }

    /// The object for the time of a call: the piece lives until that is over.
    private func with<Value>(_ call: (jianbao_gmime, UnsafeMutableRawPointer) -> Value) -> Value {
        withExtendedLifetime(self) { call(calls, object) }
    }
}

extension MimePiece {
    /// A part with its content in Base64: seven bits, no line that a server would break or stuff.
    ///
    /// - Parameter type: `text/plain` as `("text", "plain")`.
    private convenience init(type: (String, String), content: [UInt8]) throws(Diagnostic) {
        try self.init("g_mime_part_new_with_type") { $0.g_mime_part_new_with_type(type.0, type.1) }
        let stream = try MimePiece("g_mime_stream_mem_new_with_buffer") { calls in
            content.withUnsafeBytes {
                calls.g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
            }
        }
        let wrapper = try MimePiece("g_mime_data_wrapper_new_with_stream") { calls in
            stream.with {
                calls.g_mime_data_wrapper_new_with_stream($1, Int32(JIANBAO_GMIME_ENCODING_DEFAULT))
            }
        }
        with { calls, part in
            wrapper.with { calls.g_mime_part_set_content(part, $1) }
            calls.g_mime_part_set_content_encoding(part, Int32(JIANBAO_GMIME_ENCODING_BASE64))
        }
    }

    /// Text in UTF-8 with the line ends of mail.
    ///
    /// - Parameters:
    ///   - subtype: `plain` or `html`.
    ///   - text: with `\n` at line ends.
    convenience init(text: String, subtype: String) throws(Diagnostic) {
        let content = text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        try self.init(type: ("text", subtype), content: content)
        with { $0.g_mime_object_set_content_type_parameter($1, "charset", "utf-8") }
    }

    /// A file to be saved, its name written both ways: RFC 2047 in Content-Type, which old Chinese web mail reads alone,
    /// and RFC 2231 in Content-Disposition.
    convenience init(file: [UInt8], type: (String, String), name: String) throws(Diagnostic) {
        try self.init(type: type, content: file)
        let isNamed = with { calls, part in
            calls.g_mime_object_set_disposition(part, "attachment")
            calls.g_mime_part_set_filename(part, name)
            let type = calls.g_mime_object_get_content_type(part)
            let disposition = calls.g_mime_object_get_content_disposition(part)
            guard let type, let disposition else { return false }
            return Self.write(
                EncodedWords.encode(name), "name", calls.g_mime_content_type_get_parameters(type),
                JIANBAO_GMIME_PARAM_RFC2047, calls)
                && Self.write(
                    name, "filename", calls.g_mime_content_disposition_get_parameters(disposition),
                    JIANBAO_GMIME_PARAM_RFC2231, calls)
        }
        guard isNamed else {
            throw Diagnostic(.libraryFailed(call: "g_mime_part_set_filename", status: "no name"))
        }
    }

    private static func write(
        _ value: String, _ key: String, _ list: UnsafeMutableRawPointer?, _ method: Int, _ calls: jianbao_gmime
    ) -> Bool {
        guard let list, let parameter = calls.g_mime_param_list_get_parameter(list, key) else { return false }
        calls.g_mime_param_set_value(parameter, value)
        calls.g_mime_param_set_charset(parameter, "utf-8")
        calls.g_mime_param_set_encoding_method(parameter, Int32(method))
        return true
    }

    /// Parts one after another (`mixed`), or the same thing in several forms (`alternative`).
    convenience init(parts: [MimePiece], subtype: String, boundary: String) throws(Diagnostic) {
        try self.init("g_mime_multipart_new_with_subtype") { $0.g_mime_multipart_new_with_subtype(subtype) }
        with { calls, multipart in
            calls.g_mime_multipart_set_boundary(multipart, boundary)
            for part in parts { part.with { calls.g_mime_multipart_add(multipart, $1) } }
        }
    }
}

extension MimePiece {
    /// What stands above a message's body. Nothing in it holds a control character: the caller has looked.
    struct Head {
        var from: MailAddress
        var to: [MailAddress]
        var cc: [MailAddress]
        var subject: String
        var date: MailTime
        /// Without angle brackets.
        var messageID: String
        /// Further headers, ASCII.
        var others: [(String, String)] = []
    }

    convenience init(head: Head, body: MimePiece) throws(Diagnostic) {
        try self.init("g_mime_message_new") { $0.g_mime_message_new(0) }
        try add([head.from], JIANBAO_GMIME_ADDRESS_FROM)
        try add(head.to, JIANBAO_GMIME_ADDRESS_TO)
        try add(head.cc, JIANBAO_GMIME_ADDRESS_CC)
        try setDate(head.date)
        with { calls, message in
            calls.g_mime_message_set_subject(message, EncodedWords.encode(head.subject), "utf-8")
            calls.g_mime_message_set_message_id(message, head.messageID)
            body.with { calls.g_mime_message_set_mime_part(message, $1) }
            for (name, value) in head.others { calls.g_mime_object_append_header(message, name, value, "utf-8") }
        }
    }

    private func add(_ addresses: [MailAddress], _ kind: Int) throws(Diagnostic) {
        for address in addresses {
            let name = address.name.map(EncodedWords.encode)
            let mailbox = try MimePiece("internet_address_mailbox_new") {
                $0.internet_address_mailbox_new(name, address.envelope)
            }
            let place = mailbox.with { calls, mailbox in
                with { _, message in
                    let list = calls.g_mime_message_get_addresses(message, Int32(kind))
                    return calls.internet_address_list_add(list, mailbox)
                }
            }
            guard place >= 0 else {
                throw Diagnostic(.libraryFailed(call: "internet_address_list_add", status: "\(place)"))
            }
        }
    }

    private func setDate(_ time: MailTime) throws(Diagnostic) {
        guard let zone = g_time_zone_new_offset(Int32(time.offset * 60)) else {
            throw Diagnostic(.libraryFailed(call: "g_time_zone_new_offset", status: "\(time.offset)"))
        }
        defer { g_time_zone_unref(zone) }
        guard
            let date = g_date_time_new(
                zone, Int32(time.year), Int32(time.month), Int32(time.day), Int32(time.hour), Int32(time.minute),
                Double(time.second))
        else { throw Diagnostic(.libraryFailed(call: "g_date_time_new", status: time.text)) }
        defer { g_date_time_unref(date) }
        with { $0.g_mime_message_set_date($1, date) }
    }

    /// The whole message with the line ends of mail (CR LF).
    ///
    /// - Throws: `libraryFailed` where GMime cannot write it.
    func bytes() throws(Diagnostic) -> [UInt8] {
        let stream = try MimePiece("g_mime_stream_mem_new") { $0.g_mime_stream_mem_new() }
        guard let options = calls.g_mime_format_options_new() else {
            throw Diagnostic(.libraryFailed(call: "g_mime_format_options_new", status: "no memory"))
        }
        defer { calls.g_mime_format_options_free(options) }
        calls.g_mime_format_options_set_newline_format(options, Int32(JIANBAO_GMIME_NEWLINE_DOS))
        let written = with { calls, message in
            stream.with { _, stream in
                let written = calls.g_mime_object_write_to_stream(message, options, stream)
                return calls.g_mime_stream_flush(stream) == 0 ? written : -1
            }
        }
        let bytes: [UInt8] = stream.with { calls, stream in
            guard let array = calls.g_mime_stream_mem_get_byte_array(stream) else { return [] }
            return Array(UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
        }
        // It counts before the line ends are made those of mail.
        guard written > 0, written <= bytes.count else {
            throw Diagnostic(.libraryFailed(call: "g_mime_object_write_to_stream", status: "\(written)"))
        }
        return bytes
    }

    /// An internationalised domain as servers know it.
    ///
    /// - Returns: `xn--…` labels for what is not ASCII; `nil` where that is no domain.
    static func asciiDomain(_ domain: String) throws(Diagnostic) -> String? {
        if domain.utf8.allSatisfy({ $0 < 0x80 }) { return domain }
        let probe = try MimePiece("internet_address_mailbox_new") {
            $0.internet_address_mailbox_new(nil, "a@" + domain)
        }
        let made = probe.with { calls, mailbox in
            calls.internet_address_mailbox_get_idn_addr(mailbox).map { String(cString: $0) }
        }
        guard let made, made.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(made.dropFirst(2))
    }
}
