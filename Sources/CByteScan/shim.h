#pragma once
#include "rows.h"

// Finds the bytes that structure a CSV row, 64 bytes at a time: one bit per byte in each mask.
#include <stdint.h>
#include <string.h>

typedef struct {
    uint64_t newlines;
    uint64_t delimiters;
    uint64_t quotes;
} sts_row_masks;

#if defined(__SSE2__)
#include <emmintrin.h>

static inline sts_row_masks sts_scan_64(const uint8_t *bytes, uint8_t delimiter) {
    const __m128i newline = _mm_set1_epi8('\n');
    const __m128i separator = _mm_set1_epi8((char)delimiter);
    const __m128i quote = _mm_set1_epi8('"');
    sts_row_masks masks = {0, 0, 0};
    for (int block = 0; block < 4; block++) {
        const __m128i data = _mm_loadu_si128((const __m128i *)(bytes + 16 * block));
        masks.newlines |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(data, newline)) << (16 * block);
        masks.delimiters |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(data, separator)) << (16 * block);
        masks.quotes |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(data, quote)) << (16 * block);
    }
    return masks;
}
#else
static inline sts_row_masks sts_scan_64(const uint8_t *bytes, uint8_t delimiter) {
    sts_row_masks masks = {0, 0, 0};
    for (int i = 0; i < 64; i++) {
        masks.newlines |= (uint64_t)(bytes[i] == '\n') << i;
        masks.delimiters |= (uint64_t)(bytes[i] == delimiter) << i;
        masks.quotes |= (uint64_t)(bytes[i] == '"') << i;
    }
    return masks;
}
#endif

// One bit for each of up to 64 bytes that is a delimiter, a quotation mark or an end of line.
static inline uint64_t sts_mark_cells(const uint8_t *bytes, uint64_t count, uint8_t delimiter) {
    uint8_t rest[64];
    if (count < 64) {
        memset(rest, 0, sizeof rest);
        memcpy(rest, bytes, count);
        bytes = rest;
    }
    uint64_t marks = 0;
#if defined(__SSE2__)
    const __m128i separator = _mm_set1_epi8((char)delimiter);
    for (int block = 0; block < 4; block++) {
        const __m128i data = _mm_loadu_si128((const __m128i *)(bytes + 16 * block));
        const __m128i feeds = _mm_cmpeq_epi8(data, _mm_set1_epi8('\n'));
        const __m128i ends = _mm_or_si128(feeds, _mm_cmpeq_epi8(data, _mm_set1_epi8('\r')));
        const __m128i quotes = _mm_cmpeq_epi8(data, _mm_set1_epi8('"'));
        const __m128i within = _mm_or_si128(_mm_cmpeq_epi8(data, separator), quotes);
        marks |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_or_si128(ends, within)) << (16 * block);
    }
#else
    for (int i = 0; i < 64; i++)
        marks |= (uint64_t)(bytes[i] == delimiter || bytes[i] == '"' || bytes[i] == '\n' || bytes[i] == '\r') << i;
#endif
    return marks;
}

// Listing the separators of many rows at once.
//
// sts_list_rows writes, for the bytes from...to:
//   separators[1...]  the offset of each delimiter and newline; separators[0] is the caller's
//   row_ends[0...]    for each newline, its place in `separators`
//   quotes[0...]      the offset of each quotation mark
// Each list needs room for (to - from) + 65 entries, and 64 bytes behind `to` must be readable.

typedef struct {
    uint32_t separators;
    uint32_t rows;
    uint32_t quotes;
} sts_row_counts;

#define STS_RARELY(CONDITION) __builtin_expect(!!(CONDITION), 0)

#define STS_LIST_BODY(SCAN, POPCOUNT, FLATTEN)                                              \
    sts_row_counts counts = {0, 0, 0};                                                      \
    uint32_t *out = separators + 1;                                                         \
    for (uint32_t window = from; window < to; window += 64) {                               \
        sts_row_masks masks = SCAN(bytes + window, delimiter);                              \
        if (STS_RARELY(to - window < 64)) {                                                 \
            const uint64_t inside = (UINT64_C(1) << (to - window)) - 1;                     \
            masks.newlines &= inside;                                                       \
            masks.delimiters &= inside;                                                     \
            masks.quotes &= inside;                                                         \
        }                                                                                   \
        uint64_t structure = masks.newlines | masks.delimiters;                             \
        const uint32_t found = (uint32_t)POPCOUNT(structure);                               \
        /* None or one, as nearly always, costs no branch. */                               \
        uint64_t rest = masks.newlines;                                                     \
        row_ends[counts.rows] =                                                             \
            counts.separators + (uint32_t)POPCOUNT(structure & (rest ^ (rest - 1)));        \
        counts.rows += rest != 0;                                                           \
        rest &= rest - 1;                                                                   \
        while (STS_RARELY(rest != 0)) {                                                     \
            row_ends[counts.rows++] =                                                       \
                counts.separators + (uint32_t)POPCOUNT(structure & (rest ^ (rest - 1)));    \
            rest &= rest - 1;                                                               \
        }                                                                                   \
        while (STS_RARELY(masks.quotes != 0)) {                                             \
            quotes[counts.quotes++] = window + (uint32_t)__builtin_ctzll(masks.quotes);     \
            masks.quotes &= masks.quotes - 1;                                               \
        }                                                                                   \
        FLATTEN                                                                             \
        counts.separators += found;                                                         \
        out += found;                                                                       \
    }                                                                                       \
    return counts;

