import Acquisition
import Cleaning
import Diagnostics
import Dispatch
import Extraction
import Fonts
import Outlining
import Pagination

/// What is opened once and used again: by the inputs of one call, and by the jobs that one thread does one after the
/// other. Faces belong to the thread that opened them, so a stock is never shared by two.
final class Stock {
    private let home: Home
    private var openCleaner: Cleaner?
    private var openWriter: TraditionalWriter?
    private var openBook: FontBook?
    private var ahead: FacesAhead?
    private var reading: ReadingAhead?
    private var layouts: [String: Kept<Layout>] = [:]
    private var offices: [String: Kept<OfficeProfile>] = [:]
    private var registries: [String: Kept<Registry>] = [:]

    /// A value with the state of the file that it was read from.
    private struct Kept<Value> {
        var value: Value
        var mark: FileMark
    }

    init(home: Home) { self.home = home }

    func cleaner() throws(Diagnostic) -> Cleaner {
        if let openCleaner { return openCleaner }
        let made = if let reading { try reading.cleaner() } else { try Cleaner() }
        openCleaner = made
        return made
    }

    func traditionalWriter() throws(Diagnostic) -> TraditionalWriter {
        if let openWriter { return openWriter }
        let made = try TraditionalWriter()
        openWriter = made
        return made
    }

    /// The faces of `fonts/`, or of the program's own `fonts.yaml` where there is no such folder.
    ///
    /// - Parameter report: called with what is wrong with them, once, when they are opened.
    func fontBook(_ report: ([Diagnostic]) -> Void = { _ in }) throws(Diagnostic) -> FontBook {
        if let openBook { return openBook }
        let made: FontBook
        if let early = try ahead?.book() { made = early } else { made = try FontBook(folder: fontFolder) }
        ahead = nil
        openBook = made
        report(made.problems)
        return made
    }

    private var fontFolder: String? { home.find("fonts/fonts.yaml").map { String($0.dropLast("/fonts.yaml".count)) } }

    /// Opens the faces that a layout needs on another thread, while this one does something else.
    func openFacesAhead(for roles: [FaceRole], language: TextLanguage) {
        if openBook == nil, ahead == nil { ahead = FacesAhead(folder: fontFolder, roles: roles, language: language) }
    }

    /// Has what reading needs made on another thread, while this one does something else.
    func prepareReadingAhead() {
        if openCleaner == nil, reading == nil { reading = ReadingAhead() }
    }

    /// Waits for what other threads still do.
    func settle() {
        ahead?.settle()
        reading?.settle()
    }

    /// What is said of one text is not kept from the next.
    func beginText() { openBook?.forgetMissing() }

    /// - Throws: what is wrong with the layout.
    func layout(_ name: String) throws(Diagnostic) -> Layout {
        try kept(name, file: Layout.file(of: name), &layouts) { _ throws(Diagnostic) in try Layout.load(name) }
    }

    func office(_ path: String) throws(Diagnostic) -> OfficeProfile {
        try kept(path, file: path, &offices) { path throws(Diagnostic) in
            try OfficeProfile(yaml: try InputFile.text(path), path: path)
        }
    }

    func registry(_ path: String) throws(Diagnostic) -> Registry {
        try kept(path, file: path, &registries) { path throws(Diagnostic) in
            try Registry(yaml: try InputFile.text(path), file: path)
        }
    }

    /// What was read under a name, where its file has not changed since.
    private func kept<Value>(
        _ name: String, file: String?, _ all: inout [String: Kept<Value>],
        read: (String) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> Value {
        let mark = FileMark(file ?? "")
        if let known = all[name], known.mark == mark { return known.value }
        let value = try read(name)
        all[name] = Kept(value: value, mark: mark)
        return value
    }
}

/// Faces being opened on another thread, which hands them over whole.
private final class FacesAhead: @unchecked Sendable {
    private let group = DispatchGroup()
    /// Written before the group is left, read after it was waited for.
    private var result: Result<FontBook, Diagnostic>?

    init(folder: String?, roles: [FaceRole], language: TextLanguage) {
        DispatchQueue.global().async(group: group) {
            self.result = Result { () throws(Diagnostic) in
                let book = try FontBook(folder: folder)
                for role in roles { _ = book.metrics(role: role, language: language) }
                return book
            }
        }
    }

    func settle() { group.wait() }

    func book() throws(Diagnostic) -> FontBook? {
        settle()
        return try result?.get()
    }
}

/// A cleaner being opened on another thread, and the tables being made that reading a text is the first to need.
private final class ReadingAhead: @unchecked Sendable {
    private let opening = DispatchGroup()
    private let all = DispatchGroup()
    /// Written before the group is left, read after it was waited for.
    private var result: Result<Cleaner, Diagnostic>?

    /// A text that has something of everything.
    private static let sample = "　　3月5日，市委书记张某主持召开会议，审议通过《规划》，强调要落实“双百”行动，增长5%。（记者 李某）\n"

    init() {
        opening.enter()
        DispatchQueue.global().async(group: all) {
            let made = Result { () throws(Diagnostic) in try Cleaner() }
            self.result = made
            self.opening.leave()
            guard case .success(let cleaner) = made else { return }
            let source = SourceText(
                path: "", sha256: "", encoding: "UTF-8", format: .text, text: Array(Self.sample.unicodeScalars))
            _ = MeetingReader().read(cleaner.clean(source))
        }
    }

    func settle() { all.wait() }

    func cleaner() throws(Diagnostic) -> Cleaner {
        opening.wait()
        return try result!.get()
    }
}
