/// Fixes that are brought together from several places, to be looked at and written in one go.
///
/// The room is used again and again: what it held before is overwritten.
public struct FixRoom: Sendable {
    /// The fixes; those that were not put there since `clear` are of no meaning.
    public var fixes: [StoredFix] = []

    public init() {}

    /// Makes room for a number of fixes.
    public mutating func clear(count: Int) {
        if fixes.count < count {
            fixes = [StoredFix](repeating: .none, count: count + count / 8)
        }
    }

    /// Copies fixes to a place of the room.
    public mutating func put(_ source: Span<StoredFix>, at place: Int) {
        precondition(place >= 0 && place + source.count <= fixes.count, "no such room")
        // Safe: because there is room for the fixes, and the buffers live in the calls.
        unsafe fixes.withUnsafeMutableBufferPointer { target in
            unsafe source.withUnsafeBufferPointer { source in
                guard let to = target.baseAddress, let from = source.baseAddress else { return }
                unsafe (to + place).update(from: from, count: source.count)
            }
        }
    }
}
