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
        let changes = draft.changes
        Boilerplate.setAside(&draft, script: script)
        // What went may have stood beside a space that is judged by its neighbours.
        if draft.changes > changes { settle(&draft, Features(draft.scalars)) }
        let printed = draft.scalars
        let scalars = simplified(&draft, script: script)
        return CleanText(
            source: source, script: script, scalars: scalars, printed: printed, origins: draft.origins,
            repairs: listed(draft),
            boilerplate: draft.boilerplate.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }),
            warnings: draft.warnings.sorted { $0.range.lowerBound < $1.range.lowerBound }, published: draft.published)
    }

    /// In order of the source, in Simplified characters; spaces inside what is set aside are nobody's concern.
    private func listed(_ draft: Draft) -> [CleanText.Repair] {
        let table = ScriptTable.shared
        let repairs = draft.repairs.filter { repair in
            repair.kind != .space || !draft.boilerplate.contains { $0.range.contains(repair.range.lowerBound) }
        }
        return repairs.enumerated().sorted { one, other in
            (one.element.range.lowerBound, one.offset) < (other.element.range.lowerBound, other.offset)
        }.map { _, repair in
            var repair = repair
            repair.restored = repair.restored.map(table.simplified)
            return repair
        }
    }

    /// Changes the script and lists that once, where it is first seen.
    private func simplified(_ draft: inout Draft, script: CleanText.Script) -> [Unicode.Scalar] {
        let table = ScriptTable.shared
        guard script == .hant else {
            // A Simplified text can hold characters of the other script that were printed with their reading.
            guard draft.repairs.contains(where: { $0.kind == .reading || $0.kind == .lostBytes }) else {
                return draft.scalars
            }
            return zip(draft.scalars, draft.origins).map { $1.count > 1 ? table.simplified($0) : $0 }
        }
        let scalars = converter.simplified(draft.scalars)
        let first = scalars.indices.first { scalars[$0] != draft.scalars[$0] && draft.origins[$0].count == 1 }
        if let first {
            draft.note(.script, first..<first + 1, restored: String(scalars: [scalars[first]]), once: true)
        }
        return scalars
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
        if features.contains(.space) { Paragraphs.split(&draft) }
        Paragraphs.arrange(&draft)
        settle(&draft, features)
    }

    /// A wide mark widens the one beside it, a closed space brings marks together: until nothing changes any more, so
    /// that cleaning again finds nothing to do. Damaged beyond sense, a text may keep on a little; it is left then.
    private func settle(_ draft: inout Draft, _ features: Features) {
        for _ in 0..<6 {
            let before = draft.changes
            if features.contains(.narrowMark) { Widths.widenMarks(&draft) }
            if features.contains(.space) { Spaces.close(&draft) }
            Doublings.removeMarks(from: &draft)
            if draft.changes == before { return }
        }
    }

    private func removeReadings(_ draft: inout Draft) {
        let brackets = BracketedReadings(draft.scalars).brackets
        guard !brackets.isEmpty else { return }
        Doublings.removeCharacters(from: &draft, brackets: brackets)
        BracketedReadings(draft.scalars).remove(from: &draft)
    }
}
