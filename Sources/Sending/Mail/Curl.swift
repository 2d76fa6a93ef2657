import Diagnostics
import Glibc
internal import _CCurl

/// libcurl's calls, found when the first mail is sent.
private struct CurlCalls: @unchecked Sendable {
    let calls: jianbao_curl
    /// What of it is not there, or does not start.
    let missing: String?

    static let shared: CurlCalls = {
        // A server that goes away would end the program where the library writes to it.
        signal(SIGPIPE, SIG_IGN)
        var calls = jianbao_curl()
        var missing = jianbao_curl_open(&calls).map { String(cString: $0) }
        if missing == nil, calls.global_init(Int(CURL_GLOBAL_DEFAULT)) != CURLE_OK { missing = "curl_global_init" }
        return CurlCalls(calls: calls, missing: missing)
    }()
}

/// One conversation with a mail server: the only thing that calls libcurl. Freed with what it was given.
final class CurlConversation {
    /// How long the server may be silent, in seconds.
    struct Patience {
        var connecting = 30
        /// RFC 5321 4.5.3.2 allows it five minutes for most, ten for its last word.
        var answering = 600
    }

    private var calls: jianbao_curl
    private let handle: UnsafeMutableRawPointer
    private var recipients: UnsafeMutablePointer<curl_slist>?
    private let message: [UInt8]
    private var taken = 0
    private var dialogue = SMTPDialogue()

    /// - Throws: `libraryMissing`, `libraryFailed`.
    init(message: [UInt8]) throws(Diagnostic) {
        let shared = CurlCalls.shared
        if let missing = shared.missing { throw Diagnostic(.libraryMissing(missing, package: "libcurl4")) }
        guard let handle = shared.calls.open() else {
            throw Diagnostic(.libraryFailed(call: "curl_easy_init", status: "no memory"))
        }
        calls = shared.calls
        self.handle = handle
        self.message = message
    }

    deinit {
        calls.cleanup(handle)
        calls.free_list(recipients)
    }

    /// Tells the server the mail and says what became of it.
    ///
    /// - Throws: where the library refuses a setting; what goes wrong with the server is the delivery's fate.
    func send(
        from: String, to addresses: [String], by server: MailServer, patience: Patience = Patience()
    ) throws(Diagnostic) -> Delivery {
        try set(server, patience, hello: from)
        try set(CURLOPT_MAIL_FROM, text: from)
        for address in addresses {
            guard let longer = calls.append(recipients, address) else {
                throw Diagnostic(.libraryFailed(call: "curl_slist_append", status: "no memory"))
            }
            recipients = longer
        }
        try check(jianbao_curl_set_pointer(&calls, handle, CURLOPT_MAIL_RCPT, recipients), CURLOPT_MAIL_RCPT)
        // One that is refused does not keep the mail from the others.
        try set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1)
        try set(CURLOPT_UPLOAD, 1)
        // With the size the server can say no before it gets the message.
        try check(
            jianbao_curl_set_size(&calls, handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.count)),
            CURLOPT_INFILESIZE_LARGE)
        let context = Unmanaged.passUnretained(self).toOpaque()
        try check(jianbao_curl_set_reader(&calls, handle, Self.read, context), CURLOPT_READFUNCTION)
        try set(CURLOPT_VERBOSE, 1)
        try check(jianbao_curl_set_listener(&calls, handle, Self.listen, context), CURLOPT_DEBUGFUNCTION)
        // What it says in words; it writes there while it lives.
        let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        defer { words.deallocate() }
        try check(jianbao_curl_set_pointer(&calls, handle, CURLOPT_ERRORBUFFER, words), CURLOPT_ERRORBUFFER)
        let code = withExtendedLifetime(self) { calls.perform(handle) }
        try check(jianbao_curl_set_pointer(&calls, handle, CURLOPT_ERRORBUFFER, nil), CURLOPT_ERRORBUFFER)
        var problem = words.pointee == 0 ? message(of: code) : String(cString: words)
        if problem.hasSuffix(".") { problem.removeLast() }
        return Delivery(dialogue, count: addresses.count, problem: code == CURLE_OK ? nil : problem)
    }

    private func set(_ server: MailServer, _ patience: Patience, hello from: String) throws(Diagnostic) {
        // The path is what we call ourselves: the sender's domain, not the name of this machine.
        let name = from[from.index(after: from.lastIndex(of: "@") ?? from.startIndex)...]
        try set(CURLOPT_URL, text: server.url + "/" + name)
        try set(CURLOPT_PROTOCOLS_STR, text: "smtp,smtps")
        try set(CURLOPT_PROXY, text: "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_CONNECTTIMEOUT, patience.connecting)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, patience.answering)
        try set(CURLOPT_LOW_SPEED_LIMIT, 1)
        try set(CURLOPT_LOW_SPEED_TIME, patience.answering)
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        // All: no encryption, no mail. A server that does not offer it is not spoken to any further.
        let level = server.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try set(CURLOPT_USE_SSL, Int(level.rawValue))
        if let authorities = server.authorities { try set(CURLOPT_CAINFO, text: authorities) }
        if let login = server.login {
            try set(CURLOPT_USERNAME, text: login.user)
            try set(CURLOPT_PASSWORD, text: login.password)
        }
    }

    private func set(_ option: CURLoption, _ value: Int) throws(Diagnostic) {
        try check(jianbao_curl_set_number(&calls, handle, option, value), option)
    }

    private func set(_ option: CURLoption, text: String) throws(Diagnostic) {
        try check(text.withCString { jianbao_curl_set_pointer(&calls, handle, option, $0) }, option)
    }

    private func check(_ code: CURLcode, _ option: CURLoption) throws(Diagnostic) {
        guard code != CURLE_OK else { return }
        throw Diagnostic(.libraryFailed(call: "curl_easy_setopt(\(option.rawValue))", status: message(of: code)))
    }

    private func message(of code: CURLcode) -> String {
        calls.message(code).map { String(cString: $0).lowercased() } ?? "error \(code.rawValue)"
    }

    private static let read: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int =
        {
            buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let conversation = Unmanaged<CurlConversation>.fromOpaque(context).takeUnretainedValue()
            return conversation.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, message.count - taken)
        buffer.copyBytes(from: message[taken..<taken + count])
        taken += count
        // From here on the library may write the last line without asking again.
        if taken == message.count { dialogue.handOver() }
        return count
    }

    private static let listen:
        @convention(c) (
            UnsafeMutableRawPointer?, curl_infotype, UnsafeMutablePointer<CChar>?, Int, UnsafeMutableRawPointer?
        ) -> Int32 = { _, kind, data, count, context in
            guard let data, let context else { return 0 }
            let conversation = Unmanaged<CurlConversation>.fromOpaque(context).takeUnretainedValue()
            let bytes = UnsafeRawBufferPointer(start: data, count: count)
            switch kind {
            case CURLINFO_HEADER_OUT: conversation.dialogue.say(String(decoding: bytes, as: UTF8.self))
            case CURLINFO_HEADER_IN: conversation.dialogue.hear(String(decoding: bytes, as: UTF8.self))
            default: break
            }
            return 0
        }
}
