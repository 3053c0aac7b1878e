/// The record that closes a zip archive; without it the archive was cut (APPNOTE.TXT 6.3.10, section 4.3.16).
///
/// libarchive reads a zip without it member by member and does not complain, so it would go unnoticed that members may
/// be missing.
enum ZipEnd {
    private static let recordLength = 22
    private static let longestComment = 65_535

    /// How many last bytes of an archive are enough to find the record.
    static let tailLength = recordLength + longestComment

    /// Whether the record stands in the last bytes of an archive.
    static func isPresent(inTail tail: [UInt8]) -> Bool {
        guard tail.count >= recordLength else { return false }
        return (0...tail.count - recordLength).reversed().contains { start in
            tail[start] == 0x50 && tail[start..<start + 4].elementsEqual([0x50, 0x4B, 0x05, 0x06])
        }
    }

    /// Whether a file ends with the record; nil for a stream, whose end cannot be looked at beforehand.
    static func isPresent(in stored: StoredBytes) -> Bool? {
        guard let size = stored.seekableSize else { return nil }
        let position = stored.position
        defer { stored.seek(to: position) }
        var tail = [UInt8](repeating: 0, count: min(size, tailLength))
        stored.seek(to: size - tail.count)
        do throws(DecodingFailure) {
            let count = try unsafe tail.withMutableBytes(from: 0) { room throws(DecodingFailure) in
                // Safe: because `room` is the array's own memory, for the time of the call.
                try unsafe stored.produce(into: room)
            }
            return count == tail.count && isPresent(inTail: tail)
        } catch {
            return nil
        }
    }
}
