import Diagnostics
import Fonts
import Pagination
import _CairoPango

/// A page as Cairo has drawn it, and what belongs to it beside the drawing.
struct Sheet: Sendable {
    /// A piece of what is drawn: of an element, or decoration where there is none.
    struct Mark: Sendable {
        var element: Int?
        var glyphs = 0
        var spans: [ContentPiece.Span] = []
    }

    struct Link: Sendable {
        var target: String
        var box: Box
        var element: Int?
    }

    /// Its place in the document, from 0.
    var index = 0
    /// pt
    var width: Double
    var height: Double
    var label: String?
    /// Of the structure, begun since the last sheet.
    var elements: [StructureElement] = []
    /// Elements of pages that come later than this one, though before it in the document.
    var awaited: Set<Int> = []
    var marks: [Mark] = []
    var links: [Link] = []
    var anchors: [(name: String, at: Point)] = []
}

/// Puts a PDF together from what Cairo draws while it draws: Cairo's objects under numbers of their own, each page's
/// content with its marks, and all that Cairo does not know: structure, links, outline, labels, metadata, the colours'
/// profile and attached files.
struct DocumentFile {
    private let metadata: PagedDocument.Metadata
    private let isTagged: Bool
    private let options: PDFOptions
    private var file: ObjectFile
    private var cairo = CairoObjects()
    private var tree: StructureTree
    private let catalog: Int
    private let root: Int
    private var pageTree = PageTree()
    /// Our numbers of Cairo's objects.
    private var numbers: [Int: Int] = [:]
    /// A stream that says nothing of itself: the content of the page that comes, or a character map.
    private var held: (number: Int, data: [UInt8])?
    private var anchors: [(name: String, page: Int, x: Double, y: Double)] = []
    private var known: Set<String> = []

