#pragma once
// Puts fixes where they belong.
#include <stdint.h>
#include <string.h>

// A fix takes twelve bytes: seconds since 1970, latitude and longitude in 1e-7 degree.
#define STS_FIX_BYTES 12
// As it is read, its identity stands before it.
#define STS_READ_BYTES 16

static inline uint32_t sts_identity(const uint8_t *read) {
    uint32_t identity;
    memcpy(&identity, read, sizeof identity);
    return identity;
}

// Stores each of `count` fixes at the place that `places` has for its identity, and moves that place on by one.
//
// Where the next fixes of an identity go lies in no near cache any more, and stores wait for each other: what a fix will
// be written to is asked for some fixes before.
static inline void sts_scatter_fixes(const uint8_t *read, uint64_t count, uint32_t *places, uint8_t *sorted) {
    const uint64_t ahead = 16;
    for (uint64_t fix = 0; fix < count; fix++, read += STS_READ_BYTES) {
        if (count - fix > ahead) {
            const uint64_t soon = places[sts_identity(read + ahead * STS_READ_BYTES)];
            __builtin_prefetch(sorted + soon * STS_FIX_BYTES, 1);
        }
        const uint64_t place = places[sts_identity(read)]++;
        memcpy(sorted + place * STS_FIX_BYTES, read + sizeof(uint32_t), STS_FIX_BYTES);
    }
}
