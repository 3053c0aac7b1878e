#pragma once
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
