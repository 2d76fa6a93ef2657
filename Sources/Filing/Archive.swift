public import Diagnostics
import Extraction
import GRDB

/// The records an office keeps: one file that lasts for years (SQLite, by default under the XDG data folder).
///
/// Several programs may use it at once; each waits for the other. What a call has done is on the disk when it returns,
/// and a call that is cut short has done nothing.
public final class Archive: Sendable {
    /// How long a call waits for another program, in seconds.
    static let patience = 60.0

    public let path: String
    let queue: DatabaseQueue

    /// Opens the archive, makes it where `create` says so, and brings an older one up to date.
    ///
    /// - Parameters:
    ///   - path: the file; its folder must exist.
    ///   - create: whether an absent archive is made; else it is an error.
    /// - Throws: `archiveMissing`, `archiveDamaged`, `archiveForeign`, `archiveNewer`, `archiveBusy`,
    ///   `archiveUnwritable`.
    public init(_ path: String, create: Bool) throws(Diagnostic) {
        self.path = path
        if !create, !FileStatus.exists(path) { throw Diagnostic(.archiveMissing, at: Place(file: path)) }
        queue = try Self.attempt(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(Self.patience)
            configuration.prepareDatabase { db in
                // FULL: a number that was given out is still there after the power fails.
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536")
                // A long log: a page that many records touch is written into the file once.
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 20000; PRAGMA mmap_size = 134217728")
            }
            let queue = try Self.opened(path, configuration)
            try ArchiveSchema.bringUpToDate(queue)
            return queue
        }
    }

    /// Changing to the write-ahead log needs the file alone and does not wait by itself: two programs that make an
    /// archive at the same moment would meet here.
    private static func opened(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        var waited = 0.0
        while true {
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                try queue.writeWithoutTransaction { db in
                    try ArchiveSchema.check(db)
                    try db.execute(sql: "PRAGMA journal_mode = WAL")
                }
                return queue
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && waited < patience {
                FileStatus.wait(seconds: 0.02)
                waited += 0.02
            }
        }
    }

    /// Closes the file; the write-ahead log is put into it.
    ///
    /// - Throws: `writeFailed` where that cannot be written.
    public func close() throws(Diagnostic) {
        try attempt { try self.queue.close() }
    }

    /// Runs work on the database; its errors become diagnostics that name the archive.
    func attempt<Value>(_ work: () throws -> Value) throws(Diagnostic) -> Value {
        try Self.attempt(path, work)
    }

    func write<Value>(_ work: (Database) throws -> Value) throws(Diagnostic) -> Value {
        try attempt { try queue.write(work) }
    }

    func read<Value>(_ work: (Database) throws -> Value) throws(Diagnostic) -> Value {
        try attempt { try queue.read(work) }
    }

    private static func attempt<Value>(_ path: String, _ work: () throws -> Value) throws(Diagnostic) -> Value {
        do {
            return try work()
        } catch let diagnostic as Diagnostic {
            var placed = diagnostic
            if placed.place == nil { placed.place = Place(file: path) }
            throw placed
        } catch {
            throw Diagnostic(ArchiveFault.fault(of: error), at: Place(file: path))
        }
    }
}

/// What an error of the database is to a person.
enum ArchiveFault {
    static func fault(of error: any Error) -> Fault {
        guard let error = error as? DatabaseError else {
            return .libraryFailed(call: "archive", status: "\(error)")
        }
        let message = error.message ?? "code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: return .archiveForeign
        case .SQLITE_CORRUPT: return .archiveDamaged(reason: message)
        case .SQLITE_FULL: return .writeFailed(reason: "the disk is full")
        case .SQLITE_IOERR: return .writeFailed(reason: message)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return .archiveUnwritable(reason: message)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .archiveBusy
        default: return .libraryFailed(call: "SQLite", status: message)
        }
    }
}
