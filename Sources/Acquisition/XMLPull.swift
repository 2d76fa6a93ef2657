internal import Diagnostics
internal import _CLibXML2

/// Reads an XML document piece by piece; nothing is fetched and no entity is expanded.
final class XMLPull {
    enum Piece {
        /// Local name; attributes can be asked for.
        case start(String)
        case end(String)
        case text(String)
    }

    private let reader: xmlTextReaderPtr
    private let format: String
    /// The elements whose start was given and whose end was not.
    private(set) var depth = 0
    private var waiting: Piece?
    // The reader looks into the bytes as long as it lives.
    private let content: UnsafeMutableBufferPointer<CChar>

    init(_ bytes: [UInt8], format: String) throws(FaultError) {
        self.format = format
        // Before it is read: a few declared entities can stand for gigabytes.
        if String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<!DOCTYPE") {
            throw FaultError(.damaged(format: format, reason: "it declares a document type"))
        }
        content = .allocate(capacity: max(1, bytes.count))
        for (index, byte) in bytes.enumerated() { content[index] = CChar(bitPattern: byte) }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_COMPACT.rawValue
        guard let reader = xmlReaderForMemory(content.baseAddress, Int32(bytes.count), nil, nil, Int32(options)) else {
            content.deallocate()
            throw FaultError(.libraryFailed(call: "xmlReaderForMemory", status: "no memory"))
        }
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        content.deallocate()
    }

    /// The next piece; `nil` at the end.
    ///
    /// - Throws: `damaged` where it is no well-formed XML, is nested too deeply, or declares a document type: Office
    ///   writes none, and only with one can a few lines expand to gigabytes.
    func next() throws(FaultError) -> Piece? {
        if let piece = waiting {
            waiting = nil
            depth -= 1
            return piece
        }
        while true {
            let status = xmlTextReaderRead(reader)
            if status == 0 { return nil }
            guard status == 1 else { throw FaultError(.damaged(format: format, reason: reason)) }
            switch xmlTextReaderNodeType(reader) {
            case 1:
                let name = localName
                depth += 1
                if depth > InputLimits.depth { throw FaultError(.damaged(format: format, reason: "nested too deeply")) }
                if xmlTextReaderIsEmptyElement(reader) == 1 { waiting = .end(name) }
                return .start(name)
            case 15:
                depth -= 1
                return .end(localName)
            case 3, 4, 14:
                if let value = xmlTextReaderConstValue(reader) { return .text(String(cString: value)) }
            case 10: throw FaultError(.damaged(format: format, reason: "it declares a document type"))
            default: break
            }
        }
    }

    /// An attribute of the element that was just started, by its local name.
    func attribute(_ name: String) -> String? {
        guard xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        repeat {
            if localName == name { return xmlTextReaderConstValue(reader).map { String(cString: $0) } }
        } while xmlTextReaderMoveToNextAttribute(reader) == 1
        return nil
    }

    /// Passes over the rest of the element that was just started, its end included.
    func skip() throws(FaultError) {
        let outer = depth
        while let piece = try next() {
            if case .end = piece, depth < outer { return }
        }
    }

    private var localName: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

    private var reason: String {
        guard let error = xmlGetLastError(), let message = error.pointee.message else { return "no well-formed XML" }
        let text = String(cString: message)
        if text.hasPrefix("Excessive depth") { return "nested too deeply" }
        let line = text.prefix { !$0.isNewline }
        return "line \(error.pointee.line): " + line.lowercased()
    }
}
