/// The bytes of a field without what surrounds its value.
enum FieldBytes {
    /// Without surrounding blanks, then quotes, then blanks within those.
    @inline(__always)
    @unsafe
    static func value(_ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        // Safe: because only bytes from `start` up to `end` are read, which the caller vouches for.
        var from = start
        var to = end
        unsafe trim(base, &from, &to)
        if to - from >= 2, unsafe byte(base, from) == 34 && byte(base, to - 1) == 34 {
            from += 1
            to -= 1
            unsafe trim(base, &from, &to)
        }
        return unsafe UnsafeRawBufferPointer(start: base + from, count: to - from)
    }

    @inline(__always)
    @unsafe
    private static func trim(_ base: UnsafeRawPointer, _ from: inout Int, _ to: inout Int) {
        // Safe: because no byte outside from..<to is read.
        while from < to, unsafe byte(base, from) <= 32 { from += 1 }
        while to > from, unsafe byte(base, to - 1) <= 32 { to -= 1 }
    }

    @inline(__always)
    @unsafe
    private static func byte(_ base: UnsafeRawPointer, _ offset: Int) -> UInt8 {
        // Safe: because the callers above stay inside the field.
        unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }
}
