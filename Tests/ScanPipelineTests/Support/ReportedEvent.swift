import Foundation

/// An event as the JSON formats give it; only what the tests look at.
struct ReportedEvent: Decodable, Hashable {
    struct Vessel: Decodable, Hashable {
        var id: String
        var type: String?
        var fixes: Int
        var medianSpeedKn: Double?
    }
    struct Position: Decodable, Hashable {
        var latitude: Double
        var longitude: Double
    }
    struct Distance: Decodable, Hashable {
        var min: Double
        var median: Double
        var max: Double
        var minAtFix: Double?
    }
    struct Place: Decodable, Hashable {
        var portKm: Double?
        var inPort: Bool
    }
    struct Sanction: Decodable, Hashable {
        var vessel: Int
        var match: String
        var entry: String
        var timing: String
    }
    struct Ledger: Decodable, Hashable {
        var contacts: Int
        var contactSOnStretchesUpTo10Min: Int
        var contactSOnStretchesUpTo30Min: Int
        var contactSOnStretchesLonger: Int
    }

    var id: String
    var vessels: [Vessel]
    var start: Date
    var end: Date
    var contactS: Int
    var spanS: Int
    var longestSilenceS: Int
    var position: Position
    var distanceM: Distance
    var place: Place
    var ledger: Ledger
    var sanctions: [Sanction]
    var flagged: Bool
    var operationId: String?
    var identityInDoubt: [Doubt]?
    var positionInDoubt: [Doubt]?

    struct Doubt: Decodable, Hashable {
        var vessel: Int
        var reason: String
    }

    /// The ids of the vessels, in the order of the event.
    var pair: [String] { vessels.map(\.id) }

    /// Whether another event of the pair spans this one, to the second of rounding.
    func isWithin(_ other: ReportedEvent) -> Bool {
        pair == other.pair && other.start <= start + 1 && end - 1 <= other.end
    }
}

/// The account of a run as the JSON formats give it; only what the tests look at.
struct RunAccount: Decodable {
    struct Rows: Decodable, Hashable {
        var read: Int
        var used: Int
        var fixes: Int
        var identityOnly: Int
        var rejected: [String: Int]

        /// Whether every row is accounted for.
        var isBalanced: Bool {
            used + rejected.values.reduce(0, +) == read && fixes + identityOnly == used
        }
    }
    struct Input: Decodable {
        var path: String
        var layout: String?
        var rows: Rows
        var failure: String?
    }
    struct Sighting: Decodable {
        struct Listing: Decodable {
            var entry: String
            var match: String
            var timing: String
        }
        var id: String
        var listing: Listing
        var events: [String]
    }

    var inputs: [Input]
    var rows: Rows
    var listedVessels: [Sighting]
    var excluded: [String: Int]
    var events: Int
    var flagged: Int
    var warnings: [String]
}

/// A whole JSON document.
struct ReportedDocument: Decodable {
    var run: RunAccount
    var events: [ReportedEvent]
}

/// Reads what the program wrote.
enum ReportDecoding {
    static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: data)
    }
}

/// A moment given as in the reports.
func moment(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }
