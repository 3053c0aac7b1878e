// Windows of ships that hardly move, sixteen at a time in single precision; see `sts_near_follow`.
#if defined(__x86_64__)
#include <immintrin.h>

#define STS_WIDE __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl")))

STS_WIDE static inline __m512 sts_near_load(const uint32_t *place) { return _mm512_loadu_ps(place); }

// Whole windows that begin with a fix of one vessel: from its fixes `fix` on, as long as they lie before `end`, and that
// end at `end` or before. `rank` is a fix of the other vessel, not after the first one of these. Windows that begin with
// fixes of both are left out on demand.
//
// Returns the end of the blocks, or null when there is no room for more.
STS_WIDE static inline sts_near_block *sts_near_side(
    sts_near_path own, uint64_t fix, sts_near_path other, uint64_t rank, uint32_t end, uint32_t after,
    const float *base, int without_shared, sts_near_block *block, const sts_near_block *room, sts_near_range *range) {
    const uint64_t first_fix = fix, first_rank = rank;
    __m512 all = _mm512_setzero_ps();
    const __m512i last = _mm512_set1_epi32((int)end), later = _mm512_set1_epi32((int)after);
    const __m512 base_x = _mm512_set1_ps(base[0]), base_y = _mm512_set1_ps(base[1]), base_z = _mm512_set1_ps(base[2]);
    const __m512 twice_x = base_x + base_x, twice_y = base_y + base_y, twice_z = base_z + base_z;
    const __m512i lane = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    __m512 least = _mm512_set1_ps(range->least), greatest = _mm512_set1_ps(range->greatest);
    __m512 at_fix = _mm512_set1_ps(range->least_at_fix), moment = _mm512_setzero_ps();
    while (own.times[fix] < end) {
        if (block == room) return 0;
        const __m512i time = _mm512_loadu_si512(own.times + fix);
        const uint32_t *beside = other.times + rank;
        const __m512i early = _mm512_loadu_si512(beside), late = _mm512_loadu_si512(beside + 16);
        // How many fixes of the other vessel behind `rank` are not after each of these, up to 31.
        __m512i place = _mm512_maskz_mov_epi32(
            _mm512_cmple_epu32_mask(_mm512_set1_epi32((int)beside[16]), time), _mm512_set1_epi32(16));
#define STS_NEAR_STEP(STEP)                                                                                 \
    do {                                                                                                    \
        const __m512i candidate = _mm512_or_epi32(place, _mm512_set1_epi32(STEP));                          \
        place = _mm512_mask_mov_epi32(                                                                      \
            place, _mm512_cmple_epu32_mask(_mm512_permutex2var_epi32(early, candidate, late), time), candidate); \
    } while (0)
        STS_NEAR_STEP(8);
        STS_NEAR_STEP(4);
        STS_NEAR_STEP(2);
        STS_NEAR_STEP(1);
        const __mmask16 is_clear = _mm512_cmplt_epu32_mask(place, _mm512_set1_epi32(31));
        const unsigned taken = (unsigned)__builtin_ctz(~(unsigned)is_clear);
        if (taken == 0) {
            rank += 31;
            continue;
        }
        const __m512i next_place = _mm512_add_epi32(place, _mm512_set1_epi32(1));
        const __m512i since = _mm512_permutex2var_epi32(early, place, late);
        const __m512i until = _mm512_min_epu32(
            _mm512_loadu_si512(own.times + fix + 1), _mm512_permutex2var_epi32(early, next_place, late));
        __mmask16 counts = (__mmask16)((1u << taken) - 1u) & _mm512_cmple_epu32_mask(until, last);
        if (without_shared) counts &= _mm512_cmpneq_epu32_mask(since, time);
        const __m512 passed = _mm512_cvtepu32_ps(_mm512_sub_epi32(time, since));
        const __m512 seconds = _mm512_maskz_cvtepu32_ps(counts, _mm512_sub_epi32(until, time));
#define STS_NEAR_COLUMN(PATH, COLUMN, PLACE) (PATH.times + (COLUMN) * PATH.stride + (PLACE))
#define STS_NEAR_OTHER(COLUMN)                                              \
    _mm512_permutex2var_ps(                                                 \
        sts_near_load(STS_NEAR_COLUMN(other, COLUMN, rank)), place,         \
        sts_near_load(STS_NEAR_COLUMN(other, COLUMN, rank + 16)))
#define STS_NEAR_OWN(COLUMN) sts_near_load(STS_NEAR_COLUMN(own, COLUMN, fix))
        const __m512 pace_x = STS_NEAR_OTHER(4), pace_y = STS_NEAR_OTHER(5), pace_z = STS_NEAR_OTHER(6);
        const __m512 x = STS_NEAR_OWN(1) - _mm512_fmadd_ps(pace_x, passed, STS_NEAR_OTHER(1));
        const __m512 y = STS_NEAR_OWN(2) - _mm512_fmadd_ps(pace_y, passed, STS_NEAR_OTHER(2));
        const __m512 z = STS_NEAR_OWN(3) - _mm512_fmadd_ps(pace_z, passed, STS_NEAR_OTHER(3));
        const __m512 way_x = (STS_NEAR_OWN(4) - pace_x) * seconds;
        const __m512 way_y = (STS_NEAR_OWN(5) - pace_y) * seconds;
        const __m512 way_z = (STS_NEAR_OWN(6) - pace_z) * seconds;
        const __m512 left =
            _mm512_fmadd_ps(x, twice_x + x, _mm512_fmadd_ps(y, twice_y + y, z * (twice_z + z)));
        const __m512 along =
            _mm512_fmadd_ps(base_x + x, way_x, _mm512_fmadd_ps(base_y + y, way_y, (base_z + z) * way_z));
        const __m512 square = _mm512_fmadd_ps(way_x, way_x, _mm512_fmadd_ps(way_y, way_y, way_z * way_z));
        const __m512 quarter = square * _mm512_set1_ps(0.25f);
        const __m512 slope = _mm512_fmadd_ps(square, _mm512_set1_ps(0.5f), along);
        const __m512 middle = left + along + quarter;
        const __m512 steepness = _mm512_abs_ps(slope);
        // Where it turns, -1...0 in a window that does.
        const __m512 turn =
            _mm512_set1_ps(-2.0f) * steepness / _mm512_max_ps(square, _mm512_set1_ps(1e-30f));
        const __mmask16 turns = _mm512_cmp_ps_mask(turn, _mm512_set1_ps(-1.0f), _CMP_GE_OQ);
        const __m512 low = _mm512_mask_fmadd_ps(
            turn, turns, steepness * _mm512_set1_ps(0.5f), middle);
        const __m512 lowest = _mm512_mask_blend_ps(turns, middle - steepness + quarter, low);
        least = _mm512_mask_min_ps(least, counts, least, lowest);
        greatest = _mm512_mask_max_ps(greatest, counts, greatest, middle + steepness + quarter);
        at_fix = _mm512_mask_min_ps(at_fix, counts & _mm512_cmpgt_epu32_mask(time, later), at_fix, left);
        moment = _mm512_fmadd_ps(seconds, middle, moment);
        all += seconds;
        const __m512i ahead = _mm512_add_epi32(lane, _mm512_set1_epi32((int)(fix - first_fix)));
        const __m512i aside = _mm512_add_epi32(place, _mm512_set1_epi32((int)(rank - first_rank)));
        _mm512_storeu_si512(block->stretches, _mm512_or_si512(ahead, _mm512_slli_epi32(aside, 16)));
        _mm512_storeu_ps(block->seconds, seconds);
        _mm512_storeu_ps(block->middle, middle);
        _mm512_storeu_ps(block->steepness, steepness);
        _mm512_storeu_ps(block->square, square);
        _mm512_storeu_ps(block->turn, turn);
        block++;
        fix += taken;
        rank += (uint64_t)(uint32_t)_mm512_cvtsi512_si32(
            _mm512_permutexvar_epi32(_mm512_set1_epi32((int)taken - 1), place));
    }
    range->least = _mm512_reduce_min_ps(least);
    range->greatest = _mm512_reduce_max_ps(greatest);
    range->least_at_fix = _mm512_reduce_min_ps(at_fix);
    range->moment += _mm512_reduce_add_ps(moment);
    range->seconds += _mm512_reduce_add_ps(all);
    return block;
}

