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
        for index in mentions.indices where !mentions[index].isSurname {
            let name = values[mentions[index].name].filter { !Script.isBlank($0) }
            if let person = byName[name] {
                mentions[index].person = person
            } else {
                byName[name] = all.count
                mentions[index].person = all.count
                all.append(Person(name: name))
            }
        }
        for index in mentions.indices where mentions[index].isSurname {
            mentions[index].person = person(of: mentions[index], at: index, in: mentions) ?? -1
        }
        for index in mentions.indices where mentions[index].person >= 0 {
            all[mentions[index].person].mentions.append(index)
        }
    }

    /// `王市长`: who has this surname and this post; else the only one with the surname before it.
    private func person(of mention: Mention, at index: Int, in mentions: [Mention]) -> Int? {
        let surname = Array(values[mention.name])
        guard let title = mention.titles.first else { return nil }
        let post = Array(values[title.range])
        var others: [Int] = []
        for other in mentions where other.person >= 0 && all[other.person].name.starts(with: surname) {
            if other.titles.contains(where: { values[$0.range].reversed().starts(with: post.reversed()) }) {
                return other.person
            }
            if !others.contains(other.person), other.span.lowerBound < mention.span.lowerBound {
                others.append(other.person)
            }
        }
        return others.count == 1 ? others[0] : nil
    }
}
