#pragma once
// The distance of two vessels over a time, window by window from fix to fix, and how long it was at or below a limit.
//
// Four windows at a time, on any processor: the compiler makes two or one instruction of a vector of four, by the level
// that is asked for. The figures of a window are the same at every level. Sums are taken in four parts, everywhere.
#include <math.h>
#include <stdint.h>
#include <string.h>

// What a processor could do in one step with one rounding is done in two, as on all others.
#pragma STDC FP_CONTRACT OFF

// A vessel on a stretch: where it begins and when, its way in a second and when it ends. Times are seconds since 1970.
typedef struct {
    double from[3], start;
    double heading[3], end;
} sts_stretch;

// Four times in which the squared distance of two vessels is a parabola:
// f(s) = curvature s² + slope s + middle, with s from -1 to 1.
typedef struct {
    double seconds[4], curvature[4], slope[4], middle[4];
} sts_pieces;

// One vessel as seen from another at the end of a window, and the time.
typedef struct {
    double offset[3], time;
} sts_sight;

// What has been gathered of the squared distance.
typedef struct {
    double least, greatest, least_at_fix;
    // Full blocks of pieces on which it only rises or falls, and pieces on which it turns or stays.
    uint64_t blocks, turning;
} sts_range;

// Seconds at or below a value, and by how much they grow with the value.
typedef struct {
    double seconds, growth;
} sts_share;

// A path for single precision: `stride` times in seconds since 1970, then as many each of the places x, y, z and of the
// ways in a second (bits of floats), as seen from the middle of all places. Behind the last fix there are 32 without a
// meaning, at the greatest time there is.
typedef struct {
    const uint32_t *times;
    uint64_t stride;
} sts_near_path;

// The part of a path that is asked for: its first and its last stretch.
typedef struct {
    sts_near_path path;
    const sts_stretch *stretches;
    uint64_t first, last;
} sts_near_part;

// Two of them, and the middle of the one as seen from that of the other. Squared distances are less `centre`, the square
// of that, and exact within `doubt`; `unit` of them make one of the stretches'.
typedef struct {
    sts_near_part one, other;
    double base[3];
    double centre, doubt, unit;
} sts_near_pair;

// Sixteen windows f(s) = square/4 s² + steepness s + middle, s in -1...1, which turn at `turn`, and on which stretches
// they lie. None is true for those that last no time.
typedef struct {
    uint32_t stretches[16];
    float seconds[16], middle[16], steepness[16], square[16], turn[16];
} sts_near_block;

// What has been gathered of them.
typedef struct {
    float least, greatest, least_at_fix, moment, seconds;
} sts_near_range;

// What they show: squared distances of stretches, exactly, but `mean`, which is one of blocks.
typedef struct {
    double least, greatest, least_at_fix, mean;
    double start_offset[3], end_offset[3];
    uint64_t blocks;
} sts_near_result;

typedef double sts_four __attribute__((vector_size(32)));
typedef int64_t sts_mask __attribute__((vector_size(32)));
typedef double sts_four_anywhere __attribute__((vector_size(32), aligned(8), may_alias));

#define STS_FOUR(VALUE) ((sts_four){(VALUE), (VALUE), (VALUE), (VALUE)})
#define STS_LOAD(PLACE) (*(const sts_four_anywhere *)(PLACE))
#define STS_STORE(PLACE, VALUE) (*(sts_four_anywhere *)(PLACE) = (VALUE))
#define STS_SELECT(MASK, ONE, OTHER) ((sts_four)(((sts_mask)(ONE) & (MASK)) | ((sts_mask)(OTHER) & ~(MASK))))
#define STS_LESS(ONE, OTHER) STS_SELECT((ONE) < (OTHER), ONE, OTHER)
#define STS_MORE(ONE, OTHER) STS_SELECT((ONE) > (OTHER), ONE, OTHER)
#define STS_SIZE(VALUE) ((sts_four)((sts_mask)(VALUE) & INT64_MAX))
// Four sights, coordinate by coordinate.
#define STS_TURN(SIGHT, X, Y, Z, TIME)                                                          \
    do {                                                                                        \
        const sts_four first = STS_LOAD(SIGHT[0].offset), second = STS_LOAD(SIGHT[1].offset);   \
        const sts_four third = STS_LOAD(SIGHT[2].offset), fourth = STS_LOAD(SIGHT[3].offset);   \
        const sts_four even = __builtin_shufflevector(first, second, 0, 4, 2, 6);               \
        const sts_four odd = __builtin_shufflevector(first, second, 1, 5, 3, 7);                \
        const sts_four next_even = __builtin_shufflevector(third, fourth, 0, 4, 2, 6);          \
        const sts_four next_odd = __builtin_shufflevector(third, fourth, 1, 5, 3, 7);           \
        X = __builtin_shufflevector(even, next_even, 0, 1, 4, 5);                               \
        Y = __builtin_shufflevector(odd, next_odd, 0, 1, 4, 5);                                 \
        Z = __builtin_shufflevector(even, next_even, 2, 3, 6, 7);                               \
        TIME = __builtin_shufflevector(odd, next_odd, 2, 3, 6, 7);                              \
    } while (0)

