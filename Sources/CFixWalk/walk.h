// Included once for each level, by shim.h.

// Goes on from a fix to the first one that is not before `until`, to the last, or to one behind which comes a gap or
// what would make the box larger than `extent`; 0 when a stretch asks for a closer look. `low` and `high` become those
// of the box.
STS_TARGET static inline const uint8_t *STS_MEANS(sts_walk_until)(
    const uint8_t *fix, const uint8_t *last, uint32_t until, uint32_t extent, const sts_walk_rules *rules, sts_row *low,
    sts_row *high) {
    const uint32_t any = UINT32_MAX, near = rules->reach - 1;
    const sts_row nearer = {0, 0, near, near}, limit = {any, rules->gap, 2 * near, 2 * near};
    const sts_row extents = {any, any, extent, extent};
    sts_row place = {0, 0, 0, 0};
    memcpy((uint8_t *)&place + 4, fix, STS_FIX_BYTES);
    const uint8_t *const first = fix;
    sts_row least = place, most = place;
    while (fix != last) {
        fix += STS_FIX_BYTES;
        const sts_row following = STS_ROW(fix);
        const sts_row lower = STS_LEAST(least, following), higher = STS_GREATEST(most, following);
        // Differences may wrap, those of longitudes too, but do not come round to small ones.
        const sts_signed_row far = following - place + nearer > limit;
        if (__builtin_reduce_or(far | (higher - lower > extents))) {
            fix -= STS_FIX_BYTES;
            const int is_large = !__builtin_reduce_or(far);
            if (is_large ? fix == first : !sts_is_gap(fix, rules)) { return 0; }
            break;
        }
        place = following;
        least = lower;
        most = higher;
        if (sts_time(fix) >= until) { break; }
    }
    *low = least;
    *high = most;
    return fix;
}

STS_TARGET static inline int64_t STS_MEANS(sts_walk)(
    const uint8_t *fixes, uint64_t first, uint64_t last, uint32_t start, uint32_t end, const sts_walk_rules *rules,
    sts_path_box *boxes, int64_t room, uint64_t *next) {
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
    if (reached && (reached == final || sts_time(reached) >= end)) {
        const uint32_t until = sts_time(reached) < end ? sts_time(reached) : end;
        count = sts_put_box(rules, boxes, 0, from, until, low, high);
    } else {
        uint32_t until = (from / rules->slab + 1) * rules->slab;
        while (1) {
            reached = STS_MEANS(sts_walk_until)(fix, final, until, rules->largest, rules, &low, &high);
            if (!reached) { return -1; }
            const uint32_t time = sts_time(reached);
            if (time > from) {
                if (count == room) { return -1; }
                count = sts_put_box(rules, boxes, count, from, time < until ? time : until, low, high);
                if (count < 0) { return -1; }
            }
            if ((until >= end && time >= until) || (reached == final && time <= until)) { break; }
            if (time >= until) {
                // A stretch that reaches into the next slab belongs to both.
                fix = time > until ? reached - STS_FIX_BYTES : reached;
                from = until;
                until += rules->slab;
            } else if (!sts_is_gap(reached, rules)) {
                // The box is as large as it may be.
                fix = reached;
                from = time;
            } else {
                // A gap, of which nothing is known.
                fix = reached + STS_FIX_BYTES;
                from = sts_time(fix);
                if (from >= end) {
                    *next = (uint64_t)((from > end ? reached : fix) - fixes) / STS_FIX_BYTES;
                    return count;
                }
                until = (from / rules->slab + 1) * rules->slab;
                if (fix == final) {
                    reached = fix;
                    break;
                }
            }
        }
    }
    if (sts_time(reached) > end) { reached -= STS_FIX_BYTES; }
    *next = (uint64_t)(reached - fixes) / STS_FIX_BYTES;
    return count;
}
