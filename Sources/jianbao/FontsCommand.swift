import ArgumentParser
import Diagnostics
import Fonts

struct FontsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fonts", abstract: "List faces, check which sets what, prepare them.",
        subcommands: [List.self, Check.self, Prepare.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every face found, and the roles it sets.")

        func run() throws {
            try Console.run { console in
                for listing in try Desk(console: console, strict: false).stock.fontBook().list() {
                    print("\(listing.face.postScriptName)  \(listing.face.path)")
                    if !listing.serves.isEmpty { print("    " + listing.serves.joined(separator: ", ")) }
                }
                return .done
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Which face sets each role, what it lacks and what helps out.",
            discussion: "Status 1 under --strict where a role has no face of its own.")

        @Flag(help: "End with status 1 where another role's face stands in.")
        var strict = false

        func run() throws {
            try Console.run { console in
                let desk = Desk(console: console, strict: strict)
                for service in try desk.stock.fontBook().check() {
                    print("\(service.role.rawValue) (\(service.language.rawValue)): \(service.face.postScriptName)")
                    print("    \(service.face.path)")
                    if service.isStandIn { print("    stands in: none of the role's own faces is there") }
                    print(
                        "    lacks \(service.missingFromGB2312) of GB/T 2312, \(service.missingFromGBK) of GBK;"
                            + " \(service.missingEverywhere.count) of GBK are in no face")
                    if !service.fallbacks.isEmpty {
                        print("    then: " + service.fallbacks.map(\.postScriptName).joined(separator: ", "))
                    }
                    print("    " + (service.isPrepared ? "prepared" : "not prepared"))
                    if service.isStandIn { desk.found() }
                }
                return strict ? desk.outcome : .done
            }
        }
    }

    struct Prepare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prepare the faces now, so that the first briefing does not wait for it.")

        func run() throws {
            try Console.run { console in
                let book = try Desk(console: console, strict: false).stock.fontBook()
                let files = try book.prepare { console.say("preparing \($0.postScriptName)") }
                console.say("\(files.count) prepared files")
                return .done
            }
        }
    }
}
