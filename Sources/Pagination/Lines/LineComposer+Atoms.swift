import Fonts

extension LineComposer {
    /// Glyphs to atoms: clusters with their class, width and blank halves.
    func buildAtoms() {
        atoms.removeAll(keepingCapacity: true)
        atoms.reserveCapacity(text.count)
        var span = 0
        var spanEnd = spans.first?.count ?? 0
        var at = 0
        while at < glyphs.count {
            let start = glyphs[at].cluster
            var next = at
            var advance = 0.0
            while next < glyphs.count, glyphs[next].cluster == start {
                advance += glyphs[next].advance
                next += 1
            }
            let end = next < glyphs.count ? max(glyphs[next].cluster, start + 1) : text.count
            while start >= spanEnd, span + 1 < spans.count {
                span += 1
                spanEnd += spans[span].count
            }
            let em = spans[span].size
            appendAtom(
                Atom(
                    scalar: Int32(start), scalars: Int32(end - start), glyph: Int32(at), glyphs: Int32(next - at),
                    span: Int32(span), kind: spans[span].isNote ? .note : CharacterClass(text[start]),
                    width: advance * em, left: 0, right: 0,
                    trim: 0, shift: 0, em: em))
            at = next
        }
        refine()
    }

    private func appendAtom(_ made: Atom) {
        var atom = made
        let em = atom.em
        switch atom.kind {
        case .han, .latin, .digit: break
        case .none, .joined:
            // Part of what stands before; nothing where nothing does.
            if atom.kind == .none { atom.glyphs = 0 }
            if !atoms.isEmpty, atom.kind == .none || atom.glyphs == 0 {
                atoms[atoms.count - 1].scalars += atom.scalars
                return
            }
            if atom.kind == .none { return }
        case .chance: atom.width = 0
        case .space:
            if let before = atoms.last, before.kind == .space || before.kind.isMark {
                atoms[atoms.count - 1].scalars += atom.scalars
                return
            }
            if atoms.isEmpty { return }
            atom.right = atom.width
        case .wideSpace: atom.right = atom.width
        case .middot:
            let width = language == .hant ? em : 0.5 * em
            atom.shift = (width - atom.width) / 2
            atom.width = width
        case .open, .close, .pause, .stop: fillEm(&atom)
        case .dash:
            if atom.width < 0.9 * em * Double(atom.scalars) {
                let width = em * Double(atom.scalars)
                atom.shift = (width - atom.width) / 2
                atom.width = width
            }
        default: break
        }
        atoms.append(atom)
    }

    /// A full-width mark takes one em, whatever its glyph is; its blank halves are known.
    private func fillEm(_ atom: inout Atom) {
        let em = atom.em
        let blanks = atom.kind.blanks(in: language)
        if atom.width < 0.75 * em {
            let room = em - atom.width
            let half = max(0, 0.5 * em - atom.width) / 2
            switch atom.kind {
            case .open: atom.shift = room - half
            case .close: atom.shift = half
            default: atom.shift = language == .hant ? room / 2 : half
            }
            atom.width = em
        }
        atom.left = blanks.left * em
        atom.right = blanks.right * em
    }

    /// What depends on neighbours: quotes within Western words, spaces beside Han, single dashes.
    private func refine() {
        // A mark in the middle of its em keeps it at a start, too.
        if let first = atoms.first, first.kind == .pause || first.kind == .stop { atoms[0].left = 0 }
        var opens = true
        for at in atoms.indices {
            let before = at > 0 ? atoms[at - 1].kind : .none
            let after = at + 1 < atoms.count ? atoms[at + 1].kind : .none
            switch atoms[at].kind {
            case .close where text[Int(atoms[at].scalar)] == "’" && before == .latin && after == .latin:
                // An apostrophe: its blank half goes.
                atoms[at].kind = .latin
                atoms[at].width -= atoms[at].right
                atoms[at].right = 0
            case .space where before == .han || after == .han:
                if before.takesGap || after.takesGap || before == after {
                    atoms[at].width = 0.25 * atoms[at].em
                    atoms[at].right = atoms[at].width
                }
            case .space where after.isMark:
                atoms[at].width = 0
                atoms[at].right = 0
            case .latin where text[Int(atoms[at].scalar)] == "\"":
                // Which of the two it is only counting tells.
                atoms[at].kind = opens ? .latinOpen : .latinClose
                opens.toggle()
            case .dash where atoms[at].scalars == 1 && before != .dash && after != .dash:
                if text[Int(atoms[at].scalar)] != "…" { atoms[at].kind = .connector }
            default: break
            }
            atoms[at].trim = trim(at)
        }
    }

    /// What of an atom stands beyond the edge at a line's end. A mark in the middle of its em keeps it.
    private func trim(_ at: Int) -> Double {
        let atom = atoms[at]
        if hangs(at) { return atom.width }
        if atom.kind == .middot, language == .hans, atom.glyphs == 1 {
            // What is drawn of the dot reaches the edge.
            return max(0, glyphs[Int(atom.glyph)].dx * atom.em + atom.shift)
        }
        return language == .hant && (atom.kind == .pause || atom.kind == .stop) ? 0 : atom.right
    }

    /// Commas and full stops may stand outside the column (CLREQ 3.1.7).
    private func hangs(_ at: Int) -> Bool {
        measure.hangs && (atoms[at].kind == .pause || atoms[at].kind == .stop)
            && "，、。．".unicodeScalars.contains(text[Int(atoms[at].scalar)])
    }
}
