/// What a name must hold to be one of gear at all, found in one pass over its bytes.
///
/// Every scan asks about the names of all vessels that state no IMO number and no size.
struct GearNameSigns {
    private var hasDigit = false
    private var hasLetter = false
    /// `NET`, `BUOY` or `GEAR`, of which one is in every name of gear that can do without numbers.
    private var hasGearWord = false
    /// `%`, `--`, `YU` or a `V` behind a digit, of which one is in names of gear with numbers and letters.
    private var hasNumberSign = false
    /// What a letter beyond ASCII becomes in upper case is for the library to say.
    private var hasOther = false

    init(_ name: String) {
        // The last four bytes, letters as capitals.
        var last: UInt32 = 0
        for byte in name.utf8 {
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            let before = UInt8(truncatingIfNeeded: last)
            last = last &<< 8 | UInt32(isLetter ? byte & 0xDF : byte)
            hasLetter = hasLetter || isLetter
            hasDigit = hasDigit || isDigit
            hasOther = hasOther || byte >= 128
            let pair = last & 0xFFFF
            hasNumberSign =
                hasNumberSign || byte == UInt8(ascii: "%") || pair == 0x2D2D || pair == 0x5955
                || pair & 0xFF == 0x56 && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(before)
            hasGearWord = hasGearWord || last & 0xFF_FFFF == 0x4E4554 || last == 0x4255_4F59 || last == 0x4745_4152
        }
    }

    /// False for a name that surely is none of gear.
    var mayBeGear: Bool { hasOther || hasGearWord || hasDigit && (hasNumberSign || !hasLetter) }
}
