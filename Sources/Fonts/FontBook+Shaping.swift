import _CairoPango

struct WordKey: Hashable {
    var text: [Unicode.Scalar]
    var chain: ChainKey
    var proportional: Bool
}

extension FontBook {
    public func shape(_ text: ArraySlice<Unicode.Scalar>, role: FaceRole, language: TextLanguage) -> [ShapedGlyph] {
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
                let end = endOfSegment(text, from: at)
                append(text, at..<end, key, to: &glyphs)
                at = end
            }
        }
        return glyphs
    }

    private func table(_ key: ChainKey) -> CharacterTable {
        if let table = tables[key] { return table }
        let table = CharacterTable()
        tables[key] = table
        return table
    }

    /// Whether a character can always be set by its glyph of the character map, one em wide.
    private func resolve(_ scalar: Unicode.Scalar, _ key: ChainKey) -> CharacterTable.Cell {
        guard case .square = CharacterKind(scalar), let place = chains[key]!.sources.first(where: { has(scalar, $0) }),
            place == chains[key]!.sources.first || !CharacterKind.isHan(scalar),
            let number = part(of: place, with: scalar),
            let font = font(at: number), let glyph = font.glyph(standingAlone: scalar, language: key.language.rawValue),
            abs(font.advance(glyph) - 1) < 1e-4
        else { return .other }
        return .single(face: FaceID(index: number), glyph: glyph)
    }

    /// The face number of the part of a source that holds a character.
    private func part(of place: Int, with scalar: Unicode.Scalar) -> Int? {
        guard let common = font(at: place * 2) else { return nil }
        if common.nominalGlyph(scalar) != nil { return place * 2 }
        return hasInWhole(scalar, place) && font(at: place * 2 + 1) != nil ? place * 2 + 1 : nil
    }

    private func has(_ scalar: Unicode.Scalar, _ place: Int) -> Bool { part(of: place, with: scalar) != nil }

    private func hasInWhole(_ scalar: Unicode.Scalar, _ place: Int) -> Bool {
        if sources[place].whole == nil {
            let face = sources[place].preparation.face
            sources[place].whole = try? FontFile(path: face.path, index: face.index)
        }
        return sources[place].whole?.nominalGlyph(scalar) != nil
    }

    /// Where what is shaped together from here on ends: a word, two dashes, a name.
    private func endOfSegment(_ text: ArraySlice<Unicode.Scalar>, from start: Int) -> Int {
        let kind = CharacterKind(text[start])
        var end = start + 1
        switch kind {
        case .long:
            while end < text.endIndex, text[end] == text[start] { end += 1 }
        case .letter:
            while end < text.endIndex, case .letter = CharacterKind(text[end]) { end += 1 }
        default: break
        }
        return end
    }

    private func append(
        _ text: ArraySlice<Unicode.Scalar>, _ range: Range<Int>, _ key: ChainKey, to glyphs: inout [ShapedGlyph]
    ) {
        let proportional =
            if case .quote = CharacterKind(text[range.lowerBound]) { isLatinQuote(text, range.lowerBound) } else {
                false
            }
        let word = WordKey(text: Array(text[range]), chain: key, proportional: proportional)
        let shaped: [ShapedGlyph]
        if let known = words[word] {
            shaped = known
        } else {
            shaped = shape(word, in: text, at: range.lowerBound)
            words[word] = shaped
        }
        for var glyph in shaped {
            glyph.cluster += range.lowerBound
            glyphs.append(glyph)
        }
    }

    /// Shapes a word with the first face that has all of it; where none has, character by character.
    private func shape(_ word: WordKey, in text: ArraySlice<Unicode.Scalar>, at start: Int) -> [ShapedGlyph] {
        let chain = chains[word.chain]!
        for place in chain.sources {
            guard let first = part(of: place, with: word.text[0]), let font = font(at: first),
                word.text.dropFirst().allSatisfy({ font.nominalGlyph($0) != nil })
            else { continue }
            return settle(word, font, FaceID(index: first))
        }
        if word.text.count == 1 {
            note(word.text[0], in: text, at: start)
            return [ShapedGlyph(id: 0, face: FaceID(index: chain.sources[0] * 2), advance: 1, cluster: 0)]
        }
        return word.text.indices.flatMap { at in
            let single = WordKey(text: [word.text[at]], chain: word.chain, proportional: word.proportional)
            return shape(single, in: text, at: start + at).map { glyph in
                var glyph = glyph
                glyph.cluster += at
                return glyph
            }
        }
    }

    private func settle(_ word: WordKey, _ font: Font, _ face: FaceID) -> [ShapedGlyph] {
        var glyphs = font.shape(word.text, language: word.chain.language.rawValue, proportional: word.proportional).map
        {
            ShapedGlyph(id: $0.id, face: face, advance: $0.advance, dx: $0.dx, dy: $0.dy, cluster: $0.cluster)
        }
        if case .dot = CharacterKind(word.text[0]), glyphs.count == 1, let ink = font.inkBox(glyphs[0].id) {
            // Half an em on the mainland, one em in Traditional setting (CLREQ 3.1.1).
            let width = word.chain.language == .hans ? 0.5 : 1.0
            glyphs[0].advance = width
            glyphs[0].dx = width / 2 - (ink.left + ink.right) / 2
        }
        return glyphs
    }

    private func note(_ scalar: Unicode.Scalar, in text: ArraySlice<Unicode.Scalar>, at: Int) {
        guard !missing.contains(where: { $0.scalar == scalar }) else { return }
        let around = text[max(text.startIndex, at - 6)..<min(text.endIndex, at + 6)]
        var excerpt = ""
        excerpt.unicodeScalars.append(contentsOf: around)
        missing.append(MissingCharacter(scalar: scalar, text: excerpt))
    }

    private func isLatinQuote(_ text: ArraySlice<Unicode.Scalar>, _ at: Int) -> Bool {
        var before: CharacterKind?
        var after: CharacterKind?
        if at > text.startIndex { before = CharacterKind(text[at - 1]) }
        if at + 1 < text.endIndex { after = CharacterKind(text[at + 1]) }
        if case .letter? = before, case .letter? = after { return true }
        return false
    }
}
