import Foundation
import MaritimeModel
import Watchlist

/// Scores pairs of names for `Benchmarks/names`. Reads lines from standard input, writes one line for each:
///
///     compare <kind> <name> <name>                     the score and the explanation, parted by a tab
///     match <name> <IMO> <listed name> <listed IMO>    how the one is recognised in a list of the other, or `none`
///
/// The fields are parted by tabs; an IMO number may be empty. Exits with 2 for a line that is neither.
@main enum MeasureNames {
    static func main() {
        var number = 0
        while let line = readLine() {
            number += 1
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let answer = answer(fields) else {
                fail(
                    "line \(number) is neither `compare` with a kind and two names nor `match` with a name, an IMO number, a listed name and its IMO number"
                )
            }
            print(answer)
        }
    }

    private static func answer(_ fields: [String]) -> String? {
        if fields.count == 4, fields[0] == "compare", let kind = NameKind(rawValue: fields[1]) {
            let comparison = NameComparison(fields[2], fields[3], kind: kind)
            let sentence = NameExplanation.sentence(comparison, name: fields[2], listed: fields[3], kind: kind)
            return "\(comparison.score)\t\(sentence)"
        }
        guard fields.count == 5, fields[0] == "match" else { return nil }
        let listed = ListedParty(
            entry: "1", kind: .vessel, names: [PartyName(fields[3])],
            numbers: IMONumber(fields[4]).map { [.ship($0)] } ?? [])
        let list = SanctionsList(name: "pair", format: .plainCSV, parties: [listed])
        let never = Timestamp(secondsSince1970: 0)
        let stated = IMONumber(fields[2]).map { ObservedValue(value: $0, firstSeen: never, lastSeen: never, count: 1) }
        let vessel = VesselTraits(imoNumbers: stated.map { [$0] } ?? [], names: [fields[1]])
        return WatchlistIndex([list]).matches(for: vessel).first?.kind.rawValue ?? "none"
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("measure-names: \(message)\n".utf8))
        exit(2)
    }
}
