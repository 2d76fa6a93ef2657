import Diagnostics

/// What is drawn between two marks.
struct ContentPiece: Sendable {
    /// Glyphs that say their text themselves (ISO 32000-1, 14.9.4).
    struct Span: Hashable, Sendable {
        /// Among the piece's glyphs.
        var glyphs: Range<Int>
        var text: [Unicode.Scalar]
    }

    /// The operator that begins it, `/P<</MCID 3>>BDC`.
    var opening: [UInt8]
    var glyphs = 0
    /// In order.
    var spans: [Span] = []
}

/// Rewrites what Cairo drew on a page: the ground that is its first path goes, the places where a mark was set become the beginnings and ends of marked content
/// (ISO 32000-1, 14.6), strings are written as bytes, blanks that part nothing go.
struct ContentStream {
    private let source: ArraySlice<UInt8>
    private let marker: [UInt8]
    private let pieces: [ContentPiece]
    private let hasSpans: Bool
    private var colours = ColourUse.screen
    private var made: [UInt8] = []
    private var at: Int
    /// Where in `made` each of the last operands begins.
    private var operands: [Int] = []
    /// Where the path of the ground or a marker begins that is not filled yet.
    private var path: Int?
    private var hasGround = true
    private var marks = 0
    private var isWhole = true
    /// Glyphs of the piece that are shown, and how many of its spans are begun.
    private var glyphs = 0
    private var spans = 0
    /// Where in `made` the span begins that is not ended, and where its glyphs end.
    private var span: (place: Int, end: Int)?
    private var spanOpening: [UInt8] = []
    private var isInArray = false
    /// Whether a string became an array, so that its operator is another.
    private var becameArray = false
    /// Whether the operator that comes has nothing to show.
    private var isNothingShown = false

    /// - Parameters:
    ///   - marker: the operands and the operator of the path that stands for a mark.
    ///   - pieces: what each mark begins, in order.
    ///   - colours: what colours become.
    /// - Throws: `libraryFailed` where the stream is not what Cairo writes, or the marks are not as many.
    static func rewrite(
        _ source: ArraySlice<UInt8>, marker: String, pieces: [ContentPiece], colours: ColourUse = .screen
    ) throws(Diagnostic) -> [UInt8] {
        var stream = ContentStream(source, Array(marker.utf8), pieces, hasSpans: true)
        stream.colours = colours
        if try stream.run() { return stream.made }
        // Cairo left glyphs out, such as those beside the page: which ones stand where is not known.
        stream = ContentStream(source, Array(marker.utf8), pieces, hasSpans: false)
        stream.colours = colours
        _ = try stream.run()
        return stream.made
    }

    private init(_ source: ArraySlice<UInt8>, _ marker: [UInt8], _ pieces: [ContentPiece], hasSpans: Bool) {
        self.source = source
        self.marker = marker
        self.pieces = pieces
        self.hasSpans = hasSpans && pieces.contains { !$0.spans.isEmpty }
        at = source.startIndex
        made.reserveCapacity(source.count)
    }

    /// - Returns: whether each piece had its glyphs, as far as that matters.
    private mutating func run() throws(Diagnostic) -> Bool {
        while at < source.endIndex {
            switch source[at] {
            case 0, 9, 10, 12, 13, 32: at += 1
            case UInt8(ascii: "%"):
                while at < source.endIndex, source[at] != 10 { at += 1 }
            case UInt8(ascii: "<"):
                operands.append(made.count)
                if at + 1 < source.endIndex, source[at + 1] == UInt8(ascii: "<") { dictionary() } else { hexString() }
            case UInt8(ascii: "("): try string()
            case UInt8(ascii: "["):
                isInArray = true
                made.append(source[at])
                at += 1
            case UInt8(ascii: "]"):
                isInArray = false
                endArray()
                at += 1
            default: try word()
            }
        }
        guard marks == pieces.count else { throw CairoObjects.malformed("content: \(marks) marks") }
        endPiece()
        return isWhole
    }

    /// Notes whether the piece that ends had its glyphs.
    private mutating func endPiece() {
        if hasSpans, marks > 0, !pieces[marks - 1].spans.isEmpty, pieces[marks - 1].glyphs != glyphs { isWhole = false }
        (glyphs, spans) = (0, 0)
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
        if becameArray {
            becameArray = false
            endArray()
            if !isNothingShown { put("TJ".utf8) }
            isNothingShown = false
            return
        }
        if isNothingShown {
            isNothingShown = false
            return
        }
        if token.elementsEqual("ET".utf8) { dropSpan() }
        if colours != .screen, operands.count == 3, token.elementsEqual("rg".utf8) || token.elementsEqual("RG".utf8) {
            return setColour(isStroke: token.first == UInt8(ascii: "R"))
        }
        if token.elementsEqual([UInt8(ascii: "f")]), let start = path {
            path = nil
            drop(from: start)
            if hasGround { hasGround = false } else { try mark() }
            return
        }
        path = nil
        // The last operator gives back the state that the first saved: what is marked ends before.
        if at >= source.endIndex || source[at...].allSatisfy({ $0 <= 32 }), marks > 0 { put("EMC".utf8) }
        if operands.count == 4, token.elementsEqual("re".utf8), hasGround || made[operands[0]...].elementsEqual(marker)
        {
            path = operands[0]
        }
        put(token)
    }

