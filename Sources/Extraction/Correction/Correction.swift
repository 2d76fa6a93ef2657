extension MeetingRecord {
    /// The record with what a person changed marked: each thing that differs from what the machine read keeps that in its
    /// `was`; what was taken out is kept in the record's own. Marking again gives the same.
    public func corrected(from machine: MeetingRecord) -> MeetingRecord {
        var record = self
        record.officials = Correction(officials, machine.officials, \.was).marked { old, new in
            [old.ranges == new.ranges, old.name == new.name, old.printed == new.printed]
        }
        record.goals = Self.marked(goals, machine.goals)
        record.directives = Self.marked(directives, machine.directives)
        record.results = Self.marked(results, machine.results)
        record.figures = Correction(figures, machine.figures, \.was).marked { old, new in
            [old.range == new.range, old.text == new.text]
        }
        record.meeting.was = RecordTree.was(machine.tree("meeting"), tree("meeting"))
        record.was = wasOfRecord(machine, record)
        return record
    }

    private static func marked(_ new: [Statement], _ old: [Statement]) -> [Statement] {
        Correction(new, old, \.was).marked { old, new in [old.range == new.range, old.text == new.text] }
    }

    /// Whether a person corrected anything in it.
    public var isCorrectedByHand: Bool {
        let marks = [was, meeting.was] + officials.map(\.was) + goals.map(\.was) + figures.map(\.was)
        return (marks + directives.map(\.was) + results.map(\.was)).contains { Was.isByHand($0) }
    }

    /// Headline and kind as they were, and what was taken out.
    private func wasOfRecord(_ machine: MeetingRecord, _ marked: MeetingRecord) -> String? {
        var fields: [RecordTree.Field] = []
        for key in ["headline", "kind", "doctrineNames"] {
            guard let old = machine.tree(key), old.json != tree(key)?.json else { continue }
            fields.append(.init(key: key, mark: old.mark, value: old))
        }
        if source.published != machine.source.published {
            let mark = RecordTree.Mark.offset(0)
            let value = machine.source.published.map { RecordTree.string($0, mark) } ?? .null(mark)
            fields.append(.init(key: "published", mark: mark, value: value))
        }
        let removed: [(String, [Int])] = [
            (
                "officials",
                Correction(officials, machine.officials, \.was).removed { old, new in
                    [old.ranges == new.ranges, old.name == new.name, old.printed == new.printed]
                }
            ),
            ("goals", Self.removed(goals, machine.goals)), ("directives", Self.removed(directives, machine.directives)),
            ("results", Self.removed(results, machine.results)),
            (
                "figures",
                Correction(figures, machine.figures, \.was).removed { old, new in
                    [old.range == new.range, old.text == new.text]
                }
            ),
        ]
        for (key, indexes) in removed where !indexes.isEmpty {
            guard case .list(let items, let mark)? = machine.tree(key) else { continue }
            fields.append(.init(key: key, mark: mark, value: .list(indexes.map { items[$0] }, mark)))
        }
        return fields.isEmpty ? nil : Was.json(fields, by: .hand)
    }

    private static func removed(_ new: [Statement], _ old: [Statement]) -> [Int] {
        Correction(new, old, \.was).removed { old, new in [old.range == new.range, old.text == new.text] }
    }

    /// A part of the record as its JSON has it.
    fileprivate func tree(_ key: String) -> RecordTree? {
        guard case .fields(let fields, _)? = try? JSONReader.values(jsonBytes, file: "").first else { return nil }
        return fields.first { $0.key == key }?.value
    }
}

/// Two lists of one kind: what the machine read, and what a person made of it.
private struct Correction<Item: Hashable> {
    let new: [Item]
    let old: [Item]
    let was: WritableKeyPath<Item, String?>

    init(_ new: [Item], _ old: [Item], _ was: WritableKeyPath<Item, String?>) {
        self.new = new
        self.old = old
        self.was = was
    }

    /// For each new item the old one it was made of: the same, else the first that one of the likenesses joins.
    private func partners(_ likenesses: (Item, Item) -> [Bool]) -> [Int?] {
        var partners = [Int?](repeating: nil, count: new.count)
        var free = Set(old.indices)
        func join(_ isLike: (Item, Item) -> Bool) {
            for index in new.indices where partners[index] == nil {
                guard let found = old.indices.first(where: { free.contains($0) && isLike(old[$0], new[index]) }) else {
                    continue
                }
                partners[index] = found
                free.remove(found)
            }
        }
        join { unmarked($0) == unmarked($1) }
        guard let one = old.first, let other = new.first else { return partners }
        for place in likenesses(one, other).indices { join { likenesses($0, $1)[place] } }
        return partners
    }

    private func unmarked(_ item: Item) -> Item {
        var item = item
        item[keyPath: was] = nil
        return item
    }

    func removed(_ likenesses: (Item, Item) -> [Bool]) -> [Int] {
        let kept = Set(partners(likenesses).compactMap { $0 })
        return old.indices.filter { !kept.contains($0) }
    }
}

extension Correction where Item: RecordItem {
    func marked(_ likenesses: (Item, Item) -> [Bool]) -> [Item] {
        zip(new, partners(likenesses)).map { item, partner in
            var item = item
            guard let partner else {
                item[keyPath: was] = Was.json([], by: .hand)
                return item
            }
            let before = old[partner]
            item[keyPath: was] = RecordTree.was(before.tree, item.tree) ?? before[keyPath: was]
            return item
        }
    }
}

/// What has a place in a record's lists.
private protocol RecordItem {
    var tree: RecordTree? { get }
}

extension MeetingRecord.Official: RecordItem {
    fileprivate var tree: RecordTree? { RecordTree.parsed { write(to: &$0) } }
}

extension MeetingRecord.Statement: RecordItem {
    fileprivate var tree: RecordTree? { RecordTree.parsed { write(to: &$0) } }
}

extension MeetingRecord.Figure: RecordItem {
    fileprivate var tree: RecordTree? { RecordTree.parsed { write(to: &$0) } }
}

extension RecordTree {
    fileprivate static func parsed(_ write: (inout JSONWriter) -> Void) -> RecordTree? {
        var out = JSONWriter()
        write(&out)
        return try? JSONReader.values(out.bytes, file: "").first
    }

    /// The fields of an object that were other before; `nil` where none was. How it was read is no part of what was read.
    fileprivate static func was(_ old: RecordTree?, _ new: RecordTree?) -> String? {
        guard case .fields(let before, _)? = old, case .fields(let now, _)? = new else { return nil }
        let changed = before.filter { field in
            guard !["was", "rule", "sure"].contains(field.key) else { return false }
            return now.first { $0.key == field.key }?.value.json != field.value.json
        }
        return changed.isEmpty ? nil : Was.json(changed, by: .hand)
    }
}
