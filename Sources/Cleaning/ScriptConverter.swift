internal import Diagnostics

/// Traditional to Simplified by OpenCC's phrases and characters (t2s).
final class ScriptConverter: Sendable {
    private let opencc: OpenCC

    /// - Throws: `Diagnostic` with `.libraryFailed` where OpenCC's dictionaries are missing.
    init() throws(Diagnostic) { opencc = try OpenCC("t2s.json") }

    /// One Simplified scalar for each scalar: where a phrase changes its length, character by character instead.
    func simplified(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        // Line by line, so that one phrase of another length costs no more than its line.
        for line in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
            if !result.isEmpty || line.startIndex > 0 { result.append("\n") }
            let converted = opencc.convert(String(line))
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
}
