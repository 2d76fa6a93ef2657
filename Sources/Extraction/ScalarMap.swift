/// Values by scalar of the basic plane, most of them none: a table of rows of 256, of which only those in use are made.
struct ScalarMap<Value: Sendable>: Sendable {
    private let none: Value
    /// The number of each row, 0 for the one that is empty.
    private var rows = [UInt16](repeating: 0, count: 256)
    private var values: [Value]

    init(none: Value) {
        self.none = none
        values = [Value](repeating: none, count: 256)
    }

    /// - Parameter value: below 0x10000.
    @inline(__always)
    subscript(_ value: UInt32) -> Value {
        get { values[Int(rows[Int(value >> 8)]) << 8 | Int(value & 0xFF)] }
        set {
            if rows[Int(value >> 8)] == 0 {
                rows[Int(value >> 8)] = UInt16(values.count >> 8)
                values.append(contentsOf: repeatElement(none, count: 256))
            }
            values[Int(rows[Int(value >> 8)]) << 8 | Int(value & 0xFF)] = newValue
        }
    }
}
