/// Sorts without comparisons, where there are many small things to sort.
public enum RadixOrder {
    private static let digitBits: UInt64 = 11

    /// Sorts by the upper 32 bits; values that agree in them keep their order.
    ///
    /// Complexity: O(n), three passes at most; few values are sorted by comparisons.
    public static func sort(_ values: inout [UInt64], scratch: inout [UInt64]) {
        guard values.count > 256 else {
            // What is in the lower bits counts up, so whole values may be compared.
            values.sort()
            return
        }
        let count = values.count
        if scratch.count > count {
            scratch.removeLast(scratch.count - count)
        } else {
            scratch.append(contentsOf: repeatElement(0, count: count - scratch.count))
        }
        let size = 1 << Int(digitBits)
        var counts = [UInt32](repeating: 0, count: 3 * size)
        let mask = UInt64(size - 1)
        for value in values {
            counts[Int(value >> 32 & mask)] &+= 1
            counts[size + Int(value >> (32 + digitBits) & mask)] &+= 1
            counts[2 * size + Int(value >> (32 + 2 * digitBits) & mask)] &+= 1
        }
        for pass in 0..<3 {
            let shift = 32 + UInt64(pass) * digitBits
            // A digit that all share orders nothing.
            if Int(counts[pass * size + Int(values[0] >> shift & mask)]) == count { continue }
            var place: UInt32 = 0
            for digit in pass * size..<(pass + 1) * size { (place, counts[digit]) = (place &+ counts[digit], place) }
            for index in 0..<count {
                let value = values[index]
                let digit = pass * size + Int(value >> shift & mask)
                scratch[Int(counts[digit])] = value
                counts[digit] &+= 1
            }
            swap(&values, &scratch)
        }
    }
}
