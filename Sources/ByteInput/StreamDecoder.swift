import Glibc

/// One step of a decoder: how far it came on both sides, and how it stands now.
struct CodecStep {
    enum State {
        /// It wants more input or more room.
        case unfinished
        /// The frame (gzip: member; xz: stream) is complete and its check sum right.
        case endOfFrame
        case failed(DecodingFailure)
    }

    var consumed: Int
    var produced: Int
    var state: State
}

/// A compression method, wrapped around the C library that knows it.
protocol StreamCodec: AnyObject {
    /// The first bytes of every frame; at most 6 bytes are shown.
    func opensFrame(_ head: [UInt8]) -> Bool
    /// Gets ready for a new frame.
    func startFrame() -> DecodingFailure?
    /// Unpacks as much as it can; what it produced before a failure counts.
    func step(from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> CodecStep
}

/// Unpacks frame after frame; everything before damage comes out before the failure is thrown.
@safe
final class StreamDecoder: ByteProducer {
    /// Large enough that a system call costs nothing beside unpacking, small enough for the second-level cache.
    static let usualBufferSize = 1 << 18

    private let codec: any StreamCodec
    private let upstream: any ByteProducer
    private let input: UnsafeMutableRawBufferPointer
    /// The unread part of `input`.
    private var unread = 0..<0
    private var upstreamEnded = false
    private var insideFrame = false
    private var framesBegun = 0
    /// Steps in a row that moved nothing although there was input; a sound stream needs at most one.
    private var idleSteps = 0
    private var failure: DecodingFailure?

    /// Makes a decoder; `bufferSize` is at least 16.
    init(_ codec: any StreamCodec, over upstream: any ByteProducer, bufferSize: Int) {
        precondition(bufferSize >= 16)
        self.codec = codec
        self.upstream = upstream
        // Safe: because the memory is owned by this object alone and freed in `deinit`.
        unsafe input = .allocate(byteCount: bufferSize, alignment: 64)
    }

    deinit {
        // Safe: because nobody else holds the pointer.
        unsafe input.deallocate()
    }

    func produce(into room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int {
        var produced = 0
        // `do` so that bytes which came before a failure are given first; the failure waits for the next call.
        while produced < room.count && failure == nil {
            do throws(DecodingFailure) {
                if !insideFrame {
                    guard try beginFrame() else { break }
                }
                // Safe: because `produced` is less than the length of `room`.
                produced += try unsafe advance(into: UnsafeMutableRawBufferPointer(rebasing: room[produced...]))
            } catch {
                failure = error
            }
        }
        if produced == 0, let failure { throw failure }
        return produced
    }

    /// Starts the next frame; false at the end of the data.
    private func beginFrame() throws(DecodingFailure) -> Bool {
        var head: [UInt8] = []
        while true {
            // Padding between frames: xz allows zeros (section 2.2 of its format), tapes put them behind gzip.
            while let byte = unreadByte(0), byte == 0, framesBegun > 0 {
                unread = unread.lowerBound + 1..<unread.upperBound
            }
            head = (0..<6).compactMap(unreadByte)
            if head.count == 6 || upstreamEnded { break }
            try refill()
        }
        if head.isEmpty { return false }
        guard codec.opensFrame(head) else {
            throw DecodingFailure(kind: .corrupt, reason: "the packed data are followed by something else")
        }
        if let failure = codec.startFrame() { throw failure }
        insideFrame = true
        framesBegun += 1
        return true
    }

    /// Unpacks some of the current frame.
    private func advance(into room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int {
        if unread.isEmpty && !upstreamEnded { try refill() }
        // Safe: because `unread` always lies inside `input`, and the codec keeps neither pointer.
        let step = unsafe codec.step(from: UnsafeRawBufferPointer(rebasing: input[unread]), into: room)
        unread = unread.lowerBound + step.consumed..<unread.upperBound
        switch step.state {
        case .unfinished:
            if step.consumed > 0 || step.produced > 0 {
                idleSteps = 0
            } else if unread.isEmpty && upstreamEnded {
                throw DecodingFailure(kind: .truncated, reason: "the packed data stop in the middle")
            } else {
                idleSteps += 1
                guard idleSteps < 4 else {
                    throw DecodingFailure(kind: .corrupt, reason: "the packed data lead nowhere")
                }
            }
        case .endOfFrame:
            insideFrame = false
        case .failed(let failure):
            self.failure = failure
        }
        return step.produced
    }

    private func unreadByte(_ index: Int) -> UInt8? {
        guard index < unread.count else { return nil }
        // Safe: because the index was just checked.
        return unsafe input[unread.lowerBound + index]
    }

    /// Moves the unread bytes to the front and reads more behind them.
    private func refill() throws(DecodingFailure) {
        let kept = unread.count
        guard let base = unsafe input.baseAddress else { return }
        // Safe: because both ranges lie inside `input`; memmove allows them to overlap.
        unsafe memmove(base, base + unread.lowerBound, kept)
        unread = 0..<kept
        let more = try unsafe upstream.produce(into: UnsafeMutableRawBufferPointer(rebasing: input[kept...]))
        unread = 0..<kept + more
        if more == 0 { upstreamEnded = true }
    }
}
