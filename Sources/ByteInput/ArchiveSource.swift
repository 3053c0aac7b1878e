import CArchive
import Glibc

/// Feeds libarchive from a `ByteProducer`, and watches what passes by for signs of a cut archive.
@safe
final class ArchiveSource {
    private let upstream: any ByteProducer
    /// The same producer, when its position can be set.
    private let seekable: StoredBytes?
    private let buffer: UnsafeMutableRawBufferPointer
    /// Why the upstream failed, if it did: libarchive itself only learns that something did.
    private(set) var failure: DecodingFailure?
    /// Whether libarchive was last told that there are no more bytes.
    private(set) var isAtEnd = false
    /// Zero bytes at the end of what was given so far.
    private(set) var trailingZeros = 0
    /// The last bytes of what was given so far, when they are kept.
    private(set) var tail: [UInt8] = []
    private let tailLength: Int

    /// Makes a source that keeps the last `tailLength` bytes it gave.
    init(_ upstream: any ByteProducer, keepingTail tailLength: Int = 0) {
        self.tailLength = tailLength
        self.upstream = upstream
        seekable = (upstream as? StoredBytes).flatMap { $0.seekableSize == nil ? nil : $0 }
        // Safe: because the memory is owned by this object alone and freed in `deinit`.
        unsafe buffer = .allocate(byteCount: StreamDecoder.usualBufferSize, alignment: 64)
    }

    deinit {
        // Safe: because nobody else holds the pointer; the archive that read from it is freed before.
        unsafe buffer.deallocate()
    }

    /// Connects an archive to this source, which must outlive it.
    func connect(to archive: OpaquePointer) -> Bool {
        // Safe: because the callbacks get this object back as their context, and the caller keeps it alive for as long
        // as the archive.
        unsafe archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
        unsafe archive_read_set_read_callback(archive) { _, context, bytes in
            guard let source = unsafe ArchiveSource.from(context) else { return -1 }
            return unsafe source.next(bytes)
        }
        if seekable != nil {
            unsafe archive_read_set_seek_callback(archive) { _, context, offset, origin in
                unsafe ArchiveSource.from(context)?.seek(Int(offset), origin).map(Int64.init) ?? -1
            }
        }
        return unsafe archive_read_open1(archive) == ARCHIVE_OK
    }

    /// Reads what libarchive left, so that a decoder below can check its end; throws what that brings up.
    func drain() throws(DecodingFailure) {
        var bytes: UnsafeRawPointer?
        while unsafe next(&bytes) > 0 {}
        if let failure { throw failure }
    }

    private func next(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        guard failure == nil else { return -1 }
        do throws(DecodingFailure) {
            let count = try unsafe upstream.produce(into: buffer)
            // Safe: because the buffer stays where it is until the next call, as libarchive asks.
            unsafe bytes?.pointee = UnsafeRawPointer(buffer.baseAddress)
            isAtEnd = count == 0
            let zeros = unsafe buffer.prefix(count).reversed().prefix { $0 == 0 }.count
            trailingZeros = zeros == count ? trailingZeros + count : zeros
            if tailLength > 0 { keepTail(count) }
            return count
        } catch {
            failure = error
            return -1
        }
    }

    /// Adds the first `count` bytes of the buffer to the tail.
    private func keepTail(_ count: Int) {
        // Safe: because the upstream filled that many bytes of the buffer.
        unsafe tail.append(contentsOf: buffer.prefix(count).suffix(tailLength))
        if tail.count > tailLength { tail.removeFirst(tail.count - tailLength) }
    }

    private func seek(_ offset: Int, _ origin: Int32) -> Int? {
        guard let seekable, let size = seekable.seekableSize else { return nil }
        let start = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? seekable.position : size
        let (target, overflow) = start.addingReportingOverflow(offset)
        guard !overflow, target >= 0 else { return nil }
        seekable.seek(to: min(target, size))
        isAtEnd = false
        return seekable.position
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> ArchiveSource? {
        // Safe: because the context is the unretained source that `connect` handed over, which is still alive.
        unsafe context.map { unsafe Unmanaged<ArchiveSource>.fromOpaque($0).takeUnretainedValue() }
    }
}
