import Glibc
import MaritimeModel
import Testing

@testable import Watchlist

/// Where the tests find their files.
enum Fixture {
    /// The package's root folder.
    static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })
    /// The invented lists of this package.
    static let folder = root + "/Tests/Fixtures/Watchlist"
    /// Real lists beside the package; they are not part of it.
    static let realLists = root + "/../shared/watchlists"

    static var hasRealLists: Bool { unsafe access(realLists + "/ofac-2021-07/sdn.csv", R_OK) == 0 }
    static let hint: Comment = "needs ../shared/watchlists beside the package"
}

/// A folder with the given files for the time of a test.
func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/sts-watchlist-XXXXXX".utf8CString)
    try #require(unsafe mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer {
        for name in files.keys { _ = unsafe remove("\(folder)/\(name)") }
        unsafe rmdir(folder)
    }
    for (name, text) in files {
        let descriptor = unsafe open("\(folder)/\(name)", O_WRONLY | O_CREAT, 0o644)
        try #require(descriptor >= 0)
        let bytes = Array(text.utf8)
        // Safe: because the pointer and the count are the array's own.
        let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        try #require(written == bytes.count)
    }
    try body(folder)
}

/// A vessel of the tracks that stated the given IMO numbers, one a day.
func tracked(_ id: String, imo numbers: [UInt32] = []) -> TrackedVessel {
    let day = { (number: Int) in Timestamp(secondsSince1970: 1_767_225_600 + Int64(number) * 86_400) }
    var data = VesselStaticData()
    for (position, number) in numbers.enumerated() {
        guard let imo = IMONumber(number) else {
            Issue.record("\(number) is no IMO number")
            continue
        }
        data.imoNumbers.append(
            ObservedValue(value: imo, firstSeen: day(position), lastSeen: day(position + 1), count: 3))
    }
    return TrackedVessel(id: id, staticData: data, fixCount: 10, firstSeen: day(0), lastSeen: day(9))
}
