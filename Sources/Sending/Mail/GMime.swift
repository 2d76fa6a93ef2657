import Diagnostics
internal import _CGMime

/// The only file that calls GMime. Each object is owned by one `MimePiece`, which gives it back in `deinit`.
///
/// GMime takes its own hold on what is put into something else, so a piece may be let go as soon as it is in its place.
final class MimePiece {
    private let object: UnsafeMutableRawPointer

    private static let start: Void = g_mime_init()

    /// - Throws: `libraryFailed` where GMime makes nothing.
    fileprivate init(_ call: String, _ make: () -> UnsafeMutableRawPointer?) throws(Diagnostic) {
        _ = Self.start
        guard let object = make() else { throw Diagnostic(.libraryFailed(call: call, status: "no memory")) }
        self.object = object
    }

    deinit { g_object_unref(object) }

    /// The object as one of GMime's types, for the time of a call: the piece lives until that is over.
    fileprivate func with<Kind, Value>(
        _ kind: Kind.Type, _ call: (UnsafeMutablePointer<Kind>) -> Value
    ) -> Value {
        withExtendedLifetime(self) { call(object.assumingMemoryBound(to: kind)) }
    }
}

extension MimePiece {
    /// A part with its content in Base64: seven bits, no line that a server would break or stuff.
    ///
    /// - Parameter type: `text/plain` as `("text", "plain")`.
    convenience init(type: (String, String), content: [UInt8]) throws(Diagnostic) {
        try self.init("g_mime_part_new_with_type") {
            UnsafeMutableRawPointer(g_mime_part_new_with_type(type.0, type.1))
        }
        let stream = try MimePiece("g_mime_stream_mem_new_with_buffer") {
            content.withUnsafeBytes { bytes in
                UnsafeMutableRawPointer(
                    g_mime_stream_mem_new_with_buffer(
                        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count))
            }
        }
        let wrapper = try MimePiece("g_mime_data_wrapper_new_with_stream") {
            stream.with(GMimeStream.self) {
                UnsafeMutableRawPointer(g_mime_data_wrapper_new_with_stream($0, GMIME_CONTENT_ENCODING_DEFAULT))
            }
        }
        with(GMimePart.self) { part in
            wrapper.with(GMimeDataWrapper.self) { g_mime_part_set_content(part, $0) }
            g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
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
        with(GMimeObject.self) { g_mime_object_set_content_type_parameter($0, "charset", "utf-8") }
    }

    /// A file to be saved, its name written both ways: RFC 2047 in Content-Type, which old Chinese web mail reads alone,
    /// and RFC 2231 in Content-Disposition.
    convenience init(file: [UInt8], type: (String, String), name: String) throws(Diagnostic) {
        try self.init(type: type, content: file)
        with(GMimeObject.self) { g_mime_object_set_disposition($0, "attachment") }
        with(GMimePart.self) { g_mime_part_set_filename($0, name) }
        let isNamed = with(GMimeObject.self) { node in
            let type = g_mime_object_get_content_type(node)
            let disposition = g_mime_object_get_content_disposition(node)
            return Self.encode(
                "name", EncodedWords.encode(name), g_mime_content_type_get_parameters(type),
                GMIME_PARAM_ENCODING_METHOD_RFC2047)
                && Self.encode(
                    "filename", name, g_mime_content_disposition_get_parameters(disposition),
                    GMIME_PARAM_ENCODING_METHOD_RFC2231)
        }
        guard isNamed else {
            throw Diagnostic(.libraryFailed(call: "g_mime_part_set_filename", status: "no name"))
        }
    }

    private static func encode(
        _ key: String, _ value: String, _ list: UnsafeMutablePointer<GMimeParamList>?,
        _ method: GMimeParamEncodingMethod
    ) -> Bool {
        guard let list, let parameter = g_mime_param_list_get_parameter(list, key) else { return false }
        g_mime_param_set_value(parameter, value)
        g_mime_param_set_charset(parameter, "utf-8")
        g_mime_param_set_encoding_method(parameter, method)
        return true
    }

    /// Parts one after another (`mixed`), or the same thing in several forms (`alternative`).
    convenience init(parts: [MimePiece], subtype: String, boundary: String) throws(Diagnostic) {
        try self.init("g_mime_multipart_new_with_subtype") {
            UnsafeMutableRawPointer(g_mime_multipart_new_with_subtype(subtype))
        }
        with(GMimeMultipart.self) { multipart in
            g_mime_multipart_set_boundary(multipart, boundary)
            for part in parts { part.with(GMimeObject.self) { g_mime_multipart_add(multipart, $0) } }
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
        try self.init("g_mime_message_new") { UnsafeMutableRawPointer(g_mime_message_new(0)) }
        try add([head.from], GMIME_ADDRESS_TYPE_FROM)
        try add(head.to, GMIME_ADDRESS_TYPE_TO)
        try add(head.cc, GMIME_ADDRESS_TYPE_CC)
        try setDate(head.date)
        with(GMimeMessage.self) { message in
            g_mime_message_set_subject(message, EncodedWords.encode(head.subject), "utf-8")
            g_mime_message_set_message_id(message, head.messageID)
            body.with(GMimeObject.self) { g_mime_message_set_mime_part(message, $0) }
        }
        for (name, value) in head.others {
            with(GMimeObject.self) { g_mime_object_append_header($0, name, value, "utf-8") }
        }
    }

    private func add(_ addresses: [MailAddress], _ kind: GMimeAddressType) throws(Diagnostic) {
        for address in addresses {
            let name = address.name.map(EncodedWords.encode)
            let mailbox = try MimePiece("internet_address_mailbox_new") {
                UnsafeMutableRawPointer(internet_address_mailbox_new(name, address.envelope))
            }
            let place = mailbox.with(InternetAddress.self) { mailbox in
                with(GMimeMessage.self) { message in
                    internet_address_list_add(g_mime_message_get_addresses(message, kind), mailbox)
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
        with(GMimeMessage.self) { g_mime_message_set_date($0, date) }
    }

    /// The whole message with the line ends of mail (CR LF).
    ///
    /// - Throws: `libraryFailed` where GMime cannot write it.
    func bytes() throws(Diagnostic) -> [UInt8] {
        let stream = try MimePiece("g_mime_stream_mem_new") { UnsafeMutableRawPointer(g_mime_stream_mem_new()) }
        guard let options = g_mime_format_options_new() else {
            throw Diagnostic(.libraryFailed(call: "g_mime_format_options_new", status: "no memory"))
        }
        defer { g_mime_format_options_free(options) }
        g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS)
        let written = with(GMimeObject.self) { node in
            stream.with(GMimeStream.self) { stream in
                let written = g_mime_object_write_to_stream(node, options, stream)
                return g_mime_stream_flush(stream) == 0 ? written : -1
            }
        }
        let bytes: [UInt8] = stream.with(GMimeStreamMem.self) { stream in
            guard let array = g_mime_stream_mem_get_byte_array(stream) else { return [] }
            return Array(UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
        }
        // It counts before the line ends are made those of mail.
        guard written > 0, written <= bytes.count else {
            throw Diagnostic(.libraryFailed(call: "g_mime_object_write_to_stream", status: "\(written)"))
        }
        return bytes
    }
}

/// Internationalised domains as servers know them.
enum DomainName {
    /// - Returns: `xn--…` labels for what is not ASCII; `nil` where that is no domain.
    static func ascii(_ domain: String) throws(Diagnostic) -> String? {
        if domain.utf8.allSatisfy({ $0 < 0x80 }) { return domain }
        let probe = try MimePiece("internet_address_mailbox_new") {
            UnsafeMutableRawPointer(internet_address_mailbox_new(nil, "a@" + domain))
        }
        let made = probe.with(InternetAddressMailbox.self) {
            internet_address_mailbox_get_idn_addr($0).map { String(cString: $0) }
        }
        guard let made, made.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(made.dropFirst(2))
    }
}
