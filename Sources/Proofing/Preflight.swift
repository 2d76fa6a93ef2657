public import Diagnostics

/// A finished PDF, read once and proved as often as wanted.
public struct Preflight {
    let document: PrintedDocument
    /// The path as it was given.
    public let name: String

    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: for reports and faults.
    /// - Throws: `encrypted`, `damaged`, `libraryMissing`.
    public init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
        self.name = name
        document = try PrintedDocument(bytes, name: name)
    }

    /// Files that the PDF carries, decoded.
    public func attachments() throws(Diagnostic) -> [(name: String, bytes: [UInt8])] {
        try Attachments.files(document)
    }

    /// Whether the document is made as an official one: A4, running text of 三号仿宋, and dashed page numbers or
    /// a red rule. Others are not held against GB/T 9704 unless asked.
    public var looksOfficial: Bool {
        let a4 = ProofProfile.gb9704.geometry!
        guard let first = document.pages.first,
            abs(min(first.width, first.height) - a4.width) < 2, abs(max(first.width, first.height) - a4.height) < 2
        else { return false }
        let body = document.lines.joined().count {
            $0.hanCount >= 8 && (15.4...16.3).contains($0.size) && document.fonts[$0.glyphs[0].font].face == .fangsong
        }
        guard body >= 5 else { return false }
        let hasFolio = FolioFinder.folios(in: document).contains { $0?.isDashed == true }
        let hasRed = document.pages.prefix(2).contains { page in
            page.rules.contains { $0.ink == .red && $0.isHorizontal && $0.length > 200 }
        }
        return hasFolio || hasRed
    }

    private static let checks: [any Check.Type] = [
        FileCheck.self, PaperCheck.self, MarginsCheck.self, GridCheck.self, FolioCheck.self, FacesCheck.self,
        RulesCheck.self, LineEdgesCheck.self, NamesCheck.self, GlyphsCheck.self, TextCheck.self, FontsCheck.self,
        StructureCheck.self, ReadingOrderCheck.self, NavigationCheck.self, MetadataCheck.self, ArchiveCheck.self,
        MailSizeCheck.self,
    ]

    /// Proves all subjects that are not left out.
    ///
    /// - Throws: `damaged` where an object cannot be read.
    public func report(_ order: ProofOrder) throws(Diagnostic) -> ProofReport {
        var report = ProofReport(
            file: name, profile: order.profile.name, pages: document.pages.count, bytes: document.size, proved: [],
            findings: [])
        for check in Self.checks where !order.skipped.contains(check.subject) {
            report.proved.append(check.subject)
            report.findings += try check.findings(in: document, order)
        }
        return report
    }
}
