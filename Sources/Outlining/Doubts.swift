import Extraction

extension MeetingRecord {
    /// Where the source is damaged and mended, or where a person is asked whether what was read is right.
    var doubts: [SourceRange] {
        let mended: Set<String> = ["lost-bytes", "reading"]
        return repairs.filter { mended.contains($0.kind) }.map(\.range)
            + warnings.compactMap { $0.question == nil ? nil : $0.range }
    }
}
