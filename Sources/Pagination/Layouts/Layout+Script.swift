extension Layout {
    /// The same layout with its own words written otherwise: in the other script.
    public func worded(_ write: (String) -> String) -> Layout {
        var layout = self
        layout.head = head.map { $0.worded(write) }
        layout.foot = foot.map { $0.worded(write) }
        layout.metadata = metadata.mapValues { $0.worded(write) }
        layout.sections = sections.map { $0.worded(write) }
        return layout
    }
}

extension Template {
    func worded(_ write: (String) -> String) -> Template {
        Template(
            parts: parts.map { part in
                if case .text(let text) = part { .text(write(text)) } else { part }
            })
    }
}

extension Furniture {
    fileprivate func worded(_ write: (String) -> String) -> Furniture {
        var made = self
        made.text = text?.worded(write)
        return made
    }
}

extension Section {
    fileprivate func worded(_ write: (String) -> String) -> Section {
        var made = self
        func all(_ sections: [Section]) -> [Section] { sections.map { $0.worded(write) } }
        switch kind {
        case .text(var section):
            for place in section.pieces.indices {
                section.pieces[place].template = section.pieces[place].template.worded(write)
            }
            made.kind = .text(section)
        case .pair(let left, let right, let style):
            made.kind = .pair(left: left.worded(write), right: right.worded(write), style: style)
        case .table(let section): made.kind = .table(section.worded(write))
        case .each(let path, let sections): made.kind = .each(path: path, sections: all(sections))
        case .group(let sections): made.kind = .group(sections: all(sections))
        case .bottom(let sections, let even): made.kind = .bottom(sections: all(sections), even: even)
        case .landscape(let sections): made.kind = .landscape(sections: all(sections))
        case .columns(let count, let gap, let sections):
            made.kind = .columns(count: count, gap: gap, sections: all(sections))
        case .fold(let sections, let rule): made.kind = .fold(sections: all(sections), rule: rule)
        case .names(var section):
            section.text = section.text.worded(write)
            section.note = section.note?.worded(write)
            made.kind = .names(section)
        case .picture(var section):
            section.alternative = section.alternative?.worded(write)
            section.frame.caption = section.frame.caption?.worded(write)
            made.kind = .picture(section)
        case .chart(var section):
            section.label = section.label.worded(write)
            section.unit = write(section.unit)
            section.alternative = section.alternative?.worded(write)
            section.frame.caption = section.frame.caption?.worded(write)
            made.kind = .chart(section)
        case .rule, .space, .spaceTo, .pageBreak, .contents, .seats: break
        }
        return made
    }
}

extension TableSection {
    fileprivate func worded(_ write: (String) -> String) -> TableSection {
        var made = self
        made.caption = caption?.worded(write)
        made.continued = continued?.worded(write)
        made.note = note?.worded(write)
        for place in columns.indices {
            made.columns[place].text = columns[place].text.worded(write)
            made.columns[place].heading = columns[place].heading.map(write)
            made.columns[place].group = columns[place].group.map(write)
        }
        return made
    }
}
