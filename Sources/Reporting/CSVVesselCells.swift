import MaritimeModel

/// Writes what events say of their vessels, as the columns `CSVReport.vesselColumns`.
///
/// What a vessel states of itself is made into cells once for all of its events.
struct CSVVesselCells {
    /// Where the cells that do not change lie in `text`: those before and those behind the figures of the event.
    private var places: [ObjectIdentifier: (before: Range<Int>, behind: Range<Int>)] = [:]
    private var text: [UInt8] = []

    mutating func append(_ vessel: borrowing EventVessel, to row: inout CSVWriter) {
        let (before, behind) = places[vessel.particularsIdentity] ?? addCells(of: vessel)
        row.readyCells(text[before])
        row.cell(vessel.fixes)
        row.cell(vessel.medianSpeedKnots, decimals: 2)
        row.readyCells(text[behind])
    }

    private mutating func addCells(of vessel: borrowing EventVessel) -> (before: Range<Int>, behind: Range<Int>) {
        let vesselStates = vessel.particulars
        var cells = CSVWriter()
        cells.cell(vesselStates.id)
        cells.cell(vesselStates.mmsi?.description)
        cells.cell(vesselStates.imo?.description)
        cells.cell(vesselStates.name)
        cells.cell(vesselStates.callSign)
        cells.cell(vesselStates.flag)
        cells.cell(vesselStates.type.stated)
        cells.cell(vesselStates.aisType)
        cells.cell(vesselStates.length, decimals: 1, trimmed: true)
        cells.cell(vesselStates.beam, decimals: 1, trimmed: true)
        cells.cell(vesselStates.draughtBefore, decimals: 2, trimmed: true)
        cells.cell(vesselStates.draughtAfter, decimals: 2, trimmed: true)
        let start = text.count
        text += cells.output.bytes
        let middle = text.count
        var last = CSVWriter()
        last.cell(vesselStates.destination)
        text += last.output.bytes
        let found = (before: start..<middle, behind: middle..<text.count)
        places[vessel.particularsIdentity] = found
        return found
    }
}
