import Foundation
import Testing

/// What a careful reader takes from an example: the day, what it is called, who led it, who was not there.
struct Example: Sendable {
    let file: String
    let kind: String
    let day: String
    let name: String
    let presides: [String]
    var away: [String] = []
    var observes: [String] = []

    static let all = [
        Example(
            file: "01-常委会会议.txt", kind: "meeting", day: "2024-05-06", name: "常委会会议", presides: ["闻立峰"],
            observes: ["褚明谦", "骆承业"]),
        Example(
            file: "02-市政府常务会议.txt", kind: "meeting", day: "2024-05-07", name: "市政府第38次常务会议",
            presides: ["覃怀远"], away: ["鲁定邦"], observes: ["尹川"]),
        Example(
            file: "03-一水两岸领导小组.txt", kind: "meeting", day: "2024-05-08",
            name: "“一水两岸”提升行动领导小组第三次会议", presides: ["覃怀远"], away: ["闻立峰"]),
        Example(
            file: "04-石渡县推进会.txt", kind: "meeting", day: "2024-05-09", name: "和美乡村建设现场推进会",
            presides: ["席卫民"]),
        Example(
            file: "05-防汛抗旱会议.html", kind: "meeting", day: "2024-05-10", name: "霁川市防汛抗旱工作会议",
            presides: ["祝秉文"]),
        Example(
            file: "06-理论学习中心组.txt", kind: "study-session", day: "2024-05-13", name: "集体学习",
            presides: ["闻立峰"]),
        Example(
            file: "07-百厂焕新推进会.txt", kind: "meeting", day: "2024-05-14", name: "“百厂焕新”计划推进会",
            presides: ["房建川"]),
        Example(
            file: "08-新闻发布会.txt", kind: "press-conference", day: "2024-05-15", name: "新闻发布会",
            presides: ["滕小莉"]),
        Example(
            file: "09-人大常委会会议.txt", kind: "meeting", day: "2024-05-16", name: "常务委员会第二十一次会议",
            presides: ["骆承业"], away: ["庄以宁", "柯家宝"], observes: ["虞正章", "邬晓岚", "项伯川"]),
        Example(
            file: "10-青筠调研.txt", kind: "visit", day: "2024-05-20", name: "", presides: ["闻立峰"]),
        Example(
            file: "11-教育大会.txt", kind: "meeting", day: "2024-05-21", name: "霁川市教育工作暨表彰大会",
            presides: ["邬晓岚"]),
        Example(
            file: "12-民营企业座谈会.txt", kind: "meeting", day: "2024-05-23", name: "民营企业家座谈会",
            presides: ["闻立峰"]),
        Example(
            file: "14-医共体推进会.txt", kind: "meeting", day: "2024-05-28", name: "紧密型县域医共体建设推进会",
            presides: ["芮秋实"]),
        Example(
            file: "15-科技创新委员会.txt", kind: "meeting", day: "2024-05-29", name: "市委科技创新委员会第二次会议",
            presides: ["闻立峰"], away: ["卞书瑜"]),
        Example(
            file: "16-清泉润乡现场会.txt", kind: "meeting", day: "2024-05-30", name: "“清泉润乡”工程现场会",
            presides: ["尹川"]),
    ]
}

@Suite("The examples")
struct ExamplesTests {
    private struct Record: Decodable {
        struct Meeting: Decodable {
            let name: String?
            let date: String?
        }
        struct Official: Decodable {
            let name: String
            let titles: [String]
            let roles: [String]
        }
        let kind: String
        let meeting: Meeting
        let officials: [Official]

        func names(_ roles: String...) -> [String] {
            officials.filter { !Set($0.roles).isDisjoint(with: roles) }.map(\.name).sorted()
        }
    }

    private func record(_ file: String) throws -> Record {
        let run = try Desk().jianbao("read", "--json", Program.examples.appending(path: file).path)
        try #require(run.status == 0, "\(run.errors)")
        let lines = run.text.split(separator: "\n")
        try #require(lines.count == 1)
        return try JSONDecoder().decode(Record.self, from: Data(lines[0].utf8))
    }

    @Test("Day, name, who presided, who was away, who observed", arguments: Example.all)
    func facts(of example: Example) throws {
        let record = try record(example.file)
        #expect(record.kind == example.kind)
        #expect(record.meeting.date == example.day)
        #expect(example.name.isEmpty || record.meeting.name?.contains(example.name) == true, "\(record.meeting)")
        #expect(record.names("presides") == example.presides)
        #expect(record.names("absent", "delegates") == example.away)
        #expect(record.names("observes") == example.observes)
    }

    @Test("A notice is no meeting and names nobody")
    func notice() throws {
        let record = try record("13-夜间施工通告.txt")
        #expect(record.kind == "other")
        #expect(record.officials.isEmpty)
    }

    @Test("Names of every make are whole: rare characters, double surnames, a dot, a space inside")
    func names() throws {
        func titles(_ name: String, in file: String) throws -> [String] {
            try record(file).officials.first { $0.name == name }?.titles ?? []
        }
        #expect(try titles("佟堃", in: "05-防汛抗旱会议.html") == ["市水利局党组书记", "市水利局局长"])
        #expect(try titles("欧阳彦秋", in: "11-教育大会.txt") == ["市委副书记", "市委政法委书记"])
        #expect(try titles("阿依努尔·吐逊", in: "11-教育大会.txt") == ["市政协副主席"])
        #expect(try titles("尹川", in: "10-青筠调研.txt") == ["副市长"])
        #expect(try titles("丁玥", in: "02-市政府常务会议.txt") == ["市教育局局长"])
        #expect(try titles("房建川", in: "02-市政府常务会议.txt") == ["市工业和信息化局局长"])
        #expect(try titles("匡镕生", in: "07-百厂焕新推进会.txt") == ["副市长"])
    }

    @Test("Reporters, photographers and editors are not officials")
    func credits() throws {
        let press = Set(["杜若冰", "罗小北", "何晴", "白一帆", "项小帆", "左棠", "严小棣", "蓝心"])
        for example in Example.all {
            let named = Set(try record(example.file).officials.map(\.name)).intersection(press)
            #expect(named.isEmpty, "\(example.file): \(named.sorted())")
        }
    }
}