#define STS_FLATTEN_BITS                                                                    \
    for (uint32_t *place = out; structure != 0; structure &= structure - 1)                 \
        *place++ = window + (uint32_t)__builtin_ctzll(structure);

// Any processor: SSE2 masks on x86-64, plain loops elsewhere.
static inline sts_row_counts sts_list_rows_plain(
    const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t delimiter, uint32_t *separators, uint32_t *row_ends,
    uint32_t *quotes) {
    STS_LIST_BODY(sts_scan_64, __builtin_popcountll, STS_FLATTEN_BITS)
}

#if defined(__x86_64__)
#include <immintrin.h>

// The greatest of 0 (any), 2 (AVX2) and 3 (AVX-512 with VBMI2) that this processor and its system can do.
static inline int sts_row_lister_level(void) {
    __builtin_cpu_init();
    const int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    const int avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512vbmi2");
    return avx512 ? 3 : avx2 ? 2 : 0;
}

#define STS_AVX512 __attribute__((target("avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512vbmi2")))

STS_AVX2 static inline sts_row_masks sts_scan_64_avx2(const uint8_t *bytes, uint8_t delimiter) {
    const __m256i newline = _mm256_set1_epi8('\n');
    const __m256i separator = _mm256_set1_epi8((char)delimiter);
    const __m256i quote = _mm256_set1_epi8('"');
    const __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
    const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
#define STS_MASK(WANTED)                                                                    \
    ((uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, WANTED))               \
        | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, WANTED)) << 32)
    sts_row_masks masks = {STS_MASK(newline), STS_MASK(separator), STS_MASK(quote)};
#undef STS_MASK
    return masks;
}

// Eight at a time without asking whether there are so many; what is too much is written over by the next.
#define STS_FLATTEN_ONE(PLACE)                                                              \
    out[done + PLACE] = window + (uint32_t)_tzcnt_u64(structure);                           \
    structure &= structure - 1;
#define STS_FLATTEN_EIGHTS                                                                  \
    uint32_t done = 0;                                                                      \
    do {                                                                                    \
        STS_FLATTEN_ONE(0)                                                                  \
        STS_FLATTEN_ONE(1)                                                                  \
        STS_FLATTEN_ONE(2)                                                                  \
        STS_FLATTEN_ONE(3)                                                                  \
        STS_FLATTEN_ONE(4)                                                                  \
        STS_FLATTEN_ONE(5)                                                                  \
        STS_FLATTEN_ONE(6)                                                                  \
        STS_FLATTEN_ONE(7)                                                                  \
        done += 8;                                                                          \
    } while (done < found);

STS_AVX2 static inline sts_row_counts sts_list_rows_avx2(
    const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t delimiter, uint32_t *separators, uint32_t *row_ends,
    uint32_t *quotes) {
    STS_LIST_BODY(sts_scan_64_avx2, _mm_popcnt_u64, STS_FLATTEN_EIGHTS)
}

STS_AVX512 static inline sts_row_masks sts_scan_64_avx512(const uint8_t *bytes, uint8_t delimiter) {
    const __m512i data = _mm512_loadu_si512(bytes);
    sts_row_masks masks = {
        _mm512_cmpeq_epi8_mask(data, _mm512_set1_epi8('\n')),
        _mm512_cmpeq_epi8_mask(data, _mm512_set1_epi8((char)delimiter)),
        _mm512_cmpeq_epi8_mask(data, _mm512_set1_epi8('"')),
    };
    return masks;
}

// The places of the set bits are picked out of a list of all places, and widened sixteen at a time.
#define STS_FLATTEN_COMPRESSED                                                              \
    const __m512i picked = _mm512_maskz_compress_epi8(structure, places);                   \
    const __m512i start = _mm512_set1_epi32((int)window);                                   \
    _mm512_storeu_si512(                                                                    \
        out, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(picked)))); \
    if (found > 16) {                                                                       \
        _mm512_storeu_si512(out + 16,                                                       \
            _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(picked, 1)))); \
        _mm512_storeu_si512(out + 32,                                                       \
            _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(picked, 2)))); \
        _mm512_storeu_si512(out + 48,                                                       \
            _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(picked, 3)))); \
    }

STS_AVX512 static inline sts_row_counts sts_list_rows_avx512(
    const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t delimiter, uint32_t *separators, uint32_t *row_ends,
    uint32_t *quotes) {
    uint8_t numbers[64];
    for (int i = 0; i < 64; i++) numbers[i] = (uint8_t)i;
    const __m512i places = _mm512_loadu_si512(numbers);
    STS_LIST_BODY(sts_scan_64_avx512, _mm_popcnt_u64, STS_FLATTEN_COMPRESSED)
}
#else
static inline int sts_row_lister_level(void) { return 0; }
#endif

// The same with the means of a level, which must not be greater than sts_row_lister_level().
static inline sts_row_counts sts_list_rows(
    int level, const uint8_t *bytes, uint32_t from, uint32_t to, uint8_t delimiter, uint32_t *separators,
    uint32_t *row_ends, uint32_t *quotes) {
#if defined(__x86_64__)
    if (level >= 3) return sts_list_rows_avx512(bytes, from, to, delimiter, separators, row_ends, quotes);
    if (level >= 2) return sts_list_rows_avx2(bytes, from, to, delimiter, separators, row_ends, quotes);
#else
    (void)level;
#endif
    return sts_list_rows_plain(bytes, from, to, delimiter, separators, row_ends, quotes);
}
