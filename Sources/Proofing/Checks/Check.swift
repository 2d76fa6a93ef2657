import Diagnostics

/// One subject proved on a whole document.
protocol Check: Sendable {
    static var subject: ProofSubject { get }
    static func findings(in document: PrintedDocument, _ order: ProofOrder) throws(Diagnostic) -> [Finding]
}

/// What a document is proved against.
public struct ProofOrder: Sendable {
    public var profile: ProofProfile
    /// What may not break across lines.
    public var names: [String] = []
    /// The largest mail, the file packed for it; bytes.
    public var mailLimit = 20 << 20
    /// Left out.
    public var skipped: Set<ProofSubject> = []

    public init(profile: ProofProfile) { self.profile = profile }
}

extension Double {
    /// pt to mm, in tenths.
    var millimetres: Double { (self * 254 / 72).rounded() / 10 }
    /// In hundredths.
    var hundredths: Double { (self * 100).rounded() / 100 }
}

extension PrintedDocument {
    /// Lines of a page that run as most of its text does, satellites left out.
    func mainLines(ofPage index: Int) -> [TextLine] {
        let turn = mainTurn(ofPage: index)
        return lines[index].filter { $0.turn == turn && !$0.isSatellite }
    }

    func mainTurn(ofPage index: Int) -> Int {
        var counts = [0, 0, 0, 0]
        for line in lines[index] { counts[line.turn] += line.glyphs.count }
        return counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    }

    /// Width and height of a page turned so that its text is upright; pt.
    func uprightSize(ofPage index: Int) -> (width: Double, height: Double) {
        let page = pages[index]
        return mainTurn(ofPage: index) % 2 == 0 ? (page.width, page.height) : (page.height, page.width)
    }
}

/// The middle of some values; `nil` of none.
func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
}

/// At most so many characters of a text, for a message.
func excerpt(_ text: String, _ count: Int = 12) -> String {
    text.count > count ? text.prefix(count) + "…" : text
}
