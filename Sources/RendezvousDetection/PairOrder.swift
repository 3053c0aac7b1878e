/// What belongs to a pair of segments at a moment.
protocol PairOrdered {
    var first: Int32 { get }
    var second: Int32 { get }
    /// Orders what belongs to one pair.
    var moment: UInt32 { get }
}

extension PairOrdered {
    /// Both numbers in one, in the order (first, second).
    @inline(__always)
    var pair: UInt64 { UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second)) }
}

/// Puts what belongs to pairs into the order (first, second).
enum PairOrder {
    /// Sorts by pairs; what belongs to one pair keeps its order or comes in the order of its moments.
    ///
    /// Complexity: O(n + segments), two passes over the values.
    static func sort<Value: PairOrdered>(_ values: inout [Value], scratch: inout [Value]) {
        var isOrdered = true
        var last: Int32 = 0
        var before: UInt64 = 0
        for value in values {
            let pair = value.pair
            isOrdered = isOrdered && before <= pair
            before = pair
            last = max(last, value.first, value.second)
        }
        guard !isOrdered else { return }
        guard values.count > 64, values.count > Int(last) / 16 else {
            values.sort { ($0.pair, $0.moment) < ($1.pair, $1.moment) }
            return
        }
        // A counting sort by the second segment, then by the first.
        var places = [Int32](repeating: 0, count: Int(last) + 2)
        scatter(values, to: &scratch, &places) { Int($0.second) }
        scatter(scratch, to: &values, &places) { Int($0.first) }
    }

    @inline(__always)
    private static func scatter<Value: PairOrdered>(
        _ values: [Value], to target: inout [Value], _ places: inout [Int32], _ number: (Value) -> Int
    ) {
        for index in places.indices { places[index] = 0 }
        for value in values { places[number(value) + 1] &+= 1 }
        for index in 1..<places.count { places[index] &+= places[index - 1] }
        if target.count > values.count {
            target.removeLast(target.count - values.count)
        } else if target.count < values.count, let any = values.first {
            target.append(contentsOf: repeatElement(any, count: values.count - target.count))
        }
        for value in values {
            let place = Int(places[number(value)])
            target[place] = value
            places[number(value)] &+= 1
        }
    }

    /// Sorts a few values that are nearly in order by their moments.
    @inline(__always)
    static func sortByTime<Value: PairOrdered>(_ values: inout [Value], _ range: Range<Int>) {
        for index in range.dropFirst() {
            let value = values[index]
            var place = index
            while place > range.lowerBound, values[place - 1].moment > value.moment {
                values[place] = values[place - 1]
                place -= 1
            }
            if place != index { values[place] = value }
        }
    }
}
