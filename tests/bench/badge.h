#ifndef BLAZON_BENCH_BADGE_H
#define BLAZON_BENCH_BADGE_H

/* Signed badges to measure with. */

#include <blazon/context.h>
#include <blazon/key.h>

#define BENCH_NOW INT64_C(1780000000)

enum bench_size {
    BENCH_BASIC,  /* an achievement and who has it: about a kilobyte of JSON */
    BENCH_RUBRIC, /* as blazon issues it: four criteria with three levels each, four results, six kilobytes */
};

/* A JWT by `key`, whose did:key is the issuer. `serial` makes badges differ. Ends the program on failure. */
char *bench_badge(blz_ctx *ctx, const blz_key *key, enum bench_size size, unsigned serial);

/* The same badge in JSON: without a proof, or with one of that suite. */
char *bench_credential(const blz_key *key, enum bench_size size, unsigned serial);
char *bench_sealed(blz_ctx *ctx, const blz_key *key, enum bench_size size, unsigned serial,
                   const char *suite);

/* Ends the program, naming `what`, if something that has to work does not. */
void bench_must(int fine, const char *what);

/* Seconds on a clock that only goes on. */
double bench_seconds(void);

#endif
