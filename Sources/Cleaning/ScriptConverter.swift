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
            let converted = opencc.convert(String(scalars: line))
            if converted.unicodeScalars.count == line.count {
                result.append(contentsOf: converted.unicodeScalars)
            } else {
                result.append(contentsOf: line.map(ScriptTable.shared.simplified))
            }
        }
        Self.settle(&result)
        return result.map(Self.mark)
    }

    /// 著力, 沿著, 看著 are 着力, 沿着, 看着, which the dictionaries leave; 著名, 顯著, 名著 keep their character.
    private static func settle(_ text: inout [Unicode.Scalar]) {
        for at in text.indices where text[at] == "著" {
            let before: Unicode.Scalar = at > 0 ? text[at - 1] : " "
            let after: Unicode.Scalar = at + 1 < text.count ? text[at + 1] : " "
            if "力手眼重落实想急陆陸火凉装衣色".unicodeScalars.contains(after)
                || before.isHan && !"显卓昭原名论编专巨合土遗译拙所旧新大".unicodeScalars.contains(before)
                    && !"名作称述录者书".unicodeScalars.contains(after)
            {
                text[at] = "着"
            }
        }
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
