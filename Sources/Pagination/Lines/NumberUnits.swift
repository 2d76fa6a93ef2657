import Diagnostics

/// Units that stay with their number (6.5%, 30 μg/m³, 2024年, 1.2万亿元).
enum NumberUnits {
    /// Those of Han, longest first where one begins with another.
    private static let han: [[Unicode.Scalar]] = [
        "平方公里", "平方千米", "立方米", "平方米", "摄氏度", "个百分点", "千瓦时", "个工作日", "人民币", "百分点", "公里", "千米", "公顷", "公斤", "千克",
        "毫克", "微克", "毫米", "厘米", "千瓦", "兆瓦", "小时", "分钟", "美元", "欧元", "港元", "人次", "周年", "年度", "季度", "月份", "个月", "平方",
        "立方",
    ].map { Array($0.unicodeScalars) }

    private static let single = Set(
        "年月日时分秒点号期个项名人次家户件条处所元块万亿千百十吨米克升度倍级届版章节页篇天周岁户亩栋座间辆台套份种类批位场轮层段支只头株棵村县市区镇"
            .unicodeScalars)

    private static let magnitudes = Set("十百千万亿多余".unicodeScalars)

    private static let western = Set([
        "kg", "g", "mg", "μg", "µg", "ng", "t", "km", "m", "dm", "cm", "mm", "μm", "µm", "nm", "m²", "m³", "km²", "cm²",
        "cm³",
        "L", "mL", "ml", "h", "min", "s", "ms", "d", "a", "ha", "hm²", "kW", "MW", "GW", "W", "kWh", "MWh", "GWh", "V",
        "kV",
        "A", "mA", "Hz", "kHz", "MHz", "GHz", "dB", "Pa", "kPa", "MPa", "hPa", "J", "kJ", "MJ", "K", "mol", "B", "KB",
        "kB", "MB",
        "GB", "TB", "PB", "bit", "Mbps", "Gbps", "CO₂e", "tCO₂", "tCO₂e", "tce", "ppm", "ppb", "rpm", "lx", "lm", "cd",
        "N", "kN",
    ])

    /// How many scalars of Han from `start` belong to the number before them; 0 where none does.
    static func hanUnit(_ text: [Unicode.Scalar], from start: Int) -> Int {
        var at = start
        while true {
            for unit in han where text[at...].starts(with: unit) { return at + unit.count - start }
            guard at < text.count, magnitudes.contains(text[at]) else { break }
            at += 1
        }
        if at < text.count, single.contains(text[at]) { at += 1 }
        return at - start
    }

    /// Whether the Western word at `range`, after a number and a space, is a unit: `kg`, `μg/m³`.
    static func isUnit(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.count <= 12 else { return false }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "·" }
        return parts.allSatisfy { part in
            var word = String(scalars: part)
            while let last = word.last, ".,;:)".contains(last) { word.removeLast() }
            return western.contains(word)
        }
    }
}
