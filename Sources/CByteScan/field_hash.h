#pragma once
// The hash of the bytes of a field, as FieldHash in ByteInput defines it.
#include "numbers.h"

// The hash of nothing.
#define STS_NO_HASH UINT64_C(0x9E3779B97F4A7C15)

// Both halves of the product, one upon the other.
static inline uint64_t sts_product(uint64_t one, uint64_t other) {
    const unsigned __int128 full = (unsigned __int128)one * other;
    return (uint64_t)(full >> 64) ^ (uint64_t)full;
}

// Sixteen bytes that keep, and sixteen that clear what lies behind the end of a field.
static const uint8_t sts_edge[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

// Takes `length` bytes into a hash. Sixteen bytes behind them must be readable.
static inline uint64_t sts_add_to_hash(uint64_t value, const uint8_t *bytes, uint64_t length) {
    const uint64_t salted = value ^ length * UINT64_C(0x9FB21C651E98DF25);
    if (length < 16) {
        const uint64_t low = sts_word(bytes) & sts_word(sts_edge + 16 - length);
        const uint64_t high = sts_word(bytes + 8) & sts_word(sts_edge + 24 - length);
        return sts_product(low ^ salted, high ^ UINT64_C(0xA0761D6478BD642F));
    }
    const uint8_t *end = bytes + length;
    uint64_t sum = 0;
    for (; end - bytes > 48; bytes += 16)
        sum = sts_product(sts_word(bytes) ^ sum, sts_word(bytes + 8) ^ UINT64_C(0xE7037ED1A0B428DB));
    // Three blocks that may overlap hold all of 16 to 48 bytes.
    const uint8_t *middle = bytes + (end - bytes < 32 ? end - bytes - 16 : 16);
    const uint64_t first = sts_product(
        sts_word(bytes) ^ UINT64_C(0x8EBC6AF09C88C6E3), sts_word(bytes + 8) ^ UINT64_C(0xA0761D6478BD642F));
    const uint64_t second = sts_product(
        sts_word(middle) ^ UINT64_C(0x589965CC75374CC3), sts_word(middle + 8) ^ UINT64_C(0xE7037ED1A0B428DB));
    const uint64_t third = sts_product(
        sts_word(end - 16) ^ UINT64_C(0x1D8E4E27C47D124F), sts_word(end - 8) ^ UINT64_C(0xEB44ACCAB455D165));
    return sts_product(salted ^ first ^ sum, (second + third) ^ UINT64_C(0xA0761D6478BD642F));
}