// Seconds at or below a value, and their growth if it is wanted.
STS_WIDE static inline __attribute__((always_inline)) sts_share sts_near_share(
    const sts_near_block *blocks, uint64_t count, float limit, int with_growth) {
    const __m512 one = _mm512_set1_ps(1.0f), minus_one = _mm512_set1_ps(-1.0f), two = _mm512_set1_ps(2.0f);
    const __m512 one_and_half = _mm512_set1_ps(1.5f);
    const __m512 level = _mm512_set1_ps(limit), tiny = _mm512_set1_ps(1e-30f);
    __m512d sum = _mm512_setzero_pd();
    __m512 growth = _mm512_setzero_ps();
    for (uint64_t first = 0; first < count; first += 8) {
        const uint64_t end = first + 8 < count ? first + 8 : count;
        __m512 part = _mm512_setzero_ps();
        for (uint64_t number = first; number < end; number++) {
            const sts_near_block *block = blocks + number;
            const __m512 seconds = _mm512_loadu_ps(block->seconds), steepness = _mm512_loadu_ps(block->steepness);
            const __m512 turn = _mm512_loadu_ps(block->turn);
            const __m512 rise = level - _mm512_loadu_ps(block->middle);
            const __m512 within = _mm512_fmadd_ps(_mm512_loadu_ps(block->square), rise, steepness * steepness);
            // One step of Newton's makes 14 bits of the roots 26, and costs less than a division.
            const __m512 known = _mm512_max_ps(within, tiny);
            const __m512 rough = _mm512_rsqrt14_ps(known);
            const __m512 inverse = rough * _mm512_fnmadd_ps(known * _mm512_set1_ps(0.5f), rough * rough, one_and_half);
            const __m512 width = known * inverse, sum_of_both = steepness + width;
            const __m512 near = _mm512_rcp14_ps(sum_of_both);
            const __m512 late = (rise + rise) * (near * _mm512_fnmadd_ps(sum_of_both, near, two));
            const __m512 early = _mm512_fmsub_ps(two, turn, late);
            const __m512 length = _mm512_min_ps(late, one) - _mm512_max_ps(early, minus_one);
            const __mmask16 lies = _mm512_cmp_ps_mask(within, _mm512_setzero_ps(), _CMP_GE_OQ)
                & _mm512_cmp_ps_mask(length, _mm512_setzero_ps(), _CMP_GT_OQ);
            part = _mm512_mask3_fmadd_ps(seconds, length, part, lies);
            if (!with_growth) continue;
            const __m512 rate = seconds * inverse;
            growth = _mm512_mask_add_ps(
                growth, lies & _mm512_cmp_ps_mask(_mm512_abs_ps(late), one, _CMP_LT_OQ), growth, rate);
            growth = _mm512_mask_add_ps(
                growth, lies & _mm512_cmp_ps_mask(_mm512_abs_ps(early), one, _CMP_LT_OQ), growth, rate);
        }
        sum += _mm512_cvtps_pd(_mm512_castps512_ps256(part)) + _mm512_cvtps_pd(_mm512_extractf32x8_ps(part, 1));
    }
    const sts_share share = {_mm512_reduce_add_pd(sum) * 0.5, (double)_mm512_reduce_add_ps(growth) * 0.5};
    return share;
}

