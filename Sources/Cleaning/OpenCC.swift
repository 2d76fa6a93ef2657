internal import Diagnostics
internal import _COpenCC

/// One of OpenCC's conversions.
///
/// Owns the handle, which any number of threads may use at once: converting only reads it.
final class OpenCC: @unchecked Sendable {
    private let handle: opencc_t

    /// - Parameter configuration: `t2s.json`, `s2tw.json`.
    /// - Throws: `Diagnostic` with `.libraryFailed` where OpenCC's dictionaries are missing.
    init(_ configuration: String) throws(Diagnostic) {
        let opened = opencc_open(configuration)
        guard let opened, opened != opencc_t(bitPattern: -1) else {
            let status = opencc_error().map { String(cString: $0) } ?? "unknown"
            throw Diagnostic(.libraryFailed(call: "opencc_open \(configuration)", status: status))
        }
        handle = opened
    }

    deinit { opencc_close(handle) }

    func convert(_ text: String) -> String {
        var text = text
        return text.withUTF8 { utf8 in
            let converted = utf8.withMemoryRebound(to: CChar.self) {
                opencc_convert_utf8(handle, $0.baseAddress, $0.count)
            }
            guard let converted else { return String(decoding: utf8, as: UTF8.self) }
            defer { opencc_convert_utf8_free(converted) }
            return String(cString: converted)
        }
    }
}
