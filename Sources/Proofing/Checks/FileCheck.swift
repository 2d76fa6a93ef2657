import Diagnostics
import _QPDF

/// The file itself: sound, and its resources are there.
enum FileCheck: Check {
    static let subject = ProofSubject.file

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        var findings = document.mended.map { Finding(subject, .damaged($0)) }
        for page in document.pages {
            for fault in Set(page.faults).sorted() {
                findings.append(Finding(subject, page: page.number, .resourceMissing(fault)))
            }
        }
        if document.file.isEncrypted { findings.append(Finding(subject, .encrypted)) }
        return findings
    }
}

/// The file as an attachment: base64 makes four bytes of three, and a line end of every 76.
enum MailSizeCheck: Check {
    static let subject = ProofSubject.mailSize

    static func findings(in document: PrintedDocument, _ order: ProofOrder) -> [Finding] {
        let packed = document.size * 4 / 3 * 78 / 76
        return packed > order.mailLimit ? [Finding(subject, .tooLarge(bytes: packed, limit: order.mailLimit))] : []
    }
}