STS_WIDE static inline sts_share sts_near_share_alone(const sts_near_block *blocks, uint64_t count, float limit) {
    return sts_near_share(blocks, count, limit, 0);
}

STS_WIDE static inline sts_share sts_near_share_and_growth(const sts_near_block *blocks, uint64_t count, float limit) {
    return sts_near_share(blocks, count, limit, 1);
}

// What a window between two moments shows, exactly as `sts_make_pieces` has it, and its piece.
STS_WIDE static inline void sts_near_look(
    const sts_stretch *one, const sts_stretch *other, double from, const sts_stretch *one_then,
    const sts_stretch *other_then, double until, sts_range *range, sts_pieces *piece, sts_pieces *turning) {
    sts_sight sights[6];
    sts_see_avx2(one, other, from, sights);
    sts_see_avx2(one_then, other_then, until, sights + 1);
    for (int copy = 2; copy < 6; copy++) sights[copy] = sights[1];
    range->blocks = range->turning = 0;
    sts_make_pieces_avx2(sights, 1, piece, turning, range);
}

// Takes note of the squared distance at a fix between start and end.
STS_WIDE static inline void sts_near_fix(
    const sts_stretch *one, const sts_stretch *other, double time, sts_range *range) {
    sts_sight sight;
    sts_see_avx2(one, other, time, &sight);
    const double *at = sight.offset;
    const double square = at[0] * at[0] + at[1] * at[1] + at[2] * at[2];
    if (square < range->least_at_fix) range->least_at_fix = square;
}

