import Acquisition
import Foundation

@testable import Cleaning

let cleaner = try! Cleaner()

func clean(_ text: String) -> CleanText {
    cleaner.clean(
        SourceText(path: "-", sha256: "", encoding: "UTF-8", format: .text, text: Array(text.unicodeScalars)))
}

/// The clean text, without the last line end.
func cleaned(_ text: String) -> String {
    let clean = clean(text)
    return clean.string(0..<clean.scalars.count)
}

/// Data to develop with, beside the package; tests that need it are skipped where it is absent.
let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../shared")
    .standardizedFileURL.path
let hasShared = FileManager.default.fileExists(atPath: shared + "/seed")
