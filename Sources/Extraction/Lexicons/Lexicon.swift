/// Words and what they do, found from any place in an array of scalar values, the longest first.
///
/// A trie: the first scalar through a dense table, the following ones through one open-addressed hash table.
struct Lexicon: Sendable {
    /// What a word can be; a word may be several things.
    struct Kind: OptionSet, Sendable {
        let rawValue: UInt64

        /// A post: 书记, 副主任 …
        static let post = Kind(rawValue: 1 << 0)
        /// A post that several people of one body hold, so one title can cover a list of names: 领导, 委员.
        static let shared = Kind(rawValue: 1 << 1)
        /// Ends a unit that is being read: function words, words of time, verbs.
        static let breaker = Kind(rawValue: 1 << 2)
        /// A word to step over whole: it holds a character that alone would be a breaker or a surname.
        static let solid = Kind(rawValue: 1 << 3)
        /// Can stand directly behind the subject's name.
        static let follower = Kind(rawValue: 1 << 4)
        /// Common word that starts with a surname's character and is no name.
        static let common = Kind(rawValue: 1 << 5)
        /// After a post: the post is not held by anyone here (主任会议, 书记处).
        static let trap = Kind(rawValue: 1 << 6)
        /// A field of work, as units have them: 工业和信息化.
        static let field = Kind(rawValue: 1 << 7)
        /// Makes a unit's name end: 厅, 委员会 …
        static let unit = Kind(rawValue: 1 << 8)
        /// A place that could be read as a name.
        static let place = Kind(rawValue: 1 << 9)
        /// Stands before the names of those who made the article: 记者, 责任编辑.
        static let credit = Kind(rawValue: 1 << 10)
        /// What only a leader's name stands before: 生态文明思想, 同志为核心.
        static let doctrine = Kind(rawValue: 1 << 11)
        /// After it a leader is cited: 学习, 贯彻, 按照.
        static let citing = Kind(rawValue: 1 << 12)
        /// What someone delivers, as a noun: 工作报告, 说明.
        static let report = Kind(rawValue: 1 << 13)
        static let speech = Kind(rawValue: 1 << 14)

        /// A post that never follows a name: 领导, 专家, 总统.
        static let general = Kind(rawValue: 1 << 15)

        static let presiding = Kind(rawValue: 1 << 16)
        /// A speech as such: 讲话, 致辞.
        static let speaking = Kind(rawValue: 1 << 17)
        /// A verb that quotes: 指出, 强调.
        static let saying = Kind(rawValue: 1 << 18)
        static let reporting = Kind(rawValue: 1 << 19)
        static let attending = Kind(rawValue: 1 << 20)
        static let observing = Kind(rawValue: 1 << 21)
        /// What the lead person of a visit does: 调研, 考察.
        static let visiting = Kind(rawValue: 1 << 22)
        static let guiding = Kind(rawValue: 1 << 23)
        static let accompanying = Kind(rawValue: 1 << 24)
        static let absent = Kind(rawValue: 1 << 25)
        /// Takes what others say as its object: 听取.
        static let listening = Kind(rawValue: 1 << 26)
        /// Takes a speech or report as its object: 作, 作了.
        static let delivering = Kind(rawValue: 1 << 27)
        /// Before a guest: 会见, 接待.
        static let receiving = Kind(rawValue: 1 << 28)
        /// Bodies of learning, whose names join fields by 和: 学会, 研究所.
        static let learned = Kind(rawValue: 1 << 30)
        /// Takes part in the event by an act: 揭牌, 颁奖.
        static let acting = Kind(rawValue: 1 << 29)

        /// 举行, 举办: what happens, without saying who takes part.
        static let holding = Kind(rawValue: 1 << 31)
        /// Behind a name: 先生, 同志.
        static let honorific = Kind(rawValue: 1 << 32)
        /// 召开: whoever calls a meeting presides over it, except the guest of a visit.
        static let convening = Kind(rawValue: 1 << 33)

        /// Bodies that steer a work, named after it: 领导小组, 指挥部.
        static let steering = Kind(rawValue: 1 << 34)
        /// Opens the name of a body of the whole country.
        static let scope = Kind(rawValue: 1 << 35)
        /// What a caption ends with: 仪式, 现场.
        static let scene = Kind(rawValue: 1 << 36)
        /// What somebody is praised as, no office.
        static let honour = Kind(rawValue: 1 << 37)

