#ifndef BLZ_VERIFY_REPORT_H
#define BLZ_VERIFY_REPORT_H

/* What the steps write into and the two formats read from. */

#include "base/arena.h"
#include "base/buf.h"

#include <blazon/verify.h>

struct blz_report {
    blz_arena arena; /* every text below */
    blz_verdict verdict;
    blz_policy policy;
    const char *input;
    blz_report_kind kind;
    const char *standard;
    blz_party issuer, achievement;
    const char *id;      /* of what was verified; NULL if it has none */
    const char *subject; /* id of it; NULL if it has none */
    const char *title;   /* of a learner record: its name or else its id; NULL if it has none */
    blz_proof_info *proofs;
    size_t proof_count;
    blz_step *steps;
    size_t step_count, step_room;
    /* What the text for people says in one line each; NULL where there is nothing to say. */
    const char *binding, *recipient, *dates, *results, *list;
};

blz_status blz_report_new(blz_report **out, const char *input, blz_policy policy) BLZ_MUST_USE;
/* Adds a step whose message is in the arena already; `id` and `spec` are static, the pointer is copied. */
blz_status blz_report_add_step(blz_report *report, const blz_step *step) BLZ_MUST_USE;
/* Copies both texts; `key` may be NULL. */
blz_status blz_report_add_proof(blz_report *report, const char *type, const char *key) BLZ_MUST_USE;
/* The verdict that the steps add up to. */
blz_verdict blz_report_sum(const blz_report *report);
/* blz_report_json() behind what is in the buffer. Errors: BLZ_ERR_NOMEM. */
blz_status blz_report_put_json(blz_buf *out, const blz_report *report) BLZ_MUST_USE;

BLZ_DEFINE_AUTO(blz_report, blz_report_free)

#endif
