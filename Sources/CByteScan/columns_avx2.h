#pragma once
// Reads columns of many rows, one column or two after the other: as numbers.h and field_hash.h read those of one row.
//
// Rows do not wait for each other, so a loop that does little to each keeps many of them under way.
#include "field_hash.h"
#include "numbers.h"

// How many rows are read at a time.
#define STS_MOST_ROWS 256

// A row with all columns and no quotation marks; field k lies between the bounds k and k + 1.
typedef struct {
    sts_row *row;
    const uint32_t *bounds;
} sts_usual_row;

// Where entries lie that will be looked up by identity, a power of two of them, and how large each is.
typedef struct {
    const uint8_t *base;
    uint64_t mask;
    uint64_t stride;
} sts_entries;

// The number of the entry where the search for an identity begins.
static inline uint64_t sts_home(uint64_t identity, uint64_t mask) {
    return identity * UINT64_C(0x9E3779B97F4A7C15) >> 32 & mask;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define STS_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

// Identities and times; the first to write the rows' marks. Returns the marks of what is left.
//
// Whoever looks identities up waits for the caches at each row: what will be asked for is fetched while the rest is read.
// Digits are joined to pairs, fours and eights as in Wojciech Mula, "SIMD-ized parsing of integers" (2014).
STS_AVX2 static inline uint32_t sts_read_times_avx2(
    const uint8_t *bytes, uint64_t identity_column, uint64_t time_column, const sts_day *known,
    const sts_entries *asked, const sts_usual_row *usual, const sts_usual_row *end) {
    const sts_entries entries = *asked;
    // Eight digits of the identity in the lower half, hh:mm:ss in the upper one.
    const __m128i zeros = _mm_set_epi64x((int64_t)STS_CLOCK, (int64_t)STS_ZEROS);
    const __m128i most = _mm_set_epi64x(INT64_C(0x0905000905000902), INT64_C(0x0909090909090909));
    const sts_day day = *known;
    uint32_t left = 0;
    for (; usual < end; usual++) {
        sts_row *row = usual->row;
        const uint32_t *bounds = usual->bounds;
        const uint64_t identity_from = (uint32_t)(bounds[identity_column] + 1);
        const uint64_t time_from = (uint32_t)(bounds[time_column] + 1);
        const uint8_t *identity = bytes + identity_from, *time = bytes + time_from;
        const __m128i letters = _mm_xor_si128(
            _mm_set_epi64x((int64_t)sts_word(time + 11), (int64_t)sts_word(identity)), zeros);
        const uint32_t allowed = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(letters, most), letters));
        const __m128i pairs = _mm_maddubs_epi16(
            letters, _mm_set_epi8(1, 10, 0, 1, 10, 0, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10));
        const __m128i fours = _mm_madd_epi16(pairs, _mm_set_epi16(1, 60, 60, 3600, 1, 100, 1, 100));
        const __m128i sums =
            _mm_add_epi64(_mm_mul_epu32(fours, _mm_set_epi64x(1, 10000)), _mm_srli_epi64(fours, 32));
        const uint64_t last = (uint64_t)identity[8] - '0';
        const uint64_t number = (uint64_t)_mm_cvtsi128_si64(sums) * 10 + last;
        const uint64_t clock = (uint64_t)_mm_extract_epi64(sums, 1);
        row->identity = number;
        __builtin_prefetch(entries.base + sts_home(number, entries.mask) * entries.stride, 1);
        row->seconds = day.seconds + (int64_t)clock;
        const uint32_t identity_length = bounds[identity_column + 1] - (uint32_t)identity_from;
        const uint32_t time_length = bounds[time_column + 1] - (uint32_t)time_from;
        row->described_hash = STS_NO_HASH;
        row->nanoseconds = 0;
        row->marks = STS_HAS_ALL_COLUMNS;
        if (allowed == 0xFFFF && last < 10 && number >= 100000000 && clock < 86400 && identity_length == 9
            && time_length == 19 && sts_names_day(time, &day))
            continue;
        if ((allowed & 0xFF) != 0xFF || last >= 10 || number < 100000000 || identity_length != 9)
            row->marks |= STS_IDENTITY_LEFT;
        if ((allowed & 0xFF00) != 0xFF00 || clock >= 86400 || time_length != 19 || !sts_names_day(time, &day))
            row->marks |= STS_TIME_LEFT;
        left |= row->marks;
    }
    return left;
}

// Where the sixteen digits of a coordinate come from, by how many bytes stand in front of its point and how many behind
// it: nine with the whole degrees at their end, then seven with the decimals at their beginning. Places with the highest
// bit become 0; without any decimals all are the point, which is no digit.
#define STS_PLACE(WHOLE, DECIMALS, PLACE)                                                   \
    ((DECIMALS) == 0 ? (WHOLE)                                                              \
     : (PLACE) < 9   ? ((PLACE) >= 9 - (WHOLE) ? (PLACE) - 9 + (WHOLE) : 128)               \
                     : ((PLACE) - 9 < (DECIMALS) ? (PLACE) - 8 + (WHOLE) : 128))
