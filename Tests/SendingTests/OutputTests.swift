import Diagnostics
import Glibc
import Testing

@testable import Sending

@Suite("Files are written whole or not at all")
struct OutputFileTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/jianbao-tests.XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        let folder = String(cString: made)
        try body(folder)
        for name in contents(of: folder) { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    private func contents(of folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    @Test("the bytes arrive, an older file is replaced, no temporary file stays")
    func replaces() throws {
        try withFolder { folder in
            try OutputFile.write(Array("old and longer".utf8), to: folder + "/a.pdf")
            try OutputFile.write(Array("new".utf8), to: folder + "/a.pdf")
            var buffer = [UInt8](repeating: 0, count: 64)
            let file = open(folder + "/a.pdf", O_RDONLY)
            let count = read(file, &buffer, 64)
            close(file)
            #expect(String(decoding: buffer[..<count], as: UTF8.self) == "new")
            #expect(contents(of: folder) == ["a.pdf"])
        }
    }

    @Test("a folder as target, and a folder that is not there, are refused and leave nothing")
    func refused() throws {
        try withFolder { folder in
            #expect(throws: Diagnostic(.outputIsFolder, at: Place(file: folder))) {
                try OutputFile.write([1], to: folder)
            }
            let absent = folder + "/none/a.pdf"
            #expect(throws: Diagnostic(.cannotWrite(reason: "No such file or directory"), at: Place(file: absent))) {
                try OutputFile.write([1], to: absent)
            }
            #expect(contents(of: folder).isEmpty)
        }
    }

    @Test("a pipe is written to and stays a pipe; a link stays, and the file that it leads to changes")
    func devices() throws {
        try withFolder { folder in
            let pipe = folder + "/pipe"
            #expect(mkfifo(pipe, 0o600) == 0)
            let reader = open(pipe, O_RDONLY | O_NONBLOCK)
            defer { close(reader) }
            try OutputFile.write(Array("new".utf8), to: pipe)
            #expect(text(reader) == "new")
            var status = stat()
            #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)

            let (target, link) = (folder + "/a.txt", folder + "/b.txt")
            try OutputFile.write(Array("old".utf8), to: target)
            #expect(symlink(target, link) == 0)
            try OutputFile.write(Array("new".utf8), to: link)
            #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
            let file = open(target, O_RDONLY)
            defer { close(file) }
            #expect(text(file) == "new")
        }
    }

    private func text(_ file: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = read(file, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }

    @Test("what is not committed leaves nothing, nor touches an older file")
    func abandoned() throws {
        try withFolder { folder in
            try OutputFile(folder + "/a.pdf").append([1, 2, 3])
            #expect(contents(of: folder).isEmpty)
        }
    }

    @Test("a file that stands where a folder should is an error with its reason")
    func fileAsFolder() {
        let path = "/dev/null/a.pdf"
        #expect(throws: Diagnostic(.cannotWrite(reason: "Not a directory"), at: Place(file: path))) {
            try OutputFile.write([1], to: path)
        }
    }
}

@Suite("Names of output files")
struct OutputNameTests {
    @Test(
        "date, then title without marks",
        arguments: [
            ("2024-05-06", "云岭市“一河两岸”行动推进会", "2024-05-06-云岭市-一河两岸-行动推进会.pdf"),
            (nil, "a/b: c?", "a-b-c.pdf"), ("2024-05-06", nil, "2024-05-06.pdf"), (nil, nil, "briefing.pdf"),
            (nil, "../../etc", "etc.pdf"),
        ] as [(String?, String?, String)])
    func names(_ date: String?, _ title: String?, _ name: String) {
        #expect(OutputName.make(date: date, title: title) == name)
    }

    @Test("a long title is cut between characters")
    func long() {
        let name = OutputName.make(date: "2024-05-06", title: String(repeating: "会", count: 300))
        #expect(name.utf8.count <= OutputName.limit + 4)
        #expect(name.hasSuffix("会.pdf"))
    }
}
