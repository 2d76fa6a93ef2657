import Acquisition
import Diagnostics
import Extraction
import Filing
import Outlining
import Sending

extension Desk {
    /// `jianbao mail`
    func mail(_ command: MailSendCommand) throws -> Outcome {
        let writer = try MailWriter(command, desk: self)
        var draft = try writer.draft()
        if command.smtp == nil, !command.send {
            draft.isUnsent = true
            return try writer.write(draft)
        }
        return try writer.send(draft)
    }
}

/// One mail, from what was asked for to what became of it.
private struct MailWriter {
    let command: MailSendCommand
    let desk: Desk
    let settings: MailSettings
    let bytes: [UInt8]
    let summary: MailSummary
    let pageCount: Int?
    let limit: MailSize

    private var place: Place { Place(file: command.file) }

    /// Reads what the mail is made of.
    ///
    /// - Throws: also where the briefing may not be mailed.
    init(_ command: MailSendCommand, desk: Desk) throws {
        self.command = command
        self.desk = desk
        let office = try desk.office(command.office)
        settings = try Self.settings(command, desk.home)
        bytes = try InputFile.bytes(command.file)
        let place = Place(file: command.file)
        guard bytes.starts(with: Array("%PDF-".utf8)) else {
            throw Diagnostic(.damaged(format: "PDF", reason: "it does not begin as one"), at: place)
        }
        var glance: PDFGlance?
        do throws(Diagnostic) {
            glance = try PDFGlance(bytes, path: command.file)
        } catch {
            // A locked or odd file can be mailed; but a mark on its page would not be seen.
            desk.take(Diagnostic(.mail(.notLookedInto(reason: error.fault.what)), at: place, severity: .warning))
        }
        pageCount = glance?.pageCount
        let briefing = try Self.briefing(command, bytes, office)
        summary = MailSummary(briefing)
        let marks = [office.secrecy, summary.secrecy].compactMap { $0 }.map { MailSecrecy(mark: $0) }
        let secrecy = marks.reduce(MailSecrecy.open) { $0.or($1) }.or(MailSecrecy(page: glance?.firstPage ?? []))
        do throws(Diagnostic) {
            try secrecy.check(allowsInternal: command.allowInternal)
        } catch {
            throw Diagnostic(error.fault, at: place)
        }
        limit = command.limit.flatMap { MailSize($0) } ?? settings.limit ?? .usual
    }

    /// mail.yaml: the one named, else beside the office's own.
    private static func settings(_ command: MailSendCommand, _ home: Home) throws(Diagnostic) -> MailSettings {
        var path = command.mail ?? home.find("layouts/mail.yaml") ?? home.find("mail.yaml")
        if path == nil, let office = command.office {
            let beside = office.lastIndex(of: "/").map { office[...$0] + "mail.yaml" } ?? "mail.yaml"
            if InputFile.exists(String(beside)) { path = String(beside) }
        }
        guard let path else { return MailSettings() }
        return try MailSettings(yaml: try InputFile.text(path), path: path)
    }

    /// The briefing that the PDF carries, that is named, or that the archive knows the PDF to be of.
    private static func briefing(
        _ command: MailSendCommand, _ bytes: [UInt8], _ office: OfficeProfile
    ) throws(Diagnostic) -> Briefing? {
        if let path = command.briefing { return try Briefing(json: try InputFile.bytes(path), path: path) }
        if let json = try? PDFAttachments.file(PDFAttachments.briefing, in: bytes, path: command.file) {
            return try Briefing(json: json, path: command.file)
        }
        guard let archive = try? command.archive.open(),
            let issued = try archive.issued(sha256: SourceReader.sha256(of: bytes))
        else { return nil }
        let options = MeetingOutline.Options(
            office: office, issue: "第\(issued.issue.number)期（总第\(issued.issue.total)期）", date: issued.issue.day)
        var briefing = MeetingOutline(options: options).briefing(of: Shelf(issued.records), texts: [:])
        briefing.fields["series"] = .text(issued.issue.series)
        return briefing
    }

