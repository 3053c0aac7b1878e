// Included once for each level: STS_MEANS(NAME) is a function's name there, STS_TARGET the instructions it may use.

// Writes how two vessels on a stretch each see each other at a time.
STS_TARGET static inline void STS_MEANS(sts_see)(
    const sts_stretch *one, const sts_stretch *other, double time, sts_sight *sight) {
    sts_four offset = (STS_LOAD(one->from) + STS_LOAD(one->heading) * STS_FOUR(time - one->start))
        - (STS_LOAD(other->from) + STS_LOAD(other->heading) * STS_FOUR(time - other->start));
    offset[3] = time;
    STS_STORE(sight->offset, offset);
}

// Writes how two vessels see each other at the ends of the windows from one time to another; see `sts_follow`.
STS_TARGET static inline uint64_t STS_MEANS(sts_follow)(
    const sts_stretch *one, const sts_stretch *other, double start, double end, sts_sight *sights) {
    // Times are positive, so that their bits are in their order, and whole numbers are quicker to compare.
    const int64_t last = sts_bits(end);
    int64_t end_one = sts_bits(one->end), end_other = sts_bits(other->end);
    sts_sight *sight = sights;
    STS_MEANS(sts_see)(one, other, start, sight++);
    for (;;) {
        const int64_t next = end_one < end_other ? end_one : end_other;
        if (next >= last) break;
        double time;
        memcpy(&time, &next, sizeof time);
        STS_MEANS(sts_see)(one, other, time, sight++);
        // Without a branch, which nobody could foresee: whose fix comes next is as good as chance.
        const int64_t moves_one = end_one <= end_other, moves_other = end_other <= end_one;
        // What comes next is fetched early: the paths of a harbour are too many for the near caches.
        __builtin_prefetch(one + 16);
        __builtin_prefetch(other + 16);
        one += moves_one;
        other += moves_other;
        end_one = sts_bits(one->end);
        end_other = sts_bits(other->end);
    }
    STS_MEANS(sts_see)(one, other, end, sight);
    for (uint64_t copy = 1; copy <= 4; copy++) sight[copy] = *sight;
    return (uint64_t)(sight - sights);
}

// Tells what is known of windows; see `sts_tell`.
STS_TARGET static inline void STS_MEANS(sts_tell)(
    const sts_sight *sights, uint64_t windows, double within, double beyond, uint8_t *told) {
    for (uint64_t window = 0; window < windows; window += 4) {
        const sts_sight *sight = sights + window, *next = sight + 1;
        sts_four x, y, z, time, next_x, next_y, next_z, next_time;
        STS_TURN(sight, x, y, z, time);
        STS_TURN(next, next_x, next_y, next_z, next_time);
        (void)time, (void)next_time;
        const sts_four left = x * x + y * y + z * z;
        const sts_four right = next_x * next_x + next_y * next_y + next_z * next_z;
        const sts_four both_x = x + next_x, both_y = y + next_y, both_z = z + next_z;
        const sts_four middle = (both_x * both_x + both_y * both_y + both_z * both_z) * 0.25;
        const sts_four low = STS_LESS(STS_LESS(left, right), middle), high = STS_MORE(left, right);
        // A parabola leaves the range of its three values where it turns, by an eighth of that at most.
        const sts_mask is_within = high <= within, is_beyond = low - (high - low) * 0.25 > beyond;
        const sts_mask answer = (is_within & 1) | (is_beyond & ~is_within & 2);
        for (int lane = 0; lane < 4; lane++) told[window + (uint64_t)lane] = (uint8_t)answer[lane];
    }
}

// Makes pieces of windows; see `sts_make_pieces`.
STS_TARGET static inline void STS_MEANS(sts_make_pieces)(
    const sts_sight *sights, uint64_t windows, sts_pieces *blocks, sts_pieces *turning, sts_range *range) {
    sts_four least = STS_FOUR(range->least), greatest = STS_FOUR(range->greatest);
    sts_four at_fix = STS_FOUR(range->least_at_fix);
    sts_mask inner = {1, 2, 3, 4};
    for (uint64_t window = 0; window < windows; window += 4) {
        const sts_sight *sight = sights + window;
        sts_four x, y, z, time, next_x, next_y, next_z, next_time;
        STS_TURN(sight, x, y, z, time);
        const sts_sight *next = sight + 1;
        STS_TURN(next, next_x, next_y, next_z, next_time);
        const sts_four left = x * x + y * y + z * z;
        const sts_four right = next_x * next_x + next_y * next_y + next_z * next_z;
        const sts_four half_x = (x + next_x) * 0.5, half_y = (y + next_y) * 0.5, half_z = (z + next_z) * 0.5;
        const sts_four middle = half_x * half_x + half_y * half_y + half_z * half_z;
        const sts_four seconds = next_time - time;
        const sts_four curvature = (left + right) * 0.5 - middle;
        const sts_four slope = (right - left) * 0.5;
        const sts_four steepness = STS_SIZE(slope);
        const sts_four low = STS_LESS(STS_LESS(left, right), middle);
        const sts_four high = STS_MORE(STS_MORE(left, right), middle);
        greatest = STS_MORE(greatest, high);
        // All ends of windows but the first and the last are fixes.
        const sts_mask is_inner = inner < (int64_t)windows;
        at_fix = STS_LESS(at_fix, STS_SELECT(is_inner, right, at_fix));
        inner += 4;
        const sts_mask rises =
            (steepness >= 2 * STS_SIZE(curvature)) & (steepness > 1e-12 * (middle + 1e-14));
        // What does not rise or fall all along lasts no time here.
        sts_pieces *block = blocks + range->blocks++;
        STS_STORE(block->seconds, STS_SELECT(rises, seconds, STS_FOUR(0.0)));
        STS_STORE(block->curvature, STS_SELECT(rises, curvature, STS_FOUR(0.0)));
        STS_STORE(block->slope, STS_SELECT(rises, steepness, STS_FOUR(1.0)));
        STS_STORE(block->middle, middle);
        const sts_mask turns = ~rises & (seconds > 0);
        if (__builtin_reduce_or(turns) != 0) {
            for (int lane = 0; lane < 4; lane++) {
                if (turns[lane] == 0) continue;
                sts_put_piece(
                    turning, range->turning++, seconds[lane], curvature[lane], slope[lane], middle[lane]);
                // A parabola leaves the range of its three values where it turns, by an eighth of that at most.
                if (curvature[lane] > 0 && steepness[lane] < 2 * curvature[lane]
                    && low[lane] - (high[lane] - low[lane]) / 4 - 1e-6 * high[lane] < least[lane]) {
                    const double way = (-slope[lane] / (2 * curvature[lane]) + 1) / 2;
                    const double turn_x = x[lane] + (next_x[lane] - x[lane]) * way;
                    const double turn_y = y[lane] + (next_y[lane] - y[lane]) * way;
                    const double turn_z = z[lane] + (next_z[lane] - z[lane]) * way;
                    const double turn = turn_x * turn_x + turn_y * turn_y + turn_z * turn_z;
                    if (turn < least[lane]) least[lane] = turn;
                }
            }
        }
        least = STS_LESS(least, low);
    }
    for (int lane = 0; lane < 4; lane++) {
        if (least[lane] < range->least) range->least = least[lane];
        if (greatest[lane] > range->greatest) range->greatest = greatest[lane];
        if (at_fix[lane] < range->least_at_fix) range->least_at_fix = at_fix[lane];
    }
}

