internal import _CQPDF

/// libqpdf's calls, found when the first file is opened.
struct QPDFCalls: @unchecked Sendable {
    let calls: jianbao_qpdf
    /// What of it is not there.
    let missing: String?

    static let shared: QPDFCalls = {
        var calls = jianbao_qpdf()
        let missing = jianbao_qpdf_open(&calls).map { String(cString: $0) }
        return QPDFCalls(calls: calls, missing: missing)
    }()
}
