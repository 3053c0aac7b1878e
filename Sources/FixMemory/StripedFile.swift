import Glibc

/// Nameless files that are one piece of memory: stripe by stripe it lies in one after the other of them.
///
/// The system lets one thread at a time write to a file. Threads that fill neighbouring parts of the memory would wait
/// for each other most of the time; in stripes they seldom meet in one file.
@safe
struct StripedFile: @unchecked Sendable {
    // @unchecked Sendable is honest here: the address never changes, and who writes where is agreed between the callers.

    /// The memory, which may only be read.
    let base: UnsafeMutableRawPointer
    private let bytes: Int
    private let stripe: Int
    private let files: [TemporaryFile]

    /// Enough that a few threads write side by side.
    private static let fileCount = 8
    /// What a stripe is a multiple of, in bytes: whole pages and whole fixes.
    private static let unit = 3 * 4_096
    private static let leastStripe = 32 * unit
    /// The system counts each stripe as a mapping, of which a process may have some 65 000.
    private static let mostStripes = 4_096

    /// Makes files for a number of bytes greater than 0, all of them 0, and maps them; fails when the folder for
    /// temporary files cannot be used or the address space has no room.
    init(bytes: Int) throws(FixMemoryError) {
        let units = (bytes / Self.mostStripes + Self.unit - 1) / Self.unit
        let stripe = max(Self.leastStripe, units * Self.unit)
        let stripes = (bytes + stripe - 1) / stripe
        var files: [TemporaryFile] = []
        for number in 0..<min(Self.fileCount, stripes) {
            let file = try TemporaryFile()
            try file.extend(bytes: (stripes - number + Self.fileCount - 1) / Self.fileCount * stripe)
            files.append(file)
        }
        // Safe: because it is room of this process's own that nothing lies in.
        guard
            let base = unsafe mmap(
                nil, stripes * stripe, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
            unsafe base != MAP_FAILED
        else { throw Self.noRoom(bytes) }
        for number in 0..<stripes {
            // Safe: because the stripe lies within that room and within its file, and the mapping outlives the
            // descriptor.
            let mapped = unsafe mmap(
                base + number * stripe, stripe, PROT_READ, MAP_SHARED | MAP_FIXED,
                files[number % files.count].descriptor, off_t(number / files.count * stripe))
            guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
                let error = Self.noRoom(bytes)
                _ = unsafe munmap(base, stripes * stripe)
                throw error
            }
        }
        unsafe self.base = base
        self.bytes = stripes * stripe
        self.stripe = stripe
        self.files = files
    }

    private static func noRoom(_ bytes: Int) -> FixMemoryError {
        FixMemoryError("cannot map \(bytes) bytes of temporary files: \(reason(errno))")
    }

    /// Gives the memory back; nothing may use it any more.
    func unmap() {
        // Safe: because the callers say that nothing refers to it.
        _ = unsafe munmap(base, bytes)
    }

    /// Writes bytes at an offset, no more than `piece` at a time.
    func write(bytes: UnsafeRawBufferPointer, at offset: Int, piece: Int = .max) throws(FixMemoryError) {
        var done = 0
        while done < bytes.count {
            let (number, inStripe) = (offset + done).quotientAndRemainder(dividingBy: stripe)
            let count = min(stripe - inStripe, bytes.count - done)
            // Safe: because the part lies within the buffer.
            let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[done..<done + count])
            try unsafe files[number % files.count].write(
                bytes: part, at: number / files.count * stripe + inStripe, piece: piece)
            done += count
        }
    }
}
