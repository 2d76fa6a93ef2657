public import Acquisition
public import Cleaning
public import Diagnostics

/// Reads a table into records: a row is a person at a meeting, or an article.
public struct TableReader: Sendable {
    /// What an official of a table names as its rule.
    static let rule = "Table"

    private let table: SourceTable
    /// The columns' places.
    private let places: [ColumnMap.Field: Int]

    /// - Parameter columns: which column holds what; where it is `nil`, usual headings speak for themselves.
    /// - Throws: `missingColumn` at the table's first line where a mapped column is not in it; `columnsUnknown` where none
    ///   is a name or a text.
    public init(_ table: SourceTable, columns: ColumnMap?) throws(Diagnostic) {
        self.table = table
        let place = Place(file: table.source.path, line: 1)
        let map = columns ?? .usual(table.columns)
        var places: [ColumnMap.Field: Int] = [:]
        for field in ColumnMap.Field.allCases {
            guard let name = map.columns[field] else { continue }
            guard let index = table.columns.firstIndex(of: name) else {
                let nearest = Spelling.nearest(to: name, in: table.columns)
                throw Diagnostic(.missingColumn(name, nearest: nearest, columns: table.columns), at: place)
            }
            places[field] = index
        }
        guard places[.name] != nil || places[.text] != nil else {
            throw Diagnostic(.columnsUnknown(columns: table.columns), at: place)
        }
        self.places = places
    }

