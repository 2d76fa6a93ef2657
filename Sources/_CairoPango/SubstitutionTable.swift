/// The bytes of a font's `GSUB` table, to be changed in place.
struct SubstitutionTable {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Takes `locl` from every language but those with these tags. A subset for one language then holds no forms for
    /// the others, which in a pan-CJK face are as many again as the characters wanted.
    mutating func keepLocalForms(ofLanguages wanted: Set<UInt32>) {
        let locl = ("locl" as StaticString).openTypeTag
        let features = number16(6)
        let isLocal = (0..<number16(features)).map { number32(features + 2 + 6 * $0) == locl }
        var kept: Set<Int> = []
        var others: Set<Int> = []
        let scripts = number16(4)
        for script in 0..<number16(scripts) {
            let table = scripts + number16(scripts + 2 + 6 * script + 4)
            if number16(table) != 0 { others.insert(table + number16(table)) }
            for language in 0..<number16(table + 2) {
                let record = table + 4 + 6 * language
                let place = table + number16(record + 4)
                if wanted.contains(number32(record)) { kept.insert(place) } else { others.insert(place) }
            }
        }
        for place in others.subtracting(kept) { removeLocalForms(at: place, isLocal) }
    }

    /// Moves the features of a language that stay to the front of its list and shortens it.
    private mutating func removeLocalForms(at place: Int, _ isLocal: [Bool]) {
        let staying = (0..<number16(place + 4)).map { number16(place + 6 + 2 * $0) }.filter {
            !isLocal.indices.contains($0) || !isLocal[$0]
        }
        set16(place + 4, staying.count)
        for (at, feature) in staying.enumerated() { set16(place + 6 + 2 * at, feature) }
    }

    /// 0 beyond the end: a broken table then has nothing in it.
    private func number16(_ at: Int) -> Int {
        at + 2 <= bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : 0
    }

    private func number32(_ at: Int) -> UInt32 { UInt32(number16(at)) << 16 | UInt32(number16(at + 2)) }

    private mutating func set16(_ at: Int, _ value: Int) {
        guard at + 2 <= bytes.count else { return }
        bytes[at] = UInt8(value >> 8 & 0xFF)
        bytes[at + 1] = UInt8(value & 0xFF)
    }
}
