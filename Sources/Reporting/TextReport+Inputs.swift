import MaritimeModel

extension TextReport {
    /// Which files were read, what became of every row, and how many vessels there are.
    mutating func writeInputs() {
        page.writeInputs(run.inputs, run.ledger)
        page.writeIdentities(run.vessels, withFixes: run.vesselsWithFixes, rawTracks: run.rawTracks)
    }
}
