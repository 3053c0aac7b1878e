import ByteInput
import MaritimeModel

/// The lists of a file or a folder, for commands that store them.
public enum ListSource {
    /// Reads the lists at a path, in a fixed order. Throws when it holds none or one cannot be trusted.
    public static func lists(at path: String) throws(WatchlistError) -> [SanctionsList] {
        try ListFinding.lists(at: path).map(SanctionsList.init)
    }
}

extension SanctionsList {
    /// A list of the older readers, which know vessels alone.
    fileprivate init(_ list: LoadedList) {
        self.init(
            name: list.checked.name,
            format: list.checked.name.hasPrefix("OFAC") ? .ofacCSV : .plainCSV, files: list.checked.files,
            publishedOn: list.checked.publishedOn, parties: list.vessels.map(ListedParty.init))
        for warning in list.checked.warnings { problems.note("not understood", warning) }
    }
}

extension ListedParty {
    fileprivate init(_ vessel: ListedVessel) {
        var numbers: [PartyNumber] = []
        if let imo = vessel.imo { numbers.append(.ship(imo)) }
        if let mmsi = vessel.mmsi { numbers.append(.mmsi(mmsi)) }
        if let sign = vessel.callSign { numbers.append(.callSign(sign)) }
        self.init(
            entry: vessel.entry, kind: .vessel,
            names: [PartyName(vessel.name)] + vessel.alternativeNames.map { PartyName($0, .alias) }, numbers: numbers,
            flag: vessel.flag, vesselType: vessel.vesselType, programmes: vessel.programmes,
            listedOn: vessel.listedOn,
            links: vessel.linkedTo.map { PartyLink(.linkedTo, to: .name($0), words: "Linked To:") })
    }
}
