internal import Acquisition
import Diagnostics

/// A text while it is being repaired: its scalars, where each came from, and what was found on the way.
struct Draft {
    /// One change: the scalars of a range are replaced.
    struct Edit {
        var range: Range<Int>
        var with: [Unicode.Scalar]

        init(_ range: Range<Int>, with: [Unicode.Scalar] = []) {
            self.range = range
            self.with = with
        }

        init(_ index: Int, _ scalar: Unicode.Scalar) {
            self.init(index..<index + 1, with: [scalar])
        }
    }

    let source: SourceText
    var scalars: [Unicode.Scalar]
    /// Source range of each scalar.
    var origins: [Range<Int>]
    var repairs: [CleanText.Repair] = []
    var boilerplate: [CleanText.Boilerplate] = []
    var warnings: [CleanText.Warning] = []
    var published: String?
    /// How often something was changed.
    private(set) var changes = 0
    /// Systematic repairs that are listed already, so that a page of commas is one entry.
    private var listed: Set<String> = []

    init(_ source: SourceText) {
        self.source = source
        scalars = source.text
        origins = [Range<Int>](unsafeUninitializedCapacity: source.text.count) { buffer, count in
            for index in 0..<source.text.count {
                (buffer.baseAddress.unsafelyUnwrapped + index).initialize(to: index..<index + 1)
            }
            count = source.text.count
        }
    }

    /// Makes the changes, which are in order and apart. A replacement of the same length keeps the origins one by one,
    /// any other gives each of its scalars the whole range.
    mutating func apply(_ edits: [Edit]) {
        guard !edits.isEmpty else { return }
        changes += 1
        if edits.allSatisfy({ $0.with.count == $0.range.count }) {
            for edit in edits {
                for (offset, scalar) in edit.with.enumerated() { scalars[edit.range.lowerBound + offset] = scalar }
            }
            return
        }
        var changed: [Unicode.Scalar] = []
        var changedOrigins: [Range<Int>] = []
        changed.reserveCapacity(scalars.count)
        changedOrigins.reserveCapacity(scalars.count)
        var at = 0
        for edit in edits {
            precondition(edit.range.lowerBound >= at)
            changed.append(contentsOf: scalars[at..<edit.range.lowerBound])
            changedOrigins.append(contentsOf: origins[at..<edit.range.lowerBound])
            changed.append(contentsOf: edit.with)
            if edit.with.count == edit.range.count {
                changedOrigins.append(contentsOf: origins[edit.range])
            } else if !edit.with.isEmpty {
                changedOrigins.append(
                    contentsOf: repeatElement(sourceRange(of: edit.range), count: edit.with.count))
            }
            at = edit.range.upperBound
        }
        changed.append(contentsOf: scalars[at...])
        changedOrigins.append(contentsOf: origins[at...])
        scalars = changed
        origins = changedOrigins
    }

    func sourceRange(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let at = range.lowerBound < origins.count ? origins[range.lowerBound].lowerBound : source.text.count
            return at..<at
        }
        return origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
    }

    /// The source as it stands behind a range of the draft.
    func printed(_ range: Range<Int>) -> String { String(scalars: source.text[sourceRange(of: range)]) }

    /// Lists a repair. One that the text has throughout (`once`) is listed where it is first seen only.
    mutating func note(
        _ kind: CleanText.Repair.Kind, _ range: Range<Int>, restored: String?, proof: String? = nil, once: Bool = false
    ) {
        let printed = printed(range)
        if once, !listed.insert(kind.rawValue + printed).inserted { return }
        repairs.append(
            CleanText.Repair(
                printed: printed, restored: restored, kind: kind, proof: proof, range: sourceRange(of: range)))
    }
}
