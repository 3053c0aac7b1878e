// Included once for each level, by shim.h.

// Goes on from a fix to the first one that is not before `until`, or to the last; 0 when a stretch asks for a closer look
// or the box becomes larger than `extent`. `low` and `high` become those of the box.
STS_TARGET static inline const uint8_t *STS_MEANS(sts_walk_until)(
    const uint8_t *fix, const uint8_t *last, uint32_t until, uint32_t extent, const sts_walk_rules *rules, sts_row *low,
    sts_row *high) {
    const uint32_t any = UINT32_MAX, near = rules->reach - 1;
    const sts_row nearer = {0, 0, near, near}, limit = {any, rules->gap, 2 * near, 2 * near};
    const sts_row extents = {any, any, extent, extent};
    sts_row place = {0, 0, 0, 0};
    memcpy((uint8_t *)&place + 4, fix, STS_FIX_BYTES);
    sts_row least = place, most = place;
    while (fix != last) {
        fix += STS_FIX_BYTES;
        const sts_row following = STS_ROW(fix);
        least = STS_LEAST(least, following);
        most = STS_GREATEST(most, following);
        // Differences may wrap, those of longitudes too, but do not come round to small ones.
        const sts_signed_row unfit = (following - place + nearer > limit) | (most - least > extents);
        if (__builtin_reduce_or(unfit)) { return 0; }
        place = following;
        if (sts_time(fix) >= until) { break; }
    }
    *low = least;
    *high = most;
    return fix;
}

STS_TARGET static inline int64_t STS_MEANS(sts_walk)(
    const uint8_t *fixes, uint64_t first, uint64_t last, uint32_t start, uint32_t end, const sts_walk_rules *rules,
    sts_path_box *boxes, uint64_t *next) {
    const uint8_t *fix = fixes + first * STS_FIX_BYTES;
    const uint8_t *const final = fixes + last * STS_FIX_BYTES;
    while (fix != final && sts_time(fix + STS_FIX_BYTES) <= start) { fix += STS_FIX_BYTES; }
    *next = (uint64_t)(fix - fixes) / STS_FIX_BYTES;
    if (fix == final || sts_time(fix) >= end) { return 0; }
    uint32_t from = sts_time(fix) > start ? sts_time(fix) : start;
    sts_row low, high;
    int64_t count = 0;
    // Most ships lie still all the time.
    const uint8_t *reached = STS_MEANS(sts_walk_until)(fix, final, end, rules->stay, rules, &low, &high);
    if (reached) {
        const uint32_t until = sts_time(reached) < end ? sts_time(reached) : end;
        count = sts_put_box(rules, boxes, 0, from, until, low, high);
    } else {
        uint32_t until = (from / rules->slab + 1) * rules->slab;
        while (1) {
            reached = STS_MEANS(sts_walk_until)(fix, final, until, rules->largest, rules, &low, &high);
            if (!reached) { return -1; }
            const uint32_t time = sts_time(reached);
            count = sts_put_box(rules, boxes, count, from, time < until ? time : until, low, high);
            if (count < 0 || until >= end || (reached == final && time <= until)) { break; }
            // A stretch that reaches into the next slab belongs to both.
            fix = time > until ? reached - STS_FIX_BYTES : reached;
            from = until;
            until += rules->slab;
        }
    }
    if (sts_time(reached) > end) { reached -= STS_FIX_BYTES; }
    *next = (uint64_t)(reached - fixes) / STS_FIX_BYTES;
    return count;
}
