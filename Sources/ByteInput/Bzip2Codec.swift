import CBzip2

/// bzip2 through libbz2; see `XZCodec` for why this is not left to libarchive.
@safe
final class Bzip2Codec: StreamCodec {
    private let stream: UnsafeMutablePointer<bz_stream>
    private var isOpen = false

    init() {
        // Safe: because the stream is owned by this object alone; the library asks for a zeroed one.
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: bz_stream())
    }

    deinit {
        end()
        // Safe: because nobody else holds the pointer.
        unsafe stream.deallocate()
    }

    func opensFrame(_ head: [UInt8]) -> Bool { StoredFormat(head: head) == .bzip2 }

    func startFrame() -> DecodingFailure? {
        end()
        // Safe: because the stream was ended, so nothing of it is in use.
        unsafe stream.pointee = bz_stream()
        isOpen = unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
        return isOpen ? nil : DecodingFailure(kind: .unreadable, reason: "out of memory")
    }

    func step(from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> CodecStep {
        // libbz2 counts in 32 bits.
        let available = UInt32(clamping: input.count)
        let room = UInt32(clamping: output.count)
        // Safe: because the library stays inside the counts given and never writes through `next_in`, although C's type
        // says so; both pointers are forgotten before returning.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
        unsafe stream.pointee.avail_in = available
        unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        unsafe stream.pointee.avail_out = room
        let status = unsafe BZ2_bzDecompress(stream)
        let consumed = unsafe Int(available) - Int(stream.pointee.avail_in)
        let produced = unsafe Int(room) - Int(stream.pointee.avail_out)
        unsafe stream.pointee.next_in = nil
        unsafe stream.pointee.next_out = nil
        let state: CodecStep.State =
            switch status {
            case BZ_OK: .unfinished
            case BZ_STREAM_END: .endOfFrame
            case BZ_MEM_ERROR: .failed(DecodingFailure(kind: .unreadable, reason: "out of memory"))
            default: .failed(DecodingFailure(kind: .corrupt, reason: "the bzip2 data are not valid"))
            }
        return CodecStep(consumed: consumed, produced: produced, state: state)
    }

    private func end() {
        // Safe: because the stream is ended only when it was begun.
        if isOpen { unsafe BZ2_bzDecompressEnd(stream) }
        isOpen = false
    }
}
