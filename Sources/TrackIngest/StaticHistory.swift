import MaritimeModel

/// Gathers what one vessel said of itself, value by value, from the statements of all workers.
struct StaticHistory {
    private var names = ValueHistory<String>()
    private var imoNumbers = ValueHistory<IMONumber>()
    private var mistypedIMOs = ValueHistory<UInt32>()
    private var callSigns = ValueHistory<String>()
    private var aisTypes = ValueHistory<Int>()
    private var shipTypes = ValueHistory<ShipType>()
    private var lengths = ValueHistory<Double>()
    private var beams = ValueHistory<Double>()
    private var draughts = ValueHistory<Double>()
    private var destinations = ValueHistory<String>()

    mutating func add(_ statement: StaticRecorder.Statement) {
        let values = statement.values
        names.add(values.name, statement)
        imoNumbers.add(values.imo, statement)
        mistypedIMOs.add(values.mistypedIMO, statement)
        callSigns.add(values.callSign, statement)
        aisTypes.add(values.aisType, statement)
        shipTypes.add(values.shipType, statement)
        lengths.add(values.length, statement)
        beams.add(values.beam, statement)
        draughts.add(values.draught, statement)
        destinations.add(values.destination, statement)
    }

    func staticData() -> VesselStaticData {
        var data = VesselStaticData()
        data.names = names.sorted()
        data.imoNumbers = imoNumbers.sorted()
        data.mistypedIMOs = mistypedIMOs.sorted()
        data.callSigns = callSigns.sorted()
        data.aisTypes = aisTypes.sorted()
        data.shipTypes = shipTypes.sorted()
        data.lengths = lengths.sorted()
        data.beams = beams.sorted()
        data.draughts = draughts.sorted()
        data.destinations = destinations.sorted()
        return data
    }
}

/// The values of one kind that a vessel stated. Most vessels state one or two, so a short list is searched.
private struct ValueHistory<Value: Hashable & Comparable & Sendable> {
    private var values: [ObservedValue<Value>] = []
    /// Empty while the list is short.
    private var positions: [Value: Int] = [:]

    private static var mostSearched: Int { 16 }

    mutating func add(_ value: Value?, _ statement: StaticRecorder.Statement) {
        guard let value else { return }
        let first = Timestamp(secondsSince1970: statement.first)
        let last = Timestamp(secondsSince1970: statement.last)
        if let position = position(of: value) {
            values[position].firstSeen = min(values[position].firstSeen, first)
            values[position].lastSeen = max(values[position].lastSeen, last)
            values[position].count += statement.count
            if let known = values[position].value as? String, let text = value as? String,
                let lesser = TextForm.lesser(known, text) as? Value
            {
                values[position].value = lesser
            }
        } else {
            values.append(ObservedValue(value: value, firstSeen: first, lastSeen: last, count: statement.count))
            if !positions.isEmpty {
                positions[value] = values.count - 1
            } else if values.count > Self.mostSearched {
                for (position, value) in values.enumerated() { positions[value.value] = position }
            }
        }
    }

    private func position(of value: Value) -> Int? {
        positions.isEmpty ? values.firstIndex { $0.value == value } : positions[value]
    }

    func sorted() -> [ObservedValue<Value>] {
        guard values.count > 1 else { return values }
        return values.sorted { ($0.firstSeen, $0.lastSeen, $0.value) < ($1.firstSeen, $1.lastSeen, $1.value) }
    }
}
