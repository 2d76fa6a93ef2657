// swift-tools-version: 6.2
import PackageDescription

/// Stages see only what stands before them in the data flow; `Sources` lists them in that order.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // Release builds stay lenient, so that a newer compiler does not keep an office from building.
    .treatAllWarnings(as: .error, .when(configuration: .debug)),
    // The debug build, which the tests use, holds every access against the others.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

let package = Package(
    name: "jianbao",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "jianbao", targets: ["jianbao"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "_CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
        .systemLibrary(name: "_CPoppler", pkgConfig: "glib-2.0", providers: [.apt(["libpoppler-glib8"])]),
        .systemLibrary(name: "_CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // Opened when first needed, not linked: see shim.h.
        .systemLibrary(name: "_CArchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "_CCrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "_CQPDF", providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "_CGMime", pkgConfig: "gobject-2.0", providers: [.apt(["libgmime-3.0-0"])]),
        .systemLibrary(name: "_CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "_COpenCC", pkgConfig: "opencc", providers: [.apt(["libopencc-dev"])]),
        .systemLibrary(
            name: "_CCairoPango", pkgConfig: "pangocairo",
            providers: [.apt(["libcairo2-dev", "libpango1.0-dev", "libharfbuzz-dev", "libdeflate-dev", "zlib1g-dev"])]),

        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "_QPDF", dependencies: ["Diagnostics", "_CQPDF"], swiftSettings: strict),
        .target(
            name: "Acquisition",
            dependencies: ["Diagnostics", "_QPDF", "_CLibXML2", "_CGLib", "_CArchive", "_CCrypto", "_CPoppler"],
            swiftSettings: strict),
        .target(name: "Cleaning", dependencies: ["Diagnostics", "Acquisition", "_COpenCC"], swiftSettings: strict),
        .target(
            name: "Extraction",
            dependencies: ["Diagnostics", "Acquisition", "Cleaning", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Filing",
            dependencies: [
                "Diagnostics", "Acquisition", "Extraction", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "Outlining",
            dependencies: ["Diagnostics", "Extraction", "Filing", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "_CairoPango", dependencies: ["Diagnostics", "_CCairoPango"], swiftSettings: strict),
        .target(
            name: "Fonts",
            dependencies: ["Diagnostics", "_CairoPango", .product(name: "Yams", package: "Yams")],
            // A link to fonts/fonts.yaml: the roles are also part of the program.
            resources: [.embedInCode("BuiltIn/fonts.yaml")],
            swiftSettings: strict),
        .target(
            name: "Pagination",
            dependencies: ["Diagnostics", "Outlining", "Fonts", .product(name: "Yams", package: "Yams")],
            exclude: ["BuiltIn/README.md", "BuiltIn/README.zh.md"],
            // A link to layouts/: every layout is also part of the program.
            resources: [.embedInCode("BuiltIn")],
            swiftSettings: strict),
        .target(
            name: "Rendering", dependencies: ["Diagnostics", "Fonts", "Pagination", "_CairoPango"],
            swiftSettings: strict),
        .target(name: "Proofing", dependencies: ["Diagnostics", "_QPDF"], swiftSettings: strict),
        .target(
            name: "Sending",
            dependencies: [
                "Diagnostics", "_QPDF", "Acquisition", "Outlining", "_CGMime", "_CCurl",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "jianbao",
            dependencies: [
                "Diagnostics", "Acquisition", "Cleaning", "Extraction", "Filing", "Outlining", "Fonts", "Pagination",
                "Rendering", "_QPDF", "Proofing", "Sending",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["link-order.txt"],
            swiftSettings: strict,
            // What a start calls of Swift's own libraries lies together: 3 MB less are touched. Made by .ci/link-order.
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
                        "--symbol-ordering-file=\(Context.packageDirectory)/Sources/jianbao/link-order.txt",
                    ], .when(platforms: [.linux], configuration: .release))
            ]),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "AcquisitionTests", dependencies: ["Acquisition", "_QPDF"], swiftSettings: strict),
        .testTarget(name: "CleaningTests", dependencies: ["Cleaning"], swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .testTarget(
            name: "FilingTests", dependencies: ["Filing", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(name: "OutliningTests", dependencies: ["Outlining"], swiftSettings: strict),
        .testTarget(name: "FontsTests", dependencies: ["Diagnostics", "Fonts", "_CairoPango"], swiftSettings: strict),
        .testTarget(
            name: "PaginationTests", dependencies: ["Pagination"], exclude: ["References"], swiftSettings: strict),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Diagnostics", "Outlining", "Fonts", "Pagination", "Rendering", "_CairoPango"],
            exclude: ["References"], swiftSettings: strict),
        .testTarget(name: "_QPDFTests", dependencies: ["Diagnostics", "_QPDF"], swiftSettings: strict),
        .testTarget(name: "ProofingTests", dependencies: ["Diagnostics", "Proofing", "_QPDF"], swiftSettings: strict),
        .testTarget(
            name: "SendingTests",
            dependencies: ["Diagnostics", "_QPDF", "Acquisition", "Outlining", "Sending"],
            exclude: ["Server"], swiftSettings: strict),
        .testTarget(name: "JianbaoTests", dependencies: ["jianbao"], swiftSettings: strict),
    ]
)
