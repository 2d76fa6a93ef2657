import ArgumentParser
import Diagnostics
import Extraction

/// How inputs are read, the same for every command that reads them.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Which columns of CSV or JSON hold what: name=姓名,title=职务,role=角色,meeting=会议,date=日期 where a row is a \
            person, headline=标题,text=正文,published=发布日期,url=链接 where it is an article; or a YAML file of the same.
            """, valueName: "map"))
    var columns: String?

    @Option(
        help: ArgumentHelp(
            "The office's people, units and standing terms; else registry.yaml beside office.yaml.", valueName: "file"))
    var registry: String?

    func validate() throws {
        guard let columns, Self.isList(columns) else { return }
        do throws(Diagnostic) {
            _ = try ColumnMap(list: columns)
        } catch {
            throw ValidationError("--columns: \(error)")
        }
    }

    /// A map written out has its `=`; a file's name hardly has one.
    private static func isList(_ columns: String) -> Bool { columns.contains { $0 == "=" || $0 == "＝" } }

    fileprivate func columnMap() throws(Diagnostic) -> ColumnMap? {
        guard let columns else { return nil }
        if Self.isList(columns) { return try ColumnMap(list: columns) }
        return try ColumnMap(yaml: try InputFile.text(columns), file: columns)
    }
}

extension Desk {
    /// Takes up how inputs are to be read.
    ///
    /// - Parameter office: `--office`, beside which the registry is looked for.
    func prepare(_ options: InputOptions, office: String? = nil) throws(Diagnostic) {
        columns = try options.columnMap()
        try openRegistry(options.registry, office: office)
    }

    /// - Parameter path: `--registry`; else `registry.yaml` beside the office's file, else where that is looked for.
    func openRegistry(_ path: String?, office: String?) throws(Diagnostic) {
        guard let path = path ?? registryPath(office) else { return }
        registry = try stock.registry(path)
    }

    private func registryPath(_ office: String?) -> String? {
        guard let office else { return home.find("layouts/registry.yaml") ?? home.find("registry.yaml") }
        let folder = office.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let path =
            folder.isEmpty ? (office.hasPrefix("/") ? "/registry.yaml" : "registry.yaml") : folder + "/registry.yaml"
        return InputFile.exists(path) ? path : nil
    }
}
