import CDigest

/// SHA-256 of bytes that arrive in pieces, as lower-case hexadecimal.
///
/// Source: FIPS 180-4, by way of libnettle.
public struct SHA256Digest {
    private var context: sha256_ctx

    /// Starts a digest of no bytes.
    public init() {
        context = sha256_ctx()
        // Safe: because the pointer lives for the call only and points to a whole context.
        unsafe nettle_sha256_init(&context)
    }

    /// Adds bytes. Complexity: O(n), about 0.3 GB/s without processor support.
    public mutating func update(_ bytes: [UInt8]) {
        // Safe: because the buffer is valid during the closure, and its own count is passed with it.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
        }
    }

    /// The digest of all bytes added, as 64 lower-case hexadecimal digits; the digest starts anew.
    public mutating func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        // Safe: because the buffer holds exactly the number of bytes that is asked for.
        unsafe digest.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            unsafe nettle_sha256_digest(&context, buffer.count, start)
        }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * digest.count)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digest of one array, as 64 lower-case hexadecimal digits.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        var digest = SHA256Digest()
        digest.update(bytes)
        return digest.finish()
    }
}
