import Testing

@testable import ByteInput

/// What comes out of damaged input: never more than the truth, never silence, never a crash.
struct DamageTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: PackedForm.allHere)
    func whatStandsBeforeACutIsGivenAndTheCutIsReported(form: PackedForm) throws {
        let truth = sampleRows(1_500)
        let packed = try form.pack(truth)
        // Every length near both ends, and a spread between. Beyond the end mark tar pads with zeros: no loss there.
        let sound = form.name == "tar" ? (packed.lastIndex { $0 != 0 } ?? 0) + 1 : packed.count
        let lengths = Set(1..<80).union(packed.count - 80..<packed.count)
            .union(stride(from: 80, to: packed.count, by: max(1, packed.count / 150)))
        for length in lengths.sorted() where length < sound {
            let path = try folder.write(Array(packed[..<length]), to: "cut")
            let result = readAll(path, blockSize: 999)
            // A few first bytes are not enough to know the form: then they are plain bytes. A packed tar archive shows
            // what it is with its 262nd unpacked byte.
            if length < 6 || (form.name.hasPrefix("tar") && length < 262) { continue }
            #expect(!result.errors.isEmpty, "no error for \(length) of \(packed.count) bytes")
            #expect(result.errors.allSatisfy { $0.message.contains("cut") })
            let isPrefix = truth.starts(with: result.firstBytes)
            #expect(isPrefix, "\(length) of \(packed.count) bytes")
            if ["gzip", "zip -0", "tar", "tar.gz"].contains(form.name), length > 2_000 {
                #expect(!result.firstBytes.isEmpty, "nothing was given for \(length) of \(packed.count) bytes")
            }
        }
    }

    @Test(arguments: PackedForm.streamsHere)
    func aCutLateInAFileCostsLittle(form: PackedForm) throws {
        let truth = sampleRows(60_000)
        let packed = try form.pack(truth)
        let path = try folder.write(Array(packed[..<(packed.count - 20)]), to: "cut")
        let result = readAll(path)
        #expect(result.errors.map(\.kind) == [.truncated])
        let isPrefix = truth.starts(with: result.firstBytes)
        #expect(isPrefix)
        // bzip2 packs blocks of 900 kB, of which the last is lost; Zstandard blocks of 128 kB; the others lose little.
        let mayLose = ["bzip2": 1_000_000, "zstd": 140_000][form.name] ?? 2_000
        #expect(truth.count - result.firstBytes.count <= mayLose, "\(truth.count - result.firstBytes.count) lost")
    }

    @Test
    func aCutSevenZipArchiveIsReported() throws {
        let packed = try contents(of: "\(fixtures)/two-members.7z")
        for length in stride(from: 32, to: packed.count, by: 97) {
            let result = readAll(try folder.write(Array(packed[..<length]), to: "cut"))
            #expect(!result.errors.isEmpty)
        }
    }

    @Test(arguments: PackedForm.allHere)
    func aWrongCheckSumIsReportedAfterAllBytes(form: PackedForm) throws {
        guard ["gzip", "bzip2"].contains(form.name) else { return }
        let truth = sampleRows(500)
        var packed = try form.pack(truth)
        packed[packed.count - 6] ^= 1
        let result = readAll(try folder.write(packed, to: "packed"))
        #expect(result.errors.map(\.kind) == [.corrupt])
        #expect(form.name == "bzip2" || result.firstBytes == truth)
    }

    @Test(arguments: PackedForm.allHere)
    func randomDamageNeverCrashesOrHangs(form: PackedForm) throws {
        let packed = try form.pack(sampleRows(400))
        try corrupt(packed, rounds: 400, name: form.name)
    }

    @Test
    func randomDamageToSevenZipNeverCrashesOrHangs() throws {
        try corrupt(try contents(of: "\(fixtures)/two-members.7z"), rounds: 400, name: "7z")
    }

    private func corrupt(_ packed: [UInt8], rounds: Int, name: String) throws {
        for seed in 0..<UInt64(rounds) {
            var random = SeededRandom(seed: seed)
            var damaged = packed
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let position = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: damaged[position] = UInt8.random(in: 0...255, using: &random)
                case 1: damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: damaged.remove(at: position)
                default: damaged.insert(UInt8.random(in: 0...255, using: &random), at: position)
                }
            }
            let result = readAll(try folder.write(damaged, to: "damaged"), blockSize: 50_000)
            let total = result.members.reduce(0) { $0 + $1.bytes.count }
            // Damage can make a copy instruction longer, but not make a bomb of so small a file.
            #expect(total < 50_000_000, "\(name): SeededRandom(seed: \(seed)) gives \(total) bytes")
            #expect(result.errors.count < 100, "\(name): SeededRandom(seed: \(seed)) gives errors without end")
        }
    }
}
