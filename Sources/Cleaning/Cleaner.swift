public import Acquisition
public import Diagnostics

/// Repairs a text and sets aside what is not the article. One cleaner serves any number of threads.
public struct Cleaner: Sendable {
    private let converter: ScriptConverter

    /// - Throws: `.libraryFailed` where OpenCC's dictionaries are missing.
    public init() throws(Diagnostic) {
        converter = try ScriptConverter()
    }

    public func clean(_ source: SourceText) -> CleanText {
        var draft = Draft(source)
        let script = ScriptTable.shared.script(of: draft.scalars)
        repair(&draft)
        BoilerplateLines.setAside(&draft)
        let printed = draft.scalars
        let scalars = script == .hant ? converter.simplified(printed) : printed
        return CleanText(
            source: source, script: script, scalars: scalars, printed: printed, origins: draft.origins,
            repairs: draft.repairs.map { repair in
                var repair = repair
                repair.restored = repair.restored.map(ScriptTable.shared.simplified)
                return repair
            },
            boilerplate: draft.boilerplate, warnings: draft.warnings, published: draft.published)
    }

    /// The repairs, each on what those before it left. A text that has nothing of the kind is only looked at once.
    private func repair(_ draft: inout Draft) {
        var features = Features(draft.scalars)
        if features.contains(.ampersand) {
            Entities.decode(in: &draft)
            features = Features(draft.scalars)
        }
        if features.contains(.invisible) { Invisibles.remove(from: &draft) }
        if features.contains(.bracket) || features.contains(.doubtful) {
            LostBytes.repair(&draft)
            removeReadings(&draft)
        }
        if features.contains(.doubtful) { Invisibles.markReplacements(&draft) }
        if features.contains(.markup) { Markdown.remove(from: &draft) }
        if features.contains(.wideLetter) { Widths.narrowLetters(&draft) }
        if features.contains(.narrowMark) { Widths.widenMarks(&draft) }
        if features.contains(.space) { Paragraphs.split(&draft) }
        Paragraphs.arrange(&draft)
        if features.contains(.space) { Spaces.close(&draft) }
        Doublings.removeMarks(from: &draft)
    }

    private func removeReadings(_ draft: inout Draft) {
        let brackets = BracketedReadings(draft.scalars).brackets
        guard !brackets.isEmpty else { return }
        Doublings.removeCharacters(from: &draft, brackets: brackets)
        BracketedReadings(draft.scalars).remove(from: &draft)
    }
}
