import ArgumentParser
import Diagnostics
import Filing
import FoundationEssentials
import Sending

struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Mail a briefing, or see what was mailed.",
        subcommands: [MailSendCommand.self, MailListCommand.self, MailSettleCommand.self],
        defaultSubcommand: MailSendCommand.self)
}

struct MailSendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Write a mail with a PDF as a file, or hand it to a server.",
        discussion: """
            Without --smtp or --send the mail becomes a file (.eml) that a mail program opens. Text, subject and series \
            come from the briefing attached to the PDF, else from --briefing, else from the archive. Recipients come from \
            --to, --cc and --bcc, else from the series' list in mail.yaml (--mail, else beside office.yaml).

            The login comes from --login, else from JIANBAO_SMTP_USER and JIANBAO_SMTP_PASSWORD. A secrecy level on the \
            briefing, on its first page or in office.yaml keeps it from being mailed. What is handed to a server is \
            recorded in the archive; nobody gets a file twice without --resend.
            """)

    @Argument(help: ArgumentHelp("The PDF.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Recipients: name@domain or 名称 <name@domain>; several times.", valueName: "address"))
    var to: [String] = []

    @Option(help: ArgumentHelp("Recipients of copies.", valueName: "address"))
    var cc: [String] = []

    @Option(help: ArgumentHelp("Recipients whom the others do not see.", valueName: "address"))
    var bcc: [String] = []

    @Option(help: ArgumentHelp("The sender; else `from` in mail.yaml.", valueName: "address"))
    var from: String?

    @Option(help: ArgumentHelp("The subject; else the briefing's name and issue.", valueName: "text"))
    var subject: String?

    @Option(help: ArgumentHelp("The series whose list is taken; else the briefing's.", valueName: "series"))
    var series: String?

    @Option(help: ArgumentHelp("The name of the attached file; else its own.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The briefing as JSON, where the PDF carries none.", valueName: "file"))
    var briefing: String?

    @Option(help: ArgumentHelp("Sender, server and lists of recipients; else mail.yaml.", valueName: "file"))
    var mail: String?

    @Option(help: ArgumentHelp("What the office says of itself; else office.yaml.", valueName: "file"))
    var office: String?

    @Option(help: ArgumentHelp("Where to write the mail; `-` is standard output.", valueName: "file"))
    var eml: String?

    @Option(
        help: ArgumentHelp("Send by this server: smtp://host:587 (STARTTLS) or smtps://host:465.", valueName: "url"))
    var smtp: String?

    @Flag(help: "Send by the server in mail.yaml.")
    var send = false

    @Flag(help: "Without TLS, in a network that is safe; never with a login.")
    var plain = false

    @Option(help: ArgumentHelp("A file of certificates to trust (PEM); else the system's.", valueName: "file"))
    var ca: String?

    @Option(
        help: ArgumentHelp("A file with `user:` and `password:` that its owner alone may read.", valueName: "file"))
    var login: String?

    @Option(help: ArgumentHelp("The most that a mail may have, as it is sent. (default: 50MB)", valueName: "size"))
    var limit: String?

    @Option(
        help: ArgumentHelp("The mail's date, 2024-05-31 or 2024-05-31T09:00:00+08:00; else now.", valueName: "date"))
    var date: String?

    @Flag(help: "Mail what is marked for internal use (内部资料).")
    var allowInternal = false

    @Flag(help: "Send again to those who have the file, or may have it.")
    var resend = false

    @Flag(help: "Say what would be sent, to whom and how, and stop.")
    var dryRun = false

    @OptionGroup var archive: ArchiveOptions

    func validate() throws {
        if smtp != nil, send { throw ValidationError("--smtp names the server; leave --send out") }
        if eml != nil, smtp != nil || send { throw ValidationError("--eml writes a file; leave --smtp and --send out") }
        if let name, name.isEmpty || name.contains(where: { $0 == "/" || $0 == "\\" }) {
            throw ValidationError("--name cannot be '\(name)'; give a name without folders")
        }
        if let date, MailTime(date) == nil {
            throw ValidationError("--date cannot be '\(date)'; give it as 2024-05-31 or 2024-05-31T09:00:00+08:00")
        }
        if let limit, MailSize(limit) == nil {
            throw ValidationError("--limit cannot be '\(limit)'; give a size as 20MB or 800KB")
        }
    }

    func run() throws {
        try Console.run { console in
            let desk = Desk(console: console, strict: false)
            return try desk.mail(self)
        }
    }
}

struct MailListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the mails that were handed to a server, and what became of them.")

    @Option(help: ArgumentHelp("Only this series.", valueName: "series"))
    var series: String?

    @Flag(help: "One object a line.")
    var json = false

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { _ in
            let archive = try archive.open()
            let out = try OutputFile("-")
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            for mail in try archive.mails(series: series) {
                let bytes = json ? [UInt8](try encoder.encode(mail)) : Array(line(mail).utf8)
                try out.append(bytes + [0x0A])
            }
            return .done
        }
    }

    /// `3  2024-05-31T01:00:00Z  sent  霁川会议简报第5期  3/4  <…@…>`, below it whom the server refused.
    private func line(_ mail: SentMail) -> String {
        let accepted = mail.recipients.count { $0.fate == .accepted }
        var lines = [
            [
                "\(mail.number)", mail.at, mail.state.rawValue, mail.subject, "\(accepted)/\(mail.recipients.count)",
                "<\(mail.messageID)>",
            ].joined(separator: "  ")
        ]
        if let reason = mail.reason { lines.append("    " + reason) }
        for recipient in mail.recipients where recipient.fate != .accepted {
            let reply = recipient.reply.map { "  " + $0 } ?? ""
            lines.append("    \(recipient.address)  \(recipient.fate.rawValue)\(reply)")
        }
        return lines.joined(separator: "\n")
    }
}

struct MailSettleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Note what became of a mail whose fate was unknown.")

    enum Fate: String, EnumerableFlag {
        case arrived
        case lost

        static func help(for value: Fate) -> ArgumentHelp? {
            switch value {
            case .arrived: "Its recipients have it."
            case .lost: "Nobody has it; it may be sent again."
            }
        }
    }

    @Argument(help: ArgumentHelp("The mail, by its number in `jianbao mail list`.", valueName: "number"))
    var number: Int

    @Flag var fate: Fate

    @OptionGroup var archive: ArchiveOptions

    func run() throws {
        try Console.run { _ in
            try archive.open().settle(mail: number, arrived: fate == .arrived)
            return .done
        }
    }
}
