import FixMemory

/// Brings a vessel's fixes into the order of time when they are a few sequences that are each in order, as when several
/// workers read one stream in turn.
struct InterleavedFixes: Sendable {
    /// The merged fixes are the first of these; memory is used again and again.
    private(set) var merged: [StoredFix] = []
    private var other: [StoredFix] = []
    /// Where each sequence begins, and at the end their number of fixes.
    private var bounds: [Int] = []

    /// More sequences than this are sorted as fast.
    private static let mostSequences = 16

    /// Merges a range of fixes; false when they are too many sequences, or two of them share a second: then what
    /// `merged` holds means nothing.
    ///
    /// Complexity: O(n log s) for s sequences.
    mutating func merge(_ fixes: ArraySlice<StoredFix>) -> Bool {
        guard findSequences(fixes) else { return false }
        if merged.count < fixes.count {
            merged = [StoredFix](repeating: .none, count: fixes.count + fixes.count / 4)
            other = merged
        }
        if bounds.count == 3 {
            // The usual case, straight from where they are.
            return Self.merge(fixes.span, 0..<bounds[1], bounds[1]..<bounds[2], into: &merged)
        }
        merged.replaceSubrange(0..<fixes.count, with: fixes)
        while bounds.count > 2 {
            var target: [StoredFix] = []
            swap(&target, &other)
            defer {
                swap(&target, &merged)
                swap(&target, &other)
            }
            var kept = 1
            var sequence = 0
            while sequence + 1 < bounds.count {
                let (start, middle) = (bounds[sequence], bounds[sequence + 1])
                // The last one may have no other.
                let end = sequence + 2 < bounds.count ? bounds[sequence + 2] : middle
                guard Self.merge(merged.span, start..<middle, middle..<end, into: &target) else { return false }
                bounds[kept] = end
                kept += 1
                sequence += 2
            }
            bounds.removeLast(bounds.count - kept)
        }
        return true
    }

    /// Notes where the time does not rise.
    private mutating func findSequences(_ fixes: ArraySlice<StoredFix>) -> Bool {
        bounds.removeAll(keepingCapacity: true)
        bounds.append(0)
        let span = fixes.span
        for fix in 1..<max(1, span.count) where span[fix].time <= span[fix - 1].time {
            guard bounds.count < Self.mostSequences else { return false }
            bounds.append(fix)
        }
        bounds.append(span.count)
        return true
    }

    /// Merges two neighbouring sequences; false when they share a second.
    private static func merge(
        _ source: Span<StoredFix>, _ first: Range<Int>, _ second: Range<Int>, into target: inout [StoredFix]
    ) -> Bool {
        var target = target.mutableSpan
        var (left, right, place) = (first.lowerBound, second.lowerBound, first.lowerBound)
        while left < first.upperBound, right < second.upperBound {
            let (one, other) = (source[left], source[right])
            guard one.time != other.time else { return false }
            let takesFirst = one.time < other.time
            target[place] = takesFirst ? one : other
            left += takesFirst ? 1 : 0
            right += takesFirst ? 0 : 1
            place += 1
        }
        while left < first.upperBound {
            target[place] = source[left]
            (left, place) = (left + 1, place + 1)
        }
        while right < second.upperBound {
            target[place] = source[right]
            (right, place) = (right + 1, place + 1)
        }
        return true
    }
}
