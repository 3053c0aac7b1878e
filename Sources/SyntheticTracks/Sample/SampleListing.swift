public import MaritimeModel

/// One entry of the sample watchlist, and what screening the sample against it must say.
public struct SampleListing: Sendable {
    public let entry: String
    public let name: String
    public let imo: IMONumber?
    public let mmsi: MMSI?
    /// `yyyy-mm-dd`.
    public let listedOn: String
    /// The id in the tracks that it names; nil when it names none of them.
    public let vessel: String?
    /// `imo` or `mmsi`: what agrees; nil when nothing may be matched.
    public let match: String?
    /// The answer for the vessel's meeting or, without one, its first sighting.
    public let timing: ListingTiming?

    /// The name of the list in every entry.
    public static let list = "SAMPLE LIST"
    /// The first line of the list file.
    public static let header = "imo,mmsi,name,list,entry,programme,listed_on"

    /// The line of the list file, without its end.
    var line: String {
        [imo?.description ?? "", mmsi?.description ?? "", name, SampleListing.list, entry, "SAMPLE-OIL", listedOn]
            .joined(separator: ",")
    }

    /// Entries that name no vessel of the sample, as most entries of a real list do.
    static let absent: [SampleListing] = [
        SampleListing(
            entry: "S-006", name: "ABSENT FRIEND", imo: UnallocatedIdentity.imo(9_002), mmsi: nil,
            listedOn: "2019-08-30", vessel: nil, match: nil, timing: nil),
        SampleListing(
            entry: "S-007", name: "ABSENT STRANGER", imo: UnallocatedIdentity.imo(9_003),
            mmsi: UnallocatedIdentity.mmsi(90_001, of: UnallocatedIdentity.sampleMIDs), listedOn: "2023-03-09",
            vessel: nil, match: nil, timing: nil),
    ]
}
