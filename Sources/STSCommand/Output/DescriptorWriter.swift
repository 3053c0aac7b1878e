import Glibc

/// Writes bytes to an open file through a buffer, whatever the pieces they come in.
///
/// A write that takes only part of the bytes is continued, and one that a signal interrupted is repeated.
struct DescriptorWriter {
    let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Large enough that the cost of a call does not show, small enough to stay in the cache.
    private static let capacity = 1 << 16

    init(descriptor: Int32) {
        self.descriptor = descriptor
        buffer.reserveCapacity(DescriptorWriter.capacity)
    }

    /// Takes bytes; they are in the file after `flush`.
    mutating func write(_ bytes: [UInt8]) throws(SystemError) {
        if buffer.count + bytes.count > DescriptorWriter.capacity { try flush() }
        if bytes.count >= DescriptorWriter.capacity {
            try writeAll(bytes[...])
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Hands all bytes to the operating system.
    mutating func flush() throws(SystemError) {
        try writeAll(buffer[...])
        buffer.removeAll(keepingCapacity: true)
    }

    private func writeAll(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
        var rest = bytes
        while !rest.isEmpty {
            do {
                rest = rest.dropFirst(try SystemCalls.writeSome(rest, to: descriptor))
            } catch {
                switch error.code {
                case EINTR: continue
                // The other end of a terminal or pipe may have been made non-blocking by somebody else.
                case EAGAIN: usleep(1_000)
                default: throw error
                }
            }
        }
    }
}
