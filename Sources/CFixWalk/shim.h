#pragma once
// Walks from fix to fix and gathers where a vessel was: the boxes of its path, ten minutes or a stay at a time.
//
// The latitude and the longitude of a fix, and the time that has passed, are looked at in one vector of four whole
// numbers. What is found is the same at every level.
#include "scatter.h"
#include <stdint.h>
#include <string.h>

// A time and the box of the path in it, in seconds since 1970 and 1e-7 degree.
typedef struct {
    uint32_t start, end;
    int32_t south, north, west, east;
} sts_path_box;

// What a walk is held to; extents and latitudes in 1e-7 degree.
typedef struct {
    // Boxes end at multiples of so many seconds, but for those no larger than `stay` that go on.
    uint32_t slab;
    // A stretch must not last longer, nor reach farther in latitude or longitude.
    uint32_t gap, reach;
    // Extents from south to north, and from west to east: of boxes that may go on, and of any.
    uint32_t stay, largest;
    // All latitudes are nearer to the equator than this.
    int32_t high;
} sts_walk_rules;

typedef uint32_t sts_row __attribute__((vector_size(16)));
typedef int32_t sts_signed_row __attribute__((vector_size(16)));
typedef sts_row sts_row_anywhere __attribute__((aligned(4), may_alias));

// Where a fix lies, what is before it in memory, its time, latitude and longitude.
#define STS_ROW(PLACE) (*(const sts_row_anywhere *)((PLACE) - 4))
#define STS_LEAST(ONE, OTHER) ((sts_row)__builtin_elementwise_min((sts_signed_row)(ONE), (sts_signed_row)(OTHER)))
#define STS_GREATEST(ONE, OTHER) ((sts_row)__builtin_elementwise_max((sts_signed_row)(ONE), (sts_signed_row)(OTHER)))

// Asks for what lies at a place, and three lines of the cache from there on, without waiting for it.
static inline void sts_ask_for(const void *place) {
    for (int line = 0; line < 4; line++) { __builtin_prefetch((const char *)place + 64 * line); }
}

static inline uint32_t sts_time(const uint8_t *fix) {
    uint32_t time;
    memcpy(&time, fix, sizeof time);
    return time;
}

// Whether the stretch that begins with a fix is too long to know anything of it.
static inline int sts_is_gap(const uint8_t *fix, const sts_walk_rules *rules) {
    return sts_time(fix + STS_FIX_BYTES) - sts_time(fix) > rules->gap;
}

// Puts a box behind others, or makes the last of them larger when both together are a stay. Returns how many there are,
// or -1 when the box lies too far north or south.
static inline int64_t sts_put_box(
    const sts_walk_rules *rules, sts_path_box *boxes, int64_t count, uint32_t start, uint32_t end, sts_row low,
    sts_row high) {
    const sts_signed_row least = (sts_signed_row)low, most = (sts_signed_row)high;
    const int32_t south = least[2], west = least[3], north = most[2], east = most[3];
    if (south <= -rules->high || north >= rules->high) { return -1; }
    if (count > 0) {
        sts_path_box *last = boxes + count - 1;
        // Nothing is known between a box and one that does not follow at once.
        const int follows = last->end == start;
        const int32_t lowest = south < last->south ? south : last->south;
        const int32_t highest = north > last->north ? north : last->north;
        const int32_t westmost = west < last->west ? west : last->west;
        const int32_t eastmost = east > last->east ? east : last->east;
        if (follows && (uint32_t)highest - (uint32_t)lowest <= rules->stay
            && (uint32_t)eastmost - (uint32_t)westmost <= rules->stay) {
            *last = (sts_path_box){last->start, end, lowest, highest, westmost, eastmost};
            return count;
        }
    }
    boxes[count] = (sts_path_box){start, end, south, north, west, east};
    return count + 1;
}

#define STS_MEANS(NAME) NAME##_plain
#define STS_TARGET
#include "walk.h"
#undef STS_MEANS
#undef STS_TARGET

#if defined(__x86_64__)
#define STS_MEANS(NAME) NAME##_avx2
#define STS_TARGET __attribute__((target("avx2")))
#include "walk.h"
#undef STS_MEANS
#undef STS_TARGET

// The greatest of 0 (any) and 2 (AVX2) that this processor and its system can do.
static inline int sts_walk_level(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") ? 2 : 0;
}
#else
static inline int sts_walk_level(void) { return 0; }
#endif

// Gives the boxes of a path from `start` to `end`, seconds since 1970, of which the first lies within a slab that ends
// at or before the second.
//
// The stretch from `first`, the number of a fix, reaches beyond `start` or ends there; `last` is the last fix of the
// path. Returns how many boxes there are, one behind the other in time, or -1 when a stretch asks for a closer look or
// there is not enough room; `next` becomes the first fix whose stretch may reach beyond `end`.
static inline int64_t sts_walk(
    int level, const void *fixes, uint64_t first, uint64_t last, uint32_t start, uint32_t end,
    sts_walk_rules rules, sts_path_box *boxes, int64_t room, uint64_t *next) {
    const uint8_t *bytes = (const uint8_t *)fixes;
#if defined(__x86_64__)
    if (level >= 2) { return sts_walk_avx2(bytes, first, last, start, end, &rules, boxes, room, next); }
#endif
    return sts_walk_plain(bytes, first, last, start, end, &rules, boxes, room, next);
}
