/// How a table of the month says where in the chronicle a thing is found: `第3条`, `第1、3条`, `第1—4、9条`.
struct MonthReference: Hashable {
    /// So many characters fit the column, `第1、3、8条`.
    private static let longest = 7

    /// Rising, from 1; three or more that follow each other are said by the first and the last.
    private let parts: [String]

    init(_ numbers: [Int]) {
        var parts: [String] = []
        var start = 0
        while start < numbers.count {
            var end = start
            while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
            if end - start >= 2 {
                parts.append("\(numbers[start])—\(numbers[end])")
            } else {
                parts += numbers[start...end].map(String.init)
            }
            start = end + 1
        }
        self.parts = parts
    }

    var text: String { "第" + parts.joined(separator: "、") + "条" }

    /// What may not break across lines, as `names` of the briefing: all of a short reference; of a long one 第 with
    /// the first number and the last number with 条.
    var unbroken: [String] {
        let text = text
        if parts.count == 1 || text.count <= Self.longest { return [text] }
        return ["第\(parts[0])、", "\(parts[parts.count - 1])条"]
    }
}
