/// How alike two words are in writing, for words that people spell by ear.
enum WordLikeness {
    /// 0...1; 1 only for equal words. Symmetric. Complexity: O(product of the lengths).
    ///
    /// A weighted edit distance with neighbours swapped (optimal string alignment; Damerau 1964): letters that
    /// romanisations exchange cost half, and a slip weighs half as much again as its share of the letters, so that short words
    /// must be equal.
    static func of(_ first: String, _ second: String) -> Double {
        if first == second { return 1 }
        let (a, b) = (Array(first.utf8), Array(second.utf8))
        let longest = max(a.count, b.count)
        // A word of two letters has no room for a slip, and letters that must be added cost at least a half each.
        guard min(a.count, b.count) > 2, 0.75 * Double(longest - min(a.count, b.count)) < 0.4 * Double(longest) else {
            return 0
        }
        return max(0, 1 - 0.75 * Double(distance(a, b)) / Double(longest))
    }

    /// The distance in halves of a full slip.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = beforeLast
        for place in b.indices { last[place + 1] = last[place] + lone(b, place) }
        var row = last
        for i in a.indices {
            row[0] = last[0] + lone(a, i)
            for j in b.indices {
                var best = last[j] + exchange(a[i], b[j])
                best = min(best, last[j + 1] + lone(a, i), row[j] + lone(b, j))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j], a[i] != b[j] {
                    best = min(best, beforeLast[j - 1] + 2)
                }
                row[j + 1] = best
            }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[b.count]
    }

    /// A letter that the other word does not have: silent ones, vowels and doubled letters cost half.
    private static func lone(_ word: [UInt8], _ place: Int) -> Int {
        let letter = word[place]
        let isDoubled =
            (place > 0 && word[place - 1] == letter) || (place + 1 < word.count && word[place + 1] == letter)
        return isVowel(letter) || letter == UInt8(ascii: "H") || isDoubled ? 1 : 2
    }

    private static func exchange(_ a: UInt8, _ b: UInt8) -> Int {
        if a == b { return 0 }
        if isVowel(a) && isVowel(b) { return 1 }
        return sound(a) == sound(b) && sound(a) != 0 ? 1 : 2
    }

    /// A, E, I, O, U and Y.
    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 65, 69, 73, 79, 85, 89: true
        default: false
        }
    }

    /// One sign for consonants that romanisations exchange, 0 for those that stand alone.
    static func sound(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "B"), UInt8(ascii: "P"): UInt8(ascii: "P")
        case UInt8(ascii: "D"), UInt8(ascii: "T"): UInt8(ascii: "T")
        case UInt8(ascii: "G"), UInt8(ascii: "K"), UInt8(ascii: "C"), UInt8(ascii: "Q"): UInt8(ascii: "K")
        case UInt8(ascii: "S"), UInt8(ascii: "Z"): UInt8(ascii: "S")
        case UInt8(ascii: "V"), UInt8(ascii: "W"), UInt8(ascii: "F"): UInt8(ascii: "V")
        default: 0
        }
    }

    /// The consonants of a word by their sounds, neighbours of one sound once, with an A for vowels at the beginning.
    ///
    /// Y, W and H are left out: they come and go with the romanisation.
    static func skeleton(_ word: String) -> [UInt8] {
        var skeleton: [UInt8] = []
        let letters = Array(word.utf8)
        Self.skeleton(letters, letters.indices, into: &skeleton)
        return skeleton
    }

    /// The same of the capital letters at a range, into room that is used again.
    static func skeleton(_ letters: [UInt8], _ word: Range<Int>, into skeleton: inout [UInt8]) {
        skeleton.removeAll(keepingCapacity: true)
        var previous: UInt8 = 0
        for place in word {
            let letter = letters[place]
            let sign = skeletonSigns[Int(letter)]
            if sign == 0 {
                if skeleton.isEmpty, isVowel(letter), letter != UInt8(ascii: "Y") { skeleton.append(UInt8(ascii: "A")) }
            } else if previous != sign {
                skeleton.append(sign)
            }
            previous = sign
        }
    }

    /// What stands for a letter in a skeleton, 0 for those that are left out.
    static func skeletonSign(of letter: UInt8) -> UInt8 { skeletonSigns[Int(letter)] }

    /// What stands for each letter in a skeleton, 0 for those that are left out.
    private static let skeletonSigns: [UInt8] = (0...UInt8.max).map { letter in
        if isVowel(letter) || letter == UInt8(ascii: "W") || letter == UInt8(ascii: "H") { return 0 }
        let sound = sound(letter)
        return sound == 0 ? (letter == UInt8(ascii: "J") ? UInt8(ascii: "K") : letter) : sound
    }
}
