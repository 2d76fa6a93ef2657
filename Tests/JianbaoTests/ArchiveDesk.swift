import Foundation
import Testing

/// Records of invented meetings, and an archive on a desk.
extension Desk {
    /// Runs the program on the desk's archive.
    func archive(_ arguments: String..., input: Data = Data()) throws -> Run {
        try run([Program.path] + arguments + ["--archive", "a.sqlite"], input: input)
    }

    /// What the archive lists, as JSON.
    func listed(_ arguments: String...) throws -> [[String: Any]] {
        let run = try run([Program.path, "list", "--json"] + arguments + ["--archive", "a.sqlite"])
        try #require(run.status == 0, "\(run.errors)")
        return try Self.objects(run)
    }

    static func objects(_ run: Run) throws -> [[String: Any]] {
        try run.text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    /// One record a line.
    ///
    /// - Parameter series: what makes their ids and meetings differ from those of other series.
    static func records(_ count: Int, series: String, month: String = "2024-05") -> Data {
        var lines = ""
        for number in 0..<count {
            let day = month + (number % 28 < 9 ? "-0" : "-") + "\(number % 28 + 1)"
            let words = (0..<12).map { "第\(number)次会议\(series)部署第\($0)项工作，排查隐患，压实责任" }
            let directives = words.map { #"{"text":"\#($0)","range":[0,1]}"# }.joined(separator: ",")
            lines += """
                {"schema":1,"id":"\(series)\(number)-1","source":{"path":"\(number).txt","sha256":"\(series)\(number)",\
                "encoding":"UTF-8","script":"hans"},"headline":null,"kind":"meeting","meeting":{"name":"\(series)第\(number)次会议",\
                "date":"\(day)"},"officials":[{"name":"岑枫","printed":"岑枫","titles":["局长"],"roles":["presides"],\
                "ranges":[]}],"goals":[],"figures":[],"directives":[\(directives)],"results":[],"boilerplate":[],\
                "repairs":[],"warnings":[]}\n
                """
        }
        return Data(lines.utf8)
    }
}
