// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: an undeclared import, an unmarked unsafe use or a warning stops the build.
let house: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The inner loops call small functions of other modules; without this flag those calls are not inlined.
let fast: [SwiftSetting] =
    house + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// A target of this package, under `Sources/` unless `path` says otherwise.
func layer(_ name: String, on dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: fast)
}

/// The test target of one layer.
func tests(of name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        swiftSettings: house)
}

let package = Package(
    name: "sts",
    products: [
        .executable(name: "sts", targets: ["sts"]),
        .executable(name: "sts-generate", targets: ["sts-generate"]),
        .library(name: "ScanPipeline", targets: ["ScanPipeline"]),
    ],
    targets: [
        // C, each behind one wrapper.
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CZstandard", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CInflate", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CXZ", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
        .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
        .systemLibrary(name: "CDigest", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CByteScan"),
        .systemLibrary(name: "CFixWalk"),
        .systemLibrary(name: "CPathScan"),
        .target(name: "CArguments", cxxSettings: [.unsafeFlags(["-Wno-deprecated-declarations"])]),

        // The layers, from the bottom up. A layer may import only what it names here.
        layer("FixMemory", on: ["CFixWalk"]),
        layer("MaritimeModel", on: ["FixMemory"]),
        layer("WorkSharing", on: []),
        layer(
            "ByteInput", on: ["CArchive", "CZstandard", "CInflate", "CXZ", "CBzip2", "CDigest", "CByteScan"]),
        layer("Database", on: ["CSQLite"]),
        layer("TrackIngest", on: ["FixMemory", "MaritimeModel", "WorkSharing", "ByteInput"]),
        layer("PathWindows", on: ["CPathScan"]),
        layer("RendezvousDetection", on: ["FixMemory", "MaritimeModel", "WorkSharing", "PathWindows"]),
        layer("Assessment", on: ["FixMemory", "MaritimeModel"]),
        layer("Watchlist", on: ["MaritimeModel", "WorkSharing", "ByteInput", "Database"]),
        layer("Reporting", on: ["MaritimeModel", "WorkSharing"]),
        layer(
            "ScanPipeline",
            on: [
                "FixMemory", "MaritimeModel", "WorkSharing", "ByteInput", "TrackIngest", "RendezvousDetection",
                "Assessment", "Watchlist",
            ]),
        layer("STSCommand", on: ["MaritimeModel", "Watchlist", "ScanPipeline", "Reporting", "CArguments"]),
        .executableTarget(name: "sts", dependencies: ["STSCommand"], swiftSettings: fast),

        // Generated tracks: for the sample folder, the tests and the benchmarks.
        layer("SyntheticTracks", on: ["MaritimeModel"]),
        .executableTarget(name: "sts-generate", dependencies: ["SyntheticTracks"], swiftSettings: fast),

        // Tests: one target a layer, with the brute-force twin and the random worlds in their own.
        .target(
            name: "TestSupport", dependencies: ["FixMemory", "MaritimeModel"], path: "Tests/TestSupport",
            swiftSettings: fast),
        tests(of: "FixMemory"),
        tests(of: "MaritimeModel", on: ["FixMemory"]),
        tests(of: "ByteInput", on: ["TestSupport"]),
        tests(of: "Database", on: ["TestSupport"]),
        tests(of: "TrackIngest", on: ["FixMemory", "MaritimeModel", "ByteInput", "TestSupport"]),
        tests(of: "PathWindows", on: ["TestSupport"]),
        tests(of: "RendezvousDetection", on: ["FixMemory", "MaritimeModel", "TestSupport"]),
        tests(of: "Assessment", on: ["FixMemory", "MaritimeModel", "TestSupport"]),
        tests(of: "Watchlist", on: ["MaritimeModel", "Database", "SyntheticTracks", "TestSupport"]),
        tests(of: "Reporting", on: ["MaritimeModel", "TestSupport"]),
        tests(
            of: "ScanPipeline",
            on: ["FixMemory", "MaritimeModel", "RendezvousDetection", "SyntheticTracks", "TestSupport", "sts"]),
        tests(of: "SyntheticTracks", on: ["MaritimeModel", "TestSupport"]),
        tests(of: "STSCommand", on: ["MaritimeModel", "ScanPipeline", "Reporting", "TestSupport", "sts"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// Only for `Benchmarks/advanced-xml` and `Benchmarks/names`: they are no part of what is built otherwise.
if Context.environment["STS_MEASURE_LISTS"] != nil {
    for name in ["measure-lists", "measure-names"] {
        package.targets.append(
            .executableTarget(
                name: name, dependencies: ["MaritimeModel", "Watchlist"], path: "Benchmarks/\(name)",
                swiftSettings: fast))
    }
}

// Only for `Benchmarks/stages`.
if Context.environment["STS_MEASURE_STAGES"] != nil {
    package.targets.append(
        .executableTarget(
            name: "measure-stages",
            dependencies: [
                "ByteInput", "MaritimeModel", "WorkSharing", "TrackIngest", "RendezvousDetection", "Reporting",
                "ScanPipeline",
            ], path: "Benchmarks/measure-stages", swiftSettings: fast))
}
