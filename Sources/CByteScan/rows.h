#pragma once
// Reads the rows of a list of separators: a row's numbers in their usual forms, and the hash of what describes the sender.
#include "columns_avx2.h"
#include "field_hash.h"
#include "numbers.h"

// Which columns are read, and what is known of the day. `described` is handed over apart: pairs of a first column and
// the one behind the last.
typedef struct {
    uint32_t count;
    uint32_t identity, time, latitude, longitude;
    // How many pairs describe the sender.
    uint32_t runs;
    // Whether all columns lie within those of a row; if not, every row needs care.
    uint32_t is_complete;
    sts_day day;
} sts_row_plan;

// What sts_list_rows lists, with the quotation marks closed by an offset that no row reaches.
typedef struct {
    const uint32_t *separators;
    const uint32_t *row_ends;
    const uint32_t *quotes;
    uint32_t count;
} sts_row_list;

// How many rows have been read, where in the list of separators the last one ended, and the first quotation mark behind;
// and the marks of all rows that were written last.
typedef struct {
    uint32_t read;
    uint32_t end;
    uint32_t quote;
    uint32_t marks;
} sts_row_progress;

// A row of which nothing but its place can be told.
static inline void sts_leave_out(sts_row *row, uint32_t marks) {
    row->identity = 0;
    row->described_hash = 0;
    row->seconds = INT64_MIN;
    row->latitude = INT32_MIN;
    row->longitude = 0;
    row->nanoseconds = 0;
    row->marks = marks;
}

// Whether a row's quotation marks stand in pairs around fields, so that what is listed are its columns.
static inline int sts_whole_fields_are_quoted(
    const uint8_t *bytes, const uint32_t *quotes, uint32_t count, const uint32_t *bounds, uint32_t fields) {
    if (count & 1) return 0;
    uint32_t field = 0;
    for (uint32_t pair = 0; pair < count; pair += 2) {
        while (field < fields && bounds[field] + 1 != quotes[pair]) field++;
        if (field >= fields) return 0;
        field++;
        // Behind the second one may stand a carriage return.
        const uint32_t behind = quotes[pair + 1] + 1;
        if (behind == bounds[field]) continue;
        if (behind + 1 != bounds[field] || bytes[behind] != '\r') return 0;
    }
    return 1;
}

// A field of a row whose fields are quoted as a whole or not at all, without its quotation marks.
static inline sts_field sts_unquoted(const uint8_t *bytes, const uint32_t *bounds, uint32_t column) {
    sts_field field = {bytes + (uint32_t)(bounds[column] + 1), bytes + bounds[column + 1]};
    if (field.from < field.end && *field.from == '"') {
        field.from++;
        field.end -= field.end[-1] == '"' ? 1 : 2;
    }
    return field;
}

// Reads a row that has all columns; its place in the list of separators is noted if anything is left.
static inline void sts_read_row(
    const uint8_t *bytes, const sts_row_plan *plan, const uint32_t *described, const uint32_t *bounds, uint32_t first,
    sts_row *row) {
    const uint32_t left = sts_read_numbers(
        sts_unquoted(bytes, bounds, plan->identity), sts_unquoted(bytes, bounds, plan->time),
        sts_unquoted(bytes, bounds, plan->latitude), sts_unquoted(bytes, bounds, plan->longitude), &plan->day, row);
    uint64_t hash = STS_NO_HASH;
    for (uint32_t run = 0; run < plan->runs; run++) {
        const uint32_t from = bounds[described[2 * run]] + 1;
        hash = sts_add_to_hash(hash, bytes + from, bounds[described[2 * run + 1]] - from);
    }
    row->described_hash = hash;
    row->nanoseconds = left != 0 ? first : 0;
    row->marks = STS_HAS_ALL_COLUMNS | left;
}

// Reads any row, or marks it when it cannot be read; `fields` are those from bound `first` on, `quotes` the marks in it.
__attribute__((noinline)) static void sts_read_any_row(
    const uint8_t *bytes, const sts_row_plan *plan, const uint32_t *described, const sts_row_list *list, uint32_t first,
    uint32_t fields, const uint32_t *quotes, uint32_t quote_count, sts_row *row) {
    const uint32_t *bounds = list->separators + first;
    const int needs_care = !plan->is_complete
        || (quote_count > 0 && !sts_whole_fields_are_quoted(bytes, quotes, quote_count, bounds, fields));
    if (needs_care || fields != plan->count)
        sts_leave_out(row, needs_care ? STS_NEEDS_CARE : 0);
    else
        sts_read_row(bytes, plan, described, bounds, first, row);
}

// Reads rows of a list until it ends or `most` rows are written, at most STS_MOST_ROWS, with the means of a level as
// sts_list_rows has them; returns how many were written, blank ones left out.
//
// Behind the listed text 64 bytes must be readable; rows that have quotation marks elsewhere than around whole fields are
// only marked. With AVX2, all usual rows are found first and then read column after column: so many of them are under way
// in the processor at a time, where a whole row would wait for itself.
static inline uint32_t sts_read_rows(
    int level, const uint8_t *bytes, const sts_row_plan *plan, const uint32_t *described, const sts_entries *entries,
    const sts_row_list *list, sts_row_progress *progress, sts_row *rows, uint32_t most) {
    sts_usual_row usual[STS_MOST_ROWS];
    uint32_t usual_count = 0, count = 0, marks = 0;
    // No row has this many columns.
    const uint32_t usual_columns = level >= 2 && plan->is_complete ? plan->count : UINT32_MAX;
    const uint32_t listed = list->count;
    const uint32_t *separators = list->separators, *row_ends = list->row_ends, *quotes = list->quotes;
    uint32_t read = progress->read, end = progress->end, quote = progress->quote;
    while (read < listed && count < most) {
        // Field k lies between the bounds k and k + 1.
        const uint32_t first = end;
        end = row_ends[read++];
        const uint32_t start = separators[first] + 1, behind = separators[end];
        const uint32_t length = behind - start;
        if (length <= 1 && (length == 0 || bytes[start] == '\r')) continue;
        sts_row *row = rows + count++;
        row->start = start;
        row->length = length;
        if (end - first == usual_columns && quotes[quote] >= behind) {
            usual[usual_count].row = row;
            usual[usual_count++].bounds = separators + first;
        } else {
            const uint32_t from = quote;
            while (quotes[quote] < behind) quote++;
            sts_read_any_row(bytes, plan, described, list, first, end - first, quotes + from, quote - from, row);
            marks |= row->marks;
        }
    }
    progress->read = read;
    progress->end = end;
    progress->quote = quote;
    (void)entries;
#if defined(__x86_64__)
    if (usual_count > 0) {
        sts_usual_row *behind = usual + usual_count;
        const uint32_t left =
            sts_read_times_avx2(bytes, plan->identity, plan->time, &plan->day, entries, usual, behind)
            | sts_read_positions_avx2(bytes, plan->latitude, plan->longitude, usual, behind);
        for (uint32_t run = 0; run < plan->runs; run++)
            sts_add_to_hashes_avx2(bytes, described[2 * run], described[2 * run + 1], usual, behind);
        for (const sts_usual_row *one = usual; left != 0 && one < behind; one++)
            if ((one->row->marks & STS_ANYTHING_LEFT) != 0)
                one->row->nanoseconds = (uint32_t)(one->bounds - separators);
        marks |= left;
    }
#endif
    progress->marks = marks;
    return count;
}