    init(
        _ metadata: PagedDocument.Metadata, isTagged: Bool, options: PDFOptions,
        write: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws(Diagnostic) {
        self.metadata = metadata
        self.isTagged = isTagged
        self.options = options
        file = try ObjectFile(write: write)
        catalog = file.reserve()
        root = file.reserve()
        tree = StructureTree(root: root)
    }

    // MARK: Pages

    /// - Parameter bytes: what Cairo has written up to the page's end.
    /// - Throws: what `write` threw, or `libraryFailed`.
    mutating func add(_ sheet: Sheet, _ bytes: [UInt8]) throws {
        if pageTree.isEmpty { try file.begin() }
        let page = pageTree.begin(sheet.index, &file)
        var pieces: [ContentPiece] = []
        if isTagged {
            tree.beginPage(sheet.index, sheet.elements, awaited: sheet.awaited)
            for mark in sheet.marks {
                var opening = "/Artifact BMC"
                if let element = mark.element {
                    let (mcid, name) = tree.addContent(of: element, page: page, &file)
                    opening = "/\(name)<</MCID \(mcid)>>BDC"
                }
                pieces.append(ContentPiece(opening: Array(opening.utf8), glyphs: mark.glyphs, spans: mark.spans))
            }
        }
        var isDrawn = false
        for object in try cairo.take(bytes) {
            if case .plain(_, let body) = object, Self.type(body) == "Page" {
                try draw(sheet, page, pieces, body)
                isDrawn = true
            } else {
                try take(object)
            }
        }
        guard isDrawn else { throw CairoObjects.malformed("page") }
        for (name, at) in sheet.anchors where known.insert(name).inserted {
            anchors.append((name, page, at.x, sheet.height - at.y))
        }
    }

    private mutating func draw(
        _ sheet: Sheet, _ page: Int, _ pieces: [ContentPiece], _ body: ArraySlice<UInt8>
    ) throws {
        guard let content = held, let resources = Self.reference("/Resources ", in: body) else {
            throw CairoObjects.malformed("page")
        }
        held = nil
        let made = try ContentStream.rewrite(
            content.data[...], marker: PDFCanvas.marker, pieces: pieces, colours: options.colours)
        try file.addPacked(content.number, "", made)
        let box = "[0 0 \(PDFSyntax.number(sheet.width)) \(PDFSyntax.number(sheet.height))]"
        var entries = "/MediaBox" + box
        if options.colours == .press { entries += "/TrimBox" + box }
        entries += "/Contents \(content.number) 0 R/Resources \(own(resources)) 0 R"
        var links: [Int] = []
        for link in sheet.links { links.append(try add(link, on: page, height: sheet.height)) }
        if !links.isEmpty { entries += "/Annots[" + links.map { "\($0) 0 R" }.joined(separator: " ") + "]" }
        if isTagged {
            if let key = try tree.endPage(&file) { entries += "/StructParents \(key)" }
            entries += "/Tabs/S"
        }
        try pageTree.end(sheet.index, sheet.label, entries, &file)
    }

    /// A link, described by what it leads to, printed with the page (PDF/UA-1 7.18.5, ISO 19005-3 6.3.2).
    private mutating func add(_ link: Sheet.Link, on page: Int, height: Double) throws -> Int {
        let number = file.reserve()
        let box = link.box
        let corners = [box.x, height - box.y - box.height, box.x + box.width, height - box.y]
        var body: [UInt8] = []
        body.put("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
        for (place, corner) in corners.enumerated() {
            if place > 0 { body.put(" ") }
            body.put(PDFSyntax.number(corner))
        }
        body.put("]/Dest")
        body.put(PDFSyntax.text(link.target))
        if isTagged, let element = link.element {
            let (key, words) = tree.addAnnotation(number, of: element, page: page, &file)
            if let words {
                body.put("/Contents")
                body.put(PDFSyntax.text(words))
            }
            body.put("/StructParent ")
            body.put(key)
        }
        body.put(">>")
        try file.add(number, body)
        return number
    }

    // MARK: Cairo's objects

    private mutating func take(_ object: CairoObjects.Object) throws {
        switch object {
        case .plain(let number, let body):
            switch Self.type(body) {
            // What is written otherwise.
            case "Pages", "Catalog": return
            case nil where CairoObjects.find("<< /Producer (", in: body) != nil: return
            default: break
            }
            let own = own(number)
            var made = renumbered(body)
            // Cairo numbers the glyphs of such a face as they are shown (ISO 19005-3, 6.2.11.3.2).
            if CairoObjects.find("/Subtype /CIDFontType2", in: body) != nil,
                CairoObjects.find("/CIDToGIDMap", in: body) == nil,
                let end = made.lastIndex(of: UInt8(ascii: ">"))
            {
                made.insert(contentsOf: "/CIDToGIDMap/Identity".utf8, at: end - 1)
            }
            try file.add(own, made)
        case .stream(let number, let dictionary, let data):
            var entries = renumbered(dictionary[...])
            let own = own(number)
            var plain: [UInt8]?
            let filter = "/Filter /FlateDecode"
            if CairoObjects.find("/Filter", in: entries[...]) == nil {
                plain = Array(data)
            } else if let place = CairoObjects.find(filter, in: entries[...]), let stored = Deflate.stored(data) {
                entries.removeSubrange(place..<place + filter.utf8.count)
                plain = stored
            }
            // The program of a face says its kind, or the length of its parts (ISO 32000-1, 9.9).
            let isFace =
                CairoObjects.find("/CIDFontType0C", in: entries[...]) != nil
                || CairoObjects.find("/Length1", in: entries[...]) != nil
            if !isFace, Self.type(entries[...]) == nil, CairoObjects.find("/Subtype", in: entries[...]) == nil {
                try release()
                guard let plain else { throw CairoObjects.malformed("stream") }
                held = (own, plain)
            } else if let plain {
                let entries = String(decoding: entries, as: UTF8.self)
                try file.addPacked(own, entries.trimmed, plain, isFace: isFace)
            } else {
                try file.addStream(own, entries, data)
            }
        }
    }

    /// Writes the stream that is held as what it is.
    private mutating func release() throws {
        guard let (number, data) = held else { return }
        held = nil
        try file.addPacked(number, "", data)
    }

    private mutating func own(_ number: Int) -> Int {
        if let known = numbers[number] { return known }
        let made = file.reserve()
        numbers[number] = made
        return made
    }

    /// The same with our numbers in its references, and blanks only where they part something.
    private mutating func renumbered(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var made: [UInt8] = []
        made.reserveCapacity(body.count)
        var at = body.startIndex
        while at < body.endIndex {
            let byte = body[at]
            if byte <= 32 {
                if made.last != 32 { made.append(32) }
                at += 1
                continue
            }
            guard Self.isDigit(byte), made.isEmpty || made.last == 32 || made.last == UInt8(ascii: "[") else {
                made.append(byte)
                at += 1
                continue
            }
            var end = at
            while end < body.endIndex, Self.isDigit(body[end]) { end += 1 }
            if body[end...].starts(with: " 0 R".utf8), let number = Int(String(decoding: body[at..<end], as: UTF8.self))
            {
                made += "\(own(number)) 0 R".utf8
                end += 4
            } else {
                made += body[at..<end]
            }
            at = end
        }
        return made
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    /// `Page` of `/Type /Page`.
    private static func type(_ body: ArraySlice<UInt8>) -> String? {
        guard let place = CairoObjects.find("/Type /", in: body) else { return nil }
        let name = body[(place + 7)...].prefix { $0 > 32 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
        return String(decoding: name, as: UTF8.self)
    }

    private static func reference(_ key: String, in body: ArraySlice<UInt8>) -> Int? {
        guard let place = CairoObjects.find(key, in: body) else { return nil }
        return Int(String(decoding: body[(place + key.utf8.count)...].prefix(while: isDigit), as: UTF8.self))
    }

    // MARK: The end

    /// - Parameter bytes: what Cairo writes behind the pages, in pieces of any size.
    mutating func add(_ bytes: [UInt8]) throws {
        if pageTree.isEmpty { try file.begin() }
        for object in try cairo.take(bytes) { try take(object) }
    }

    mutating func finish(outline: [PagedDocument.OutlineEntry]) throws {
        try cairo.finish()
        try release()
        let pages = try pageTree.finish(&file)
        let profile = try addProfile()
        var entries = "/Type/Catalog/Pages \(pages) 0 R/Lang\(PDFSyntax.string(metadata.language.rawValue))"
        entries += "/PageLabels<</Nums[\(pageTree.labels)]>>/OutputIntents[\(profile)]"
        if metadata.title != nil { entries += "/ViewerPreferences<</DisplayDocTitle true>>" }
        if isTagged {
            try tree.finish(&file)
            entries += "/MarkInfo<</Marked true>>/StructTreeRoot \(root) 0 R"
        }
        var names = ""
        if !anchors.isEmpty { names += "/Dests<</Names[\(destinations())]>>" }
        if !options.attachments.isEmpty {
            let (tree, list) = try addAttachments()
            names += "/EmbeddedFiles<</Names[\(tree)]>>"
            entries += "/AF[\(list)]"
        }
        if !names.isEmpty { entries += "/Names<<\(names)>>" }
        if let first = try OutlineTree(outline, known: known).write(&file) { entries += "/Outlines \(first) 0 R" }
        let packet = file.reserve()
        let xmp = XMP(metadata, isTagged: isTagged, isArchival: options.isArchival).packet
        try file.addStream(packet, "/Type/Metadata/Subtype/XML".utf8, Array(xmp.utf8))
        entries += "/Metadata \(packet) 0 R"
        try file.addPlain(catalog, "<<\(entries)>>")
        let info = file.reserve()
        try file.addPlain(info, information())
        try file.finish(root: catalog, info: info)
    }

    private func destinations() -> String {
        let sorted = anchors.map { (key: PDFSyntax.text($0.name), anchor: $0) }.sorted {
            Array($0.anchor.name.utf16).lexicographicallyPrecedes(Array($1.anchor.name.utf16))
        }
        // ASCII names are written otherwise than others, whose first byte is greater than all of theirs.
        let ordered =
            sorted.filter { !$0.key.hasPrefix("<") } + sorted.filter { $0.key.hasPrefix("<") }
        return ordered.map { key, anchor in
            let place = "\(PDFSyntax.number(anchor.x)) \(PDFSyntax.number(anchor.y))"
            return "\(key)[\(anchor.page) 0 R/XYZ \(place) null]"
        }.joined()
    }

    private func information() -> String {
        var body = "<<"
        if let title = metadata.title { body += "/Title" + PDFSyntax.text(title) }
        if let author = metadata.author { body += "/Author" + PDFSyntax.text(author) }
        if let subject = metadata.subject { body += "/Subject" + PDFSyntax.text(subject) }
        if !metadata.keywords.isEmpty {
            body += "/Keywords" + PDFSyntax.text(metadata.keywords.joined(separator: ", "))
        }
        body += "/Creator(Jianbao)/Producer(Jianbao)"
        if let date = metadata.date.flatMap(PDFSyntax.date) { body += "/CreationDate\(date)/ModDate\(date)" }
        return body + ">>"
    }

    /// What the colours of the pages mean (ISO 19005-3, 6.2.3).
    private mutating func addProfile() throws -> String {
        if options.colours == .press {
            // Known by its name, which every press does.
            return "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)"
                + "/RegistryName(http://www.color.org)/Info(Coated FOGRA39)>>"
        }
        let number = file.reserve()
        try file.addPacked(number, "/N 3", ColourProfile.sRGB)
        return "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            + "/DestOutputProfile \(number) 0 R>>"
    }

    /// Entries of the tree of attached files, and the list of those that the document is associated with.
    private mutating func addAttachments() throws -> (tree: String, list: String) {
        var tree: [String] = []
        var list: [String] = []
        for attachment in options.attachments.sorted(by: { $0.name < $1.name }) {
            let sum = Checksum()
            let bytes = attachment.bytes
            bytes.withUnsafeBytes { sum.update($0) }
            let content = file.reserve()
            let date = metadata.date.flatMap(PDFSyntax.date) ?? "(D:19700101000000Z)"
            let type = attachment.mediaType.replacing("/", with: "#2F")
            try file.addPacked(
                content,
                "/Type/EmbeddedFile/Subtype/\(type)/Params<</Size \(bytes.count)/ModDate\(date)"
                    + "/CheckSum\(PDFSyntax.hex(sum.digest()))>>", bytes)
            let number = file.reserve()
            let name = PDFSyntax.text(attachment.name)
            try file.add(
                number,
                "<</Type/Filespec/F\(name)/UF\(name)/AFRelationship/\(attachment.relation.rawValue)"
                    + "/Desc\(PDFSyntax.text(attachment.description))/EF<</F \(content) 0 R/UF \(content) 0 R>>>>")
            tree.append("\(name) \(number) 0 R")
            list.append("\(number) 0 R")
        }
        return (tree.joined(separator: " "), list.joined(separator: " "))
    }
}

/// A file that goes along in the PDF (ISO 19005-3, 6.8).
public struct Attachment: Sendable {
    /// What it is to the document.
    public enum Relation: String, Sendable {
        case source = "Source"
        case data = "Data"
    }

    /// ASCII, with its ending.
    public var name: String
    /// `application/json`
    public var mediaType: String
    public var description: String
    public var relation: Relation
    /// Made when they are written, when the pages have left memory.
    private let make: @Sendable () -> [UInt8]

    var bytes: [UInt8] { make() }

    public init(
        name: String, mediaType: String, description: String, relation: Relation,
        bytes: @autoclosure @escaping @Sendable () -> [UInt8]
    ) {
        self.name = name
        self.mediaType = mediaType
        self.description = description
        self.relation = relation
        make = bytes
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
