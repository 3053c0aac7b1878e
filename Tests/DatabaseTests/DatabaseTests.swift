import Foundation
import TestSupport
import Testing

@testable import Database

/// A connection, its errors and its schema.
struct DatabaseTests {
    private static let schema = DatabaseSchema(
        name: "test database", applicationID: 0x5445_5354,
        migrations: ["CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT, size REAL) STRICT"])
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/w.db" }

    init() throws { folder = try TemporaryFolder() }

    private func open(
        _ access: DatabaseConnection.Access = .readWrite, schema: DatabaseSchema = DatabaseTests.schema
    ) throws(DatabaseError) -> DatabaseConnection {
        try DatabaseConnection(path: path, access: access, schema: schema, patienceMilliseconds: 20)
    }

    private func fault(_ body: () throws(DatabaseError) -> Void) -> DatabaseError? {
        do throws(DatabaseError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func valuesComeBackAsTheyWereBound() throws {
        let database = try open()
        let insert = try database.prepare("INSERT INTO word (text, size) VALUES (?, ?)")
        let texts = ["", "é\u{301}船 'quoted\" \u{0} end", String(repeating: "long ", count: 100_000)]
        for text in texts { try insert.run(.text(text), .real(0.1)) }
        try insert.run(.null, .null)
        #expect(database.lastRow == 4)
        let read = try database.prepare("SELECT text, size FROM word ORDER BY id")
        var found: [String?] = []
        var sizes: [Double?] = []
        while try read.step() {
            found.append(read.optionalText(0))
            sizes.append(read.optionalReal(1))
        }
        #expect(found == texts + [nil])
        #expect(sizes == [0.1, 0.1, 0.1, nil])
    }

    @Test func aTransactionThatFailsLeavesNothing() throws {
        let database = try open()
        #expect(throws: CocoaError.self) {
            try database.transaction(report: { $0 as any Error }) {
                try database.execute("INSERT INTO word (text) VALUES ('a')")
                throw CocoaError(.featureUnsupported)
            }
        }
        #expect(try database.number("SELECT count(*) FROM word") == 0)
        #expect(!database.isInTransaction)
    }

    @Test func aTransactionThatIsDroppedLeavesNothing() throws {
        do {
            let database = try open()
            try database.execute("BEGIN IMMEDIATE; INSERT INTO word (text) VALUES ('a')")
        }
        #expect(try open(.readOnly).number("SELECT count(*) FROM word") == 0)
    }

    @Test func aWriterThatFindsAnotherOneIsToldToWait() throws {
        let first = try open()
        let second = try open()
        try first.execute("BEGIN IMMEDIATE; INSERT INTO word (text) VALUES ('a')")
        let fault = fault { () throws(DatabaseError) in
            try second.transaction(report: { $0 }) { () throws(DatabaseError) in }
        }
        #expect(fault?.kind == .locked)
        #expect(fault?.message.contains("wait") == true)
        // A reader goes on with what was there before.
        #expect(try open(.readOnly).number("SELECT count(*) FROM word") == 0)
    }

    @Test func aReaderCannotWrite() throws {
        _ = try open()
        let reader = try open(.readOnly)
        #expect(fault { () throws(DatabaseError) in try reader.execute("DELETE FROM word") }?.kind == .readOnly)
    }

    @Test func aFileThatIsNotThereIsNotMadeByAReader() throws {
        #expect(fault { () throws(DatabaseError) in _ = try open(.readOnly) }?.kind == .missing)
        #expect(try folder.names().isEmpty)
    }

    @Test(arguments: ["imo,mmsi,name\n9074729,,A\n", String(repeating: "x", count: 5_000)])
    func aFileOfSomethingElseIsNoDatabase(text: String) throws {
        try folder.write("w.db", text)
        for access in [DatabaseConnection.Access.readOnly, .readWrite] {
            #expect(fault { () throws(DatabaseError) in _ = try open(access) }?.kind == .notADatabase)
        }
        #expect(try folder.read("w.db") == text)
        #expect(!DatabaseFile.isDatabase(path))
    }

    @Test func aFolderIsNoDatabase() throws {
        let connection = fault { () throws(DatabaseError) in
            _ = try DatabaseConnection(path: folder.path, access: .readWrite, schema: DatabaseTests.schema)
        }
        #expect(connection?.kind == .isFolder)
    }

    @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
        _ = try open(schema: DatabaseSchema(name: "other", applicationID: 7, migrations: ["CREATE TABLE a (b)"]))
        for access in [DatabaseConnection.Access.readOnly, .readWrite] {
            #expect(fault { () throws(DatabaseError) in _ = try open(access) }?.kind == .otherDatabase)
        }
        #expect(DatabaseFile.isDatabase(path))
    }

