/// Whom the mentions of a text speak of: one person once.
struct People {
    struct Person {
        var name: [UInt32]
        /// Indices into the mentions, in order.
        var mentions: [Int] = []
    }

    let values: [UInt32]
    private(set) var all: [Person] = []

    init(values: [UInt32]) {
        self.values = values
    }

    /// Gives every mention its person; a surname with a post goes to the person who has both, else to nobody.
    mutating func gather(_ mentions: inout [Mention]) {
        var byName: [[UInt32]: Int] = [:]
        for index in mentions.indices where !mentions[index].isSurname && !mentions[index].isGiven {
            let name = values[mentions[index].name].filter { !Script.isBlank($0) }
            if let person = byName[name] {
                mentions[index].person = person
            } else {
                byName[name] = all.count
                mentions[index].person = all.count
                all.append(Person(name: name))
            }
        }
        resolve(&mentions)
        for index in mentions.indices where mentions[index].isGiven {
            let given = values[mentions[index].name]
            let holders = all.indices.filter { all[$0].name.count == 3 && all[$0].name.suffix(2).elementsEqual(given) }
            mentions[index].person = holders.count == 1 ? holders[0] : -1
        }
        for index in mentions.indices where mentions[index].person >= 0 {
            all[mentions[index].person].mentions.append(index)
        }
    }

    /// `王市长`: who has this surname and this post anywhere; else the only one with the surname before it.
    private func resolve(_ mentions: inout [Mention]) {
        var bySurname: [UInt32: [Int]] = [:]
        for index in mentions.indices where !mentions[index].isSurname && !mentions[index].isGiven {
            bySurname[values[mentions[index].name.lowerBound], default: []].append(index)
        }
        var holders: [[UInt32]: Int] = [:]
        var before: [UInt32: [Int]] = [:]
        for index in mentions.indices {
            let mention = mentions[index]
            let first = values[mention.name.lowerBound]
            if mention.isGiven { continue }
            guard mention.isSurname else {
                if before[first]?.contains(mention.person) != true, (before[first]?.count ?? 0) < 8 {
                    before[first, default: []].append(mention.person)
                }
                continue
            }
            let surname = Array(values[mention.name])
            let key = surname + [0] + mention.titles.flatMap { values[$0.range] }
            let holder = holders[key] ?? holder(of: mention, among: bySurname[first] ?? [], in: mentions)
            holders[key] = holder
            let others = (before[first] ?? []).filter { all[$0].name.starts(with: surname) }
            mentions[index].person = holder >= 0 ? holder : others.count == 1 ? others[0] : -1
        }
    }

    /// The person with the surname and the post of a mention, -1 for nobody.
    private func holder(of mention: Mention, among namesakes: [Int], in mentions: [Mention]) -> Int {
        guard let title = mention.titles.first else { return -1 }
        let surname = values[mention.name]
        let post = values[title.range].reversed()
        for other in namesakes.map({ mentions[$0] }) where all[other.person].name.starts(with: surname) {
            if other.titles.contains(where: { values[$0.range].reversed().starts(with: post) }) { return other.person }
        }
        return -1
    }
}
