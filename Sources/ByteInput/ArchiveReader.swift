import CArchive
import Glibc

/// The members of a zip, tar or 7z archive, one after the other, through libarchive.
///
/// `produce` gives the bytes of the member that `nextMember` named last.
@safe
final class ArchiveReader: ByteProducer {
    /// A member that holds data.
    struct Entry {
        var name: String
        /// Its unpacked size, when the archive tells.
        var bytes: Int?
    }

    private let archive: OpaquePointer
    private let source: ArchiveSource
    private let format: StoredFormat
    /// Whether a zip archive ends as it should; nil when that cannot be told beforehand.
    private let hasZipEnd: Bool?
    /// What libarchive gave and the caller has not taken yet.
    private var rest: UnsafeRawBufferPointer
    private var memberFailure: DecodingFailure?
    private var memberEnded = true
    private var openFailure: DecodingFailure?
    private var isFinished = false
    private var entriesSeen = 0
    private var currentName = ""

    /// Opens an archive; trouble shows at the first `nextMember`.
    init(_ upstream: any ByteProducer, format: StoredFormat) {
        guard let archive = unsafe archive_read_new() else { fatalError("out of memory: no archive could be opened") }
        // Safe: because the archive is valid until `deinit` frees it, and the source lives as long as this object.
        unsafe self.archive = archive
        self.format = format
        unsafe rest = UnsafeRawBufferPointer(start: nil, count: 0)
        hasZipEnd = format == .zip ? (upstream as? StoredBytes).flatMap(ZipEnd.isPresent(in:)) : nil
        source = ArchiveSource(upstream, keepingTail: format == .zip && hasZipEnd == nil ? ZipEnd.tailLength : 0)
        // Only the format that was recognised: with all of them a text file may be taken for an odd archive.
        switch format {
        case .zip: unsafe archive_read_support_format_zip(archive)
        case .sevenZip: unsafe archive_read_support_format_7zip(archive)
        default: unsafe archive_read_support_format_tar(archive)
        }
        if unsafe !source.connect(to: archive) { openFailure = failure() }
    }

    deinit {
        // Safe: because nobody else holds the pointer; this ends the use of `source` as well.
        unsafe _ = archive_read_free(archive)
    }

    /// Goes to the next member that holds data, nil after the last.
    ///
    /// Folders, links and hidden members are passed over. After a failure later members are given if there are any.
    func nextMember() throws(DecodingFailure) -> Entry? {
        // Safe (whole function): because the archive is valid and the entry is used before the next call on it.
        unsafe rest = UnsafeRawBufferPointer(start: nil, count: 0)
        memberFailure = nil
        memberEnded = true
        while !isFinished {
            if let failure = openFailure {
                isFinished = true
                throw failure
            }
            var entry: OpaquePointer?
            let status = unsafe archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF {
                isFinished = true
                try checkEnd()
                return nil
            }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
                if status != ARCHIVE_RETRY { isFinished = true }
                throw failure()
            }
            entriesSeen += 1
            guard unsafe archive_entry_filetype(entry) == S_IFREG, unsafe archive_entry_hardlink(entry) == nil
            else { continue }
            currentName = unsafe ArchiveReader.name(of: entry) ?? "member \(entriesSeen)"
            if ArchiveReader.isHidden(currentName) { continue }
            memberEnded = false
            let isSizeKnown = unsafe archive_entry_size_is_set(entry) != 0
            let size = unsafe isSizeKnown ? Int(archive_entry_size(entry)) : nil
            return Entry(name: currentName, bytes: size)
        }
        return nil
    }

    func produce(into room: UnsafeMutableRawBufferPointer) throws(DecodingFailure) -> Int {
        while unsafe rest.isEmpty {
            if let memberFailure { throw memberFailure }
            if memberEnded { return 0 }
            try readBlock()
        }
        // Safe: because `rest` stays valid until the next call of libarchive, and `count` fits into either side.
        let count = unsafe min(room.count, rest.count)
        unsafe room.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest.prefix(count)))
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        return count
    }

    /// Takes the next block of the member. `archive_read_data` would be simpler, but forgets how much it copied when
    /// damage follows.
    private func readBlock() throws(DecodingFailure) {
        var start: UnsafeRawPointer?
        var count = 0
        // Holes of sparse members are passed over: a text file has none.
        var offset: la_int64_t = 0
        // Safe: because libarchive fills the three variables and keeps no pointer to them.
        let status = unsafe archive_read_data_block(archive, &start, &count, &offset)
        switch status {
        case ARCHIVE_OK:
            unsafe rest = UnsafeRawBufferPointer(start: start, count: count)
        case ARCHIVE_EOF:
            memberEnded = true
        default:
            if status == ARCHIVE_FATAL { isFinished = true }
            let failure = failure()
            memberFailure = failure
            throw failure
        }
    }

    /// After the last member: is the archive whole?
    private func checkEnd() throws(DecodingFailure) {
        let wasAtEnd = source.isAtEnd
        switch format {
        case .zip:
            if hasZipEnd == nil { try source.drain() }
            guard hasZipEnd ?? ZipEnd.isPresent(inTail: source.tail) else {
                throw DecodingFailure(kind: .truncated, reason: "the list of members at its end is missing")
            }
        case .tar:
            try source.drain()
            // A block of zeros ends a tar archive (POSIX.1-2017, pax, "ustar Interchange Format").
            guard !wasAtEnd || source.trailingZeros >= 512 else {
                throw DecodingFailure(kind: .truncated, reason: "the mark at its end is missing")
            }
        default:
            break
        }
    }

    /// Puts libarchive's last error into our words.
    private func failure() -> DecodingFailure {
        if let failure = source.failure { return failure }
        // Safe: because the string is copied before the next call on the archive.
        let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "unknown trouble"
        let words = text.lowercased()
        if words.contains("encrypt") || words.contains("passphrase") {
            return DecodingFailure(kind: .encrypted, reason: "it is encrypted")
        }
        if words.contains("unsupported") || words.contains("not supported") {
            return DecodingFailure(kind: .unsupported, reason: "the archive reader says \"\(text)\"")
        }
        let isCut = words.contains("truncated") || source.isAtEnd
        return DecodingFailure(kind: isCut ? .truncated : .corrupt, reason: "the archive reader says \"\(text)\"")
    }

    private static func name(of entry: OpaquePointer) -> String? {
        // Safe: because the strings belong to the entry and are copied at once. The first is nil when the name cannot
        // be turned into UTF-8.
        let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        return unsafe name.map { unsafe String(cString: $0) }
    }

    /// Whether a member is hidden or one of the side files that macOS adds.
    static func isHidden(_ name: String) -> Bool {
        let parts = name.split(separator: "/").filter { $0 != "." && $0 != ".." }
        return parts.first == "__MACOSX" || parts.contains { $0.hasPrefix(".") }
    }
}
