import Cleaning
import Diagnostics

/// Mends names that were cut wrongly, where the registry and the text agree on what stands there.
///
/// 欧阳彦 becomes 欧阳彦秋 where the text goes on with 秋; 覃怀远说 becomes 覃怀远 where the office is that person's.
struct NameMending {
    private let registry: Registry
    private let text: CleanText
    private var titles: TitleComparison { registry.index.titles }

    init(registry: Registry, text: CleanText) {
        self.registry = registry
        self.text = text
    }

    func mend(_ record: inout MeetingRecord) {
        for index in record.officials.indices where registry.byName[record.officials[index].name] == nil {
            if Was.isByHand(record.officials[index].was) { continue }
            if let mended = mended(record.officials[index], on: record.day) { record.officials[index] = mended }
        }
        unite(&record)
    }

    private func mended(_ official: MeetingRecord.Official, on day: String?) -> MeetingRecord.Official? {
        let name = Array(official.name.unicodeScalars)
        for range in official.ranges {
            guard let place = place(of: name, in: range) else { continue }
            if let whole = longer(name, at: place) ?? shorter(name, at: place, official, day) {
                return official.renamed(String(scalars: text.scalars[whole]), at: text, from: place, to: whole)
            }
        }
        return nil
    }

    /// Where in clean text a name stands that came from a range of the source.
    private func place(of name: [Unicode.Scalar], in range: MeetingRecord.SourceRange) -> Range<Int>? {
        let low = text.index(of: range.start)
        let high = text.index(of: range.end)
        guard high - low >= name.count else { return nil }
        // The name stands behind its titles more often than before them.
        for start in (low...high - name.count).reversed()
        where text.scalars[start..<start + name.count].elementsEqual(name) {
            return start..<start + name.count
        }
        return nil
    }

    /// A name of the registry that holds what was read, and that the text has there in full.
    private func longer(_ name: [Unicode.Scalar], at place: Range<Int>) -> Range<Int>? {
        for back in 0...2 {
            let start = place.lowerBound - back
            guard start >= 0, let names = registry.index.starts[text.scalars[start]] else { continue }
            for whole in names where whole.count > name.count && whole.count >= name.count + back {
                let end = start + whole.count
                guard end >= place.upperBound, end <= text.scalars.count else { continue }
                if text.scalars[start..<end].elementsEqual(whole) { return start..<end }
            }
        }
        return nil
    }

    /// A name of the registry that was read with a character too many. A longer name may as well be another person's: so
    /// the office must be the registry's.
    private func shorter(
        _ name: [Unicode.Scalar], at place: Range<Int>, _ official: MeetingRecord.Official, _ day: String?
    ) -> Range<Int>? {
        guard name.count >= 3 else { return nil }
        for (cut, whole) in [(name.dropLast(), 0), (name.dropFirst(), 1)] {
            guard let people = registry.byName[String(scalars: cut)] else { continue }
            let front = whole == 1 ? String(scalars: name.prefix(1)) : ""
            let isTheirs = people.contains { index in
                official.titles.contains { titles.fits($0 + front, registry.people[index], on: day) }
            }
            if isTheirs { return place.lowerBound + whole..<place.upperBound - (1 - whole) }
        }
        return nil
    }

    /// One person read under two names is one.
    private func unite(_ record: inout MeetingRecord) {
        var united: [MeetingRecord.Official] = []
        for official in record.officials {
            let same = united.firstIndex {
                $0.name == official.name && $0.event == official.event
                    && ($0.was != nil || official.was != nil) && !Was.isByHand($0.was) && !Was.isByHand(official.was)
            }
            guard let index = same else {
                united.append(official)
                continue
            }
            united[index].titles += official.titles.filter { !united[index].titles.contains($0) }
            united[index].roles += official.roles.filter { !united[index].roles.contains($0) }
            united[index].ranges += official.ranges
            united[index].was = united[index].was ?? official.was
            if united[index].roles.count > 1 { united[index].roles.removeAll { $0 == .mentioned } }
        }
        record.officials = united
    }
}

extension MeetingRecord.Official {
    /// With another name, what was read kept in `was`.
    fileprivate func renamed(
        _ name: String, at text: CleanText, from old: Range<Int>, to new: Range<Int>
    ) -> MeetingRecord.Official {
        var official = self
        let mark = RecordTree.Mark.offset(0)
        let fields: [RecordTree.Field] = [
            .init(key: "name", mark: mark, value: .string(self.name, mark)),
            .init(key: "printed", mark: mark, value: .string(printed, mark)),
        ]
        official.was = Was.json(fields, by: .registry)
        official.name = name
        official.printed = text.printedString(new)
        official.sure = true
        let was = text.sourceRange(of: old)
        let now = text.sourceRange(of: new)
        official.ranges = ranges.map { range in
            guard range.range.contains(was.lowerBound) else { return range }
            return .init(min(range.start, now.lowerBound)..<(range.end == was.upperBound ? now.upperBound : range.end))
        }
        // 市 + 长覃怀远: what was taken into the name belongs to the title.
        if new.lowerBound > old.lowerBound, let last = titles.indices.last {
            official.titles[last] += text.string(old.lowerBound..<new.lowerBound)
        }
        return official
    }
}

extension CleanText {
    /// The first clean scalar that came from `offset` of the source or from after it.
    func index(of offset: Int) -> Int {
        var low = 0
        var high = origins.count
        while low < high {
            let middle = (low + high) / 2
            if origins[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
