/// A line through points, in pt.
public struct Stroke: Hashable, Sendable {
    public var points: [Point]
    /// pt
    public var width: Double
    public var colour: Colour
    /// Lengths of dashes and gaps in turn; empty for an unbroken line.
    public var dashes: [Double]

    public init(points: [Point], width: Double, colour: Colour, dashes: [Double] = []) {
        self.points = points
        self.width = width
        self.colour = colour
        self.dashes = dashes
    }
}

/// A picture as its file has it.
public struct Picture: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable {
        case png
        case jpeg
    }

    /// The path, for messages.
    public var path: String
    public var format: Format
    /// Pixels.
    public var width: Int
    public var height: Int
    public var bytes: [UInt8]

    public init(path: String, format: Format, width: Int, height: Int, bytes: [UInt8]) {
        self.path = path
        self.format = format
        self.width = width
        self.height = height
        self.bytes = bytes
    }
}

extension Page.Item {
    /// The same, elsewhere; lengths in pt.
    func moved(x: Double, y: Double) -> Page.Item {
        func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
        func moved(_ box: Box) -> Box { Box(x: box.x + x, y: box.y + y, width: box.width, height: box.height) }
        switch self {
        case .glyphs(var run):
            for at in run.glyphs.indices {
                run.glyphs[at].x += x
                run.glyphs[at].y += y
            }
            return .glyphs(run)
        case .fill(let box, let colour): return .fill(moved(box), colour)
        case .stroke(var stroke):
            stroke.points = stroke.points.map(moved)
            return .stroke(stroke)
        case .polygon(let points, let colour): return .polygon(points.map(moved), colour)
        case .picture(let picture, let box): return .picture(picture, moved(box))
        case .marked(let element, let items): return .marked(element, items.map { $0.moved(x: x, y: y) })
        case .figure(let alt, let box, let items):
            return .figure(alt: alt, box: moved(box), items.map { $0.moved(x: x, y: y) })
        case .turned(let quarters, let origin, let items):
            return .turned(quarters: quarters, origin: moved(origin), items)
        case .slanted(let degrees, let origin, let items):
            return .slanted(degrees: degrees, origin: moved(origin), items)
        case .anchor(let name, let at): return .anchor(name: name, at: moved(at))
        case .link(let to, let box, let element): return .link(to: to, box: moved(box), element: element)
        }
    }

    /// Items set upright, turned anticlockwise by quarters about their origin, which comes to lie at `origin`: what
    /// is drawn as one item, links and anchors beside it in the page's own upright places.
    static func turning(_ items: [Page.Item], quarters: Int, to origin: Point) -> [Page.Item] {
        var drawn: [Page.Item] = []
        var places: [Page.Item] = []
        for item in items {
            switch item {
            case .anchor(let name, let at): places.append(.anchor(name: name, at: at.turned(quarters, to: origin)))
            case .link(let to, let box, let element):
                places.append(.link(to: to, box: box.turned(quarters, to: origin), element: element))
            default: drawn.append(item)
            }
        }
        return places + (drawn.isEmpty ? [] : [.turned(quarters: quarters, origin: origin, drawn)])
    }
}

extension Point {
    func turned(_ quarters: Int, to origin: Point) -> Point {
        switch quarters & 3 {
        case 1: Point(x: origin.x + y, y: origin.y - x)
        case 2: Point(x: origin.x - x, y: origin.y - y)
        case 3: Point(x: origin.x - y, y: origin.y + x)
        default: Point(x: origin.x + x, y: origin.y + y)
        }
    }
}

extension Box {
    func turned(_ quarters: Int, to origin: Point) -> Box {
        let a = Point(x: x, y: y).turned(quarters, to: origin)
        let b = Point(x: x + width, y: y + height).turned(quarters, to: origin)
        return Box(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
    }
}
