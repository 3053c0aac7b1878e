/// The name that a mistyped word most probably means, or nil when none is near.
///
/// At most a third of the word's letters, and at most three, may differ. Ties go to the first of `names`.
func nearestName(to word: String, among names: [String]) -> String? {
    let typed = Array(word.utf8)
    // A long word is no slip of the finger, and the comparison costs the product of the lengths.
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
        let distance = editDistance(typed, Array(name.utf8))
        guard distance <= min(3, max(1, max(typed.count, name.utf8.count) / 3)) else { continue }
        if let current = best, current.distance <= distance { continue }
        best = (name, distance)
    }
    return best?.name
}

/// How many insertions, deletions, substitutions and swaps of neighbours turn one word into the other.
///
/// This is the optimal string alignment distance: a swapped pair is not edited again. Complexity: O(n m).
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for column in 0..<right.count {
            let substituted = previous[column] + (left[row] == right[column] ? 0 : 1)
            var cost = min(previous[column + 1] + 1, current[column] + 1, substituted)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                cost = min(cost, beforePrevious[column - 1] + 1)
            }
            current.append(cost)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[right.count]
}

/// "; did you mean 'NAME'?" for a mistyped word, or nothing.
func suggestion(for word: String, among names: [String]) -> String {
    nearestName(to: word, among: names).map { "; did you mean '\($0)'?" } ?? ""
}
