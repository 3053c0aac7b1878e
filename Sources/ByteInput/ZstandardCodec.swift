import CZstandard

/// Zstandard (RFC 8878) through its reference library.
@safe
final class ZstandardCodec: StreamCodec {
    private let context: OpaquePointer?
    /// How much input the next call wants, as the library hints.
    private var wanted = 0

    init() {
        // Safe: because the context is owned by this object alone and freed in `deinit`.
        unsafe context = ZSTD_createDStream()
    }

    deinit {
        // Safe: because nobody else holds the pointer; freeing nil is allowed.
        unsafe _ = ZSTD_freeDStream(context)
    }

    func opensFrame(_ head: [UInt8]) -> Bool { StoredFormat(head: head) == .zstandard }

    func startFrame() -> DecodingFailure? {
        guard let context = unsafe context else {
            return DecodingFailure(kind: .unreadable, reason: "out of memory")
        }
        // Safe: because the context is valid.
        unsafe wanted = Int(ZSTD_initDStream(context))
        return nil
    }

    func step(from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> CodecStep {
        // A failing call does not tell what it produced, so a call is given one block: then only the damaged block
        // is lost. The hint is at least 1 while a frame is unfinished, and 0 input still lets pending output out.
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: min(input.count, max(wanted, 1)), pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        // Safe: because the library stays inside the sizes given and keeps neither pointer.
        let hint = unsafe ZSTD_decompressStream(context, &target, &source)
        var step = unsafe CodecStep(consumed: source.pos, produced: target.pos, state: .unfinished)
        if ZSTD_isError(hint) != 0 {
            // Safe: because the library returns a constant string.
            let name = unsafe String(cString: ZSTD_getErrorName(hint))
            step.state = .failed(ZstandardCodec.failure(name))
        } else if hint == 0 {
            step.state = .endOfFrame
        } else {
            wanted = Int(hint)
        }
        return step
    }

    private static func failure(_ name: String) -> DecodingFailure {
        name.contains("too much memory")
            ? DecodingFailure(kind: .unsupported, reason: "its Zstandard window is larger than 128 MB")
            : DecodingFailure(kind: .corrupt, reason: "Zstandard says \"\(name)\"")
    }
}
