extension Profile {
    /// The profiles that ship with the program, the default first.
    public static let builtIn: [Profile] = [oil, proximity, gfw, skylight, starboard]

    /// The built-in profile of a name, or nil.
    public static func named(_ name: String) -> Profile? { builtIn.first { $0.name == name } }

    /// Meetings at sea consistent with a transfer of oil.
    public static let oil = Profile(
        name: "oil",
        summary: "meetings at sea that are consistent with a transfer of oil",
        source: "own rules; port distance of 3 nautical miles as in RadianceFleet's STS phase A",
        parameters: DetectionParameters(
            maxDistanceMetres: 500, minDurationSeconds: 7_200, maxGapSeconds: 3_600, joinGapSeconds: 1_800,
            speedRule: .slowOrJointUnderWay(knots: 3), portDistanceKilometres: 5.556, typeRule: .tankerOrUnknown))

    /// The bare definition of contact, with no other rule.
    public static let proximity = Profile(
        name: "proximity",
        summary: "any two identities near each other for long enough, with no other rule",
        source: "the bare definition of contact",
        parameters: DetectionParameters(
            maxDistanceMetres: 500, minDurationSeconds: 7_200, maxGapSeconds: 3_600, joinGapSeconds: 0,
            speedRule: .none, portDistanceKilometres: 0, typeRule: .any))

    /// Encounters as Global Fishing Watch publishes them.
    public static let gfw = Profile(
        name: "gfw",
        summary: "encounters as Global Fishing Watch defines them, without its cut at midnight",
        source: "Miller et al. 2018, Frontiers in Marine Science 5:240; Global Fishing Watch documentation",
        parameters: DetectionParameters(
            maxDistanceMetres: 500, minDurationSeconds: 7_200, maxGapSeconds: 3_600, joinGapSeconds: 14_400,
            speedRule: .bothBelow(knots: 2), portDistanceKilometres: 10, typeRule: .any))

    /// Standard rendezvous as AI2 Skylight describes them.
    public static let skylight = Profile(
        name: "skylight",
        summary: "standard rendezvous as AI2 Skylight describes them",
        source: "AI2 Skylight help pages; the port distance is ours, since theirs is not published",
        parameters: DetectionParameters(
            maxDistanceMetres: 250, minDurationSeconds: 1_800, maxGapSeconds: 3_600, joinGapSeconds: 0,
            speedRule: .none, portDistanceKilometres: 5.556, typeRule: .any))

    /// Encounters as Starboard describes them.
    public static let starboard = Profile(
        name: "starboard",
        summary: "encounters as Starboard Maritime Intelligence describes them",
        source: "Starboard help pages",
        parameters: DetectionParameters(
            maxDistanceMetres: 200, minDurationSeconds: 1_800, maxGapSeconds: 3_600, joinGapSeconds: 0,
            speedRule: .none, portDistanceKilometres: 0, typeRule: .any),
        rulesNotApplied: ["at least 10 km from shore: this version knows ports but no shoreline"])
}
