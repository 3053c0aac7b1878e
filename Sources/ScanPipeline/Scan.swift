/// The library's front door: one scan from files to events.
public enum Scan {
    /// The version that every report carries.
    public static let version = "0.1.0"

    /// Runs a plan.
    ///
    /// `progress` is called at most about ten times a second, from one thread at a time.
    public static func run(
        _ plan: ScanPlan, progress: @escaping @Sendable (ScanProgress) -> Void = { _ in }
    ) throws(ScanFailure) -> ScanResult {
        throw ScanFailure(kind: .input, messages: ["not written yet"])
    }
}
