public import MaritimeModel

/// The sample: three days of about sixty vessels in planted scenes, with the truth about every meeting.
///
/// Everything follows from the seed: the same seed gives the same bytes. No identity in it belongs to a real ship (see
/// `UnallocatedIdentity`) and no track was sailed.
public struct SampleWorld: Sendable {
    /// The seed of the files in `SampleTracks/`.
    public static let defaultSeed: UInt64 = 2_024
    /// The first of the three days: the last of a year, so that a meeting can cross midnight, month and year.
    public static let firstDay = CivilDate(daysSince1970: 19_722)

    public let scenes: [SampleScene]
    public let tracks: [SampleTrack]
    /// Every meeting of a pair within 500 m, however short, in the order of (start, ids).
    public let meetings: [MeetingTruth]
    /// What screening against the sample watchlist must say.
    public let listings: [SampleListing]
    /// One file a day.
    public let days: [SampleDay]

    /// Makes the world of a seed. It takes about a second in a release build.
    public static func make(seed: UInt64 = defaultSeed) -> SampleWorld {
        let start = Timestamp(firstDay).secondsSince1970
        var builder = WorldBuilder(startOfWorld: Int(start), seed: seed)
        builder.addTransfers()
        builder.addInnocentMeetings()
        builder.addIdentityScenes()
        builder.addBackgroundTraffic()

        let plans: [(name: (String, String, String) -> String, layout: TrackLayoutName, disorderSeconds: Int)] = [
            ({ "AIS_\($0)_\($1)_\($2).csv" }, .noaa, 90),
            ({ "ais-\($0)-\($1)-\($2).csv" }, .noaa2024, 90),
            ({ "aisdk-\($0)-\($1)-\($2).csv" }, .dma, 0),
        ]
        var random = SplitMix64(seed: seed ^ 0x0D1B_7E0F_5EED)
        let days = plans.enumerated().map { number, plan in
            let day = CivilDate(daysSince1970: firstDay.daysSince1970 + number)
            let parts = day.iso8601.split(separator: "-").map(String.init)
            let writer = SampleDayWriter(
                builder: builder, layout: plan.layout.layout, day: day, disorderSeconds: plan.disorderSeconds)
            return writer.write(name: plan.name(parts[0], parts[1], parts[2]), using: &random)
        }
        return SampleWorld(
            scenes: builder.scenes, tracks: builder.tracks, meetings: TruthSolver(builder: builder).meetings(),
            listings: (builder.listings + SampleListing.absent).sorted { $0.entry < $1.entry }, days: days)
    }

    /// The sample watchlist as a file.
    public var watchlist: String {
        SampleListing.header + "\n" + listings.map { $0.line + "\n" }.joined()
    }
}