    func draft() throws(Diagnostic) -> MailDraft {
        let named = MailSettings.Recipients(
            to: try addresses(command.to), cc: try addresses(command.cc), bcc: try addresses(command.bcc))
        let series = command.series ?? summary.series ?? summary.name
        let recipients = named.isEmpty ? try settings.recipients(of: series) : named
        guard !recipients.isEmpty else { throw Diagnostic(.mail(.noRecipient)) }
        guard let from = try command.from.map({ text throws(Diagnostic) in try MailAddress(text) }) ?? settings.from
        else { throw Diagnostic(.mail(.noSender)) }
        let own = command.file.split(separator: "/").last.map(String.init) ?? command.file
        let name = command.name ?? own
        let body = MailBody(summary: summary, fileName: name, pageCount: pageCount, size: bytes.count)
        return MailDraft(
            from: from, recipients: recipients, subject: command.subject ?? summary.subject ?? stem(of: name),
            body: body,
            file: bytes, date: command.date.flatMap { MailTime($0) } ?? .now())
    }

    private func addresses(_ texts: [String]) throws(Diagnostic) -> [MailAddress] {
        var addresses: [MailAddress] = []
        for text in texts { addresses += try MailAddress.list(text) }
        return addresses
    }

    private func stem(of name: String) -> String {
        name.lowercased().hasSuffix(".pdf") ? String(name.dropLast(4)) : name
    }

    /// The mail as a file.
    func write(_ draft: MailDraft) throws -> Outcome {
        let message = try message(of: draft)
        let hidden = draft.recipients.bcc.map(\.envelope)
        if !hidden.isEmpty { desk.take(Diagnostic(.mail(.blindLost(hidden)), severity: .warning)) }
        let path = command.eml ?? stem(of: command.file) + ".eml"
        if command.dryRun { return try tell(draft, message, how: path) }
        try OutputFile.write(message.bytes, to: path)
        return desk.outcome
    }

    private func message(of draft: MailDraft) throws(Diagnostic) -> MailMessage {
        let message = try draft.message()
        do throws(Diagnostic) {
            try message.check(limit: limit)
        } catch {
            throw Diagnostic(error.fault, at: place)
        }
        if message.bytes.count > MailSize.large.bytes {
            desk.take(Diagnostic(.mail(.large(bytes: message.bytes.count)), at: place, severity: .warning))
        }
        return message
    }

    /// Hands the mail to a server. It is recorded before that begins, and what became of it after.
    func send(_ draft: MailDraft) throws -> Outcome {
        let server = try server()
        var draft = draft
        var message = try message(of: draft)
        var mail = record(of: draft, message, server)
        // What is not there has nothing against it; only what is sent makes one.
        if command.dryRun, !InputFile.exists(command.archive.path) { return try tell(draft, message, how: server.url) }
        let archive = try command.archive.open(create: true)
        if command.resend, let earlier = try archive.unknownMail(like: mail), let date = MailTime(earlier.date) {
            // As the same mail: a mailbox that has it may know it again.
            draft.messageID = earlier.messageID
            if command.date == nil { draft.date = date }
            message = try self.message(of: draft)
            mail = record(of: draft, message, server)
        }
        if command.dryRun {
            if !command.resend { try archive.checkNobodyHas(mail) }
            return try tell(draft, message, how: server.url)
        }
        let number = try archive.begin(mail, again: command.resend)
        let delivery: Delivery
        do throws(Diagnostic) {
            delivery = try message.send(from: draft.from, to: draft.everyone, by: server)
        } catch {
            // It did not come to speaking with a server.
            let unsent = MailEnd(.init(unsent: error.fault.what, count: mail.recipients.count), mail)
            try archive.end(mail: number, unsent.state, reason: unsent.reason, recipients: unsent.recipients)
            throw error
        }
        let ended = MailEnd(delivery, mail)
        say(delivery, ended, mail, number)
        // Should this fail, the mail stays of unknown fate in the archive; what is known was said.
        try archive.end(mail: number, ended.state, reason: ended.reason, recipients: ended.recipients)
        return desk.outcome
    }