    private func range(_ field: ColumnMap.Field, _ row: SourceTable.Row) -> Range<Int>? {
        places[field].map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func text(_ field: ColumnMap.Field, _ row: SourceTable.Row) -> String? {
        range(field, row).map(table.text)
    }

    // MARK: Articles

    /// Where rows are articles: each as a source of its own, called `news.csv:12`; `nil` where rows are persons.
    public var articles: [SourceText]? {
        guard places[.text] != nil else { return nil }
        return table.rows.compactMap { row in
            guard let body = range(.text, row) else { return nil }
            let headline = text(.headline, row)
            var scalars = Array(table.source.text[body])
            if let headline, !scalars.starts(with: headline.unicodeScalars) {
                scalars = Array(headline.unicodeScalars) + ["\n"] + scalars
            }
            let bytes = Array(String(scalars: scalars).utf8)
            let published = text(.published, row).flatMap { PublicationDate.stated(in: Array($0.unicodeScalars)[...]) }
            return SourceText(
                path: "\(table.source.path):\(row.line)", sha256: SourceReader.sha256(of: bytes),
                encoding: table.source.encoding, format: .table, text: scalars, title: headline, published: published,
                url: text(.url, row))
        }
    }

    // MARK: Persons

    /// The rows of one meeting.
    private struct Group {
        var meeting: String?
        var date: String?
        var rows: [SourceTable.Row] = []
    }

    /// Where rows are persons: a record for each meeting, in the order of their first rows, with the text its ranges count
    /// in.
    public func records() -> (records: [MeetingRecord], text: CleanText) {
        let text = CleanText(unrepaired: table.source)
        return (groups().enumerated().map { record($1, number: $0 + 1) }, text)
    }

    /// A row that says neither meeting nor day belongs to those before it: so cells that were merged come out.
    private func groups() -> [Group] {
        var groups: [Group] = []
        var index: [[String?]: Int] = [:]
        for row in table.rows {
            let said = (meeting: text(.meeting, row), date: text(.date, row))
            if said.meeting == nil, said.date == nil, !groups.isEmpty {
                groups[groups.count - 1].rows.append(row)
                continue
            }
            let key = [said.meeting, said.date]
            if let known = index[key] {
                groups[known].rows.append(row)
            } else {
                index[key] = groups.count
                groups.append(Group(meeting: said.meeting, date: said.date, rows: [row]))
            }
        }
        return groups
    }

    private func record(_ group: Group, number: Int) -> MeetingRecord {
        let source = table.source
        var record = MeetingRecord(
            id: "\(source.sha256.prefix(16))-\(number)",
            source: .init(path: source.path, sha256: source.sha256, encoding: source.encoding, script: .hans),
            headline: group.meeting, kind: .meeting, meeting: .init(name: group.meeting))
        let first = group.rows[0]
        if let range = range(.meeting, first) { record.meeting.ranges["name"] = .init(range) }
        record.meeting.ordinal = group.meeting.flatMap { NameRule.ordinal(of: $0) }
        date(group, first, &record)
        for (field, path) in [
            (ColumnMap.Field.place, \MeetingRecord.Meeting.place), (.organizer, \.organizer),
        ] {
            guard let row = group.rows.first(where: { range(field, $0) != nil }), let range = range(field, row) else {
                continue
            }
            record.meeting[keyPath: path] = table.text(range)
            record.meeting.ranges[field.rawValue] = .init(range)
        }
        var officials = TableOfficials()
        for row in group.rows { add(row, to: &officials, &record.warnings) }
        record.officials = officials.list
        return record
    }

    private func date(_ group: Group, _ row: SourceTable.Row, _ record: inout MeetingRecord) {
        guard let words = group.date, let range = range(.date, row) else { return }
        let scalars = Array(words.unicodeScalars)
        record.meeting.date =
            PublicationDate.stated(in: scalars[...]) ?? Self.dayWithoutYear(words)?.text
        record.meeting.ranges["date"] = .init(range)
        if record.meeting.date == nil {
            record.warnings.append(
                .init(text: "日期“\(words)”不能识别", range: .init(range), question: "会议是哪一天召开的？"))
        }
    }

    /// `5月6日`
    private static func dayWithoutYear(_ text: String) -> RecordDay? {
        let numbers = text.split(whereSeparator: { $0 == "月" || $0 == "日" }).compactMap { Int($0) }
        guard text.contains("月"), numbers.count == 2 else { return nil }
        let day = RecordDay(year: nil, month: numbers[0], day: numbers[1])
        return RecordDay(day.text)
    }

    private func add(
        _ row: SourceTable.Row, to officials: inout TableOfficials, _ warnings: inout [MeetingRecord.Warning]
    ) {
        let titleRange = range(.title, row) ?? range(.unit, row)
        guard let names = range(.name, row) else {
            if let titleRange {
                warnings.append(
                    .init(text: "第\(row.line)行有职务而无姓名", range: .init(titleRange), question: "是哪一位？"))
            }
            return
        }
        var roles: [MeetingRecord.Role] = [.attends]
        if let words = text(.role, row), let range = range(.role, row) {
            roles = TableRole.roles(words)
            if roles.isEmpty {
                warnings.append(.init(text: "会议角色“\(words)”不能识别", range: .init(range), question: "是出席、列席还是请假？"))
            }
        }
        let titles = titles(row)
        for name in parts(of: names, at: "、，,；;/\n") {
            officials.add(
                name: String(scalars: table.source.text[name].filter { !Passage.isBlank($0) }), titles: titles,
                roles: roles,
                note: text(.note, row), ranges: [name] + [titleRange].compactMap { $0 },
                sure: places[.role] != nil && !roles.isEmpty)
        }
    }

    /// The titles of a row; a unit of its own column stands before one that does not name it.
    private func titles(_ row: SourceTable.Row) -> [String] {
        let unit = text(.unit, row)
        guard let range = range(.title, row) else { return unit.map { [$0] } ?? [] }
        var titles = parts(of: range, at: "、，,；;\n").map { table.text($0) }
        if let unit, let first = titles.first, !first.hasPrefix(unit) { titles[0] = unit + first }
        return titles
    }

    private func parts(of range: Range<Int>, at marks: String) -> [Range<Int>] {
        let marks = Set(marks.unicodeScalars)
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where marks.contains(table.source.text[index]) {
            if index > start { parts.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }
}

/// The persons of one meeting: one who stands in several rows is one person.
private struct TableOfficials {
    private(set) var list: [MeetingRecord.Official] = []

    mutating func add(
        name: String, titles: [String], roles: [MeetingRecord.Role], note: String?, ranges: [Range<Int>], sure: Bool
    ) {
        guard !name.isEmpty else { return }
        let same = list.firstIndex { known in
            known.name == name && (known.titles == titles || titles.isEmpty || known.titles.isEmpty)
        }
        guard let index = same else {
            list.append(
                .init(
                    name: name, printed: name, titles: titles, roles: roles, note: note,
                    ranges: ranges.map { .init($0) }, rule: TableReader.rule, sure: sure))
            return
        }
        if list[index].titles.isEmpty { list[index].titles = titles }
        list[index].roles += roles.filter { !list[index].roles.contains($0) }
        list[index].note = list[index].note ?? note
        list[index].ranges += ranges.map { .init($0) }
        list[index].sure = sure && list[index].sure != false
    }
}

/// What a cell says of someone's part in a meeting.
enum TableRole {
    private static let words: [(word: String, role: MeetingRecord.Role)] = [
        ("委托", .delegates), ("主持", .presides), ("讲话", .speaks), ("致辞", .speaks), ("发言", .speaks), ("汇报", .reports),
        ("报告", .reports), ("列席", .observes), ("指导", .guides), ("陪同", .accompanies), ("请假", .absent), ("缺席", .absent),
        ("未到", .absent), ("未出席", .absent), ("出席", .attends), ("参加", .attends), ("参会", .attends), ("到会", .attends),
        ("与会", .attends),
    ]

    /// In the order of the words; none where the cell has no word that is known.
    static func roles(_ cell: String) -> [MeetingRecord.Role] {
        if let role = MeetingRecord.Role(rawValue: cell.lowercased()) { return [role] }
        var roles: [MeetingRecord.Role] = []
        for (word, role) in words where cell.contains(word) && !roles.contains(role) { roles.append(role) }
        // Who was not there did not attend, and who guides is there anyway.
        if roles.contains(.absent) || roles.contains(.delegates) { roles.removeAll { $0 == .attends } }
        if roles.count > 1 { roles.removeAll { $0 == .attends } }
        return roles
    }
}
