#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What single characters of the basic plane become in one role and language, filled in as they come.
final class CharacterTable {
    /// Character code to state, face and glyph; 0 where it was not asked for yet.
    private let cells: UnsafeMutablePointer<UInt64>
    private static let size = 0x10000

    enum Cell {
        case unknown
        /// One glyph one em wide, whatever stands beside it.
        case single(face: FaceID, glyph: UInt32)
        /// Has to be shaped with its neighbours.
        case other
    }

    init() {
        // Zeroed by the system, page by page as it is touched.
        cells = calloc(Self.size, MemoryLayout<UInt64>.stride).bindMemory(to: UInt64.self, capacity: Self.size)
    }

    deinit { free(cells) }

    @inline(__always)
    subscript(scalar: Unicode.Scalar) -> Cell {
        get {
            guard scalar.value < Self.size else { return .other }
            let cell = cells[Int(scalar.value)]
            switch cell >> 62 {
            case 0: return .unknown
            case 1:
                return .single(face: FaceID(index: Int(cell >> 32 & 0xFFFF)), glyph: UInt32(truncatingIfNeeded: cell))
            default: return .other
            }
        }
        set {
            guard scalar.value < Self.size else { return }
            switch newValue {
            case .unknown: cells[Int(scalar.value)] = 0
            case .single(let face, let glyph):
                cells[Int(scalar.value)] = 1 << 62 | UInt64(face.index) << 32 | UInt64(glyph)
            case .other: cells[Int(scalar.value)] = 2 << 62
            }
        }
    }
}
