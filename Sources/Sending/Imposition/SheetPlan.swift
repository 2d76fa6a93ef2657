/// Which pages stand on which side of which sheet; nothing of sizes.
public struct SheetPlan: Hashable, Sendable {
    public struct Side: Hashable, Sendable {
        /// Of the sheet, from 1.
        public var sheet: Int
        public var isFront: Bool
        /// By place: from the left, then from the top. Pages from 1; `nil` is blank.
        public var pages: [Int?]
        /// How many sheets of its signature lie around it.
        public var depth = 0
    }

    public var sides: [Side]
    /// Blank pages that were added.
    public var blanks: Int

    public var sheetCount: Int { sides.last?.sheet ?? 0 }

    /// - Parameter count: pages of the document, at least 1.
    public init(pages count: Int, _ order: ImpositionOrder) {
        switch order.scheme {
        case .booklet(let signature):
            self.init(booklet: count, signature: signature, keepsLastOutside: order.keepsLastOutside)
        case .up(let places): self.init(up: places, count: count, isDuplex: order.duplex != ImpositionOrder.Duplex.none)
        }
    }

    /// Sheets folded once: the outer one of `n` pages holds `n` and 1 in front, 2 and `n - 1` behind; and so on inwards.
    private init(booklet count: Int, signature: Int?, keepsLastOutside: Bool) {
        let total = (count + 3) / 4 * 4
        var order: [Int?] = (1...count).map { $0 }
        let missing = [Int?](repeating: nil, count: total - count)
        order.insert(contentsOf: missing, at: keepsLastOutside && count > 1 ? count - 1 : count)
        let most = max(1, signature ?? total / 4)
        sides = []
        blanks = missing.count
        var sheet = 0
        for size in Self.signatures(sheets: total / 4, most: most) {
            let first = sheet * 4
            let pages = Array(order[first..<first + size * 4])
            for depth in 0..<size {
                let (low, high) = (2 * depth, pages.count - 1 - 2 * depth)
                sheet += 1
                sides.append(Side(sheet: sheet, isFront: true, pages: [pages[high], pages[low]], depth: depth))
                sides.append(
                    Side(sheet: sheet, isFront: false, pages: [pages[low + 1], pages[high - 1]], depth: depth))
            }
        }
    }

    /// As even as can be, the larger ones first: 5 sheets in signatures of at most 4 are 3 and 2.
    static func signatures(sheets: Int, most: Int) -> [Int] {
        let count = (sheets + most - 1) / most
        return (0..<count).map { sheets / count + ($0 < sheets % count ? 1 : 0) }
    }

    private init(up places: Int, count: Int, isDuplex: Bool) {
        sides = []
        for (index, first) in stride(from: 1, through: count, by: places).enumerated() {
            let pages = (first..<first + places).map { $0 <= count ? $0 : nil }
            sides.append(
                Side(
                    sheet: isDuplex ? index / 2 + 1 : index + 1, isFront: !isDuplex || index % 2 == 0, pages: pages))
        }
        blanks = sides.last?.pages.count { $0 == nil } ?? 0
    }
}

extension SheetPlan {
    /// For people: a line a sheet.
    ///
    ///     第 1 张　正面 16、1　反面 2、15
    public var table: String {
        var text = ""
        for sheet in 1...max(1, sheetCount) {
            let sides = sides.filter { $0.sheet == sheet }
            text += "第 \(sheet) 张"
            for side in sides {
                let pages = side.pages.map { $0.map(String.init) ?? "空白" }.joined(separator: "、")
                text += "　\(side.isFront ? "正面" : "反面") \(pages)"
            }
            text += "\n"
        }
        return text + "共 \(sheetCount) 张，补空白页 \(blanks) 页\n"
    }
}
