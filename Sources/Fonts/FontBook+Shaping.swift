import _CairoPango

/// What is shaped as one and kept: a word of letters, a run of dashes, a name, a mark.
struct WordKey: Hashable {
    var text: [Unicode.Scalar]
    var chain: ChainKey
    /// Quotation marks in their Latin form.
    var proportional: Bool

    /// Marks have Chinese forms unless they are among letters.
    var script: Font.Script {
        if proportional { return .latin }
        return switch CharacterKind(text[0]) {
        case .letter, .space: .latin
        case .square, .long, .dot, .quote: .han
        }
    }
}

extension FontBook {
    /// How many shaped words are kept; texts seldom have more different ones than that.
    private static let wordLimit = 50_000

    public func shape(_ text: ArraySlice<Unicode.Scalar>, role: FaceRole, language: TextLanguage) -> [ShapedGlyph] {
        shape(text, words: [], role: role, language: language)
    }

    public func shape(
        _ text: ArraySlice<Unicode.Scalar>, words: [Range<Int>], role: FaceRole, language: TextLanguage
    ) -> [ShapedGlyph] {
        let key = ChainKey(role: role, language: language)
        let table = self.table(key)
        var glyphs: [ShapedGlyph] = []
        glyphs.reserveCapacity(text.count)
        var at = text.startIndex
        while at < text.endIndex {
            switch table[text[at]] {
            case .single(let face, let glyph):
                glyphs.append(ShapedGlyph(id: glyph, face: face, advance: 1, cluster: at))
                at += 1
            case .unknown:
                table[text[at]] = resolve(text[at], key)
            case .other:
                let range = segment(text, at, words: words)
                while let last = glyphs.last, last.cluster >= range.lowerBound { glyphs.removeLast() }
                append(text, range, key, to: &glyphs)
                at = range.upperBound
            }
        }
        return glyphs
    }

    private func table(_ key: ChainKey) -> CharacterTable {
        if let table = tables[key] { return table }
        let table = CharacterTable()
        tables[key] = table
        noteStandIn(key)
        return table
    }

    /// Whether a character can always be set by its glyph of the character map, one em wide. A Han character that the
    /// role's first face has not is never: its word changes faces with it.
    private func resolve(_ scalar: Unicode.Scalar, _ key: ChainKey) -> CharacterTable.Cell {
        let sources = chains[key]!.sources
        guard case .square = CharacterKind(scalar),
            let place = sources.first(where: { part(of: $0, with: scalar) != nil }),
            place == sources.first || !CharacterKind.isHan(scalar),
            let number = part(of: place, with: scalar), let font = font(at: number),
            let glyph = font.glyph(standingAlone: scalar, language: key.language.rawValue),
            abs(font.advance(glyph) - 1) < 1e-4, Marks.bracketShift(scalar, glyph, font) == nil
        else { return .other }
        return .single(face: FaceID(index: number), glyph: glyph)
    }

    // MARK: Segments

    /// What is shaped together with the character at a place: letters to the end of their word, dashes to the end of
    /// their run, a Han character with the word it stands in.
    private func segment(_ text: ArraySlice<Unicode.Scalar>, _ at: Int, words: [Range<Int>]) -> Range<Int> {
        switch CharacterKind(text[at]) {
        case .long: return at..<end(text, at) { $0 == text[at] }
        case .letter: return at..<end(text, at) { CharacterKind($0) == .letter }
        case .square where CharacterKind.isHan(text[at]): return hanWord(text, at, words: words)
        default: return at..<at + 1
        }
    }

    private func end(_ text: ArraySlice<Unicode.Scalar>, _ start: Int, _ belongs: (Unicode.Scalar) -> Bool) -> Int {
        var end = start + 1
        while end < text.endIndex, belongs(text[end]) { end += 1 }
        return end
    }

    /// The word that was named, else the run of Han characters where that is no longer than a name can be.
    private func hanWord(_ text: ArraySlice<Unicode.Scalar>, _ at: Int, words: [Range<Int>]) -> Range<Int> {
        if let word = words.first(where: { $0.contains(at) }) {
            return word.clamped(to: text.startIndex..<text.endIndex)
        }
        var start = at
        while start > text.startIndex, CharacterKind.isHan(text[start - 1]) { start -= 1 }
        let run = start..<end(text, at, CharacterKind.isHan)
        return run.count <= 4 ? run : at..<at + 1
    }

