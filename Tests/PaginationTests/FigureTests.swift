import Diagnostics
import Fonts
import Foundation
import Outlining
import Testing

@testable import Pagination

struct FigureTests {
    private func figures(_ page: Page) -> [(alt: String, box: Box, items: [Page.Item])] {
        page.drawn.compactMap { if case .figure(let alt, let box, let items) = $0 { (alt, box, items) } else { nil } }
    }

    private func chart(_ kind: String, _ more: String = "", _ fields: [String: Briefing.Value]) throws -> PagedDocument
    {
        try Setting.paginate(
            "  - {chart: rows, kind: \(kind), style: plain, unit: 次, caption: 图{figure}　次数, caption-style: caption, \(more)}\n"
                .replacing("caption: 图{figure}　次数", with: "caption: \"图{figure}　次数\""), fields)
    }

    @Test func barsAreAsLongAsTheirValuesAndSayThem() throws {
        let document = try chart(
            "bars", "label: \"{k}\", value: \"{v}\"",
            ["rows": [["k": "甲", "v": 3], ["k": "乙", "v": 6], ["k": "丙", "v": 0]]])
        let figure = try #require(figures(document.pages[0]).first)
        #expect(figure.alt == "图1　次数：甲 3次；乙 6次；丙 0次。")
        let bars = figure.items.compactMap { if case .fill(let box, _) = $0, box.width > 1 { box } else { nil } }
        #expect(bars.count == 2)
        #expect(abs(bars[1].width - 2 * bars[0].width) < 0.01)
        #expect(Setting.lines(figure.items).map(\.text) == ["甲", "3次", "乙", "6次", "丙", "0次"])
        #expect(Setting.texts(document.pages[0]).last == "图1　次数")
    }

    @Test func linesDifferInDashesAndMarks() throws {
        let document = try chart(
            "lines", "label: \"{k}\", value: [\"{a}\", \"{b}\", \"{c}\"], axis: months",
            [
                "months": ["3月", "4月", "5月"],
                "rows": [["k": "甲", "a": 1, "b": 2, "c": 3], ["k": "乙", "a": 3, "b": .null, "c": 1]],
            ])
        let figure = try #require(figures(document.pages[0]).first)
        #expect(figure.alt == "图1　次数：甲 3月 1次、4月 2次、5月 3次；乙 3月 3次、5月 1次。")
        let strokes = figure.items.compactMap { if case .stroke(let stroke) = $0 { stroke } else { nil } }
        // A value that is missing breaks the second line, whose points stand alone.
        #expect(strokes.map(\.points.count) == [3])
        let marks = figure.items.compactMap { if case .polygon(let points, _) = $0 { points } else { nil } }
        #expect(marks.count == 3 + 2 + 2)
        #expect(Setting.lines(figure.items).map(\.text).contains("甲"))
    }

