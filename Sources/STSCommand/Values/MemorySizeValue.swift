/// Reads an amount of memory in bytes: `512M`, `2G`, `2GB`, `2GiB`; the units are powers of 1024.
func readMemorySize(_ text: String) throws(ValueError) -> Int {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit: Int? =
        switch text.dropFirst(digits.count).uppercased() {
        case "K", "KB", "KIB": 1 << 10
        case "M", "MB", "MIB": 1 << 20
        case "G", "GB", "GIB": 1 << 30
        case "T", "TB", "TIB": 1 << 40
        default: nil
        }
    guard !digits.isEmpty, let unit else {
        throw ValueError("is not an amount of memory; write a whole number with a unit, such as 512M or 2G")
    }
    let (bytes, overflows) = (Int(digits) ?? .max).multipliedReportingOverflow(by: unit)
    guard !overflows, bytes >= 1 << 20, bytes <= 64 << 40 else {
        throw ValueError("is out of range; 1M to 64T is accepted")
    }
    return bytes
}

/// Reads a number of threads, 1...256.
func readThreadCount(_ text: String) throws(ValueError) -> Int {
    guard let count = readWhole(Substring(text)), threadCounts.contains(count) else {
        throw ValueError("is not a number of threads; a whole number from 1 to \(threadCounts.upperBound) is accepted")
    }
    return count
}

/// How many threads may be asked for; more than any machine this is meant for has.
let threadCounts = 1...256
