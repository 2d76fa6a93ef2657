import Extraction

/// Which task: a directive of a record. It stays the same task when the record is read again.
public struct TaskKey: Hashable, Sendable {
    public var record: String
    /// The directive's words without marks.
    public var sign: String

    public init(record: String, text: String) {
        self.record = record
        sign = Sameness.bare(text)
    }

    init(record: String, sign: String) {
        self.record = record
        self.sign = sign
    }
}

/// What people said of a task, beyond what its text says; `nil` where nobody did.
public struct TaskState: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        case done
        case going
        case late

        /// By shape and word, so that it survives grey printing.
        public var label: String {
            switch self {
            case .done: "● 已完成"
            case .going: "▲ 推进中"
            case .late: "■ 滞后"
            }
        }
    }

    /// What people may say something of.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case lead, units, person, deadline, progress, state
    }

    /// 牵头单位
    public var lead: String?
    /// 责任单位
    public var units: String?
    /// 责任人
    public var person: String?
    public var deadline: String?
    public var progress: String?
    public var state: State?

    public init() {}
}
