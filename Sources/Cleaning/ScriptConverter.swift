internal import Diagnostics
internal import _COpenCC

/// Traditional to Simplified by OpenCC's phrases and characters (t2s).
///
/// Owns the handle, which any number of threads may use at once: converting only reads it.
final class ScriptConverter: @unchecked Sendable {
    private let handle: opencc_t

    /// - Throws: `Diagnostic` with `.libraryFailed` where OpenCC's dictionaries are missing.
    init() throws(Diagnostic) {
        let opened = opencc_open("t2s.json")
        guard let opened, opened != opencc_t(bitPattern: -1) else {
            let status = opencc_error().map { String(cString: $0) } ?? "unknown"
            throw Diagnostic(.libraryFailed(call: "opencc_open t2s.json", status: status))
        }
        handle = opened
    }

    deinit { opencc_close(handle) }

    /// One Simplified scalar for each scalar: where a phrase changes its length, character by character instead.
    func simplified(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        // Line by line, so that one phrase of another length costs no more than its line.
        for line in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
            if !result.isEmpty || line.startIndex > 0 { result.append("\n") }
            let converted = convert(String(line))
            if converted.unicodeScalars.count == line.count {
                result.append(contentsOf: converted.unicodeScalars)
            } else {
                result.append(contentsOf: line.map(ScriptTable.shared.simplified))
            }
        }
        return result.map(Self.mark)
    }

    /// Traditional text quotes with corners, Simplified text with curls (GB/T 15834-2011 4.8).
    private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "「": "“"
        case "」": "”"
        case "『": "‘"
        case "』": "’"
        default: scalar
        }
    }

    private func convert(_ text: String) -> String {
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
