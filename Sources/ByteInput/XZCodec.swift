import CXZ

/// xz through liblzma.
///
/// libarchive knows xz too, but keeps back up to 64 kB of good data when damage follows; a small file would be lost whole.
@safe
final class XZCodec: StreamCodec {
    /// Enough for every preset of the xz program (65 MB for -9) and for larger windows up to a gigabyte.
    private static let memoryLimit: UInt64 = 1 << 30

    private let stream: UnsafeMutablePointer<lzma_stream>

    init() {
        // Safe: because the stream is owned by this object alone; a zeroed one is what LZMA_STREAM_INIT makes.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: lzma_stream())
    }

    deinit {
        // Safe: because nobody else holds the pointer; ending a stream that was never begun is allowed.
        unsafe lzma_end(stream)
        unsafe stream.deallocate()
    }

    func opensFrame(_ head: [UInt8]) -> Bool { StoredFormat(head: head) == .xz }

    func startFrame() -> DecodingFailure? {
        // Safe: because the stream is initialised; beginning anew re-uses what it holds.
        let status = unsafe lzma_stream_decoder(stream, XZCodec.memoryLimit, 0)
        return status == LZMA_OK ? nil : DecodingFailure(kind: .unreadable, reason: "out of memory")
    }

    func step(from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> CodecStep {
        // Safe: because the library stays inside the counts given; both pointers are forgotten before returning.
        unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_in = input.count
        unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_out = output.count
        let status = unsafe lzma_code(stream, LZMA_RUN)
        let consumed = unsafe input.count - stream.pointee.avail_in
        let produced = unsafe output.count - stream.pointee.avail_out
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        return CodecStep(consumed: consumed, produced: produced, state: XZCodec.state(status))
    }

    private static func state(_ status: lzma_ret) -> CodecStep.State {
        switch status {
        // LZMA_BUF_ERROR only says that a call could do nothing, which the caller sees by itself.
        case LZMA_OK, LZMA_BUF_ERROR: .unfinished
        case LZMA_STREAM_END: .endOfFrame
        case LZMA_MEM_ERROR: .failed(DecodingFailure(kind: .unreadable, reason: "out of memory"))
        case LZMA_MEMLIMIT_ERROR:
            .failed(DecodingFailure(kind: .unsupported, reason: "its xz window is larger than a gigabyte"))
        case LZMA_OPTIONS_ERROR:
            .failed(DecodingFailure(kind: .unsupported, reason: "its xz options are unknown"))
        default: .failed(DecodingFailure(kind: .corrupt, reason: "the xz data are not valid"))
        }
    }
}