    private func append(
        _ text: ArraySlice<Unicode.Scalar>, _ range: Range<Int>, _ key: ChainKey, to glyphs: inout [ShapedGlyph]
    ) {
        let isQuote = range.count == 1 && CharacterKind(text[range.lowerBound]) == .quote
        let word = WordKey(
            text: Array(text[range]), chain: key,
            proportional: isQuote && QuotationMarks.isLatin(text, at: range.lowerBound))
        let shaped: [ShapedGlyph]
        if let known = words[word] {
            shaped = known
        } else {
            shaped = shape(word, in: text, at: range.lowerBound)
            if words.count >= Self.wordLimit { words.removeAll(keepingCapacity: true) }
            // What no face has is noted anew in every text.
            if !shaped.contains(where: { $0.id == 0 }) { words[word] = shaped }
        }
        for var glyph in shaped {
            glyph.cluster += range.lowerBound
            glyphs.append(glyph)
        }
    }

    // MARK: Faces

    /// The face number of the part of a source that has a character; `nil` where the source has it not.
    func part(of place: Int, with scalar: Unicode.Scalar) -> Int? {
        let first = place * Self.parts
        guard let common = font(at: first) else { return nil }
        if common.nominalGlyph(scalar) != nil { return first }
        guard whole(place)?.nominalGlyph(scalar) != nil else { return nil }
        let part = first + FacePreparation.Part.besidesCommon(scalar.value, sources[place].preparation.language).number
        return font(at: part)?.nominalGlyph(scalar) != nil ? part : nil
    }

    /// Shapes a word with the first face that has all of it; where none has, character by character.
    private func shape(_ word: WordKey, in text: ArraySlice<Unicode.Scalar>, at start: Int) -> [ShapedGlyph] {
        let chain = chains[word.chain]!
        for place in chain.sources {
            let parts = word.text.map { part(of: place, with: $0) }
            if !parts.contains(nil) { return shape(word, parts: parts.compactMap { $0 }) }
        }
        if word.text.count == 1 {
            note(word.text[0], in: text, at: start)
            return [ShapedGlyph(id: 0, face: FaceID(index: chain.sources[0] * Self.parts), advance: 1, cluster: 0)]
        }
        return word.text.indices.flatMap { at in
            let single = WordKey(text: [word.text[at]], chain: word.chain, proportional: word.proportional)
            return shape(single, in: text, at: start + at).map { $0.moved(by: at) }
        }
    }

    /// Shapes a word whose characters are in these parts of one source, each part's characters together.
    private func shape(_ word: WordKey, parts: [Int]) -> [ShapedGlyph] {
        var glyphs: [ShapedGlyph] = []
        var start = 0
        while start < parts.count {
            var end = start + 1
            while end < parts.count, parts[end] == parts[start] { end += 1 }
            if let font = font(at: parts[start]) {
                let piece = WordKey(
                    text: Array(word.text[start..<end]), chain: word.chain, proportional: word.proportional)
                glyphs += Marks.settled(
                    font.shape(
                        piece.text, language: word.chain.language.rawValue, script: word.script,
                        proportional: word.proportional),
                    of: piece, font: font
                ).map { glyph in
                    ShapedGlyph(
                        id: glyph.id, face: FaceID(index: parts[start]), advance: glyph.advance, dx: glyph.dx,
                        dy: glyph.dy, cluster: glyph.cluster + start)
                }
            }
            start = end
        }
        return glyphs
    }

    private func note(_ scalar: Unicode.Scalar, in text: ArraySlice<Unicode.Scalar>, at: Int) {
        guard !missing.contains(where: { $0.scalar == scalar }) else { return }
        var excerpt = ""
        excerpt.unicodeScalars.append(contentsOf: text[max(text.startIndex, at - 6)..<min(text.endIndex, at + 6)])
        missing.append(MissingCharacter(scalar: scalar, text: excerpt))
    }
}

extension ShapedGlyph {
    fileprivate func moved(by scalars: Int) -> ShapedGlyph {
        var glyph = self
        glyph.cluster += scalars
        return glyph
    }
}
