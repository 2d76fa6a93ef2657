import ArgumentParser
import Diagnostics
import Pagination

struct LayoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout", abstract: "List layouts, check them, print their schema.",
        subcommands: [List.self, Check.self, Schema.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The layouts that can be asked for by name.")

        func run() {
            let layouts = Layout.list()
            let width = layouts.map(\.name.count).max() ?? 0
            for layout in layouts {
                let name = layout.name + String(repeating: " ", count: width - layout.name.count)
                print("\(name)  \(layout.title)  \(layout.path ?? "(built in)")")
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check layout files: each mistake with its line and column.")

        @Argument(help: ArgumentHelp("Layouts by name or path; all where none is named.", valueName: "layout"))
        var layouts: [String] = []

        func run() throws {
            try Console.run { console in
                let desk = Desk(console: console, strict: false)
                for name in layouts.isEmpty ? Layout.list().map({ $0.path ?? $0.name }) : layouts {
                    do throws(Diagnostic) {
                        let layout = try Layout.load(name)
                        print("\(name): \(layout.title): ok")
                    } catch {
                        desk.take(error)
                    }
                }
                return desk.outcome
            }
        }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A JSON Schema of layout files, for editors that complete and check.")

        func run() { print(Layout.schema) }
    }
}
