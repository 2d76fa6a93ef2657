internal import _CLibXML2

/// The text blocks of a page in order, and which of them are what the page is for.
struct PageBody {
    struct Block {
        var text: [Unicode.Scalar]
        var part: SourceText.Block.Part
    }

    /// A block as found.
    private struct Found {
        var text: [Unicode.Scalar]
        /// How many of its scalars are links.
        var linked: Int
        /// Indexes of the elements it stands in, from the outermost.
        var path: [Int]
        var isHeading: Bool
        /// In an element whose name, class or id says that it is no content.
        var isBeside: Bool

        /// Prose: sentences, and hardly a link.
        var isProse: Bool {
            guard text.count >= 10, linked * 3 < text.count else { return false }
            return text.contains("。") || (text.count >= 20 && text.contains { $0 == "，" || $0 == "," })
        }
    }

    private var found: [Found] = []
    private var text: [Unicode.Scalar] = []
    private var linked = 0
    private var path: [Int] = []
    private var elements = 0
    private var headings = 0
    private var besides = 0
    private var links = 0
    private var keepsSpace = 0

    // MARK: Reading

    mutating func walk(_ element: xmlNodePtr, head: inout PageHead) {
        var child = element.pointee.children
        while let node = child {
            switch node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(node)
            case XML_ELEMENT_NODE: enter(node, head: &head)
            default: break
            }
            child = node.pointee.next
        }
    }

    private mutating func enter(_ node: xmlNodePtr, head: inout PageHead) {
        guard let raw = node.pointee.name else { return }
        let name = String(cString: raw)
        if Self.stated.contains(name) { head.read(node, name: name) }
        guard !Self.silent.contains(name) else { return }
        if name == "br" || name == "hr" { return finish() }
        guard Self.blocks.contains(name) else {
            if name == "a" { links += 1 }
            walk(node, head: &head)
            if name == "a" { links -= 1 }
            return
        }
        finish()
        let isHeading = name.count == 2 && name.hasPrefix("h") && name != "hr"
        let isBeside = Self.besideElements.contains(name) || isBeside(node)
        headings += isHeading ? 1 : 0
        besides += isBeside ? 1 : 0
        keepsSpace += name == "pre" ? 1 : 0
        elements += 1
        path.append(elements)
        walk(node, head: &head)
        finish()
        path.removeLast()
        headings -= isHeading ? 1 : 0
        besides -= isBeside ? 1 : 0
        keepsSpace -= name == "pre" ? 1 : 0
    }

    private func isBeside(_ node: xmlNodePtr) -> Bool {
        for attribute in ["class", "id", "role"] {
            guard let value = xmlAttribute(attribute, of: node)?.lowercased() else { continue }
            let words = value.split { !$0.isLetter }
            if words.contains(where: { Self.besideWords.contains(String($0)) }) { return true }
        }
        return false
    }

    private mutating func append(_ node: xmlNodePtr) {
        guard let content = node.pointee.content else { return }
        for scalar in String(cString: content).unicodeScalars {
            let isSpace = scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
            if isSpace, keepsSpace > 0, scalar == "\n" {
                finish()
            } else if isSpace {
                if let last = text.last, last != " " { text.append(" ") }
            } else {
                text.append(scalar)
                linked += links > 0 ? 1 : 0
            }
        }
    }

    private mutating func finish() {
        while text.last == " " { text.removeLast() }
        let hasText = text.contains { $0.value > 0x20 && $0.value != 0xA0 && $0.value != 0x3000 && $0.value != 0xFEFF }
        if hasText {
            found.append(Found(text: text, linked: linked, path: path, isHeading: headings > 0, isBeside: besides > 0))
        }
        text = []
        linked = 0
    }

    // MARK: Judging

    /// Every block with its part. The main element is the smallest one that holds most of the page's prose.
    func classified(title: String?) -> [Block] {
        let main = mainElement()
        let titleIndex = titleIndex(stated: title.map { Array($0.unicodeScalars) } ?? [])
        return found.enumerated().map { index, block in
            var part = SourceText.Block.Part.aside
            if index == titleIndex {
                part = .title
            } else if block.isProse, !block.isBeside {
                part = .main
            } else if !block.isBeside, block.linked * 2 < max(1, block.text.count) {
                if main.map(block.path.contains) ?? (block.linked == 0) { part = .main }
            }
            return Block(text: block.text, part: part)
        }
    }

    /// The line that the page's stated title begins or ends with; else the first heading before the prose that is not the
    /// site's name.
    private func titleIndex(stated: [Unicode.Scalar]) -> Int? {
        func isPossible(_ block: Found) -> Bool { block.text.count >= 4 && block.linked * 2 < block.text.count }
        if let index = found.firstIndex(where: {
            isPossible($0) && $0.text.count >= 6 && (begins(stated, with: $0.text) || ends(stated, with: $0.text))
        }) {
            return index
        }
        let prose = found.firstIndex { $0.isProse && !$0.isBeside } ?? found.count
        let site = scalarString(stated)
        return found[..<prose].firstIndex {
            $0.isHeading && !$0.isBeside && isPossible($0) && !site.contains(scalarString($0.text))
        }
    }

    /// Whether a page's title is a line, or the line and then the name of the site behind a stroke.
    private func begins(_ title: [Unicode.Scalar], with line: [Unicode.Scalar]) -> Bool {
        guard title.starts(with: line) else { return false }
        return title.count == line.count || Self.strokes.contains(title[line.count])
    }

    /// Whether the name of the site and a stroke stand before the line.
    private func ends(_ title: [Unicode.Scalar], with line: [Unicode.Scalar]) -> Bool {
        title.count > line.count && title.suffix(line.count).elementsEqual(line)
            && Self.strokes.contains(title[title.count - line.count - 1])
    }

    private static let strokes = "_-–—|｜ <>·".unicodeScalars

    private func mainElement() -> Int? {
        var weights: [Int: Int] = [:]
        var depths: [Int: Int] = [:]
        var blocks: [Int: Int] = [:]
        var total = 0
        for block in found {
            let isProse = block.isProse && !block.isBeside
            total += isProse ? block.text.count : 0
            for (depth, element) in block.path.enumerated() {
                weights[element, default: 0] += isProse ? block.text.count : 0
                depths[element] = depth
                blocks[element, default: 0] += 1
            }
        }
        guard total > 0 else { return nil }
        // A paragraph of its own is no container; numbers settle a tie, so that the order of a dictionary never does.
        let containers = weights.keys.filter { (weights[$0] ?? 0) * 10 >= total * 7 && (blocks[$0] ?? 0) > 1 }
        return containers.max { (depths[$0] ?? 0, $0) < (depths[$1] ?? 0, $1) }
    }

    /// The day that a line about publication states: `发布时间：2024-05-07 10:22`.
    func statedDay() -> String? {
        let isForm = DayLabel.isForm(found.lazy.map { $0.text[...] })
        for block in found where block.text.count <= 120 {
            guard Self.dayWords.contains(where: { scalarString(block.text).contains($0) }) else { continue }
            let day = PublicationDate.stated(in: block.text[...]) {
                !DayLabel.isAppointment(dayAt: $0, in: block.text[...], isForm: isForm)
            }
            if let day { return day }
        }
        // A line that begins with a day and has a time behind it.
        for (index, block) in found.enumerated() where block.text.count <= 60 {
            let above = index > 0 ? found[index - 1].text + ["\n"] : []
            let line = block.text.drop { !($0.value >= 0x30 && $0.value <= 0x39) }
            if block.text.count - line.count <= 4, line.contains(":"),
                let (day, _) = PublicationDate.day(at: line.startIndex, in: line),
                !DayLabel.isAppointment(
                    dayAt: above.count + line.startIndex, in: (above + block.text)[...], isForm: isForm)
            {
                return day
            }
        }
        return nil
    }

    private static let dayWords = ["发布时间", "发布日期", "发表时间", "發布時間", "发布于", "时间：", "日期：", "时间:", "日期:"]
    private static let stated: Set<String> = ["title", "link", "meta", "time"]
    private static let silent: Set<String> = [
        "script", "style", "noscript", "template", "iframe", "svg", "select", "button", "textarea", "input", "object",
        "embed", "canvas", "audio", "video", "title", "link", "meta", "map",
    ]
    private static let blocks: Set<String> = [
        "html", "head", "body", "p", "div", "li", "td", "th", "tr", "table", "tbody", "thead", "tfoot", "ul", "ol",
        "dl",
        "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "header", "footer", "nav", "aside",
        "main", "pre", "blockquote", "center", "form", "figure", "figcaption", "address", "fieldset", "details",
        "summary",
    ]
    private static let besideElements: Set<String> = ["nav", "footer", "aside", "address"]
    private static let besideWords: Set<String> = [
        "nav", "navbar", "navigation", "menu", "footer", "foot", "sidebar", "breadcrumb", "breadcrumbs", "crumb",
        "crumbs",
        "related", "relate", "recommend", "share", "sharebox", "copyright", "comment", "comments", "rank", "hot",
        "location",
        "position", "toolbar", "bdshare", "pagination", "banner", "links", "friendlink", "advert",
    ]
}
