import FoundationEssentials

extension ProofReport {
    private struct Object: Encodable {
        struct Check: Encodable {
            var check: String
            var findings: Int
        }

        struct Item: Encodable {
            var check: String
            var kind: String
            var message: String
            var page: Int?
            var x: Double?
            var y: Double?
        }

        var file: String
        var profile: String
        var pages: Int
        var bytes: Int
        var checks: [Check]
        var findings: [Item]
    }

    /// One object on one line: `file`, `profile`, `pages`, `bytes`, `checks` with counts, `findings` each with `check`,
    /// `kind`, `message`, and `page` (from 1), `x`, `y` (mm from the upper left corner) where it has a place.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(
            encoder.encode(
                Object(
                    file: file, profile: profile, pages: pages, bytes: bytes,
                    checks: proved.map { subject in
                        Object.Check(
                            check: subject.rawValue, findings: findings.count { $0.subject == subject })
                    },
                    findings: findings.map {
                        Object.Item(
                            check: $0.subject.rawValue, kind: $0.flaw.code, message: $0.flaw.message, page: $0.page,
                            x: $0.x, y: $0.y)
                    })))
    }
}
