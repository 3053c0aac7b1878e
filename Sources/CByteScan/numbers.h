#pragma once
// Reads the numbers of a row in their usual forms, without a branch on how long they are.
//
// Read are: an identity of nine digits, the first not 0; a time of nineteen bytes whose first eleven are those of the day
// given and whose last eight are hh:mm:ss; and coordinates of an optional minus sign, one to three digits, a point and
// one to seven digits. What has another form is marked, for NumberScanner and TimeScanner to read.
#include <stdint.h>
#include <string.h>

// What a row says. Its `nanoseconds` hold its place in the list of separators while anything is marked as left.
typedef struct {
    uint64_t identity;
    uint64_t described_hash;
    int64_t seconds;
    int32_t latitude;
    int32_t longitude;
    uint32_t start;
    uint32_t length;
    uint32_t nanoseconds;
    uint32_t marks;
} sts_row;

// Bits of `marks`.
enum {
    STS_HAS_ALL_COLUMNS = 1,
    STS_NEEDS_CARE = 2,
    STS_IDENTITY_LEFT = 4,
    STS_TIME_LEFT = 8,
    STS_POSITION_LEFT = 16,
    STS_ANYTHING_LEFT = STS_IDENTITY_LEFT | STS_TIME_LEFT | STS_POSITION_LEFT,
};

// The first eleven bytes of a time, which name the day: bytes 0 to 7, bytes 3 to 10, and seconds since 1970.
typedef struct {
    uint64_t head;
    uint64_t tail;
    int64_t seconds;
} sts_day;

// Where a field begins and where it ends. Thirty-two bytes behind its beginning must be readable.
typedef struct {
    const uint8_t *from;
    const uint8_t *end;
} sts_field;

// Eight bytes, the first one in the lowest place.
static inline uint64_t sts_word(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static inline uint32_t sts_names_day(const uint8_t *time, const sts_day *day) {
    return ((sts_word(time) ^ day->head) | (sts_word(time + 3) ^ day->tail)) == 0;
}

// Notes a position in 1e-7 degree if there can be such a place; none is the least number.
static inline void sts_set_position(sts_row *row, int64_t latitude, int64_t longitude) {
    const int can_be = (latitude <= 900000000) & (latitude >= -900000000) & (longitude <= 1800000000)
        & (longitude >= -1800000000);
    row->latitude = can_be ? (int32_t)latitude : INT32_MIN;
    row->longitude = can_be ? (int32_t)longitude : 0;
}

// Eight zeros, and 00:00:00.
#define STS_ZEROS UINT64_C(0x3030303030303030)
#define STS_CLOCK UINT64_C(0x30303A30303A3030)

// Not 0 when any of eight letters is no digit. Source of this and of the next: Daniel Lemire, "Quickly parsing eight
// digits" (2018), and the check in the fast_float library.
static inline uint64_t sts_strangers(uint64_t word) {
    return ((word + UINT64_C(0x4646464646464646)) | (word - STS_ZEROS)) & UINT64_C(0x8080808080808080);
}

// The number that eight digits make, the first one in the lowest byte.
static inline uint64_t sts_eight_digits(uint64_t word) {
    const uint64_t pairs = ((word & UINT64_C(0x0F0F0F0F0F0F0F0F)) * 2561) >> 8;
    const uint64_t fours = ((pairs & UINT64_C(0x00FF00FF00FF00FF)) * 6553601) >> 16;
    return ((fours & UINT64_C(0x0000FFFF0000FFFF)) * UINT64_C(42949672960001)) >> 32;
}

// A coordinate in 1e-7 degree; false when it has another form.
static inline int sts_coordinate(sts_field field, int64_t *value) {
    const int is_negative = *field.from == '-';
    const uint8_t *from = field.from + is_negative;
    const uint64_t whole = sts_word(from);
    // The first zero byte after flipping the bits of a point: Warren, "Hacker's Delight", 6-1.
    const uint64_t flipped = whole ^ UINT64_C(0x2E2E2E2E2E2E2E2E);
    const uint64_t points = (flipped - UINT64_C(0x0101010101010101)) & ~flipped & UINT64_C(0x8080808080808080);
    if (points == 0) return 0;
    const uint64_t digits = (uint64_t)__builtin_ctzll(points) >> 3;
    const uint64_t decimals = (uint64_t)(field.end - from) - digits - 1;
    if (digits - 1 >= 3 || decimals - 1 >= 7) return 0;
    // Both parts become eight digits: zeros in front of the whole part, a zero in front of the decimals and zeros
    // behind them.
    const uint64_t kept = UINT64_MAX >> (64 - 8 * decimals);
    const uint64_t fraction = ((sts_word(from + digits + 1) & kept) | (STS_ZEROS & ~kept)) << 8 | '0';
    const uint64_t degrees = (whole << (64 - 8 * digits)) | (STS_ZEROS >> (8 * digits));
    if ((sts_strangers(fraction) | sts_strangers(degrees)) != 0) return 0;
    const int64_t found =
        (int64_t)(((degrees >> 56 & 15) + (degrees >> 48 & 15) * 10 + (degrees >> 40 & 15) * 100) * 10000000
                  + sts_eight_digits(fraction));
    *value = is_negative ? -found : found;
    return 1;
}

// The seconds of the day in a word that spells hh:mm:ss; 86 400 or more when it does not.
static inline uint64_t sts_clock(uint64_t word) {
    // Digits become 0...9 and colons 0; anything else exceeds what its place allows, or has the highest bit.
    const uint64_t found = word ^ STS_CLOCK;
    const uint64_t excess = (found + UINT64_C(0x767A7F767A7F767D)) | found;
    if ((excess & UINT64_C(0x8080808080808080)) != 0) return 86400;
    const uint64_t pairs = found * 10 + (found >> 8);
    return (pairs & 0xFF) * 3600 + (pairs >> 24 & 0xFF) * 60 + (pairs >> 48 & 0xFF);
}

// Reads the numbers of a row; returns marks for those that have another form.
static inline uint32_t sts_read_numbers(
    sts_field identity, sts_field time, sts_field latitude, sts_field longitude, const sts_day *day, sts_row *row) {
    uint32_t left = 0;
    const uint64_t first = sts_word(identity.from);
    const uint8_t last = (uint8_t)(identity.from[8] - '0');
    if (identity.end - identity.from == 9 && sts_strangers(first) == 0 && last < 10 && (first & 0xFF) != '0')
        row->identity = sts_eight_digits(first) * 10 + last;
    else
        left |= STS_IDENTITY_LEFT;
    const uint64_t clock = sts_clock(sts_word(time.from + 11));
    if (time.end - time.from == 19 && clock < 86400 && sts_names_day(time.from, day))
        row->seconds = day->seconds + (int64_t)clock;
    else
        left |= STS_TIME_LEFT;
    int64_t north, east;
    if (sts_coordinate(latitude, &north) && sts_coordinate(longitude, &east))
        sts_set_position(row, north, east);
    else
        left |= STS_POSITION_LEFT;
    return left;
}
