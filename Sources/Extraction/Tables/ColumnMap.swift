public import Diagnostics
import Yams

/// Which column of a table holds what.
public struct ColumnMap: Hashable, Sendable {
    public enum Field: String, Hashable, Sendable, CaseIterable {
        // A row a person
        case name, title, unit, role, meeting, date, place, organizer, note
        // A row an article
        case headline, text, published, url
    }

    /// The columns' names, in no order.
    public var columns: [Field: String]
    /// The file that says so, for messages; `nil` where it was said in the call.
    public var file: String?

    public init(_ columns: [Field: String] = [:], file: String? = nil) {
        self.columns = columns
        self.file = file
    }

    /// Reads `name=姓名,title=职务`.
    ///
    /// - Throws: `unknownKey`, `duplicateKey`, `malformed`, without a place.
    public init(list: String) throws(Diagnostic) {
        self.init()
        for part in list.split(whereSeparator: { $0 == "," || $0 == "，" }) {
            guard let mark = part.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
                throw Diagnostic(.malformed(format: "the column map", reason: "`\(part)` has no `=`"))
            }
            let column = String(part[part.index(after: mark)...]).trimmedBlanks
            guard !column.isEmpty else {
                throw Diagnostic(.malformed(format: "the column map", reason: "`\(part)` names no column"))
            }
            do {
                try set(String(part[..<mark]).trimmedBlanks, column)
            } catch {
                throw Diagnostic(error.fault)
            }
        }
        guard !columns.isEmpty else {
            throw Diagnostic(.malformed(format: "the column map", reason: "there is nothing in it"))
        }
    }

    /// Reads a YAML file of `name: 姓名`.
    ///
    /// - Throws: `Diagnostic` with line and column.
    public init(yaml: String, file: String) throws(Diagnostic) {
        self.init(file: file)
        let (values, decoder) = try RecordTree.values(yaml: yaml, file: file)
        guard values.count == 1, case .fields(let fields, let mark) = values[0] else {
            throw Diagnostic(
                .wrongType(key: "columns", expected: "a mapping like `name: 姓名`"), at: Place(file: file, line: 1))
        }
        if fields.isEmpty { throw decoder.fail(.missingKey("name"), mark) }
        for field in fields {
            do {
                try set(field.key, try decoder.string(field.value, field.key))
            } catch let diagnostic where diagnostic.place == nil {
                throw decoder.fail(diagnostic.fault, field.mark)
            }
        }
    }

    private mutating func set(_ key: String, _ column: String) throws(Diagnostic) {
        guard let field = Field(rawValue: key) else {
            let known = Field.allCases.map(\.rawValue)
            throw Diagnostic(.unknownKey(key, nearest: Spelling.nearest(to: key, in: known)))
        }
        guard columns.updateValue(column, forKey: field) == nil else { throw Diagnostic(.duplicateKey(key)) }
    }
}

extension ColumnMap {
    /// The map that headings speak for themselves, where they are the usual ones.
    static func usual(_ columns: [String]) -> ColumnMap {
        var map = ColumnMap()
        let isArticle = columns.contains { (words[.text] ?? []).contains($0.lowercased()) }
        for column in columns {
            let word = column.lowercased()
            for field in Field.allCases where map.columns[field] == nil {
                var words = words[field] ?? []
                if isArticle, field == .headline { words.append("title") }
                if isArticle, field == .published { words += ["日期", "时间", "date"] }
                if isArticle, [.name, .title, .role, .meeting, .date, .unit, .place].contains(field) { continue }
                if words.contains(word) {
                    map.columns[field] = column
                    break
                }
            }
        }
        return map
    }

    private static let words: [Field: [String]] = [
        .name: ["姓名", "名字", "人员", "参会人员", "name"],
        .title: ["职务", "职位", "单位及职务", "单位职务", "工作单位及职务", "职务职称", "title", "post"],
        .unit: ["单位", "工作单位", "部门", "unit"],
        .role: ["角色", "会议角色", "参会方式", "参会情况", "出席情况", "参会角色", "role"],
        .meeting: ["会议", "会议名称", "meeting"],
        .date: ["日期", "时间", "会议日期", "会议时间", "召开时间", "date"],
        .place: ["地点", "会议地点", "place"],
        .organizer: ["主办单位", "组织单位", "承办单位", "organizer"],
        .note: ["备注", "说明", "note"],
        .headline: ["标题", "新闻标题", "题目", "headline"],
        .text: ["正文", "内容", "新闻内容", "文章内容", "全文", "text", "content", "body"],
        .published: ["发布时间", "发布日期", "发表时间", "发表日期", "published", "pubdate"],
        .url: ["链接", "网址", "地址", "url", "link"],
    ]
}

extension String {
    /// Without blanks at either end.
    var trimmedBlanks: String {
        var body = Substring(self)
        while let first = body.first, first.isWhitespace { body.removeFirst() }
        while let last = body.last, last.isWhitespace { body.removeLast() }
        return String(body)
    }
}
