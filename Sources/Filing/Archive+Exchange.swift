public import Diagnostics
public import Extraction
import GRDB

extension Archive {
    /// Calls `use` with every record that is not removed, oldest first, as it stands with its corrections.
    public func export(use: (MeetingRecord) throws -> Void) throws(Diagnostic) {
        try read { db in
            let rows = try String.fetchCursor(db, sql: "SELECT json FROM records WHERE removed = 0 ORDER BY key")
            while let json = try rows.next() { try use(try StoredRecord.decode(json)) }
        }
    }

    /// Writes a whole copy of the archive, also while others use it.
    ///
    /// - Parameter path: where to; the file must not exist.
    /// - Throws: `cannotWrite`, `archiveUnwritable`, `writeFailed`.
    public func backup(to path: String) throws(Diagnostic) {
        if FileStatus.exists(path) {
            throw Diagnostic(.cannotWrite(reason: "there is a file"), at: Place(file: path))
        }
        do {
            let copy = try DatabaseQueue(path: path)
            try queue.backup(to: copy)
            try copy.close()
        } catch {
            throw Diagnostic(ArchiveFault.fault(of: error), at: Place(file: path))
        }
    }

    /// Looks over the whole file.
    ///
    /// - Throws: `archiveDamaged` with what was found first.
    public func check() throws(Diagnostic) {
        let found = try read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") }
        if let found, found != "ok" { throw Diagnostic(.archiveDamaged(reason: found), at: Place(file: path)) }
    }
}
