#pragma once
#include <isa-l/igzip_lib.h>

// The library's AVX code returns with the upper halves of the vector registers in use (isa-l 2.30). Until they are
// cleared, every SSE instruction of the thread must keep them as they are: on AMD's Zen 4 floating-point code that
// followed took several times as long.
#if defined(__x86_64__)
__attribute__((target("avx"))) static inline void sts_clear_upper_halves(void) { __builtin_ia32_vzeroupper(); }

static inline int sts_isal_inflate(struct inflate_state *state) {
    const int status = isal_inflate(state);
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx")) { sts_clear_upper_halves(); }
    return status;
}
#else
static inline int sts_isal_inflate(struct inflate_state *state) { return isal_inflate(state); }
#endif
