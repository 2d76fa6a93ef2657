public import Diagnostics

/// One mailbox: whose it is, and where.
public struct MailAddress: Hashable, Sendable {
    /// 霁川市水利局: what people see; `nil` where the address stands alone.
    public let name: String?
    /// `a@xn--…`: as it is given to a server, ASCII. Local part as it was written, domain in small letters.
    public let envelope: String

    /// Reads `名称 <local@domain>` or `local@domain`.
    ///
    /// - Throws: `badAddress` where it is none, or one that servers do not take everywhere (a local part in characters
    ///   beyond ASCII or in quotes, an address of numbers in brackets); `unsafeText` where it holds a control character.
    public init(_ text: String) throws(Diagnostic) {
        try HeaderText.check(text, of: "address")
        var whole = Self.trimmed(text)
        var name: Substring = ""
        if whole.last == ">", let open = whole.lastIndex(of: "<") {
            name = Self.trimmed(whole[..<open])
            whole = Self.trimmed(whole[whole.index(after: open)...].dropLast())
        }
        if name.count > 1, name.first == "\"", name.last == "\"" {
            name = Substring(name.dropFirst().dropLast().replacing(#/\\(.)/#) { $0.output.1 })
        }
        self.name = name.isEmpty ? nil : String(name)
        guard let at = whole.lastIndex(of: "@") else { throw Self.fault(text, .noAt) }
        let local = whole[..<at]
        let domain = whole[whole.index(after: at)...]
        guard local.utf8.allSatisfy({ $0 < 0x80 }) else { throw Self.fault(text, .localNotASCII) }
        guard Self.isLocal(local) else { throw Self.fault(text, .badLocal) }
        guard let ascii = try MimePiece.asciiDomain(domain.lowercased()), Self.isDomain(ascii) else {
            throw Self.fault(text, .badDomain)
        }
        envelope = local + "@" + ascii
    }

    /// Reads several, with `,` or `;` (or their full-width forms) between them.
    public static func list(_ text: String) throws(Diagnostic) -> [MailAddress] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if !isQuoted, ",;，；".contains(text[index]) {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        parts.append(text[start...])
        var addresses: [MailAddress] = []
        for part in parts where parts.count == 1 || !trimmed(part).isEmpty {
            addresses.append(try MailAddress(String(trimmed(part))))
        }
        return addresses
    }

    /// What two spellings of one mailbox have in common: servers do not tell capitals apart.
    public var key: String { envelope.lowercased() }

    var domain: Substring { envelope[envelope.index(after: envelope.lastIndex(of: "@")!)...] }

    private static func fault(_ text: String, _ reason: MailFault.AddressReason) -> Diagnostic {
        Diagnostic(.mail(.badAddress(text, reason)))
    }

    private static func trimmed(_ text: some StringProtocol) -> Substring {
        var rest = Substring(text)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }

    /// A dot-atom of RFC 5322 3.2.3, at most 64 bytes (RFC 5321 4.5.3.1.1).
    private static func isLocal(_ text: Substring) -> Bool {
        let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)
        return text.utf8.count <= 64
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || marks.contains($0) }
            }
    }

    /// Labels of letters, digits and hyphens (RFC 1123 2.1).
    private static func isDomain(_ text: String) -> Bool {
        text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

extension MailAddress: CustomStringConvertible {
    public var description: String { name.map { "\($0) <\(envelope)>" } ?? envelope }
}
