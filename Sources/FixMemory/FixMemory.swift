import Glibc

/// Room for a number of fixes, twelve bytes each, in memory or, beyond a limit, in a nameless file that is mapped.
///
/// A mapped file takes no private memory: the system keeps in memory what is used and writes out what is not. Values
/// are 0 until they are set. One thread may write a fix while others read or write other fixes.
@safe
public final class FixMemory: @unchecked Sendable {
    // @unchecked Sendable is honest here: the memory lives as long as this object, and who writes which fix is agreed
    // between the callers, as with any array that is filled in parts; readers come after all writers are done.

    /// How many fixes there is room for.
    public let count: Int
    /// Whether the fixes lie in a file.
    public let isMapped: Bool
    let base: UnsafeMutableRawPointer
    private let bytes: Int

    /// Seconds since 1970, latitude and longitude in 1e-7 degree.
    static let stride = 12
    private static let keptBytes = 128 << 20

    /// Makes room; fails when more than `mostBytesInMemory` are needed and no temporary file can hold them.
    public init(count: Int, mostBytesInMemory: Int) throws(FixMemoryError) {
        precondition(count >= 0)
        self.count = count
        let bytes = max(1, count) * FixMemory.stride
        self.bytes = bytes
        isMapped = bytes > mostBytesInMemory
        if isMapped {
            let file = try TemporaryFile()
            try file.reserve(bytes: bytes)
            // Safe: because the file has that many bytes set aside; the mapping outlives the descriptor.
            guard
                let mapped = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file.descriptor, 0),
                unsafe mapped != MAP_FAILED
            else { throw FixMemoryError("cannot map \(bytes) bytes of a temporary file: \(reason(errno))") }
            unsafe base = mapped
        } else {
            guard let memory = unsafe calloc(bytes, 1) else {
                throw FixMemoryError("there are no \(bytes) bytes of memory for positions; give less with --memory")
            }
            unsafe base = memory
        }
    }

    deinit {
        // Safe: because nothing refers to the memory any more; columns hold on to this object.
        if isMapped { _ = unsafe munmap(base, bytes) } else { unsafe free(base) }
    }

    /// The times, one per fix, in seconds since 1970.
    public var times: FixColumn<UInt32> { FixColumn(of: self, at: 0) }
    /// The latitudes, one per fix, in 1e-7 degree.
    public var latitudes: FixColumn<Int32> { FixColumn(of: self, at: 4) }
    /// The longitudes, one per fix, in 1e-7 degree.
    public var longitudes: FixColumn<Int32> { FixColumn(of: self, at: 8) }

    /// Sets one fix.
    @inlinable
    public func set(_ fix: Int, time: UInt32, latitude: Int32, longitude: Int32) {
        store(fix, time, latitude, longitude)
    }

    @usableFromInline
    func store(_ fix: Int, _ time: UInt32, _ latitude: Int32, _ longitude: Int32) {
        precondition(fix >= 0 && fix < count, "no such fix")
        // Safe: because the fix lies within the memory, and twelve bytes from its place are its own.
        let place = unsafe base + fix * FixMemory.stride
        unsafe place.storeBytes(of: time, as: UInt32.self)
        unsafe (place + 4).storeBytes(of: latitude, as: Int32.self)
        unsafe (place + 8).storeBytes(of: longitude, as: Int32.self)
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
