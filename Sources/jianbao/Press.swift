import Acquisition
import Cleaning
import Diagnostics
import Extraction
import Filing
import Fonts
import Outlining
import Pagination
import Rendering
import Sending
import _QPDF

/// Makes files of briefings: set in a layout and drawn, or as JSON. Faces and layout are opened once a call.
final class Press {
    enum Form {
        case pdf
        case json
        /// The pages as text.
        case dump

        var ending: String {
            switch self {
            case .pdf: "pdf"
            case .json: "json"
            case .dump: "txt"
            }
        }
    }

    let form: Form
    private let desk: Desk
    private let layout: Layout?
    private let language: TextLanguage?
    /// Names as Traditional sources print them.
    var printed: [String: String] = [:]
    /// Where the paths of pictures begin.
    var pictures = PictureFolder()

    /// - Parameter language: the script of the pages; `nil` for the briefing's own.
    /// - Throws: what is wrong with the layout. Faces are opened with the first page.
    init(layout: String, form: Form, desk: Desk, language: TextLanguage? = nil) throws(Diagnostic) {
        self.form = form
        self.desk = desk
        self.language = language
        self.layout = form == .json ? nil : try desk.stock.layout(layout)
    }

    /// Has the faces opened on another thread, since they will be needed.
    func openFacesAhead() {
        guard let layout else { return }
        desk.stock.openFacesAhead(for: layout.roles, language: language ?? layout.language)
    }

    /// The briefing of some readings, at a path.
    func make(_ outline: MeetingOutline, _ readings: [Reading], to path: String) throws {
        var texts: [String: CleanText] = [:]
        for reading in readings {
            for record in reading.records {
                texts[record.id] = reading.text
                printed.merge(record.printedNames) { first, _ in first }
            }
        }
        let records = readings.flatMap(\.records)
        let briefing = outline.briefing(of: Shelf(records), texts: texts)
        try make(briefing, of: records, to: path) { scalar in
            readings.lazy.compactMap { $0.text?.source.place(of: scalar) }.first
        }
    }

    /// A briefing, at a path.
    ///
    /// - Parameters:
    ///   - records: what it was made from.
    ///   - place: where a character stands in what the user gave.
    func make(
        _ briefing: Briefing, of records: [MeetingRecord] = [], to path: String, place: (Unicode.Scalar) -> Place?
    ) throws {
        var file: OutputFile?
        let account = desk.keepsAccount ? Account() : nil
        let pages = try draw(briefing, of: records, place: place) { bytes in
            let open = try file ?? OutputFile(path)
            file = open
            try open.append(bytes)
            account?.add(bytes)
        }
        try file?.commit()
        if let account { desk.products.append(account.product(path, pages: pages)) }
    }

