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
        let readings = BracketedReadings(draft.scalars)
        readings.remove(from: &draft)
        Paragraphs.arrange(&draft)
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
}
