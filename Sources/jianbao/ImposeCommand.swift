public import ArgumentParser
import Diagnostics
public import Sending

struct ImposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impose", abstract: "Put the pages of a finished PDF on sheets: booklets, two or four on a side.",
        discussion: """
            A booklet's sheets are printed on both sides, folded and stitched through the fold: A4 pages on A3. Its pages \
            keep their size. An A5 booklet is set again through a layout of A5 (`--layout`), and that file is imposed \
            here on A4: pages that were made smaller would have characters no size of print has. Two or four on a side \
            are made smaller, to read and to save paper.

            The printer turns sheets about their upright edge; where it is set otherwise, say so by --duplex, and the \
            backs are turned. --bleed and --marks need larger paper (SRA3) and pages that are drawn beyond their edge. \
            Without -o the file goes to output/ (or the current folder), with 拼版 in its name.
            """)

    @Argument(help: ArgumentHelp("A PDF, or -.", valueName: "file"))
    var input: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; `-` is standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("1, 2 or 4 pages on a side, instead of a booklet.", valueName: "number"))
    var up: Int?

    @Option(
        help: ArgumentHelp(
            "\(PaperSize.names.joined(separator: ", ")) or 320x450 (mm); else what fits.", valueName: "paper"))
    var paper: String?

    @Option(help: ArgumentHelp("At most so many sheets in one signature; all in one without it.", valueName: "sheets"))
    var signature: Int?

    @Flag(help: "Blank pages before the last one, which is the booklet's back (版记).")
    var back = false

    @Option(
        help: ArgumentHelp("long, short or none: the edge about which the printer turns sheets.", valueName: "edge"))
    var duplex: ImpositionOrder.Duplex?

    @Option(help: ArgumentHelp("Thickness of a sheet; inner sheets creep outwards by it.", valueName: "mm"))
    var thickness = 0.1

    @Option(
        help: ArgumentHelp(
            "Blank at the binding edge, mirrored on backs; in a booklet along the fold.", valueName: "mm"))
    var binding = 0.0

    @Option(help: ArgumentHelp("How far pages are drawn beyond their edge.", valueName: "mm"))
    var bleed = 0.0

    @Flag(help: "Marks for knife and fold.")
    var marks = false

    @Flag(help: "Print which page stands where, and write nothing.")
    var plan = false

    func validate() throws {
        if let up, ![1, 2, 4].contains(up) { throw ValidationError("--up cannot be \(up); give 1, 2 or 4") }
        if up != nil, signature != nil || back {
            throw ValidationError("--signature and --back are for booklets, without --up")
        }
        if up == nil, duplex == ImpositionOrder.Duplex.none {
            throw ValidationError("a booklet is printed on both sides; give --duplex long or short, or --up")
        }
        if let signature, signature < 1 {
            throw ValidationError("--signature cannot be \(signature); give sheets from 1")
        }
        if let paper, PaperSize(paper) == nil {
            throw ValidationError(
                "--paper cannot be '\(paper)'; give \(PaperSize.names.joined(separator: ", ")) or 320x450")
        }
        for (name, value, most) in [("thickness", thickness, 2.0), ("binding", binding, 50), ("bleed", bleed, 20)]
        where !(0...most).contains(value) {
            throw ValidationError("--\(name) cannot be \(value); give mm from 0 to \(Int(most))")
        }
    }

    func run() throws {
        try Console.run { _ in
            let imposition = try Imposition(InputFile.bytes(input), name: input, order)
            let table = Array(imposition.plan.table.utf8)
            if plan {
                try OutputFile("-").append(table)
                return .done
            }
            let path = output ?? Home.outputPath(Desk.stem(input) + "-拼版.pdf")
            try OutputFile.write(try imposition.written(), to: path)
            return .done
        }
    }

    private var order: ImpositionOrder {
        var order = ImpositionOrder(up.map(ImpositionOrder.Scheme.up) ?? .booklet(signature: signature))
        order.paper = paper.flatMap(PaperSize.init)
        order.duplex = duplex
        order.thickness = .mm(thickness)
        order.binding = .mm(binding)
        order.bleed = .mm(bleed)
        order.hasMarks = marks
        order.keepsLastOutside = back
        return order
    }
}

extension ImpositionOrder.Duplex: ExpressibleByArgument {}
