/// How the bytes of an input are packed, judged by their first bytes and never by a name.
enum StoredFormat: Hashable, Sendable {
    case plain
    case gzip, zstandard, xz, bzip2
    case zip, tar, sevenZip

    /// How many first bytes `init(head:)` wants to see: up to the magic word of tar, which lies at 257.
    static let headLength = 512

    /// Recognises a format; fewer bytes than `headLength` are the whole content.
    init(head: [UInt8]) {
        self =
            if head.starts(with: [0x1F, 0x8B]) {
                .gzip  // RFC 1952, section 2.3.1
            } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || StoredFormat.isSkippableFrame(head) {
                .zstandard  // RFC 8878, sections 3.1.1 and 3.1.2
            } else if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
                .xz  // The .xz File Format 1.1.0, section 2.1.1.1
            } else if head.starts(with: Array("BZh".utf8)), head.count > 3, (0x31...0x39).contains(head[3]) {
                .bzip2
            } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
                || head.starts(with: [0x50, 0x4B, 0x07, 0x08])
            {
                .zip  // APPNOTE.TXT 6.3.10: a member, an archive without members, a spanned archive
            } else if head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
                .sevenZip
            } else if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) {
                .tar  // POSIX.1-1988 and later, GNU
            } else {
                .plain
            }
    }

    /// Zstandard's frames of user data, which a decoder skips; their first byte is 0x50...0x5F.
    private static func isSkippableFrame(_ head: [UInt8]) -> Bool {
        head.count >= 4 && head[0] & 0xF0 == 0x50 && head[1...3].elementsEqual([0x2A, 0x4D, 0x18])
    }

    /// A decoder for the formats that pack one stream of bytes; nil for plain bytes and for archives.
    func decoder(over upstream: any ByteProducer, bufferSize: Int = StreamDecoder.usualBufferSize) -> StreamDecoder? {
        switch self {
        case .gzip: StreamDecoder(GzipCodec(), over: upstream, bufferSize: bufferSize)
        case .zstandard: StreamDecoder(ZstandardCodec(), over: upstream, bufferSize: bufferSize)
        case .xz: StreamDecoder(XZCodec(), over: upstream, bufferSize: bufferSize)
        case .bzip2: StreamDecoder(Bzip2Codec(), over: upstream, bufferSize: bufferSize)
        case .plain, .zip, .tar, .sevenZip: nil
        }
    }
}
