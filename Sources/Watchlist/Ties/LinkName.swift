/// A name as links and entries of one list are compared: exactly, apart from case, white space and a final full stop.
enum LinkName {
    static func normalised(_ name: String) -> String {
        if isNormalised(name) { return name }
        if let text = normalisedASCII(name) { return text }
        var words = name.uppercased().split(whereSeparator: \.isWhitespace)
        if var last = words.popLast() {
            while let sign = last.last, sign == "." || sign == "," { last.removeLast() }
            if !last.isEmpty { words.append(last) }
        }
        return words.joined(separator: " ")
    }

    /// Whether a name is written so already, as most names in tracks are: then nothing is copied.
    private static func isNormalised(_ name: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in name.utf8 {
            switch byte {
            case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), 0x09...0x0D: return false
            case UInt8(ascii: " ") where previous == byte: return false
            default: previous = byte
            }
        }
        return previous != UInt8(ascii: " ") && previous != UInt8(ascii: ".") && previous != UInt8(ascii: ",")
    }

    /// The same for a name of ASCII alone, as nearly all names are, byte for byte; nil for others.
    private static func normalisedASCII(_ name: String) -> String? {
        var kept: [UInt8] = []
        kept.reserveCapacity(name.utf8.count)
        var lastWord = 0
        for byte in name.utf8 {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: " "), 0x09...0x0D:
                if kept.count > lastWord {
                    kept.append(UInt8(ascii: " "))
                    lastWord = kept.count
                }
            case UInt8(ascii: "a")...UInt8(ascii: "z"): kept.append(byte - 32)
            default: kept.append(byte)
            }
        }
        if kept.last == UInt8(ascii: " ") { kept.removeLast() }
        let start = (kept.lastIndex(of: UInt8(ascii: " ")) ?? -1) + 1
        while kept.count > start, let sign = kept.last, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") {
            kept.removeLast()
        }
        if kept.count == start, kept.last == UInt8(ascii: " ") { kept.removeLast() }
        return String(decoding: kept, as: UTF8.self)
    }

    /// The hash (`ByteHash`) of the normalised name of UTF-8 in an array.
    static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var end = range.upperBound
        for place in range where bytes[place] >= 0x80 {
            return ByteHash.of(normalised(String(decoding: bytes[range], as: UTF8.self)))
        }
        func trim() { while end > range.lowerBound, isSpace(bytes[end - 1]) { end -= 1 } }
        trim()
        while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ",") {
            end -= 1
        }
        trim()
        var hash = ByteHash()
        var (isFirst, isBehindSpace) = (true, false)
        for place in range.lowerBound..<end {
            let byte = bytes[place]
            if isSpace(byte) {
                isBehindSpace = true
                continue
            }
            if isBehindSpace, !isFirst { hash.add(UInt8(ascii: " ")) }
            hash.add((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte)
            (isFirst, isBehindSpace) = (false, false)
        }
        return hash.value
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }
}
