import Diagnostics
import _QPDF

/// Title, XMP that agrees with the information dictionary, and the file's id.
enum MetadataCheck: Check {
    static let subject = ProofSubject.metadata

    static func findings(in document: PrintedDocument, _ order: ProofOrder) throws(Diagnostic) -> [Finding] {
        let file = document.file
        var findings: [Finding] = []
        let metadata = try DocumentMetadata(document)
        let title = try file.resolve(document.information["Title"]).text ?? ""
        if title.isEmpty, (metadata?.title ?? "").isEmpty { findings.append(Finding(subject, .noTitle)) }
        let viewing = try file.resolve(document.root["ViewerPreferences"]).dictionary
        if try file.resolve(viewing?["DisplayDocTitle"]).boolean != true {
            findings.append(Finding(subject, .titleHidden))
        }
        if let metadata {
            for (key, value) in [
                ("Title", metadata.title), ("Author", metadata.author), ("Producer", metadata.producer),
                ("Creator", metadata.creator),
            ] {
                let information = try file.resolve(document.information[key]).text
                if let information, let value, information != value {
                    findings.append(
                        Finding(subject, .metadataDiffers(key: key, information: information, metadata: value)))
                }
            }
        } else {
            findings.append(Finding(subject, .noMetadata))
        }
        if document.trailer["ID"] == nil { findings.append(Finding(subject, .noIdentifier)) }
        return findings
    }
}

/// What a file says it conforms to, and what of that a program can see (ISO 19005-2 and -3, ISO 14289-1).
enum ArchiveCheck: Check {
    static let subject = ProofSubject.archive

    static func findings(in document: PrintedDocument, _ order: ProofOrder) throws(Diagnostic) -> [Finding] {
        let file = document.file
        let metadata = try DocumentMetadata(document)
        var findings: [Finding] = []
        let part = metadata?.archivePart ?? ""
        let level = metadata?.archiveLevel ?? ""
        if part.isEmpty {
            findings.append(Finding(subject, .archive("")))
        } else if !["1", "2", "3", "4"].contains(part) || part != "4" && !["A", "B", "U"].contains(level.uppercased()) {
            findings.append(Finding(subject, .archive("PDF/A-\(part)\(level.lowercased())")))
        }
        if metadata?.accessiblePart != "1", metadata?.accessiblePart != "2" {
            findings.append(Finding(subject, .accessible(metadata?.accessiblePart ?? "")))
        }
        var hasIntent = false
        for intent in try file.resolve(document.root["OutputIntents"]).array ?? [] {
            let keys = try file.resolve(intent).dictionary ?? [:]
            let kind = try file.resolve(keys["S"]).name ?? ""
            // A press has an intent of its own; what says it is PDF/A needs that of PDF/A.
            let isKnown = kind == "GTS_PDFA1" || part.isEmpty && kind.hasPrefix("GTS_")
            if isKnown, keys["DestOutputProfile"] != nil { hasIntent = true }
        }
        if !hasIntent { findings.append(Finding(subject, .noIntent)) }
        findings += try attachments(document, part: part)
        findings += try actions(document)
        return findings
    }

    /// Attached files say what they are to the document, and only part 3 and 4 may hold any.
    private static func attachments(_ document: PrintedDocument, part: String) throws(Diagnostic) -> [Finding] {
        let file = document.file
        let attached = try Attachments.specifications(document)
        if attached.isEmpty { return [] }
        let associated = Set((try file.resolve(document.root["AF"]).array ?? []).compactMap(\.reference))
        var findings: [Finding] = []
        for (name, specification, id) in attached {
            if try file.resolve(specification["AFRelationship"]).name == nil {
                findings.append(Finding(subject, .attachment("\(name)：缺 AFRelationship")))
            } else if let id, !associated.contains(id) {
                findings.append(Finding(subject, .attachment("\(name)：不在 AF 列表中")))
            }
        }
        if part == "1" || part == "2" { findings.append(Finding(subject, .attachment("PDF/A-\(part) 不得带附件"))) }
        return findings
    }

    private static func actions(_ document: PrintedDocument) throws(Diagnostic) -> [Finding] {
        var findings: [Finding] = []
        let opened = try document.file.resolve(document.root["OpenAction"]).dictionary
        let kind = try document.file.resolve(opened?["S"]).name
        if let kind, kind != "GoTo" { findings.append(Finding(subject, .action(kind))) }
        let names = try document.file.resolve(document.root["Names"]).dictionary
        if names?["JavaScript"] != nil { findings.append(Finding(subject, .action("JavaScript"))) }
        if document.root["AA"] != nil { findings.append(Finding(subject, .action("AA"))) }
        return findings
    }
}