    @Test func aLineAloneHasItsValuesOverItsMarks() throws {
        let document = try chart(
            "lines", "label: \"{k}\", value: [\"{a}\", \"{b}\", \"{c}\", \"{d}\"], axis: months",
            ["months": ["3月", "4月", "5月"], "rows": [["k": "会议", "a": 1, "b": 0, "c": 2]]])
        let figure = try #require(figures(document.pages[0]).first)
        #expect(figure.alt == "图1　次数：会议 3月 1次、4月 0次、5月 2次。", "a value that is not there is not said")
        // The axis counts in whole numbers, the values follow the axis.
        #expect(
            Setting.lines(figure.items).map(\.text) == [
                "0次", "1次", "2次", "3月", "4月", "5月", "1次", "0次", "2次", "会议",
            ])
        let strokes = figure.items.compactMap { if case .stroke(let stroke) = $0 { stroke.points } else { nil } }
        let points = try #require(strokes.first)
        // Three months, whatever the layout had room for: their marks stand as far apart as from the edges.
        #expect(points.count == 3)
        #expect(abs(points[2].x - points[1].x - (points[1].x - points[0].x)) < 0.01)
        #expect(points[2].y < points[0].y && points[0].y < points[1].y)
    }

    /// The line rises on both sides of a small value.
    @Test func aLineDoesNotCrossItsValues() throws {
        let document = try chart(
            "lines", "label: \"{k}\", height: 80mm, value: [\"{a}\", \"{b}\", \"{c}\"], axis: months",
            ["months": ["3月", "4月", "5月"], "rows": [["k": "会议", "a": 900, "b": 0, "c": 600]]])
        let figure = try #require(figures(document.pages[0]).first)
        let strokes = figure.items.compactMap { if case .stroke(let stroke) = $0 { stroke.points } else { nil } }
        let points = try #require(strokes.first)
        let value = try #require(Setting.lines(figure.items).filter { $0.text == "0次" }.min { $0.y < $1.y })
        let half = points[1].x - value.x
        let ends = [0, 2].map { place in
            points[1].y + (points[place].y - points[1].y) * half / abs(points[place].x - points[1].x)
        }
        #expect(half > 0 && ends.allSatisfy { value.y < $0 }, "\(value) \(ends)")
    }

    @Test func heatIsDarkerWithTheValueAndStillInFigures() throws {
        let document = try chart(
            "heat", "label: \"{k}\", value: [\"{a}\", \"{b}\"], axis: months",
            ["months": ["4月", "5月"], "rows": [["k": "甲", "a": 1, "b": 4]]])
        let figure = try #require(figures(document.pages[0]).first)
        let shades = figure.items.compactMap { item -> Double? in
            if case .fill(let box, let colour) = item, box.height > 1 { colour.red } else { nil }
        }
        #expect(shades.count == 2 && shades[1] < shades[0])
        #expect(Setting.lines(figure.items).map(\.text) == ["4月", "5月", "甲", "1", "4"])
    }

    @Test func theStripShowsEveryGoalAndColoursThoseNamed() throws {
        let rows = (1...17).map { number -> Briefing.Value in
            [
                "no": .number(Double(number)), "name": "优质教育", "colour": "#C5192D",
                "count": .number(number == 4 ? 2 : 0),
            ]
        }
        let document = try chart("sdg", "label: \"{no}\", value: [\"{count}\", \"{name}\"]", ["rows": .list(rows)])
        let figure = try #require(figures(document.pages[0]).first)
        let squares = figure.items.compactMap { if case .fill(let box, let colour) = $0 { (box, colour) } else { nil } }
        #expect(squares.count == 17)
        #expect(squares.filter { $0.1.hex == "#c5192d" }.count == 1)
        #expect(squares.allSatisfy { abs($0.0.width - $0.0.height) < 0.01 })
        #expect(squares.map(\.0).allSatisfy { $0.x + $0.width <= Length.mm(28 + 156).points + 0.01 })
        #expect(Setting.lines(figure.items).map(\.text).filter { $0 == "2次" }.count == 1)
        #expect(figure.alt == "图1　次数：4 优质教育 2次。", "only what is named")
    }

    @Test func aChartThatHasNoRoomWaitsForTheNextPageAndTextGoesOn() throws {
        let document = try Setting.paginate(
            """
              - {text: "{lead}", style: body}
              - {chart: rows, kind: lines, style: plain, label: "{k}", value: ["{a}", "{b}"], height: 60mm}
              - {text: "{after}", style: body}

            """,
            [
                "lead": .list([Briefing.Value](repeating: "前", count: 18)), "rows": [["k": "甲", "a": 1, "b": 2]],
                "after": .list([Briefing.Value](repeating: "后", count: 10)),
            ])
        #expect(document.pages.count == 2)
        #expect(Setting.texts(document.pages[0]).filter { $0 == "后" }.count == 4)
        #expect(figures(document.pages[0]).isEmpty)
        let figure = try #require(figures(document.pages[1]).first)
        #expect(figure.box.y == Length.mm(37).points)
    }

    @Test func axesEndAtRoundNumbers() {
        #expect(ChartScale(least: 0, most: 7).ticks == [0, 2, 4, 6, 8])
        #expect(ChartScale(least: 0, most: 100).ticks == [0, 20, 40, 60, 80, 100])
        #expect(ChartScale(least: -3, most: 3).ticks == [-4, -2, 0, 2, 4])
        #expect(ChartScale(least: 0, most: 0).ticks.count == 2)
        #expect(ChartScale(least: 0, most: 1).ticks.count > 2)
        #expect(ChartScale(least: 0, most: 1, isWhole: true).ticks == [0, 1])
        #expect(ChartScale(least: 0, most: 37, isWhole: true).ticks == [0, 10, 20, 30, 40])
        #expect(ChartScale.text(0.30000000000000004) == "0.3")
    }

    // MARK: Pictures

    private static let png: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEklEQVR4nGM8ISfHAANMDEgAABlYAQijcLdOAAAAAElFTkSuQmCC")!
    )

    private func picture(_ bytes: [UInt8]?, _ more: String = "") throws -> PagedDocument {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianbao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        if let bytes { try Data(bytes).write(to: folder.appendingPathComponent("a.png")) }
        let layout = try Layout.read(
            Setting.head
                + "  - {picture: \"{file}\", alt: 会场, caption: \"图{figure}　会场\", caption-style: caption\(more)}\n",
            name: "own", file: "own.yaml")
        return try Paginator(layout: layout, shaper: FixedShaper(), pictures: PictureFolder(folder.path))
            .paginate(Briefing(fields: ["file": "a.png"]))
    }

    @Test func aPictureKeepsItsShapeAndSaysWhatItShows() throws {
        let document = try picture(Self.png, ", width: 40mm")
        let figure = try #require(figures(document.pages[0]).first)
        #expect(figure.alt == "会场")
        guard case .picture(let picture, let box) = figure.items[0] else {
            Issue.record("no picture")
            return
        }
        #expect((picture.width, picture.height) == (4, 2))
        #expect(abs(box.width - Length.mm(40).points) < 0.01 && abs(box.height - Length.mm(20).points) < 0.01)
        #expect(abs(box.x + box.width / 2 - Length.mm(28 + 78).points) < 0.01)
    }

    @Test func aPictureIsNeverWiderThanItsColumn() throws {
        let document = try picture(Self.png, ", width: 900mm")
        let figure = try #require(figures(document.pages[0]).first)
        #expect(abs(figure.box.width - Length.mm(156).points) < 0.01)
    }

    @Test func picturesThatAreNoneAreFaultsWithTheirPath() {
        for (bytes, what) in [(nil, "no such file or folder"), ([UInt8]("GIF89a".utf8), "neither PNG nor JPEG")] {
            do {
                _ = try picture(bytes)
                Issue.record("set without a fault")
            } catch {
                #expect("\(error)".contains("a.png: ") && "\(error)".contains(what), "\(error)")
            }
        }
    }

    @Test func sizesOfPicturesAreReadFromTheirHeads() {
        let jpeg: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC4, 0, 3, 0, 0xFF, 0xC2, 0, 11, 8, 0x01, 0x02, 0x03, 0x04, 1, 0,
            0,
        ]
        let size = PictureFolder.jpegSize(jpeg)
        #expect(size?.0 == 0x304 && size?.1 == 0x102)
        #expect(PictureFolder.jpegSize(Array(jpeg.prefix(12))) == nil)
        #expect(PictureFolder.jpegSize([]) == nil)
        #expect(PictureFolder.pngSize(Array(Self.png.prefix(20))) == nil)
    }
}
