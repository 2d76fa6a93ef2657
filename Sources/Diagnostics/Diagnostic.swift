/// A place in something a person gave us: a file, and in it a line and a column, both counted from 1.
public struct Place: Hashable, Sendable {
    /// The path as it was given, `-` for standard input.
    public var file: String
    public var line: Int?
    /// Counted in Unicode scalars.
    public var column: Int?

    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// What a program ends with (sysexits.h where it has a number).
public enum Outcome: Int32, Sendable {
    case done = 0
    /// Done, but `--strict` was asked for and there are findings.
    case findings = 1
    case usage = 64
    case badInput = 65
    case noInput = 66
    case cannotWrite = 73
    case inputOutput = 74
    /// A signal came: what was begun is done, the rest waits for another call.
    case interrupted = 75
}

/// Something that went wrong or wants a look: what it is, as data, and where.
///
/// The sentence a person reads is made in `Wording.swift` and nowhere else.
public struct Diagnostic: Error, Hashable, Sendable {
    public enum Severity: Hashable, Sendable {
        case error
        case warning
    }

    public var severity: Severity
    public var place: Place?
    public var fault: Fault

    public init(_ fault: Fault, at place: Place? = nil, severity: Severity = .error) {
        self.severity = severity
        self.place = place
        self.fault = fault
    }
}
