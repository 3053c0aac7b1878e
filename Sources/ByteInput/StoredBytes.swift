/// Something that gives bytes in order: a file, a decoder, a member of an archive.
protocol ByteProducer: AnyObject {
    /// Writes up to `room.count` (at least 1) bytes; returns how many, 0 only at the end.
    ///
    /// After a failure or the end, further calls give the same again.
    func produce(into room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int
}

/// The bytes of a file or stream as they are stored.
final class StoredBytes: ByteProducer {
    private let file: OpenFile
    /// The position of the next byte to give.
    private(set) var position = 0

    init(_ file: OpenFile) {
        self.file = file
    }

    /// The size, when any position can be reached; nil for streams.
    var seekableSize: Int? { file.kind == .regular ? file.size : nil }

    func produce(into room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int {
        // Safe: because `room` is passed on as it came.
        let count =
            file.kind == .regular
            ? try unsafe file.read(into: room, at: position)
            : try unsafe file.read(into: room)
        position += count
        return count
    }

    /// Goes on at another position of a regular file.
    func seek(to newPosition: Int) {
        precondition(seekableSize != nil && newPosition >= 0, "only a regular file has positions")
        position = newPosition
    }
}

/// A producer whose first bytes can be looked at before they are given.
final class PeekableBytes: ByteProducer {
    private let upstream: any ByteProducer
    private var head: [UInt8] = []
    private var given = 0
    private var failure: DecodingFailure?

    init(_ upstream: any ByteProducer) {
        self.upstream = upstream
    }

    /// The first bytes: `count` of them, or fewer when the end or trouble comes first.
    ///
    /// Call it before the first `produce`. Trouble is kept and thrown by `produce` after the bytes before it.
    func peek(_ count: Int) -> [UInt8] {
        head = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count && failure == nil {
            do throws(DecodingFailure) {
                let more = try unsafe head.withMutableBytes(from: filled) { room throws(DecodingFailure) in
                    // Safe: because `room` is the array's own memory, for the time of the call.
                    try unsafe upstream.produce(into: room)
                }
                if more == 0 { break }
                filled += more
            } catch {
                failure = error
            }
        }
        head.removeLast(count - filled)
        return head
    }

    /// Trouble that was met before a single byte could be had; nil otherwise.
    var failureAtOnce: DecodingFailure? { head.isEmpty ? failure : nil }

    func produce(into room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int {
        if given < head.count {
            let count = min(room.count, head.count - given)
            // Safe: because `count` is at most the length of either side.
            unsafe room.copyBytes(from: head[given..<given + count])
            given += count
            return count
        }
        if let failure { throw failure }
        return try unsafe upstream.produce(into: room)
    }
}

extension [UInt8] {
    /// Calls `body` with the memory of the elements from `offset` on.
    mutating func withMutableBytes<Result>(
        from offset: Int, _ body: (UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Result
    ) throws(DecodingFailure) -> Result {
        precondition(offset <= count)
        // Safe: because the slice begins inside the array and lives for the call. The outcome is carried out as a
        // value since the standard function's typed throw is not generic over the raw variant.
        let outcome: Swift.Result<Result, DecodingFailure> = unsafe withUnsafeMutableBytes { bytes in
            do throws(DecodingFailure) {
                return try .success(unsafe body(UnsafeMutableRawBufferPointer(rebasing: bytes[offset...])))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
