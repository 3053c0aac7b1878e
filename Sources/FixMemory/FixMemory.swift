import Glibc

/// Room for a number of fixes, twelve bytes each, in memory or, beyond a limit, in nameless files that are mapped.
///
/// A mapped file takes no private memory: the system keeps in memory what is used and writes out what is not. Values
/// are 0 until they are set. One thread may write a fix while others read or write other fixes.
@safe
public final class FixMemory: @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory lives as long as this object, and who writes which fix is agreed
    // between the callers, as with any array that is filled in parts; readers come after all writers are done.

    /// How many fixes there is room for.
    public let count: Int
    let base: UnsafeMutableRawPointer
    private let bytes: Int
    /// The files when the fixes lie in some. They are written to as files and not through the mapping: the system then
    /// neither clears pages that are about to be overwritten nor faults for each of them, and a full disk is an error.
    private let file: StripedFile?

    /// Seconds since 1970, latitude and longitude in 1e-7 degree.
    static let stride = MemoryLayout<StoredFix>.stride
    private static let keptBytes = 128 << 20
    /// What is written at a time to a file whose pages are let go of. The system keeps what it was given at once
    /// together, and brings back all of it when a page is used: large pieces are quick, and take memory.
    private static let pieceBytes = 128 << 10

    /// Makes room; fails when more than `mostBytesInMemory` are needed and there is no folder for a temporary file.
    public init(count: Int, mostBytesInMemory: Int) throws(FixMemoryError) {
        precondition(count >= 0)
        self.count = count
        let bytes = max(1, count) * FixMemory.stride
        self.bytes = bytes
        if bytes > mostBytesInMemory {
            let file = try StripedFile(bytes: bytes)
            unsafe base = file.base
            self.file = file
        } else {
            guard let memory = unsafe calloc(bytes, 1) else {
                throw FixMemoryError("there are no \(bytes) bytes of memory for positions; give less with --memory")
            }
            unsafe base = memory
            file = nil
        }
    }

    deinit {
        // Safe: because nothing refers to the memory any more; columns hold on to this object.
        if let file { file.unmap() } else { unsafe free(base) }
    }

    /// Whether the fixes lie in files.
    public var isMapped: Bool { file != nil }

    /// The times, one per fix, in seconds since 1970.
    public var times: FixColumn<UInt32> { FixColumn(of: self, at: 0) }
    /// The latitudes, one per fix, in 1e-7 degree.
    public var latitudes: FixColumn<Int32> { FixColumn(of: self, at: 4) }
    /// The longitudes, one per fix, in 1e-7 degree.
    public var longitudes: FixColumn<Int32> { FixColumn(of: self, at: 8) }

    /// Sets the fixes from a place on; fails when they lie in a file that cannot grow.
    public func put(_ fixes: ArraySlice<StoredFix>, at place: Int) throws(FixMemoryError) {
        precondition(place >= 0 && place + fixes.count <= count, "no such fixes")
        let memory = unsafe base + place * FixMemory.stride
        var failure: FixMemoryError?
        // Safe: because the places lie within the memory, and the buffer lives in the call.
        unsafe fixes.withUnsafeBytes { source in
            guard let file else {
                return unsafe UnsafeMutableRawBufferPointer(start: memory, count: source.count).copyMemory(from: source)
            }
            do throws(FixMemoryError) {
                try unsafe file.write(
                    bytes: source, at: place * FixMemory.stride,
                    piece: bytes > FixMemory.keptBytes ? FixMemory.pieceBytes : .max)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Lets go of the pages of a mapped file that hold some fixes; they come back from the file when they are used.
    ///
    /// Memory of up to `keptBytes` stays: there is little to gain.
    public func letGo(_ range: Range<Int>) {
        guard isMapped, bytes > FixMemory.keptBytes, !range.isEmpty else { return }
        let page = 4_096
        let from = range.lowerBound * FixMemory.stride / page * page
        let to = min(bytes, range.upperBound * FixMemory.stride)
        // Safe: because the pages belong to the mapping of a file, whose contents stay.
        _ = unsafe madvise(base + from, to - from, MADV_DONTNEED)
    }
}
