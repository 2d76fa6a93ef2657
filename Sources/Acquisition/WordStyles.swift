internal import Diagnostics

/// The styles of a DOCX as far as they number paragraphs (ECMA-376 part 1, 17.7 and 17.9).
struct WordStyles {
    /// A list and a level of it, as a paragraph or a style names them; list 0 takes the number away.
    struct Reference {
        var list: Int?
        var level: Int?
    }

    private struct Style {
        var base: String?
        var reference = Reference()
    }

    private var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private(set) var standard: String?

    init() {}

    init(_ part: [UInt8]) throws(FaultError) {
        guard !part.isEmpty else { return }
        let xml = try XMLPull(part, format: "DOCX")
        var id: String?
        while let piece = try xml.next() {
            guard case .start(let name) = piece else { continue }
            if name == "style" {
                id = xml.attribute("styleId")
                if let id {
                    styles[id] = Style()
                    if xml.attribute("type") == "paragraph", ["1", "true"].contains(xml.attribute("default")) {
                        standard = id
                    }
                }
            } else if name == "rPr" || name == "pPrChange" {
                try xml.skip()
            } else if let id {
                switch name {
                case "basedOn": styles[id]?.base = xml.attribute("val")
                case "numId": styles[id]?.reference.list = xml.attribute("val").flatMap { Int($0) }
                case "ilvl": styles[id]?.reference.level = xml.attribute("val").flatMap { Int($0) }
                default: break
                }
            }
        }
    }

    /// The style and those that it is based on, the nearest first.
    func chain(of style: String?) -> [String] {
        var chain: [String] = []
        var next = style ?? standard
        // A style based on itself ends the way, too.
        while let id = next, chain.count < 32, !chain.contains(id), let style = styles[id] {
            chain.append(id)
            next = style.base
        }
        return chain
    }

    /// What the nearest style that says so names.
    func reference(in chain: [String]) -> Reference {
        Reference(
            list: chain.lazy.compactMap { styles[$0]?.reference.list }.first,
            level: chain.lazy.compactMap { styles[$0]?.reference.level }.first)
    }
}