    private func server() throws(Diagnostic) -> MailServer {
        guard let url = command.smtp ?? settings.server else { throw Diagnostic(.missingKey("server")) }
        var server = try MailServer(url, plain: command.plain)
        server.authorities = command.ca ?? settings.authorities
        if let authorities = server.authorities, !InputFile.exists(authorities) {
            throw Diagnostic(.fileMissing, at: Place(file: authorities))
        }
        if let path = command.login {
            server.login = try MailLogin(file: path)
        } else if let login = try MailLogin.fromEnvironment() {
            server.login = login
        } else if let path = settings.login {
            server.login = try MailLogin(file: path)
        }
        if server.login != nil, server.security == .none { throw Diagnostic(.mail(.loginUnprotected)) }
        return server
    }

    private func record(of draft: MailDraft, _ message: MailMessage, _ server: MailServer) -> SentMail {
        var kinds: [String: SentMail.Recipient.Kind] = [:]
        for address in draft.recipients.bcc { kinds[address.key] = .bcc }
        for address in draft.recipients.cc { kinds[address.key] = .cc }
        for address in draft.recipients.to { kinds[address.key] = .to }
        return SentMail(
            date: draft.date.text, messageID: message.messageID, sender: draft.from.envelope, subject: draft.subject,
            series: command.series ?? summary.series, issue: summary.issue, file: draft.body.fileName,
            sha256: SourceReader.sha256(of: bytes), size: message.bytes.count, server: server.url,
            recipients: draft.everyone.map {
                SentMail.Recipient(kind: kinds[$0.key] ?? .to, name: $0.name, address: $0.envelope)
            })
    }

    private func say(_ delivery: Delivery, _ ended: MailEnd, _ mail: SentMail, _ number: Int) {
        switch delivery.fate {
        case .sent:
            let accepted = ended.recipients.count { $0.fate == .accepted }
            desk.console.say("sent \(mail.subject) to \(accepted) of \(mail.recipients.count) (mail \(number))")
            for recipient in ended.recipients where recipient.fate == .refused {
                let fault = MailFault.recipientRefused(recipient.address, reply: recipient.reply ?? "")
                desk.take(Diagnostic(.mail(fault), severity: .warning))
                desk.found()
            }
        case .refused(let step, let reply): desk.take(Diagnostic(.mail(.refused(step: step, reply: reply)), at: place))
        case .failed(let step, let reason):
            desk.take(Diagnostic(.mail(.notSent(step: step, reason: reason)), at: place))
        case .unknown(let reason):
            desk.take(Diagnostic(.mail(.unknown(messageID: mail.messageID, reason: reason)), at: place))
        }
    }

    /// `--dry-run`
    private func tell(_ draft: MailDraft, _ message: MailMessage, how: String) throws -> Outcome {
        var lines = ["from: \(draft.from)"]
        for (label, list) in [
            ("to", draft.recipients.to), ("cc", draft.recipients.cc), ("bcc", draft.recipients.bcc),
        ] {
            lines += list.map { "\(label): \($0)" }
        }
        lines += [
            "subject: \(draft.subject)", "date: \(draft.date.text)", "message-id: <\(message.messageID)>",
            "file: \(draft.body.fileName)", "size: \(message.bytes.count) of \(limit.bytes)", "by: \(how)", "",
            draft.body.text,
        ]
        let out = try OutputFile("-")
        try out.append(Array(lines.joined(separator: "\n").utf8))
        return desk.outcome
    }
}

/// What a delivery is in the archive.
private struct MailEnd {
    let state: SentMail.State
    let reason: String?
    let recipients: [SentMail.Recipient]

    init(_ delivery: Delivery, _ mail: SentMail) {
        let fate: SentMail.Recipient.Fate
        switch delivery.fate {
        case .sent: (state, reason, fate) = (.sent, nil, .accepted)
        case .refused(let step, let reply): (state, reason, fate) = (.refused, "\(step): \(reply)", .unsent)
        case .failed(let step, let why): (state, reason, fate) = (.failed, "\(step): \(why)", .unsent)
        case .unknown(let why): (state, reason, fate) = (.unknown, why, .unknown)
        }
        recipients = zip(mail.recipients, delivery.refusals).map { recipient, refusal in
            var ended = recipient
            ended.fate = refusal == nil ? fate : .refused
            ended.reply = refusal
            return ended
        }
    }
}
