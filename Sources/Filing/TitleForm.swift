/// When two printed titles are one: 市长 is 霁川市市长 said shorter, but not 霁川市副市长.
public enum TitleForm {
    /// What before a post makes another of it.
    private static let changing: Set<Character> = ["副", "原", "前", "代", "兼"]

    /// Whether the one is the other, or its end.
    public static func isSame(_ a: String, _ b: String) -> Bool { isEnd(a, of: b) || isEnd(b, of: a) }

    private static func isEnd(_ short: String, of long: String) -> Bool {
        guard long.hasSuffix(short) else { return false }
        return long.dropLast(short.count).last.map { !changing.contains($0) } ?? true
    }
}
