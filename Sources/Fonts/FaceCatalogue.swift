#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The faces that lie in the folders of the settings.
struct FaceCatalogue {
    /// In order of folder, path and index, so that the same folders always give the same choice.
    let faces: [FaceFile]
    private let places: [String: (place: Int, fit: Int)]

    /// - Parameter folders: the earlier ones are looked in first; one that is not there is passed over.
    init(folders: [String]) {
        faces = folders.flatMap { Self.files(in: $0, depth: 2).flatMap { FaceFile.read(path: $0) } }
        var places: [String: (place: Int, fit: Int)] = [:]
        for (place, face) in faces.enumerated() {
            for (name, fit) in face.callNames where fit > places[name]?.fit ?? 0 { places[name] = (place, fit) }
        }
        self.places = places
    }

    /// The face that fits a name best; of equal ones the first.
    func face(named name: String) -> FaceFile? { places[plainName(name)].map { faces[$0.place] } }

    /// Font files in a folder and those in it, in order of their paths.
    private static func files(in folder: String, depth: Int) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted().flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            if ["ttf", "otf", "ttc", "otc"].contains(ending) { return [path] }
            return depth > 1 ? files(in: path, depth: depth - 1) : []
        }
    }
}
