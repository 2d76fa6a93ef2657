import Diagnostics
import FoundationEssentials

/// Where the pictures of a briefing are: paths are taken from its folder.
public struct PictureFolder: Sendable {
    private let folder: String
    /// A larger file is no picture for a page; bytes.
    private static let limit = 64 << 20

    /// - Parameter folder: the folder of the briefing's file; empty for the current one.
    public init(_ folder: String = "") { self.folder = folder }

    /// - Throws: `fileMissing`, `fileUnreadable`, `malformed` where it is no PNG or JPEG; the place is the path.
    func read(_ name: String) throws(Diagnostic) -> Picture {
        let path = name.hasPrefix("/") || folder.isEmpty ? name : folder + "/" + name
        let place = Place(file: path)
        guard FileManager.default.fileExists(atPath: path) else { throw Diagnostic(.fileMissing, at: place) }
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.limit else {
            throw Diagnostic(.fileUnreadable(reason: "no permission, a folder, or over 64 MB"), at: place)
        }
        let bytes = [UInt8](data)
        if let size = Self.pngSize(bytes) {
            return Picture(path: path, format: .png, width: size.0, height: size.1, bytes: bytes)
        }
        if let size = Self.jpegSize(bytes) {
            return Picture(path: path, format: .jpeg, width: size.0, height: size.1, bytes: bytes)
        }
        throw Diagnostic(.malformed(format: "picture", reason: "it is neither PNG nor JPEG"), at: place)
    }

    /// Width and height of a PNG's header chunk (PNG 11.2.2).
    static func pngSize(_ bytes: [UInt8]) -> (Int, Int)? {
        let sign: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.count > 24, bytes.starts(with: sign), Array(bytes[12..<16]) == Array("IHDR".utf8) else {
            return nil
        }
        return checked(number(bytes[16..<20]), number(bytes[20..<24]))
    }

    /// Width and height of a JPEG's frame header (ITU T.81 B.2.2).
    static func jpegSize(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var at = 2
        while at + 9 < bytes.count, bytes[at] == 0xFF {
            let marker = bytes[at + 1]
            if marker == 0xFF {
                at += 1
                continue
            }
            // Frame headers, without the tables that share their range.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return checked(number(bytes[(at + 7)..<(at + 9)]), number(bytes[(at + 5)..<(at + 7)]))
            }
            at += 2 + number(bytes[(at + 2)..<(at + 4)])
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func checked(_ width: Int, _ height: Int) -> (Int, Int)? {
        (1...30_000).contains(width) && (1...30_000).contains(height) ? (width, height) : nil
    }
}
