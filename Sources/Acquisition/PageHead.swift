internal import _CLibXML2

/// What a page states of itself: title, day of publication, address.
struct PageHead {
    private(set) var title: String?
    private(set) var url: String?
    private var days: [(rank: Int, day: String)] = []
    /// What the page says its article is called, apart from the title of the page.
    private(set) var articleTitle: String?

    /// The title without the name of the site behind it.
    var plainTitle: String? {
        if let articleTitle { return articleTitle }
        guard let title else { return nil }
        for separator in ["_", " - ", " – ", "|", "-"] {
            guard let range = title.firstRange(of: separator) else { continue }
            let first = title[..<range.lowerBound]
            if first.unicodeScalars.count >= 5 { return trimmed(String(first)) }
        }
        return title
    }

    /// The best stated day: what the page calls its publication goes before other dates.
    var published: String? { days.min { $0.rank < $1.rank }?.day }

    mutating func read(_ element: xmlNodePtr, name: String) {
        switch name {
        case "title":
            guard title == nil, let content = xmlNodeGetContent(element) else { return }
            defer { jianbao_xml_free(content) }
            title = trimmed(String(cString: content))
        case "link":
            if attribute("rel", of: element)?.lowercased() == "canonical" {
                url = attribute("href", of: element) ?? url
            }
        case "time":
            if let stated = attribute("datetime", of: element) { note(stated, rank: 2) }
        case "meta": readMeta(element)
        default: break
        }
    }

    private mutating func readMeta(_ element: xmlNodePtr) {
        guard let content = attribute("content", of: element), !content.isEmpty,
            let key = attribute("property", of: element) ?? attribute("name", of: element)
                ?? attribute("itemprop", of: element)
        else { return }
        switch key.lowercased() {
        case "og:url", "url": url = url ?? content
        // ArticleTitle, PubDate and Url are what government sites state (政府网站发展指引).
        case "articletitle": articleTitle = trimmed(content)
        case "og:title": articleTitle = articleTitle ?? trimmed(content)
        case "article:published_time", "og:release_date", "datepublished", "pubdate", "publishdate", "publish_date",
            "publishtime", "apub:time", "weibo: article:create_at", "dc.date.issued":
            note(content, rank: 0)
        case "date", "dc.date", "article:modified_time", "lastmodified", "og:updated_time": note(content, rank: 3)
        default: break
        }
    }

    private mutating func note(_ text: String, rank: Int) {
        if let day = PublicationDate.stated(in: Array(text.unicodeScalars)[...]) { days.append((rank, day)) }
    }

    private func trimmed(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value <= 0x20 || scalar.value == 0x3000 || scalar.value == 0xA0
        }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return scalarString(scalars[first...last])
    }

    private func attribute(_ name: String, of element: xmlNodePtr) -> String? { xmlAttribute(name, of: element) }
}

/// An attribute's value; libxml2 hands over a copy, which is freed here.
func xmlAttribute(_ name: String, of element: xmlNodePtr) -> String? {
    guard let value = xmlGetProp(element, name) else { return nil }
    defer { jianbao_xml_free(value) }
    return String(cString: value)
}
