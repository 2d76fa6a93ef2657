/// What does not simply stand below the last: columns, floats, pages that are ready.
extension PageBuilder {
    /// Slabs in columns of even height, on this page and, where they are too many, on further ones.
    mutating func addColumns(_ slabs: [Slab], widths: ColumnWidths, before: Double, after: Double) {
        if !held.isEmpty, !heldTop, room(before: before).rest < shape.textHeight / 6 {
            // A heading goes along to where there is room.
            let moved = held.filter { !$0.isRepeated }
            drop()
            turn()
            for slab in moved { _ = place(slab, force: true) }
        }
        settle()
        var rest = slabs[...]
        while !rest.isEmpty {
            if pages.isEmpty { beginPage() }
            let top = foot + (isTop ? 0 : max(space, before))
            let room = shape.textHeight - notesOnPage(noteHeight) - top
            let all = ColumnBlock.balanced(rest, widths, room: room)
            if all.count < rest.count, !isTop, room < shape.textHeight / 6 {
                turn()
                continue
            }
            let block = Slab(
                content: .block(all.placed), height: all.height, before: before, after: after,
                notes: all.placed.flatMap(\.slab.notes))
            _ = place(block, force: true)
            settle()
            rest = rest.dropFirst(all.count)
            if !rest.isEmpty { turn() }
        }
    }

    /// Slabs that stay together, here or, where the page has no room for them, at the head of the next.
    mutating func addFloat(_ slabs: [Slab]) {
        if pages.isEmpty { beginPage() }
        let before = slabs.first?.before ?? 0
        let height = ColumnBlock.height(slabs[...])
        settle()
        if floats.isEmpty, height <= room(before: before).rest {
            for slab in slabs { _ = place(slab, force: true) }
            settle()
        } else if height > shape.textHeight {
            for slab in slabs { add(slab) }
        } else {
            floats.append(slabs)
        }
    }

    /// Pages that are ready: they stand between what was added before and what comes.
    mutating func insert(_ ready: [Page], anchors: [String: Int]) {
        breakPage()
        if pages.last?.items.isEmpty ?? false, isTop { pages.removeLast() }
        for (name, page) in anchors { anchorPages[name] = page + pages.count }
        pages += ready
        // The next slab turns to a page of its own.
        (foot, space, isTop) = (shape.textHeight, 0, false)
        (heldFoot, heldTop) = (foot, false)
    }

    mutating func placeFloats() {
        while let float = floats.first {
            let before = float.first?.before ?? 0
            guard isTop || ColumnBlock.height(float[...]) <= room(before: before).rest else { return }
            floats.removeFirst()
            for slab in float { _ = place(slab, force: true) }
            settle()
        }
    }

    mutating func flushFloats() {
        while !floats.isEmpty {
            if isTop { placeFloats() } else { turn() }
        }
    }
}