    /// A briefing as the bytes of its file, handed on in order.
    ///
    /// - Returns: how many pages it has; `nil` where it is not set.
    @discardableResult
    func draw(
        _ briefing: Briefing, of records: [MeetingRecord] = [], place: (Unicode.Scalar) -> Place?,
        write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Int? {
        var briefing = try written(briefing)
        if let secrecy = desk.variant.secrecy { briefing.fields["secrecy"] = .text(secrecy) }
        guard let layout = try layout.map({ try worded($0, for: briefing) }) else {
            try briefing.json().withUnsafeBytes(write)
            return nil
        }
        let fonts = try desk.stock.fontBook { problems in for problem in problems { desk.take(problem) } }
        let known = fonts.missing.count
        func tellMissing() throws(Diagnostic) {
            for missing in fonts.missing[known...] {
                let fault = Fault.noGlyph(scalar: missing.scalar.value, text: missing.text)
                let diagnostic = Diagnostic(
                    fault, at: place(missing.scalar), severity: desk.strict ? .error : .warning)
                if desk.strict { throw diagnostic }
                desk.take(diagnostic)
            }
        }
        let paginator = Paginator(layout: layout, shaper: fonts, pictures: pictures, watermark: desk.variant.watermark)
        if form == .dump {
            let document = try paginator.paginate(briefing)
            try tellMissing()
            for page in document.pages { try Array((page.dump(names: fonts) + "\n").utf8).withUnsafeBytes(write) }
            return document.pages.count
        }
        let options = options(briefing, records)
        return try rewritten(write) { write in
            let writer = try PDFWriter(paginator.metadata(of: briefing), fonts: fonts, options: options, write: write)
            var pictures: Set<String> = []
            let ending = try paginator.paginate(briefing) { finished in
                if desk.strict { try tellMissing() }
                if desk.keepsAccount { pictures.formUnion(finished.page.pictures) }
                try writer.draw(finished)
            }
            desk.alsoRead += pictures
            try tellMissing()
            try writer.finish(outline: ending.outline)
            return ending.pageCount
        }
    }

    private func options(_ briefing: Briefing, _ records: [MeetingRecord]) -> PDFOptions {
        let variant = desk.variant
        return PDFOptions(
            isTagged: variant.isTagged, attachments: variant.carriesData ? attachments(briefing, records) : [],
            colours: variant.colours, isArchival: variant.encryption == nil,
            // In a batch each core has its own job.
            usesSecondThread: desk.threads == nil)
    }

    /// Hands a file on as it is made, or as it is asked for, linearised or encrypted.
    private func rewritten(
        _ write: @escaping (UnsafeRawBufferPointer) throws -> Void,
        _ make: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Int
    ) throws -> Int {
        let variant = desk.variant
        guard variant.isRewritten else { return try make(write) }
        var writing = PDFWritingOptions()
        writing.isLinearised = variant.isLinearised
        writing.encryption = variant.encryption
        var plain: [UInt8] = []
        let count = try make { plain.append(contentsOf: $0) }
        try PDFFile(plain, name: "-").written(writing).withUnsafeBytes(write)
        return count
    }

    /// What goes along in a PDF, so that others can read what it was made from.
    private func attachments(
        _ briefing: Briefing, _ records: [MeetingRecord]
    ) -> [Attachment] {
        var all = [
            Attachment(
                name: PDFAttachments.briefing, mediaType: "application/json", description: "简报数据", relation: .source,
                bytes: briefing.json())
        ]
        if !records.isEmpty {
            // Where a file lies on its owner's machine is nobody else's business.
            let known = records.map { record in
                var record = record
                record.source.path = record.source.path.split(separator: "/").last.map(String.init) ?? ""
                return record
            }
            all.append(
                Attachment(
                    name: PDFAttachments.records, mediaType: "application/x-ndjson", description: "会议记录",
                    relation: .data,
                    bytes: MeetingRecord.ndjson(known)))
        }
        return all
    }

    /// The briefing in the script asked for.
    private func written(_ briefing: Briefing) throws(Diagnostic) -> Briefing {
        guard language == .hant, briefing["lang"].text != TextLanguage.hant.rawValue else { return briefing }
        return briefing.inTraditional(try desk.stock.traditionalWriter(), printed: printed)
    }

    /// The layout with its own words in the briefing's script.
    private func worded(_ layout: Layout, for briefing: Briefing) throws(Diagnostic) -> Layout {
        guard briefing["lang"].text == TextLanguage.hant.rawValue, layout.language == .hans else { return layout }
        let writer = try desk.stock.traditionalWriter()
        return layout.worded { writer.traditional($0) }
    }
}

/// A file that was made.
struct Product: Hashable, Sendable {
    var path: String
    /// `nil` where it is not set in pages.
    var pages: Int?
    var bytes: Int
    /// Lower-case hexadecimal.
    var sha256: String
}

/// Counts and sums what goes into a file.
private final class Account {
    private let sum = Checksum()
    private var count = 0

    func add(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        sum.add(bytes)
    }

    func product(_ path: String, pages: Int?) -> Product {
        Product(path: path, pages: pages, bytes: count, sha256: sum.hexadecimal())
    }
}
