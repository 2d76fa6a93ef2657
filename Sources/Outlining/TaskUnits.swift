import Extraction
import Filing

/// Who is to do a task: the unit that leads and the units responsible, as the text or a person says it.
///
/// The text's owner leads where the demand says so (牵头, or 会同 and 配合 of others); else it is responsible and nobody
/// is said to lead.
struct TaskUnits {
    let lead: String?
    let units: String?

    init(_ statement: MeetingRecord.Statement, _ state: TaskState?) {
        let leads = statement.owner != nil && ["牵头", "会同", "配合"].contains { statement.text.contains($0) }
        lead = state?.lead ?? (leads ? statement.owner : nil)
        units = state?.units ?? (leads ? nil : statement.owner)
    }

    /// Both in one cell: `市水务局（牵头）、市财政局`; `nil` where nobody is named.
    var together: String? {
        let parts = [lead.map { $0 + "（牵头）" }, units].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "、")
    }
}
