import ArgumentParser
import Diagnostics
import Glibc
import Rendering
import _QPDF

/// What a PDF is besides its pages: for whom it is readable, in which inks, under which word.
struct VariantOptions: ParsableArguments {
    enum Permission: String, ExpressibleByArgument, CaseIterable {
        case print, copy, annotate, fill, assemble, modify

        var value: PDFPermissions {
            switch self {
            case .print: .print
            case .copy: .copyText
            case .annotate: .annotate
            case .fill: .fillForms
            case .assemble: .assemble
            case .modify: .modify
            }
        }
    }

    @Option(help: ArgumentHelp("A word across every page: 内部资料, 征求意见稿.", valueName: "text"))
    var watermark: String?

    @Option(help: ArgumentHelp("The line at the head, 秘密★1年; else office.yaml's.", valueName: "text"))
    var secrecy: String?

    @Flag(help: "In shades of grey. Pictures keep their colours.")
    var grey = false

    @Flag(help: "In inks for a press (CMYK): black text, full red. Excludes PDF/A. Pictures keep their colours.")
    var press = false

    @Flag(help: "Without structure for screen readers: smaller, and PDF/A-3b instead of 3a.")
    var untagged = false

    @Flag(inversion: .prefixedNo, help: "Carry the briefing and its records along as JSON.")
    var attachments = true

    @Flag(help: "Laid out for reading while it loads.")
    var linearise = false

    @Flag(
        help: ArgumentHelp(
            "Encrypted (AES-256). Excludes PDF/A. Passwords come from files or the environment, never from here."))
    var encrypt = false

    @Option(
        help: ArgumentHelp(
            "Its first line is asked for when the PDF is opened; else $JIANBAO_PASSWORD, else nothing is asked.",
            valueName: "file"))
    var passwordFile: String?

    @Option(
        help: ArgumentHelp(
            "Its first line lifts all limits; else $JIANBAO_OWNER_PASSWORD, else one drawn by lot, which nobody knows.",
            valueName: "file"))
    var ownerPasswordFile: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What may be done with an encrypted PDF; else print.", valueName: "what"))
    var allow: [Permission] = []

    func validate() throws {
        if grey, press { throw ValidationError("--grey and --press exclude each other; choose the inks") }
        if !encrypt, passwordFile != nil || ownerPasswordFile != nil || !allow.isEmpty {
            throw ValidationError("passwords and --allow are for an encrypted PDF; add --encrypt")
        }
        if let watermark, watermark.isEmpty { throw ValidationError("--watermark needs a word") }
    }

    /// - Throws: what is wrong with a file of passwords.
    func read() throws(Diagnostic) -> Variant {
        var variant = Variant(watermark: watermark, secrecy: secrecy, carriesData: attachments)
        variant.colours = press ? .press : grey ? .grey : .screen
        variant.isTagged = !untagged
        variant.isLinearised = linearise
        if encrypt {
            let owner = try Self.password(ownerPasswordFile, "JIANBAO_OWNER_PASSWORD")
            variant.encryption = PDFEncryption(
                userPassword: try Self.password(passwordFile, "JIANBAO_PASSWORD") ?? "",
                ownerPassword: owner ?? Self.drawn(),
                permissions: PDFPermissions((allow.isEmpty ? [.print] : allow).map(\.value)))
        }
        return variant
    }

    private static func password(_ path: String?, _ variable: String) throws(Diagnostic) -> String? {
        if let path {
            let line = try InputFile.text(path).split(separator: "\n", omittingEmptySubsequences: false).first
            let password = line.map { $0.last == "\r" ? String($0.dropLast()) : String($0) } ?? ""
            if password.isEmpty { throw Diagnostic(.fileEmpty, at: Place(file: path)) }
            return password
        }
        return getenv(variable).map { String(cString: $0) }
    }

    private static func drawn() -> String {
        let letters = Array("abcdefghijkmnopqrstuvwxyz23456789")
        return String((0..<40).map { _ in letters[Int.random(in: 0..<letters.count)] })
    }
}

/// The same, read.
struct Variant: Sendable {
    var watermark: String?
    var secrecy: String?
    var carriesData = true
    var colours = ColourUse.screen
    var isTagged = true
    var isLinearised = false
    var encryption: PDFEncryption?

    /// Whether the finished file is written once more.
    var isRewritten: Bool { isLinearised || encryption != nil }
}
