internal import Diagnostics
internal import _CArchive

/// libarchive's calls, found when the first document is unpacked.
struct ArchiveCalls: @unchecked Sendable {
    private let calls: jianbao_archive
    /// What of it is not there.
    private let missing: String?

    private static let shared: ArchiveCalls = {
        var calls = jianbao_archive()
        let missing = jianbao_archive_open(&calls).map { String(cString: $0) }
        return ArchiveCalls(calls: calls, missing: missing)
    }()

    /// - Throws: `libraryMissing`.
    static func open() throws(FaultError) -> jianbao_archive {
        if let missing = shared.missing { throw FaultError(.libraryMissing(missing, package: "libarchive13")) }
        return shared.calls
    }
}
