import Foundation
import Testing

import ByteInput

struct InputExpansionTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func names(_ expansion: InputExpansion) -> [String] {
        expansion.inputs.map { $0.path.replacingOccurrences(of: folder.path + "/", with: "") }
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder(name), withDestinationPath: target)
    }

    @Test(arguments: [
        "a.csv", "A.CSV", "a.txt", "a.tsv", "a.dat", "a.csv.gz", "a.b.csv.zst", "a.txt.xz", "a.csv.bz2", "a.zip", "a.tar",
        "a.tar.gz", "a.tgz", "a.tar.zst", "a.tar.xz", "a.tar.bz2", "a.7z",
    ])
    func namesOfTrackFilesAreAccepted(name: String) {
        #expect(TrackFileName.isAccepted(name))
    }

    @Test(arguments: ["a", "csv", "a.md", "a.json", "a.gz", ".a.csv", "a.csv.part", "a.md.gz", "", "."])
    func otherNamesAreNot(name: String) {
        #expect(!TrackFileName.isAccepted(name))
    }

    @Test
    func aFolderGivesItsTrackFilesInByteOrder() throws {
        for name in ["b.csv", "B.csv", "a/z.csv.gz", "a/é.csv", "a.csv", ".hidden/x.csv", ".x.csv", "README.md", "c.zip"] {
            try folder.write([1, 2], to: name)
        }
        let expansion = InputExpansion(of: [folder.path])
        #expect(names(expansion) == ["B.csv", "a/z.csv.gz", "a/é.csv", "a.csv", "b.csv", "c.zip"])
        #expect(expansion.passedOver == [folder("README.md")])
        #expect(expansion.problems.isEmpty)
        #expect(expansion.inputs.allSatisfy { $0.fromFolder && $0.bytes == 2 && $0.modified ?? 0 > 1_600_000_000 })
    }

    @Test
    func namedFilesAreTakenWhateverTheirNames() throws {
        let path = try folder.write([1], to: "tracks.2022")
        let expansion = InputExpansion(of: [path])
        #expect(names(expansion) == ["tracks.2022"])
        #expect(expansion.inputs.first?.fromFolder == false)
    }

    @Test
    func theOrderOfTheArgumentsIsKeptAndRepeatsAreDropped() throws {
        for name in ["a.csv", "b.csv", "c.csv"] { try folder.write([1], to: name) }
        try link("link.csv", to: "a.csv")
        let expansion = InputExpansion(of: [folder("c.csv"), "-", folder.path, folder("link.csv"), "-", folder("c.csv")])
        #expect(names(expansion) == ["c.csv", "-", "a.csv", "b.csv"])
        #expect(expansion.inputs[1] == ExpandedInput(path: "-", isStandardInput: true))
    }

    @Test
    func loopsOfLinksAreHarmless() throws {
        try folder.write([1], to: "sub/deep/a.csv")
        try link("sub/deep/up", to: "../..")
        try link("sub/self", to: ".")
        let expansion = InputExpansion(of: [folder.path])
        #expect(expansion.inputs.count == 1)
        #expect(expansion.problems.isEmpty)
    }

    @Test
    func patternsMatchFilesAndFolders() throws {
        for name in ["2022-01.csv", "2022-02.csv", "2023-01.csv", "2022/x.csv"] { try folder.write([1], to: name) }
        let expansion = InputExpansion(of: [folder("2022*"), folder("202[3-9]-{01,02}.csv")])
        #expect(names(expansion) == ["2022/x.csv", "2022-01.csv", "2022-02.csv", "2023-01.csv"])
        #expect(expansion.problems.isEmpty)
    }

    @Test
    func anExistingNameWinsOverItsMeaningAsAPattern() throws {
        try folder.write([1], to: "[12].csv")
        try folder.write([1], to: "1.csv")
        #expect(names(InputExpansion(of: [folder("[12].csv")])) == ["[12].csv"])
    }

    @Test
    func problemsAreGatheredAndCostNothingElse() throws {
        try folder.write([1], to: "good.csv")
        try folder.write([1], to: "notes/README.md")
        try FileManager.default.createDirectory(atPath: folder("empty"), withIntermediateDirectories: true)
        try link("broken.csv", to: "nowhere")
        let expansion = InputExpansion(of: [
            folder("missing.csv"), folder("*.nothing"), folder("empty"), folder("notes"), folder("good.csv"),
            folder("broken.csv"), folder("good.csv/inside.csv"),
        ])
        #expect(names(expansion) == ["good.csv"])
        #expect(
            expansion.problems.map(\.kind) == [.missing, .noMatch, .emptyFolder, .emptyFolder, .missing, .missing])
        for problem in expansion.problems {
            #expect(problem.message.hasPrefix(problem.path) && problem.message.hasSuffix("."))
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may read every file"))
    func filesAndFoldersWithoutPermissionAreProblems() throws {
        try folder.write([1], to: "good.csv")
        try folder.write([1], to: "secret.csv")
        try folder.setPermissions(0, of: "secret.csv")
        try folder.write([1], to: "closed/a.csv")
        try folder.setPermissions(0, of: "closed")
        defer { try? folder.setPermissions(0o700, of: "closed") }
        let expansion = InputExpansion(of: [folder.path])
        #expect(names(expansion) == ["good.csv"])
        #expect(expansion.problems.map(\.kind) == [.unreadable, .unreadable])
    }
}
