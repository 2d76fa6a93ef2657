package import Diagnostics
package import Yams

/// Where something stands in a YAML file, and what its parser found wrong.
package enum YamlFault {
    package static func place(_ node: Node, _ path: String) -> Place {
        Place(file: path, line: node.mark?.line, column: node.mark?.column)
    }

    /// A file's root; `nil` where it says nothing.
    ///
    /// - Throws: `malformed` with line and column.
    package static func root(of yaml: String, path: String) throws(Diagnostic) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch {
            throw malformed(error, path: path)
        }
    }

    package static func malformed(_ error: any Error, path: String) -> Diagnostic {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                .malformed(format: "YAML", reason: problem), at: Place(file: path, line: mark.line, column: mark.column)
            )
        default:
            Diagnostic(.malformed(format: "YAML", reason: "\(error)"), at: Place(file: path))
        }
    }
}
