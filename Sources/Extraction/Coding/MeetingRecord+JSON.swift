extension MeetingRecord {
    /// The record as JSON on one line, without a line end: keys in the order of `record.schema.json`, what is not known as
    /// `null`. The same record gives the same bytes.
    public var json: String { String(decoding: jsonBytes, as: UTF8.self) }

    /// `json` in UTF-8.
    public var jsonBytes: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Records as NDJSON: one a line, each line ended.
    public static func ndjson(_ records: some Sequence<MeetingRecord>) -> [UInt8] {
        var writer = JSONWriter()
        for record in records {
            record.write(to: &writer)
            writer.endLine()
        }
        return writer.bytes
    }

    private func write(to out: inout JSONWriter) {
        out.object {
            $0.key("schema", schema)
            $0.key("id", id)
            $0.key("source") { source.write(to: &$0) }
            $0.key("headline", headline)
            $0.key("kind", kind.rawValue)
            $0.key("meeting") { meeting.write(to: &$0) }
            $0.key("officials") { $0.array(officials) { $1.write(to: &$0) } }
            $0.key("doctrineNames") { $0.array(doctrineNames) { $0.string($1) } }
            $0.key("goals") { $0.array(goals) { $1.write(to: &$0) } }
            $0.key("figures") { $0.array(figures) { $1.write(to: &$0) } }
            $0.key("directives") { $0.array(directives) { $1.write(to: &$0) } }
            $0.key("results") { $0.array(results) { $1.write(to: &$0) } }
            $0.key("boilerplate") { $0.array(boilerplate) { $1.write(to: &$0) } }
            $0.key("repairs") { $0.array(repairs) { $1.write(to: &$0) } }
            $0.key("warnings") { $0.array(warnings) { $1.write(to: &$0) } }
            $0.was(was)
        }
    }
}

extension MeetingRecord.Source {
    fileprivate func write(to out: inout JSONWriter) {
        out.object {
            $0.key("path", path)
            $0.key("sha256", sha256)
            $0.key("encoding", encoding)
            $0.key("script", script.rawValue)
            $0.key("published", published)
            $0.key("url", url)
        }
    }
}

extension MeetingRecord.Meeting {
    /// The order in which places of fields are written; others follow by name.
    private static let order = ["name", "ordinal", "date", "endDate", "place", "organizer"]

    fileprivate func write(to out: inout JSONWriter) {
        out.object {
            $0.key("name", name)
            $0.key("ordinal", ordinal)
            $0.key("date", date)
            $0.key("endDate", endDate)
            $0.key("dateInferred", dateInferred ?? false)
            $0.key("dateEvidence", dateEvidence)
            $0.key("place", place)
            $0.key("organizer", organizer)
            $0.key("ranges") {
                $0.object {
                    for field in orderedFields { $0.key(field, ranges[field]) }
                }
            }
            $0.was(was)
        }
    }

    /// The fields that have a place, in their order.
    var orderedFields: [String] {
        Self.order.filter { ranges[$0] != nil } + ranges.keys.filter { !Self.order.contains($0) }.sorted()
    }
}

extension MeetingRecord.Official {
    func write(to out: inout JSONWriter) {
        out.object {
            $0.key("name", name)
            $0.key("printed", printed)
            $0.key("titles") { $0.array(titles) { $0.string($1) } }
            $0.key("roles") { $0.array(roles) { $0.string($1.rawValue) } }
            $0.key("event", event)
            $0.key("note", note)
            $0.key("ranges") { $0.array(ranges) { $0.range($1) } }
            $0.key("rule", rule)
            $0.key("sure", sure ?? true)
            $0.was(was)
        }
    }
}

extension MeetingRecord.Statement {
    func write(to out: inout JSONWriter) {
        out.object {
            $0.key("text", text)
            $0.key("heading", heading)
            $0.key("range", range)
            if let kind { $0.key("kind", kind) }
            $0.key("sdg") { $0.array(sdg ?? []) { $0.integer($1) } }
            $0.key("owner", owner)
            $0.key("deadline", deadline)
            $0.key("rule", rule)
            $0.key("sure", sure ?? true)
            $0.key("sdgWords") { $0.array(sdgWords ?? []) { $0.string($1) } }
            $0.was(was)
        }
    }
}

extension MeetingRecord.Figure {
    func write(to out: inout JSONWriter) {
        out.object {
            $0.key("text", text)
            $0.key("indicator", indicator)
            $0.key("comparator", comparator)
            $0.key("value") { $0.number(value) }
            $0.key("unit", unit)
            $0.key("year", year)
            $0.key("range", range)
            $0.key("base", base)
            $0.key("rule", rule)
            $0.key("sure", sure ?? true)
            $0.was(was)
        }
    }
}

extension MeetingRecord.Repair {
    fileprivate func write(to out: inout JSONWriter) {
        out.object {
            $0.key("printed", printed)
            $0.key("restored", restored)
            $0.key("kind", kind)
            $0.key("proof", proof)
            $0.key("range", range)
        }
    }
}

extension MeetingRecord.Warning {
    fileprivate func write(to out: inout JSONWriter) {
        out.object {
            $0.key("text", text)
            if let range { $0.key("range", range) }
            $0.key("question", question)
        }
    }
}
