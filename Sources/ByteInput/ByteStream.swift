/// The bytes of one input, unpacked: a file or standard input, compressed or an archive or neither.
///
/// What it is is judged by the first bytes, not by the name: gzip, Zstandard, xz and bzip2 streams of several frames;
/// zip, tar and 7z archives; packed tar archives; packed files inside archives. Memory does not grow with the input.
///
/// Read with `nextMember`, then `read` until it gives 0, then `nextMember` again. Everything before damage is given
/// before the error is thrown. One thread uses a stream at a time.
public final class ByteStream {
    /// A run of bytes that belong together: the whole of a plain or compressed input, or one file of an archive.
    public struct Member: Hashable, Sendable {
        /// The name in the archive; nil when the input is no archive.
        public var name: String?
        /// The unpacked size in bytes, when it is known beforehand.
        public var bytes: Int?
    }

    /// The path as given; `-` for standard input.
    public let path: String
    /// Whether the input is a regular file of plain bytes, so that a `PlainFile` can read ranges of it in parallel.
    public let isPlainFile: Bool
    /// The number of bytes as stored when it was opened; nil for standard input and other streams.
    public let storedBytes: Int?

    private enum Stage {
        case unopened
        case single
        case archive(ArchiveReader)
        case finished
    }

    private let stored: StoredBytes
    private let format: StoredFormat
    private var content: any ByteProducer
    private var stage = Stage.unopened
    private var memberName: String?
    private var current: (any ByteProducer)?
    private var pending: DecodingFailure?

    /// Opens a file. Throws `missing`, `unreadable`, or `empty` when there is not a single byte.
    public convenience init(path: String) throws(ByteInputError) {
        try self.init(OpenFile(path: path))
    }

    /// Opens an input that `InputExpansion` found; standard input is read to its end but not closed.
    ///
    /// Throws as `init(path:)`.
    public convenience init(_ input: ExpandedInput) throws(ByteInputError) {
        try self.init(input.isStandardInput ? OpenFile(standardInput: ()) : OpenFile(path: input.path))
    }

    /// Reads the first bytes and decides what the input is; `bufferSize` is for tests.
    init(_ file: OpenFile, bufferSize: Int = StreamDecoder.usualBufferSize) throws(ByteInputError) {
        path = file.path
        stored = StoredBytes(file)
        storedBytes = stored.seekableSize
        let peekable = PeekableBytes(stored)
        let head = peekable.peek(StoredFormat.headLength)
        format = StoredFormat(head: head)
        isPlainFile = format == .plain && file.kind == .regular
        if let failure = peekable.failureAtOnce {
            throw ByteInputError(failure, path: file.path, member: nil, byteOffset: 0)
        }
        guard !head.isEmpty else {
            throw ByteInputError(
                DecodingFailure(kind: .empty, reason: "it holds no bytes"), path: file.path, member: nil, byteOffset: 0)
        }
        if stored.seekableSize == nil {
            content = peekable
        } else {
            // Start again, so that archives can seek.
            stored.seek(to: 0)
            content = stored
        }
        if let decoder = format.decoder(over: content, bufferSize: bufferSize) { content = decoder }
    }

    /// How many stored (compressed) bytes have been read so far; for showing progress.
    public var storedBytesRead: Int { stored.position }

    /// Goes to the next member; nil after the last.
    ///
    /// The rest of a member that was not read to its end is passed over. It may be called again after an error: it then
    /// gives the members behind the trouble, as far as they can be read, or nil. Throws `empty` when the input unpacks
    /// to nothing or holds no files.
    public func nextMember() throws(ByteInputError) -> Member? {
        memberName = nil
        current = nil
        pending = nil
        do throws(DecodingFailure) {
            switch stage {
            case .unopened: return try firstMember()
            case .archive(let reader): return try nextMember(of: reader)
            case .single, .finished:
                stage = .finished
                return nil
            }
        } catch {
            throw completed(error)
        }
    }

    /// Fills the block from `offset` on with the member's next bytes; returns how many came, 0 at the member's end.
    ///
    /// Sets the block's count to `offset` plus that. The block is filled up unless the member ends or damage follows;
    /// `offset` must be less than the capacity.
    public func read(into block: inout ByteBlock, at offset: Int = 0) throws(ByteInputError) -> Int {
        do throws(DecodingFailure) {
            // Safe: because `room` is this block's own memory, which nobody else can reach during the call.
            let count = try unsafe fill(block.room(from: offset))
            block.count = offset + count
            return count
        } catch {
            throw completed(error)
        }
    }

    private func fill(_ room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int {
        precondition(room.count > 0, "there is no room to read into")
        guard let current else { return 0 }
        if let pending { throw pending }
        var filled = 0
        while filled < room.count {
            do throws(DecodingFailure) {
                // Safe: because `filled` is less than the length of `room`.
                let count = try unsafe current.produce(into: UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
                if count == 0 { break }
                filled += count
            } catch {
                guard filled > 0 else { throw error }
                pending = error
                break
            }
        }
        return filled
    }

    /// Decides whether the content is an archive, and gives its first member.
    private func firstMember() throws(DecodingFailure) -> Member? {
        stage = .finished
        var contentFormat = format
        if format == .plain {
            current = content
        } else if content is StreamDecoder {
            let peekable = PeekableBytes(content)
            let head = peekable.peek(StoredFormat.headLength)
            if let failure = peekable.failureAtOnce { throw failure }
            guard !head.isEmpty else { throw DecodingFailure(kind: .empty, reason: "it unpacks to nothing") }
            content = peekable
            contentFormat = StoredFormat(head: head) == .tar ? .tar : .plain
        }
        guard contentFormat != .plain else {
            stage = .single
            current = content
            return Member(name: nil, bytes: isPlainFile ? storedBytes : nil)
        }
        if contentFormat == .sevenZip && stored.seekableSize == nil {
            throw DecodingFailure(kind: .unsupported, reason: "a 7z archive cannot be read from a stream")
        }
        let reader = ArchiveReader(content, format: contentFormat)
        stage = .archive(reader)
        guard let member = try nextMember(of: reader) else {
            throw DecodingFailure(kind: .empty, reason: "the archive holds no files")
        }
        return member
    }

    private func nextMember(of reader: ArchiveReader) throws(DecodingFailure) -> Member? {
        guard let entry = try reader.nextMember() else {
            stage = .finished
            return nil
        }
        memberName = entry.name
        // A packed file inside the archive is unpacked as well; damage in its first bytes shows when it is read.
        let peekable = PeekableBytes(reader)
        let memberFormat = StoredFormat(head: peekable.peek(StoredFormat.headLength))
        if let decoder = memberFormat.decoder(over: peekable) {
            current = decoder
            return Member(name: entry.name, bytes: nil)
        }
        current = peekable
        return Member(name: entry.name, bytes: entry.bytes)
    }

    private func completed(_ failure: DecodingFailure) -> ByteInputError {
        ByteInputError(failure, path: path, member: memberName, byteOffset: stored.position)
    }
}
