public import Diagnostics

extension MeetingRecord {
    /// Records from JSON: one object, a list of them, or NDJSON.
    /// - Parameter file: what errors call the text, `-` for standard input.
    /// - Throws: `malformed`, `missingKey`, `wrongType`, `unknownKey`, `badValue`, each at its line and column.
    public static func records(json bytes: [UInt8], file: String) throws(Diagnostic) -> [MeetingRecord] {
        let decoder = RecordDecoder { mark in
            guard case .offset(let offset) = mark else { return Place(file: file) }
            return JSONReader.place(of: offset, in: bytes, file: file)
        }
        return try records(JSONReader.values(bytes, file: file), decoder)
    }

    /// Records of values, lists among them opened.
    static func records(_ values: [RecordTree], _ decoder: RecordDecoder) throws(Diagnostic) -> [MeetingRecord] {
        var records: [MeetingRecord] = []
        for value in values {
            if case .list(let items, _) = value {
                for item in items { records.append(try decoder.record(item)) }
            } else {
                records.append(try decoder.record(value))
            }
        }
        return records
    }
}

extension RecordDecoder {
    private static let statementKeys = [
        "text", "heading", "range", "kind", "sdg", "owner", "deadline", "rule", "sure", "sdgWords", "was",
    ]

    fileprivate func record(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord {
        let fields = try object(
            tree, "record",
            keys: [
                "schema", "id", "source", "headline", "kind", "meeting", "officials", "doctrineNames", "goals",
                "figures",
                "directives", "results", "boilerplate", "repairs", "warnings", "was",
            ])
        let schema = try fields.integer("schema")
        guard schema == 1 else {
            throw fail(
                .badValue(key: "schema", value: "\(schema)", expected: "1"), fields["schema"]?.mark ?? fields.mark)
        }
        guard let source = fields["source"] else { throw fail(.missingKey("source"), fields.mark) }
        guard let meeting = fields["meeting"] else { throw fail(.missingKey("meeting"), fields.mark) }
        var record = MeetingRecord(
            id: try fields.string("id"), source: try self.source(source),
            headline: try fields.optionalString("headline"),
            kind: try fields.choice("kind", MeetingRecord.Kind.self), meeting: try self.meeting(meeting))
        record.officials = try fields.neededList("officials", official)
        record.doctrineNames = try fields.list("doctrineNames") { tree throws(Diagnostic) in
            try string(tree, "doctrineNames")
        }
        record.goals = try fields.neededList("goals", statement)
        record.figures = try fields.neededList("figures", figure)
        record.directives = try fields.neededList("directives", statement)
        record.results = try fields.neededList("results", statement)
        record.boilerplate = try fields.neededList("boilerplate", statement)
        record.repairs = try fields.neededList("repairs", repair)
        record.warnings = try fields.neededList("warnings", warning)
        record.was = fields.was
        return record
    }

    private func source(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord.Source {
        let fields = try object(tree, "source", keys: ["path", "sha256", "encoding", "script", "published", "url"])
        return MeetingRecord.Source(
            path: try fields.string("path"), sha256: try fields.string("sha256"),
            encoding: try fields.string("encoding"),
            script: try fields.choice("script", MeetingRecord.Source.Script.self),
            published: try fields.day("published"),
            url: try fields.optionalString("url"))
    }

    private func meeting(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord.Meeting {
        let fields = try object(
            tree, "meeting",
            keys: [
                "name", "ordinal", "date", "endDate", "dateInferred", "dateEvidence", "place", "organizer", "ranges",
                "was",
            ])
        var meeting = MeetingRecord.Meeting(
            name: try fields.optionalString("name"), ordinal: try fields.optionalInteger("ordinal"),
            date: try fields.day("date"), endDate: try fields.day("endDate"),
            dateInferred: try fields.optionalBool("dateInferred"),
            dateEvidence: try fields.optionalString("dateEvidence"),
            place: try fields.optionalString("place"), organizer: try fields.optionalString("organizer"))
        if let ranges = fields["ranges"], !ranges.isNull {
            guard case .fields(let places, _) = ranges else {
                throw fail(.wrongType(key: "ranges", expected: "a mapping of keys to ranges"), ranges.mark)
            }
            for place in places { meeting.ranges[place.key] = try range(place.value, place.key) }
        }
        meeting.was = fields.was
        return meeting
    }

    private func official(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord.Official {
        let fields = try object(
            tree, "officials",
            keys: ["name", "printed", "titles", "roles", "event", "note", "ranges", "rule", "sure", "was"])
        let name = try fields.string("name")
        var official = MeetingRecord.Official(
            name: name, printed: try fields.optionalString("printed") ?? name,
            titles: try fields.neededList("titles") { tree throws(Diagnostic) in try string(tree, "titles") },
            roles: try fields.neededList("roles") { tree throws(Diagnostic) in
                try choice(tree, "roles", MeetingRecord.Role.self)
            },
            event: try fields.optionalString("event"), note: try fields.optionalString("note"),
            ranges: try fields.list("ranges") { tree throws(Diagnostic) in try range(tree, "ranges") },
            rule: try fields.optionalString("rule"), sure: try fields.optionalBool("sure"))
        official.was = fields.was
        return official
    }

    private func statement(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord.Statement {
        let fields = try object(tree, "statement", keys: Self.statementKeys)
        var statement = MeetingRecord.Statement(
            text: try fields.string("text"), heading: try fields.optionalString("heading"),
            range: try fields.range("range"),
            kind: try fields.optionalString("kind"),
            sdg: try fields.list("sdg") { tree throws(Diagnostic) in try goal(tree) },
            sdgWords: try fields.list("sdgWords") { tree throws(Diagnostic) in try string(tree, "sdgWords") },
            owner: try fields.optionalString("owner"), deadline: try fields.optionalString("deadline"),
            rule: try fields.optionalString("rule"), sure: try fields.optionalBool("sure"))
        statement.was = fields.was
        return statement
    }

    private func goal(_ tree: RecordTree) throws(Diagnostic) -> Int {
        let number = try integer(tree, "sdg")
        guard (1...17).contains(number) else {
            throw fail(.badValue(key: "sdg", value: "\(number)", expected: "a number from 1 to 17"), tree.mark)
        }
        return number
    }

    private func figure(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord.Figure {
        let fields = try object(
            tree, "figures",
            keys: [
                "text", "indicator", "comparator", "value", "unit", "year", "range", "base", "rule", "sure", "was",
            ])
        var figure = MeetingRecord.Figure(
            text: try fields.string("text"), indicator: try fields.optionalString("indicator"),
            comparator: try fields.optionalString("comparator"), value: try fields.number("value"),
            unit: try fields.string("unit"), year: try fields.optionalInteger("year"),
            base: try fields.optionalString("base"), range: try fields.range("range"),
            rule: try fields.optionalString("rule"), sure: try fields.optionalBool("sure"))
        figure.was = fields.was
        return figure
    }

    private func repair(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord.Repair {
        let fields = try object(tree, "repairs", keys: ["printed", "restored", "kind", "proof", "range"])
        return MeetingRecord.Repair(
            printed: try fields.string("printed"), restored: try fields.optionalString("restored"),
            kind: try fields.string("kind"), proof: try fields.optionalString("proof"), range: try fields.range("range")
        )
    }

    private func warning(_ tree: RecordTree) throws(Diagnostic) -> MeetingRecord.Warning {
        let fields = try object(tree, "warnings", keys: ["text", "range", "question"])
        return MeetingRecord.Warning(
            text: try fields.string("text"), range: try fields.optionalRange("range"),
            question: try fields.optionalString("question"))
    }
}
