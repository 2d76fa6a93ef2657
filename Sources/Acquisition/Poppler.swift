internal import Diagnostics
internal import Glibc
internal import _CGLib
internal import _CPoppler

/// Poppler's calls, found when the first PDF is met.
private struct PopplerCalls: @unchecked Sendable {
    let calls: jianbao_poppler
    /// What of it is not there.
    let missing: String?

    static let shared: PopplerCalls = {
        // What it says of damaged files goes to standard error otherwise.
        g_log_set_handler("Poppler", GLogLevelFlags(rawValue: ~0), { _, _, _, _ in }, nil)
        var calls = jianbao_poppler()
        let missing = jianbao_poppler_open(&calls).map { String(cString: $0) }
        return PopplerCalls(calls: calls, missing: missing)
    }()
}

/// A PDF that Poppler has opened: freed with it.
final class PopplerDocument {
    /// The text of one page in reading order, with the box of each of its characters, in pt from the upper left corner.
    struct Page {
        struct Box {
            var left: Double
            var top: Double
            var right: Double
            var bottom: Double
        }

        var width: Double
        var height: Double
        var text: [Unicode.Scalar]
        /// As many as `text` has scalars.
        var boxes: [Box]
    }

    private let calls: jianbao_poppler
    private let document: UnsafeMutableRawPointer
    // Poppler reads out of it as pages are asked for.
    private let bytes: OpaquePointer

    /// - Throws: `encrypted`, `damaged`, `libraryMissing`.
    init(_ content: UnsafeRawBufferPointer) throws(FaultError) {
        if let missing = PopplerCalls.shared.missing {
            throw FaultError(.libraryMissing(missing, package: "libpoppler-glib8"))
        }
        calls = PopplerCalls.shared.calls
        guard let bytes = g_bytes_new(content.baseAddress, gsize(content.count)) else {
            throw FaultError(.libraryFailed(call: "g_bytes_new", status: "no memory"))
        }
        var error: UnsafeMutablePointer<GError>?
        guard let document = calls.document_new(bytes, nil, &error) else {
            g_bytes_unref(bytes)
            throw Self.fault(error, calls)
        }
        self.bytes = bytes
        self.document = document
    }

    deinit {
        calls.unref(document)
        g_bytes_unref(bytes)
    }

    private static func fault(_ error: UnsafeMutablePointer<GError>?, _ calls: jianbao_poppler) -> FaultError {
        guard let error else { return FaultError(.damaged(format: "PDF", reason: "it cannot be opened")) }
        defer { g_error_free(error) }
        let isEncrypted = error.pointee.domain == calls.error_quark() && error.pointee.code == 1
        if isEncrypted { return FaultError(.encrypted(format: "PDF")) }
        let reason = error.pointee.message.map { String(cString: $0).lowercased() } ?? "it cannot be opened"
        return FaultError(.damaged(format: "PDF", reason: reason))
    }

    var pageCount: Int { Int(calls.page_count(document)) }

    /// - Parameter index: from 0.
    /// - Throws: `damaged` where the page cannot be read.
    func page(_ index: Int) throws(FaultError) -> Page {
        guard let page = calls.page(document, Int32(index)) else {
            throw FaultError(.damaged(format: "PDF", reason: "page \(index + 1) cannot be read"))
        }
        defer { calls.unref(page) }
        var result = Page(width: 0, height: 0, text: [], boxes: [])
        calls.page_size(page, &result.width, &result.height)
        guard let text = calls.page_text(page) else { return result }
        defer { g_free(text) }
        result.text = Array(String(cString: text).unicodeScalars)
        if result.text.isEmpty { return result }
        var rectangles: UnsafeMutablePointer<jianbao_poppler_rectangle>?
        var count: UInt32 = 0
        guard calls.page_layout(page, &rectangles, &count) != 0, let rectangles else {
            throw FaultError(.damaged(format: "PDF", reason: "page \(index + 1) has text without places"))
        }
        defer { g_free(rectangles) }
        // Text and boxes are two views of one list; should they ever differ, what both have is used.
        result.text.removeLast(max(0, result.text.count - Int(count)))
        result.boxes = result.text.indices.map {
            let box = rectangles[$0]
            return Page.Box(left: box.x1, top: box.y1, right: box.x2, bottom: box.y2)
        }
        return result
    }
}