// The part of a window at the start or the end of the time as a piece in single precision.
STS_WIDE static inline void sts_near_put(
    const sts_pieces *piece, const sts_pieces *turning, const sts_range *range, double centre, double unit,
    sts_near_block *block, int lane) {
    const sts_pieces *held = range->turning > 0 ? turning : piece;
    const double steepness = fabs(held->slope[0]) * unit, square = 4 * held->curvature[0] * unit;
    block->seconds[lane] = (float)held->seconds[0];
    block->middle[lane] = (float)(held->middle[0] * unit - centre);
    block->steepness[lane] = (float)steepness;
    block->square[lane] = (float)square;
    block->turn[lane] = (float)(-2 * steepness / fmax(square, 1e-30));
}

// More windows are not looked at closely: ships that do not stir have all of them alike.
#define STS_NEAR_MOST_LOOKED 32

STS_WIDE static inline int sts_near_follow_wide(
    const sts_near_pair *pair, double start, double end, sts_near_block *blocks, uint64_t most,
    sts_near_result *result) {
    const sts_stretch *ones = pair->one.stretches, *others = pair->other.stretches;
    const uint64_t first = pair->one.first, first_other = pair->other.first;
    const uint32_t begin = (uint32_t)ceil(start), finish = (uint32_t)floor(end), after = (uint32_t)floor(start);
    const sts_near_path one = pair->one.path, other = pair->other.path;
    float base[3], opposite[3];
    for (int i = 0; i < 3; i++) opposite[i] = -(base[i] = (float)pair->base[i]);
    sts_near_range near = {INFINITY, -INFINITY, INFINITY, 0, 0};
    // The first fixes not before the start.
    const uint64_t fix = first + (one.times[first] < begin), fix_other = first_other + (other.times[first_other] < begin);
    const sts_near_block *room = blocks + most - 1;
    sts_near_block *middle = sts_near_side(one, fix, other, first_other, finish, after, base, 0, blocks, room, &near);
    if (middle == 0) return 0;
    sts_near_block *last = sts_near_side(other, fix_other, one, first, finish, after, opposite, 1, middle, room, &near);
    if (last == 0) return 0;
    const uint64_t count = (uint64_t)(last - blocks);

    // Some windows may be those of the least and the greatest distances: these are looked at closely.
    sts_range range = {INFINITY, 0, INFINITY, 0, 0};
    sts_pieces piece, turning[4];
    const float doubt = (float)(2.5 * pair->doubt);
    const __m512 low = _mm512_set1_ps(near.least + doubt), high = _mm512_set1_ps(near.greatest - doubt);
    const __m512 low_at_fix = _mm512_set1_ps(near.least_at_fix + doubt);
    uint32_t wanted_windows[STS_NEAR_MOST_LOOKED];
    unsigned looked = 0;
    for (const sts_near_block *block = blocks; block < last; block++) {
        const __m512 centre = _mm512_loadu_ps(block->middle), steepness = _mm512_loadu_ps(block->steepness);
        const __m512 turn = _mm512_loadu_ps(block->turn);
        const __m512 mean = _mm512_fmadd_ps(_mm512_loadu_ps(block->square), _mm512_set1_ps(0.25f), centre);
        const __m512 vertex = _mm512_fmadd_ps(turn, steepness * _mm512_set1_ps(0.5f), centre);
        const __m512 lower = mean - steepness;
        const __mmask16 turns = _mm512_cmp_ps_mask(turn, _mm512_set1_ps(-1.0f), _CMP_GE_OQ);
        unsigned wanted = _mm512_cmp_ps_mask(lower, low, _CMP_LE_OQ) | _mm512_cmp_ps_mask(lower, low_at_fix, _CMP_LE_OQ)
            | _mm512_mask_cmp_ps_mask(turns, vertex, low, _CMP_LE_OQ)
            | _mm512_cmp_ps_mask(mean + steepness, high, _CMP_GE_OQ);
        wanted &= _mm512_cmp_ps_mask(_mm512_loadu_ps(block->seconds), _mm512_setzero_ps(), _CMP_GT_OQ);
        for (; wanted != 0; wanted &= wanted - 1) {
            if (looked == STS_NEAR_MOST_LOOKED) return 0;
            const unsigned lane = (unsigned)__builtin_ctz(wanted);
            wanted_windows[looked++] = (uint32_t)(block - blocks) << 4 | lane;
            // Whole paths do not fit in the near caches: what will be looked at is fetched meanwhile.
            const uint32_t stretches = block->stretches[lane];
            const int is_ours = block < middle;
            __builtin_prefetch(ones + (is_ours ? fix + (stretches & 0xffff) : first + (stretches >> 16)));
            __builtin_prefetch(others + (is_ours ? first_other + (stretches >> 16) : fix_other + (stretches & 0xffff)));
        }
    }
    for (unsigned number = 0; number < looked; number++) {
        const sts_near_block *block = blocks + (wanted_windows[number] >> 4);
        const uint32_t stretches = block->stretches[wanted_windows[number] & 15];
        const int is_ours = block < middle;
        const uint64_t place = is_ours ? fix + (stretches & 0xffff) : first + (stretches >> 16);
        const uint64_t place_other = is_ours ? first_other + (stretches >> 16) : fix_other + (stretches & 0xffff);
        const uint32_t time = one.times[place], time_other = other.times[place_other];
        const uint32_t next = one.times[place + 1], next_other = other.times[place_other + 1];
        const double from = is_ours ? time : time_other, until = next < next_other ? next : next_other;
        // At a fix a vessel is on the stretch that ends there.
        const int is_inner = from > start;
        const sts_stretch *then = ones + place, *other_then = others + place_other;
        const sts_stretch *here = then - (is_inner && time == from);
        const sts_stretch *other_here = other_then - (is_inner && time_other == from);
        sts_near_look(here, other_here, from, then, other_then, until, &range, &piece, turning);
        if (is_inner) sts_near_fix(here, other_here, from, &range);
    }

    // What lies between the start, the end and the nearest fixes.
    for (int lane = 0; lane < 16; lane++) {
        last->seconds[lane] = last->middle[lane] = last->steepness[lane] = last->square[lane] = 0;
        last->turn[lane] = -2;
    }
    const sts_stretch *opening = ones + first, *opening_other = others + first_other;
    double seconds = near.seconds;
    if (opening->start != start && opening_other->start != start) {
        const double until = opening->end < opening_other->end ? opening->end : opening_other->end;
        sts_near_look(opening, opening_other, start, opening, opening_other, until, &range, &piece, turning);
        sts_near_put(&piece, turning, &range, pair->centre, pair->unit, last, 0);
        seconds += until - start;
    }
    const sts_stretch *closing = ones + pair->one.last, *closing_other = others + pair->other.last;
    if (closing->end != end && closing_other->end != end) {
        const double from = closing->start > closing_other->start ? closing->start : closing_other->start;
        const sts_stretch *here = closing - (closing->start == from);
        const sts_stretch *other_here = closing_other - (closing_other->start == from);
        sts_near_look(here, other_here, from, closing, closing_other, end, &range, &piece, turning);
        sts_near_put(&piece, turning, &range, pair->centre, pair->unit, last, 1);
        sts_near_fix(here, other_here, from, &range);
        seconds += end - from;
    }
    sts_sight sight;
    sts_see_avx2(opening, opening_other, start, &sight);
    memcpy(result->start_offset, sight.offset, sizeof result->start_offset);
    sts_see_avx2(closing, closing_other, end, &sight);
    memcpy(result->end_offset, sight.offset, sizeof result->end_offset);
    result->least = range.least;
    result->greatest = range.greatest;
    result->least_at_fix = range.least_at_fix;
    result->mean = near.moment / near.seconds;
    result->blocks = count + 1;
    // All of the time has been seen, or something is not as it should be.
    return fabs(seconds - (end - start)) <= 1e-5 * (end - start);
}
#endif
