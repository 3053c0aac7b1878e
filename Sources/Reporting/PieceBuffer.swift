/// Collects output and hands it on in pieces, so that memory does not grow with the result.
struct PieceBuffer {
    /// Bytes after which a piece is handed on: large enough that the calls cost nothing, small enough for the cache.
    static let pieceSize = 65_536

    var bytes: [UInt8] = []

    /// Room for a piece is made when a piece begins.
    init() {}

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// The bytes so far; the buffer is empty then.
    mutating func take() -> [UInt8] {
        var taken: [UInt8] = []
        // The next piece will be about as long.
        taken.reserveCapacity(bytes.count + bytes.count / 8)
        swap(&taken, &bytes)
        return taken
    }

    /// Hands the bytes on when a piece is full.
    mutating func passOnFullPiece<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if bytes.count >= PieceBuffer.pieceSize { try passOnRest(to: sink) }
    }

    /// Hands on whatever there is.
    mutating func passOnRest<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if bytes.isEmpty { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