    @Test func aDatabaseOfALaterVersionIsLeftAlone() throws {
        let later = DatabaseSchema(
            name: "test database", applicationID: DatabaseTests.schema.applicationID,
            migrations: DatabaseTests.schema.migrations + ["CREATE TABLE later (a)"])
        _ = try open(schema: later)
        for access in [DatabaseConnection.Access.readOnly, .readWrite] {
            let fault = fault { () throws(DatabaseError) in _ = try open(access) }
            #expect(fault?.kind == .newerSchema)
            #expect(fault?.message.contains("update sts") == true)
        }
    }

    @Test func aDatabaseOfAnEarlierVersionIsBroughtUpToDateByAWriter() throws {
        try open().execute("INSERT INTO word (text) VALUES ('a')")
        let later = DatabaseSchema(
            name: "test database", applicationID: DatabaseTests.schema.applicationID,
            migrations: DatabaseTests.schema.migrations + ["ALTER TABLE word ADD COLUMN tone TEXT"])
        #expect(fault { () throws(DatabaseError) in _ = try open(.readOnly, schema: later) }?.kind == .olderSchema)
        let database = try open(schema: later)
        #expect(try database.number("SELECT count(*) FROM word WHERE tone IS NULL") == 1)
    }

    @Test func aFullDiskIsNamed() throws {
        let database = try open()
        try database.execute("PRAGMA max_page_count = 4")
        let insert = try database.prepare("INSERT INTO word (text) VALUES (?)")
        let fault = fault { () throws(DatabaseError) in
            try database.transaction(report: { $0 }) { () throws(DatabaseError) in
                for _ in 0..<100 { try insert.run(.text(String(repeating: "x", count: 1_000))) }
            }
        }
        #expect(fault?.kind == .full)
        #expect(try database.number("SELECT count(*) FROM word") == 0)
    }

    @Test func aDamagedDatabaseIsNamed() throws {
        do {
            let database = try open()
            let insert = try database.prepare("INSERT INTO word (text) VALUES (?)")
            for _ in 0..<500 { try insert.run(.text(String(repeating: "x", count: 100))) }
        }
        var bytes = try Data(contentsOf: folder.url("w.db"))
        try #require(bytes.count > 20_000)
        // The head with its schema stays, the pages of the table do not.
        for index in 8_192..<bytes.count { bytes[index] = 0xA5 }
        try bytes.write(to: folder.url("w.db"))
        let fault = fault { () throws(DatabaseError) in
            let read = try open(.readOnly).prepare("SELECT text FROM word")
            while try read.step() {}
        }
        #expect(fault?.kind == .corrupt)
    }

    @Test func aDatabaseWithoutLogIsReadThoughNothingCanBeWrittenBesideIt() throws {
        do { try open().execute("INSERT INTO word (text) VALUES ('a')") }
        #expect(try folder.names() == ["w.db"])
        // The fall-back itself, since the superuser may write anywhere.
        #expect(DatabaseFile.frozenAddress(of: "/a b?c#é%") == "file:/a%20b%3Fc%23%C3%A9%25?immutable=1")
        #expect(DatabaseFile.plainName(of: ":memory:") == "./:memory:")
    }

    @Test func foldersAreMadeDownToTheFile() throws {
        try DatabaseFile.makeFolder(of: folder.path + "/a/b/c.db")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/a/b"))
        try folder.write("file", "x")
        #expect(
            fault { () throws(DatabaseError) in try DatabaseFile.makeFolder(of: folder.path + "/file/x/c.db") }?.kind
                == .cannotOpen)
    }
}