#define STS_PLACES(W, D)                                                                    \
    {STS_PLACE(W, D, 0), STS_PLACE(W, D, 1), STS_PLACE(W, D, 2), STS_PLACE(W, D, 3),        \
     STS_PLACE(W, D, 4), STS_PLACE(W, D, 5), STS_PLACE(W, D, 6), STS_PLACE(W, D, 7),        \
     STS_PLACE(W, D, 8), STS_PLACE(W, D, 9), STS_PLACE(W, D, 10), STS_PLACE(W, D, 11),      \
     STS_PLACE(W, D, 12), STS_PLACE(W, D, 13), STS_PLACE(W, D, 14), STS_PLACE(W, D, 15)}
#define STS_PLACES_OF(W)                                                                    \
    STS_PLACES(W, 0), STS_PLACES(W, 1), STS_PLACES(W, 2), STS_PLACES(W, 3), STS_PLACES(W, 4), \
        STS_PLACES(W, 5), STS_PLACES(W, 6), STS_PLACES(W, 7)
static const uint8_t sts_digit_places[64][16] __attribute__((aligned(16))) = {
    STS_PLACES_OF(0), STS_PLACES_OF(1), STS_PLACES_OF(2), STS_PLACES_OF(3),
    STS_PLACES_OF(4), STS_PLACES_OF(5), STS_PLACES_OF(6), STS_PLACES_OF(7)};

STS_AVX2 static inline __m256i sts_both(const void *low, const void *high) {
    return _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)low)), _mm_loadu_si128((const __m128i *)high), 1);
}

// Positions: the latitude in the lower half, the longitude in the upper one. Returns the marks of what is left.
//
// A minus sign becomes a zero, so that up to four bytes in front of the point are whole degrees. Four digits make a
// number that is no coordinate, as they should; up to three and none behind a sign or a point are read as by
// NumberScanner too.
STS_AVX2 static inline uint32_t sts_read_positions_avx2(
    const uint8_t *bytes, uint64_t latitude_column, uint64_t longitude_column, const sts_usual_row *usual,
    const sts_usual_row *end) {
    const __m256i first = _mm256_set_epi64x(0, 0xFF, 0, 0xFF);
    const __m256i greatest = _mm256_set_epi64x(1800000000, 1800000000, 900000000, 900000000);
    uint32_t left = 0;
    for (; usual < end; usual++) {
        const uint32_t *bounds = usual->bounds;
        const uint64_t north = (uint32_t)(bounds[latitude_column] + 1), east = (uint32_t)(bounds[longitude_column] + 1);
        const __m256i text = sts_both(bytes + north, bytes + east);
        const uint32_t points = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(text, _mm256_set1_epi8('.')));
        const uint64_t whole_north = _tzcnt_u32(points), whole_east = _tzcnt_u32(points >> 16);
        const uint64_t decimals_north = bounds[latitude_column + 1] - north - whole_north - 1;
        const uint64_t decimals_east = bounds[longitude_column + 1] - east - whole_east - 1;
        const __m256i places = sts_both(
            sts_digit_places[(whole_north & 7) * 8 + (decimals_north & 7)],
            sts_digit_places[(whole_east & 7) * 8 + (decimals_east & 7)]);
        const __m256i minus = _mm256_and_si256(_mm256_cmpeq_epi8(text, _mm256_set1_epi8('-')), first);
        const __m256i letters = _mm256_andnot_si256(minus, _mm256_xor_si256(text, _mm256_set1_epi8('0')));
        const __m256i digits = _mm256_shuffle_epi8(letters, places);
        const __m256i strange = _mm256_subs_epu8(digits, _mm256_set1_epi8(9));
        const __m256i twos = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(0x010A));
        const __m256i fours = _mm256_madd_epi16(twos, _mm256_set1_epi32(0x00010064));
        const __m256i eights =
            _mm256_madd_epi16(_mm256_packus_epi32(fours, fours), _mm256_set1_epi32(0x00012710));
        const __m256i values = _mm256_add_epi64(
            _mm256_mul_epu32(eights, _mm256_set1_epi64x(100000000)), _mm256_srli_epi64(eights, 32));
        const uint32_t is_beyond = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi64(values, greatest));
        const uint64_t latitude = (uint64_t)_mm_cvtsi128_si64(_mm256_castsi256_si128(values));
        const uint64_t longitude = (uint64_t)_mm_cvtsi128_si64(_mm256_extracti128_si256(values, 1));
        const uint32_t signs = (uint32_t)_mm256_movemask_epi8(minus);
        const uint32_t south = 0 - (signs & 1), west = 0 - (signs >> 16 & 1);
        sts_row *row = usual->row;
        row->latitude = (int32_t)(((uint32_t)latitude ^ south) - south);
        row->longitude = (int32_t)(((uint32_t)longitude ^ west) - west);
        if (is_beyond != 0 || (whole_north | whole_east | decimals_north | decimals_east) > 7
            || !_mm256_testz_si256(strange, strange)) {
            row->marks |= STS_POSITION_LEFT;
            left |= row->marks;
        }
    }
    return left;
}

// Hashes: takes in the bytes from a column up to that in front of another.
STS_AVX2 static inline void sts_add_to_hashes_avx2(
    const uint8_t *bytes, uint64_t column, uint64_t behind, const sts_usual_row *usual, const sts_usual_row *end) {
    for (; usual < end; usual++) {
        const uint32_t *bounds = usual->bounds;
        sts_row *row = usual->row;
        const uint64_t from = (uint32_t)(bounds[column] + 1);
        row->described_hash = sts_add_to_hash(row->described_hash, bytes + from, bounds[behind] - from);
    }
}
#endif
