import CInflate

/// gzip (RFC 1952) through ISA-L, which unpacks more than twice as fast as zlib.
@safe
final class GzipCodec: StreamCodec {
    private let state: UnsafeMutablePointer<inflate_state>
    /// What is known of a header so far. The library would read headers by itself, but forgets half of one when its
    /// input ends inside it, and then takes the rest for damage.
    private let header: UnsafeMutablePointer<isal_gzip_header>
    private var isInsideHeader = false

    init() {
        // Safe: because the state is owned by this object alone, keeps its address, and isal_inflate_init fills all of
        // it that the library reads before writing.
        unsafe state = .allocate(capacity: 1)
        unsafe isal_inflate_init(state)
        unsafe header = .allocate(capacity: 1)
        unsafe isal_gzip_header_init(header)
    }

    deinit {
        // Safe: because nobody else holds the pointer; ISA-L allocates nothing of its own.
        unsafe header.deallocate()
        unsafe state.deallocate()
    }

    func opensFrame(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

    func startFrame() -> DecodingFailure? {
        // Safe: because the state was initialised. Without the reset a second member would be taken for junk.
        unsafe isal_inflate_reset(state)
        unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP_NO_HDR_VER)
        unsafe isal_gzip_header_init(header)
        isInsideHeader = true
        return nil
    }

    func step(from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> CodecStep {
        // ISA-L counts in 32 bits.
        let available = UInt32(clamping: input.count)
        let room = UInt32(clamping: output.count)
        // Safe: because ISA-L reads `avail_in` and writes `avail_out` bytes at most, both bounded by the buffers, and
        // does not write through `next_in` although C's type says so; both pointers are forgotten before returning.
        unsafe state.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        unsafe state.pointee.avail_in = available
        unsafe state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe state.pointee.avail_out = room
        let status = advance()
        let consumed = unsafe Int(available) - Int(state.pointee.avail_in)
        let produced = unsafe Int(room) - Int(state.pointee.avail_out)
        unsafe state.pointee.next_in = nil
        unsafe state.pointee.next_out = nil
        let progress: CodecStep.State =
            if status < 0 || status == ISAL_NEED_DICT {
                .failed(GzipCodec.failure(status))
            } else if unsafe !isInsideHeader && state.pointee.block_state == ISAL_BLOCK_FINISH {
                .endOfFrame
            } else {
                .unfinished
            }
        return CodecStep(consumed: consumed, produced: produced, state: progress)
    }

    /// Reads the header if it is not complete, then unpacks; gives the library's status.
    private func advance() -> Int32 {
        if isInsideHeader {
            // Safe: because state and header are initialised, and the header has no buffers that could overflow.
            let status = unsafe isal_read_gzip_header(state, header)
            guard status == ISAL_DECOMP_OK else { return status }
            isInsideHeader = false
        }
        // Safe: because `step` has set the bounds of input and output.
        return unsafe sts_isal_inflate(state)
    }

    private static func failure(_ status: Int32) -> DecodingFailure {
        switch status {
        case ISAL_INCORRECT_CHECKSUM: DecodingFailure(kind: .corrupt, reason: "the gzip check sum is wrong")
        case ISAL_INVALID_WRAPPER: DecodingFailure(kind: .corrupt, reason: "the gzip header is wrong")
        case ISAL_UNSUPPORTED_METHOD:
            DecodingFailure(kind: .unsupported, reason: "the gzip header names an unknown method")
        default: DecodingFailure(kind: .corrupt, reason: "the gzip data are not valid")
        }
    }
}
