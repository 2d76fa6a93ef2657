import Diagnostics

/// Rewrites what Cairo drew on a page: the places where a mark was set become the beginnings and ends of marked content
/// (ISO 32000-1, 14.6), strings are written as bytes, blanks that part nothing go.
struct ContentStream {
    /// The operator that begins a piece of marked content, `/P<</MCID 3>>BDC`.
    typealias Opening = [UInt8]

    private let source: ArraySlice<UInt8>
    private let marker: [UInt8]
    private let openings: [Opening]
    private var made: [UInt8] = []
    private var at: Int
    /// Where in `made` each of the last operands begins.
    private var operands: [Int] = []
    /// Where a marker's path begins that is not filled yet.
    private var path: Int?
    private var marks = 0

    /// - Parameters:
    ///   - marker: the operands and the operator of the path that stands for a mark.
    ///   - openings: for each mark, in order.
    /// - Throws: `libraryFailed` where the stream is not what Cairo writes, or the marks are not as many.
    static func rewrite(
        _ source: ArraySlice<UInt8>, marker: String, openings: [Opening]
    ) throws(Diagnostic) -> [UInt8] {
        var stream = ContentStream(source: source, marker: Array(marker.utf8), openings: openings)
        try stream.run()
        return stream.made
    }

    private init(source: ArraySlice<UInt8>, marker: [UInt8], openings: [Opening]) {
        self.source = source
        self.marker = marker
        self.openings = openings
        at = source.startIndex
        made.reserveCapacity(source.count)
    }

    private mutating func run() throws(Diagnostic) {
        while at < source.endIndex {
            switch source[at] {
            case 0, 9, 10, 12, 13, 32: at += 1
            case UInt8(ascii: "%"):
                while at < source.endIndex, source[at] != 10 { at += 1 }
            case UInt8(ascii: "<"):
                operands.append(made.count)
                if at + 1 < source.endIndex, source[at + 1] == UInt8(ascii: "<") { dictionary() } else { hexString() }
            case UInt8(ascii: "("): try string()
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                made.append(source[at])
                at += 1
            default: try word()
            }
        }
        guard marks == openings.count else { throw CairoObjects.malformed("content: \(marks) marks") }
    }

    // MARK: Tokens

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 12, 13, 32: true
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    private mutating func word() throws(Diagnostic) {
        let start = at
        at += 1
        while at < source.endIndex, !Self.isDelimiter(source[at]) { at += 1 }
        let token = source[start..<at]
        if token.first == UInt8(ascii: "/") || Self.isNumber(token) {
            operands.append(made.count)
            put(token)
        } else {
            try operate(token)
        }
    }

    private static func isNumber(_ token: ArraySlice<UInt8>) -> Bool {
        switch token[token.startIndex] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
        default: false
        }
    }

    private mutating func operate(_ token: ArraySlice<UInt8>) throws(Diagnostic) {
        defer { operands.removeAll(keepingCapacity: true) }
        if token.elementsEqual([UInt8(ascii: "f")]), let start = path {
            path = nil
            return try mark(from: start)
        }
        path = nil
        // The last operator gives back the state that the first saved: what is marked ends before.
        if at >= source.endIndex || source[at...].allSatisfy({ $0 <= 32 }), marks > 0 { put("EMC".utf8) }
        if operands.count == 4, token.elementsEqual("re".utf8), made[operands[0]...].elementsEqual(marker) {
            path = operands[0]
        }
        put(token)
    }

    /// A mark: ends the piece before it and begins another.
    private mutating func mark(from start: Int) throws(Diagnostic) {
        guard marks < openings.count else { throw CairoObjects.malformed("content: more marks") }
        made.removeLast(made.count - start)
        // The blank that parted the path from what is before.
        if made.last == 32 { made.removeLast() }
        if marks > 0 { put("EMC".utf8) }
        put(openings[marks])
        marks += 1
    }

    private mutating func put(_ token: some Collection<UInt8>) {
        if let last = made.last, let first = token.first, !Self.isDelimiter(last), !Self.isDelimiter(first) {
            made.append(32)
            if let operand = operands.last, operand == made.count - 1 { operands[operands.count - 1] += 1 }
        }
        made.append(contentsOf: token)
    }

    /// As it is.
    private mutating func dictionary() {
        let start = at
        var depth = 0
        repeat {
            if source[at...].starts(with: "<<".utf8) {
                depth += 1
                at += 2
            } else if source[at...].starts(with: ">>".utf8) {
                depth -= 1
                at += 2
            } else {
                at += 1
            }
        } while depth > 0 && at < source.endIndex
        made.append(contentsOf: source[start..<at])
    }

    /// As bytes: half as many.
    private mutating func hexString() {
        made.append(UInt8(ascii: "("))
        at += 1
        var half: UInt8?
        while at < source.endIndex, source[at] != UInt8(ascii: ">") {
            if let digit = Self.digit(source[at]) {
                if let high = half {
                    escaped(high << 4 | digit)
                    half = nil
                } else {
                    half = digit
                }
            }
            at += 1
        }
        if let half { escaped(half << 4) }
        at += 1
        made.append(UInt8(ascii: ")"))
    }

    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            made.append(UInt8(ascii: "\\"))
            made.append(byte)
        // Read as a line feed where it stands alone.
        case 13:
            made.append(UInt8(ascii: "\\"))
            made.append(UInt8(ascii: "r"))
        default: made.append(byte)
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// As it is.
    private mutating func string() throws(Diagnostic) {
        operands.append(made.count)
        let start = at
        var depth = 0
        while at < source.endIndex {
            switch source[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            at += 1
            if depth == 0 {
                made.append(contentsOf: source[start..<min(at, source.endIndex)])
                return
            }
        }
        throw CairoObjects.malformed("content: a string")
    }
}