        static let anyRole: Kind = [
            .presiding, .speaking, .saying, .reporting, .attending, .observing, .visiting, .guiding, .accompanying,
            .absent, .listening, .delivering, .receiving, .acting, .convening,
        ]
    }

    struct Match: Sendable {
        var end: Int
        var kind: Kind
    }

    private var roots = ScalarMap<Int32>(none: 0)
    /// Keys are node << 32 | scalar, 0 for an empty slot.
    private var keys: [UInt64]
    private var children: [Int32]
    private let mask: Int
    private var kinds: [Kind] = [[]]

    /// Words by kind, each list divided by spaces.
    init(_ lists: [(Kind, String)]) {
        let size = lists.reduce(0) { $0 + $1.1.utf8.count } / 2
        var capacity = 1024
        while capacity < size * 2 { capacity *= 2 }
        keys = [UInt64](repeating: 0, count: capacity)
        children = [Int32](repeating: 0, count: capacity)
        mask = capacity - 1
        for (kind, words) in lists {
            var node: Int32 = -1
            for scalar in words.unicodeScalars {
                if scalar.value <= 0x20 {
                    if node > 0 { kinds[Int(node)].formUnion(kind) }
                    node = -1
                } else {
                    node = insert(scalar.value, under: node)
                }
            }
            if node > 0 { kinds[Int(node)].formUnion(kind) }
        }
    }

    private mutating func insert(_ value: UInt32, under node: Int32) -> Int32 {
        if node < 0 {
            if roots[value] == 0 {
                roots[value] = Int32(kinds.count)
                kinds.append([])
            }
            return roots[value]
        }
        let key = UInt64(node) << 32 | UInt64(value)
        var slot = Self.hash(key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return children[slot] }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        children[slot] = Int32(kinds.count)
        kinds.append([])
        return children[slot]
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }

    @inline(__always)
    private func child(of node: Int32, _ value: UInt32) -> Int32 {
        let key = UInt64(node) << 32 | UInt64(value)
        var slot = Self.hash(key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return children[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// The longest word at `start` that is of one of the wanted kinds.
    @inline(__always)
    func longest(_ values: [UInt32], at start: Int, to end: Int, of wanted: Kind = Kind(rawValue: .max)) -> Match? {
        guard start < end, values[start] < 0x1_0000 else { return nil }
        var node = roots[values[start]]
        var best: Match?
        var place = start + 1
        while node > 0 {
            let kind = kinds[Int(node)]
            if !kind.isDisjoint(with: wanted) { best = Match(end: place, kind: kind) }
            guard place < end else { break }
            node = child(of: node, values[place])
            place += 1
        }
        return best
    }

    /// Whether a word of one of the kinds ends just before `end`, at most `reach` scalars long.
    func endsWord(_ values: [UInt32], before end: Int, from start: Int, of wanted: Kind, reach: Int = 8) -> Int? {
        var place = max(start, end - reach)
        while place < end {
            if let match = exact(values, place..<end), !match.isDisjoint(with: wanted) { return place }
            place += 1
        }
        return nil
    }

    /// The kinds of a word that is exactly the range.
    func exact(_ values: [UInt32], _ range: Range<Int>) -> Kind? {
        guard !range.isEmpty, values[range.lowerBound] < 0x1_0000 else { return nil }
        var node = roots[values[range.lowerBound]]
        for place in range.dropFirst() where node > 0 { node = child(of: node, values[place]) }
        return node > 0 && !kinds[Int(node)].isEmpty ? kinds[Int(node)] : nil
    }
}

/// Single scalars with a small weight each.
struct ScalarTable: Sendable {
    private var weights = ScalarMap<Int8>(none: 0)

    init(_ lists: [(Int8, String)]) {
        for (weight, text) in lists {
            for scalar in text.unicodeScalars where scalar.value > 0x20 && scalar.value < 0x1_0000 {
                weights[scalar.value] = weight
            }
        }
    }

    @inline(__always)
    subscript(_ value: UInt32) -> Int8 { value < 0x1_0000 ? weights[value] : 0 }
}
