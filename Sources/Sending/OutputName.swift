/// The name of a briefing's file where none was asked for: its date and what it is about.
public enum OutputName {
    /// The longest name in UTF-8 bytes without its ending; file systems end at 255, mail clients sooner.
    static let limit = 180

    /// - Parameters:
    ///   - date: `2024-05-06`; left out where it is unknown.
    ///   - title: the meeting's name or headline.
    ///   - ending: `pdf`.
    /// - Returns: `2024-05-06-某某会议.pdf`: no character in it that a file system, a shell or a mail client trips over.
    public static func make(date: String?, title: String?, ending: String = "pdf") -> String {
        var name = date ?? ""
        var bytes = name.utf8.count
        var gap = !name.isEmpty
        for scalar in (title ?? "").unicodeScalars {
            guard isKept(scalar) else {
                gap = !name.isEmpty
                continue
            }
            let width = UTF8.width(scalar) + (gap ? 1 : 0)
            guard bytes + width <= limit else { break }
            if gap { name.append("-") }
            gap = false
            name.unicodeScalars.append(scalar)
            bytes += width
        }
        return (name.isEmpty ? "briefing" : name) + "." + ending
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.isIdeographic || scalar.properties.numericType != nil
    }
}
