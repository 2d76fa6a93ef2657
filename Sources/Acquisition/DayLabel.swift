/// What the label in front of a day says: when people met (`会议时间：2024年5月6日`), or when a text was put out
/// (`发布时间：2024-05-06`). A bare `时间：` is the meeting's in a form with 地点：, 主持：, 出席：, the page's elsewhere.
package enum DayLabel {
    /// Whether a day is that of a meeting or another appointment, and so tells no publication.
    ///
    /// - Parameters:
    ///   - day: where the day begins, in the indices of `line`.
    ///   - line: the line, or the one above and the line: a form's label may stand above its value.
    ///   - isForm: whether the text is a form (`isForm(_:)`).
    package static func isAppointment(
        dayAt day: Int, in line: ArraySlice<Unicode.Scalar>, isForm: @autoclosure () -> Bool
    ) -> Bool {
        guard let label = label(of: day, in: line) else { return false }
        if label == "会期" || label == "會期" { return true }
        guard let ending = endings.first(where: label.hasSuffix) else { return false }
        let prefix = label.dropLast(ending.count)
        if publishing.contains(where: prefix.contains) { return false }
        if appointments.contains(where: prefix.hasSuffix) { return true }
        let text = scalarString(line)
        return isForm() && !beside.contains(where: text.contains)
    }

    /// Whether one of the lines has a label that only the form of a meeting has.
    package static func isForm(_ lines: some Sequence<ArraySlice<Unicode.Scalar>>) -> Bool {
        lines.contains { line in
            if line.count <= 12, formLabels.contains(scalarString(line.filter { isHan($0) })) { return true }
            return line.indices.contains { index in
                isColon(line[index]) && formLabels.contains(word(before: index, in: line))
            }
        }
    }

    /// The label that a day stands behind: at the next colon before it that is none of a time, else right before it.
    private static func label(of day: Int, in line: ArraySlice<Unicode.Scalar>) -> String? {
        var place = day
        while place > line.startIndex {
            place -= 1
            if line[place] == "\n" || line[place] == "。" { break }
            if isColon(line[place]), place > line.startIndex, !isDigit(line[place - 1]) {
                return word(before: place, in: line)
            }
        }
        let label = word(before: day, in: line)
        return label.isEmpty ? nil : label
    }

    /// The characters before an index; blanks and brackets are passed over there and in `时 间`, `地　　点`.
    private static func word(before end: Int, in line: ArraySlice<Unicode.Scalar>) -> String {
        var word: [Unicode.Scalar] = []
        var isSpaced = false
        for scalar in line[..<end].reversed() {
            if isHan(scalar), word.count < 16 {
                if word.isEmpty, scalar == "为" || scalar == "為" { continue }
                word.append(scalar)
            } else if isBlank(scalar), word.count < 2 || isSpaced {
                isSpaced = isSpaced || word.count == 1
            } else if !word.isEmpty || !"】］]*：:".unicodeScalars.contains(scalar) {
                break
            }
        }
        return scalarString(word.reversed())
    }

    private static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == "：" || scalar == ":" }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value == 0x3000
    }

    private static let endings = ["时间", "日期", "時間"]
    /// Before 时间 and 日期: when a text was put out.
    private static let publishing = [
        "发布", "发表", "更新", "录入", "发稿", "编辑", "公开", "上传", "刊发", "刊登", "成文", "印发", "发文", "出版", "签发", "生成", "推送", "转载",
        "添加",
        "發布", "發佈", "發表", "錄入", "發稿", "編輯", "公開", "刊發", "發文", "簽發",
    ]
    /// Before 时间 and 日期: when people meet, come or are due.
    private static let appointments = [
        "会议", "召开", "开会", "活动", "举办", "举行", "报名", "报到", "签到", "截止", "座谈", "座谈会", "调研", "研讨", "培训", "考察", "例会", "学习",
        "会见",
        "开始", "结束", "起止", "开幕", "會議", "召開", "開會", "活動", "舉辦", "舉行", "報名", "報到",
    ]
    /// In the same line as `时间：`, it tells of a page.
    private static let beside = ["来源", "來源", "浏览", "点击", "阅读", "字号", "字体", "作者", "编辑", "稿源", "瀏覽", "點擊", "編輯"]
    private static let formLabels: Set<String> = {
        var labels: Set<String> = [
            "主持", "主持人", "召集人", "缺席", "缺席人员", "请假", "请假人员", "记录", "记录人", "记录员", "主持人員", "請假", "請假人員", "記錄", "記錄人",
        ]
        for word in ["出席", "列席", "参加", "参会", "与会", "到会", "參加", "參會", "與會"] {
            for ending in ["", "人员", "领导", "人", "单位", "人員", "領導", "單位"] { labels.insert(word + ending) }
        }
        for word in ["", "会议", "召开", "开会", "活动", "举办", "會議", "召開", "開會", "活動"] {
            for ending in ["地点", "地點"] { labels.insert(word + ending) }
        }
        return labels.union(["会议主持", "会议主持人", "会议记录", "會議主持", "會議記錄"])
    }()
}