// How much of the time of pieces is at or below a squared distance; see `sts_time_within`.
STS_TARGET static inline sts_share STS_MEANS(sts_time_within)(
    const sts_pieces *blocks, uint64_t count, const sts_pieces *turning, uint64_t turning_count, double limit) {
    sts_four seconds = STS_FOUR(0.0), growth = STS_FOUR(0.0);
    for (const sts_pieces *block = blocks; block < blocks + count; block++) {
        const sts_four own = STS_LOAD(block->seconds), steepness = STS_LOAD(block->slope);
        const sts_four constant = STS_FOUR(limit) - STS_LOAD(block->middle);
        // The root that may lie within the piece is 2 constant / (steepness + width), a pole away from the other.
        const sts_four square = steepness * steepness + 4 * STS_LOAD(block->curvature) * constant;
        const sts_four floor = steepness * 1e-9;
        const sts_four width = __builtin_elementwise_sqrt(STS_MORE(square, floor * floor));
        const sts_four sum = steepness + width;
        const sts_four inverse = 1 / (sum * width);
        const sts_four root = 2 * constant * width * inverse;
        const sts_mask is_inside = STS_SIZE(root) <= 1;
        seconds += own * (STS_MORE(STS_LESS(root, STS_FOUR(1.0)), STS_FOUR(-1.0)) + 1);
        growth += STS_SELECT(is_inside, own * sum * inverse, STS_FOUR(0.0));
    }
    for (const sts_pieces *piece = turning; piece < turning + (turning_count + 3) / 4; piece++) {
        const sts_four own = STS_LOAD(piece->seconds), slope = STS_LOAD(piece->slope);
        const sts_four curvature = STS_LOAD(piece->curvature), middle = STS_LOAD(piece->middle);
        const sts_four constant = middle - STS_FOUR(limit);
        const sts_mask is_flat = STS_SIZE(curvature) + STS_SIZE(slope) <= 1e-12 * (STS_SIZE(middle) + 1e-14);
        const sts_four square = slope * slope - 4 * curvature * constant;
        const sts_mask has_roots = (square > 0) & ~is_flat;
        const sts_four width = __builtin_elementwise_sqrt(STS_SELECT(has_roots, square, STS_FOUR(1.0)));
        // The stable form of the two roots.
        const sts_four twice = STS_SELECT(slope < 0, width - slope, -(slope + width));
        const sts_four sum = STS_SELECT(has_roots, twice * 0.5, STS_FOUR(1.0));
        const sts_four root = sum / curvature, other = constant / sum;
        const sts_four low = STS_MORE(STS_LESS(STS_LESS(root, other), STS_FOUR(1.0)), STS_FOUR(-1.0));
        const sts_four high = STS_MORE(STS_LESS(STS_MORE(root, other), STS_FOUR(1.0)), STS_FOUR(-1.0));
        const sts_four between = STS_SELECT(has_roots, high - low, STS_FOUR(0.0));
        const sts_four below = STS_SELECT(curvature > 0, between, 2 - between);
        const sts_four flat = STS_SELECT(constant <= 0, STS_FOUR(2.0), STS_FOUR(0.0));
        seconds += own * STS_SELECT(is_flat, flat, below);
        const sts_four roots = STS_SELECT(STS_SIZE(root) < 1, STS_FOUR(1.0), STS_FOUR(0.0))
            + STS_SELECT(STS_SIZE(other) < 1, STS_FOUR(1.0), STS_FOUR(0.0));
        growth += STS_SELECT(has_roots, own * roots / width, STS_FOUR(0.0));
    }
    const sts_share share = {
        ((seconds[0] + seconds[1]) + (seconds[2] + seconds[3])) * 0.5,
        ((growth[0] + growth[1]) + (growth[2] + growth[3])) * 0.5};
    return share;
}
