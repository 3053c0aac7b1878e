import Foundation
import MaritimeModel
import SyntheticTracks

/// The worlds that these tests look at: four seeds of every kind, each made once.
let dirtyWorlds: [DirtyWorldKind: [DirtyWorld]] = {
    var worlds: [DirtyWorldKind: [DirtyWorld]] = [:]
    for kind in DirtyWorldKind.allCases {
        worlds[kind] = (1...4).map { DirtyWorld(kind: kind, seed: $0 * 37) }
    }
    return worlds
}()

extension DirtyWorld {
    /// The rows of an identity in time order.
    func rows(of id: String) -> [DirtyRow] {
        rows.filter { self.id(of: $0) == id }.sorted { $0.millisecondsSince1970 < $1.millisecondsSince1970 }
    }

    func identities(_ sort: IdentityTruth.Sort) -> [IdentityTruth] {
        identities.filter { $0.sort == sort }
    }
}

/// Great-circle metres, by the haversine formula.
func metres(_ first: GeoPosition, _ other: GeoPosition) -> Double {
    let (phi, otherPhi) = (first.latitude * .pi / 180, other.latitude * .pi / 180)
    let delta = (other.longitude - first.longitude) * .pi / 180
    let haversine = pow(sin((otherPhi - phi) / 2), 2) + cos(phi) * cos(otherPhi) * pow(sin(delta / 2), 2)
    return 2 * earthRadiusMetres * asin(min(1, haversine.squareRoot()))
}

/// Whether no vessel at 60 kn can have sailed from one row to the next, with 400 m of room for noise.
func isImpossible(_ first: DirtyRow, _ next: DirtyRow) -> Bool {
    let seconds = Double(next.millisecondsSince1970 - first.millisecondsSince1970) / 1_000
    return metres(first.report.position, next.report.position) > 60 * metresPerSecondPerKnot * seconds + 400
}
