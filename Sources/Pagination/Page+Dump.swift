public import Fonts

extension Page {
    /// The page as text, an item a line: position, face, size, text. For tests, and for eyes.
    ///
    /// A run's position is its first glyph's origin, x and y in pt with two places.
    public func dump(names: any Shaper) -> String {
        var lines = ["page \(label ?? "-") \(Hundredths.text(width)) x \(Hundredths.text(height))"]
        for item in items {
            switch item {
            case .glyphs(let run):
                let x = Hundredths.text(run.glyphs.first?.x ?? 0)
                let y = Hundredths.text(run.glyphs.first?.y ?? 0)
                let text = String(String.UnicodeScalarView(run.text))
                let colour = run.colour == .black ? "" : " " + run.colour.hex
                lines.append("\(x) \(y) \(names.name(of: run.face)) \(Hundredths.text(run.size))\(colour) \(text)")
            case .fill(let box, let colour): lines.append("fill \(box.text) \(colour.hex)")
            case .anchor(let name, let at):
                lines.append("anchor \(Hundredths.text(at.x)) \(Hundredths.text(at.y)) \(name)")
            case .link(let to, let box): lines.append("link \(box.text) \(to)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Box {
    fileprivate var text: String {
        [x, y, width, height].map(Hundredths.text).joined(separator: " ")
    }
}

extension Colour {
    /// `#c8102e`
    var hex: String {
        let parts = [red, green, blue].map { part in
            let text = String(Int((part * 255).rounded()), radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return "#" + parts.joined()
    }
}