    private mutating func setColour(isStroke: Bool) {
        let words = String(decoding: made[operands[0]...], as: UTF8.self).split(separator: " ")
        let values = words.compactMap { Double($0) }
        guard values.count == 3,
            let operation = colours.operation((values[0], values[1], values[2]), isStroke: isStroke)
        else { return put(isStroke ? "RG".utf8 : "rg".utf8) }
        made.removeLast(made.count - operands[0])
        if made.last == 32 { made.removeLast() }
        put(operation.utf8)
    }

    private mutating func drop(from start: Int) {
        made.removeLast(made.count - start)
        // The blank that parted the path from what is before.
        if made.last == 32 { made.removeLast() }
    }

    /// A mark: ends the piece before it and begins another.
    private mutating func mark() throws(Diagnostic) {
        guard marks < pieces.count else { throw CairoObjects.malformed("content: more marks") }
        if marks > 0 { put("EMC".utf8) }
        endPiece()
        put(pieces[marks].opening)
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
        if hasSpans, marks > 0 { beginString() }
        made.append(UInt8(ascii: "("))
        at += 1
        var half: UInt8?
        var isOdd = false
        while at < source.endIndex, source[at] != UInt8(ascii: ">") {
            if let digit = Self.digit(source[at]) {
                if let high = half {
                    // A glyph has two bytes.
                    if !isOdd { beginGlyph() }
                    escaped(high << 4 | digit)
                    if isOdd { endGlyph() }
                    isOdd.toggle()
                    half = nil
                } else {
                    half = digit
                }
            }
            at += 1
        }
        if let half { escaped(half << 4) }
        at += 1
        endString()
    }

    /// One that a span left empty is none.
    private mutating func endString() {
        if made.last == UInt8(ascii: "("), made.dropLast().last.map({ $0 != UInt8(ascii: "\\") }) ?? false {
            made.removeLast()
        } else {
            made.append(UInt8(ascii: ")"))
        }
    }

    private mutating func endArray() {
        if made.last == UInt8(ascii: "[") {
            made.removeLast()
            isNothingShown = true
        } else {
            made.append(UInt8(ascii: "]"))
        }
    }

    // MARK: Spans

    /// A string that a span begins or ends in becomes an array: the operator of one ends where the span does.
    private mutating func beginString() {
        guard !isInArray, span != nil || spans < pieces[marks - 1].spans.count else { return }
        var digits = 0
        var place = at + 1
        while place < source.endIndex, source[place] != UInt8(ascii: ">") {
            if Self.digit(source[place]) != nil { digits += 1 }
            place += 1
        }
        let range = glyphs..<glyphs + digits / 4
        let begins =
            spans < pieces[marks - 1].spans.count && range.contains(pieces[marks - 1].spans[spans].glyphs.lowerBound)
        guard begins || span.map({ $0.end <= range.upperBound }) ?? false else { return }
        made.append(UInt8(ascii: "["))
        becameArray = true
    }

    private mutating func beginGlyph() {
        guard hasSpans, marks > 0, span == nil, isInArray || becameArray,
            spans < pieces[marks - 1].spans.count, pieces[marks - 1].spans[spans].glyphs.lowerBound == glyphs
        else { return }
        let piece = pieces[marks - 1].spans[spans]
        spans += 1
        endShowing()
        var opening = Array("/Span<</ActualText(".utf8) + [0xFE, 0xFF]
        for unit in String(scalars: piece.text).utf16 {
            for byte in [UInt8(unit >> 8), UInt8(unit & 0xFF)] { Self.escape(byte, into: &opening) }
        }
        spanOpening = opening + Array(")>>BDC".utf8)
        span = (made.count, piece.glyphs.upperBound)
        made += spanOpening
        made += "[(".utf8
    }

    private mutating func endGlyph() {
        glyphs += 1
        guard let (_, end) = span, end == glyphs, isInArray || becameArray else { return }
        span = nil
        endShowing()
        made += "EMC[(".utf8
    }

    /// A span that its text object does not hold is none.
    private mutating func dropSpan() {
        guard let (place, _) = span else { return }
        made.removeSubrange(place..<place + spanOpening.count)
        span = nil
    }

    /// Ends the string and the array in hand and shows them.
    private mutating func endShowing() {
        endString()
        endArray()
        if isNothingShown { isNothingShown = false } else { made += "TJ ".utf8 }
    }

    private mutating func escaped(_ byte: UInt8) { Self.escape(byte, into: &made) }

    private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        // Read as a line feed where it stands alone.
        case 13:
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(UInt8(ascii: "r"))
        default: bytes.append(byte)
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

    /// How many bytes a string in parentheses stands for.
    private static func length(_ string: ArraySlice<UInt8>) -> Int {
        var count = -2
        var place = string.startIndex
        while place < string.endIndex {
            if string[place] == UInt8(ascii: "\\"), place + 1 < string.endIndex {
                let digits = string[(place + 1)...].prefix(3).prefix { UInt8(ascii: "0")...UInt8(ascii: "7") ~= $0 }
                    .count
                place += max(1, digits)
            }
            count += 1
            place += 1
        }
        return count
    }

    /// As it is.
    private mutating func string() throws(Diagnostic) {
        dropSpan()
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
                // A glyph has one byte.
                glyphs += Self.length(source[start..<min(at, source.endIndex)])
                made.append(contentsOf: source[start..<min(at, source.endIndex)])
                return
            }
        }
        throw CairoObjects.malformed("content: a string")
    }
}
