import Cleaning
import Diagnostics
import Extraction
import Filing
import Outlining
import Sending

/// Makes files of briefings: laid out and drawn, or as JSON.
final class Press {
    let ending: String
    private let asJSON: Bool
    private let desk: Desk

    init(layout: String, asJSON: Bool, desk: Desk) throws(Diagnostic) {
        self.asJSON = asJSON
        self.desk = desk
        ending = asJSON ? "json" : "pdf"
    }

    func make(_ outline: MeetingOutline, _ readings: [Desk.Reading], to path: String) throws {
        var texts: [String: CleanText] = [:]
        for reading in readings {
            for record in reading.records { texts[record.id] = reading.text }
        }
        let briefing = outline.briefing(of: Shelf(readings.flatMap(\.records)), texts: texts)
        try OutputFile.write(try briefing.json(), to: path)
    }
}