// The bits of a number, which are in the order of the numbers when these are positive.
static inline int64_t sts_bits(double value) {
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

// Puts a piece behind others; one that opens a block leaves the rest of it without time.
static inline void sts_put_piece(
    sts_pieces *blocks, uint64_t place, double seconds, double curvature, double slope, double middle) {
    sts_pieces *block = blocks + place / 4;
    if (place % 4 == 0) {
        for (int lane = 0; lane < 4; lane++) {
            block->seconds[lane] = block->curvature[lane] = 0;
            block->slope[lane] = 1;
            block->middle[lane] = middle;
        }
    }
    block->seconds[place % 4] = seconds;
    block->curvature[place % 4] = curvature;
    block->slope[place % 4] = slope;
    block->middle[place % 4] = middle;
}

#define STS_PLAIN(NAME) NAME##_plain
#define STS_MEANS(NAME) STS_PLAIN(NAME)
#define STS_TARGET
#include "windows.h"
#undef STS_MEANS
#undef STS_TARGET

#if defined(__x86_64__)
#define STS_AVX2(NAME) NAME##_avx2
#define STS_MEANS(NAME) STS_AVX2(NAME)
#define STS_TARGET __attribute__((target("avx2")))
#include "windows.h"
#undef STS_MEANS
#undef STS_TARGET

// The greatest of 0 (any) and 2 (AVX2) that this processor and its system can do.
static inline int sts_window_level(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") ? 2 : 0;
}
#define STS_BY_LEVEL(NAME, ...) (level >= 2 ? NAME##_avx2(__VA_ARGS__) : NAME##_plain(__VA_ARGS__))
#else
static inline int sts_window_level(void) { return 0; }
#define STS_BY_LEVEL(NAME, ...) NAME##_plain(__VA_ARGS__)
#endif

// Follows two vessels from one time to another and writes how they see each other at the ends of all windows.
//
// `ones` and `others` are stretches (`sts_stretch`); the first ones given are those on which `start` lies, and they
// must go on up to `end` at least. Returns how many windows there are; the sights are one more, with four copies of the
// last behind them, and must have room for both vessels' stretches and six.
static inline uint64_t sts_follow(
    int level, const void *ones, uint64_t first, const void *others, uint64_t first_other, double start, double end,
    sts_sight *sights) {
    const sts_stretch *one = (const sts_stretch *)ones + first, *other = (const sts_stretch *)others + first_other;
    return STS_BY_LEVEL(sts_follow, one, other, start, end, sights);
}

// Tells of each window whether the two vessels are nearer than one squared distance all along (1), farther than another
// (2), or neither (0). There must be room for three more.
static inline void sts_tell(
    int level, const sts_sight *sights, uint64_t windows, double within, double beyond, uint8_t *told) {
    STS_BY_LEVEL(sts_tell, sights, windows, within, beyond, told);
}

// Makes pieces of windows, behind those that are there. There must be room for a block for four windows begun, and in
// `turning` for as many pieces as there are windows.
static inline void sts_make_pieces(
    int level, const sts_sight *sights, uint64_t windows, sts_pieces *blocks, sts_pieces *turning, sts_range *range) {
    STS_BY_LEVEL(sts_make_pieces, sights, windows, blocks, turning, range);
}

// How much of the time of all pieces is at or below a squared distance.
static inline sts_share sts_time_within(
    int level, const sts_pieces *blocks, uint64_t count, const sts_pieces *turning, uint64_t turning_count,
    double limit) {
    return STS_BY_LEVEL(sts_time_within, blocks, count, turning, turning_count, limit);
}

// Seconds of all pieces, and seconds times the middle value: `growth` here is a moment.
static inline sts_share sts_totals(const sts_pieces *blocks, uint64_t count) {
    sts_four seconds = STS_FOUR(0.0), moment = STS_FOUR(0.0);
    for (uint64_t block = 0; block < count; block++) {
        sts_four own, middle;
        memcpy(&own, blocks[block].seconds, sizeof own);
        memcpy(&middle, blocks[block].middle, sizeof middle);
        seconds += own;
        moment += own * middle;
    }
    sts_share share = {
        (seconds[0] + seconds[1]) + (seconds[2] + seconds[3]), (moment[0] + moment[1]) + (moment[2] + moment[3])};
    return share;
}

#include "near.h"

// Whether this processor can work on sixteen windows at a time.
static inline int sts_near_level(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
#else
    return 0;
#endif
}

// Makes blocks of the windows of two vessels that go straight from fix to fix, from one time to another. There must be
// fixes between them, and room for one block at least. False when they are not fit for it or need more than `most`.
static inline int sts_near_follow(
    const sts_near_pair *pair, double start, double end, sts_near_block *blocks, uint64_t most,
    sts_near_result *result) {
#if defined(__x86_64__)
    return sts_near_follow_wide(pair, start, end, blocks, most, result);
#else
    return 0;
#endif
}

// Seconds of blocks at or below a squared distance of theirs, to two millionths of all, and their growth if it is wanted.
static inline sts_share sts_near_within(const sts_near_block *blocks, uint64_t count, float limit, int with_growth) {
#if defined(__x86_64__)
    return with_growth ? sts_near_share_and_growth(blocks, count, limit) : sts_near_share_alone(blocks, count, limit);
#else
    return (sts_share){0, 0};
#endif
}
