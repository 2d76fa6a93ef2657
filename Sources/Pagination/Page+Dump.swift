import Diagnostics
public import Fonts

extension Page {
    /// The page as text, an item a line: position, face, size, text. For tests, and for eyes.
    ///
    /// A run's position is its first glyph's origin, x and y in pt with two places.
    public func dump(names: any Shaper) -> String {
        var lines = ["page \(label ?? "-") \(Hundredths.text(width)) x \(Hundredths.text(height))"]
        for item in items { item.dump(names, indent: "", into: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Page.Item {
    fileprivate func dump(_ names: any Shaper, indent: String, into lines: inout [String]) {
        func add(_ line: String) { lines.append(indent + line) }
        switch self {
        case .glyphs(let run):
            let start = run.glyphs.first.map { Point(x: $0.x, y: $0.y) } ?? Point(x: 0, y: 0)
            let text = String(scalars: run.text)
            let colour = run.colour == .black ? "" : " " + run.colour.hex
            add("\(start.text) \(names.name(of: run.face)) \(Hundredths.text(run.size))\(colour) \(text)")
        case .fill(let box, let colour): add("fill \(box.text) \(colour.hex)")
        case .stroke(let stroke):
            let dashes = stroke.dashes.isEmpty ? "" : " dashed"
            let points = stroke.points.map(\.text).joined(separator: " ")
            add("stroke \(Hundredths.text(stroke.width)) \(stroke.colour.hex)\(dashes) \(points)")
        case .polygon(let points, let colour):
            add("polygon \(colour.hex) \(points.map(\.text).joined(separator: " "))")
        case .picture(let picture, let box):
            add("picture \(box.text) \(picture.format.rawValue) \(picture.width) x \(picture.height)")
        case .marked(_, let items):
            for item in items { item.dump(names, indent: indent, into: &lines) }
        case .figure(let alt, let box, let items):
            add("figure \(box.text) \(alt)")
            for item in items { item.dump(names, indent: indent + "  ", into: &lines) }
        case .turned(let quarters, let origin, let items):
            add("turned \(quarters) \(origin.text)")
            for item in items { item.dump(names, indent: indent + "  ", into: &lines) }
        case .slanted(let degrees, let origin, let items):
            add("slanted \(Hundredths.text(degrees)) \(origin.text)")
            for item in items { item.dump(names, indent: indent + "  ", into: &lines) }
        case .anchor(let name, let at): add("anchor \(at.text) \(name)")
        case .link(let to, let box, _): add("link \(box.text) \(to)")
        }
    }
}

extension Point {
    fileprivate var text: String { Hundredths.text(x) + " " + Hundredths.text(y) }
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
