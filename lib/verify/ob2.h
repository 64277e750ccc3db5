#ifndef BLZ_VERIFY_OB2_H
#define BLZ_VERIFY_OB2_H

/* A document of Open Badges 2.0, or of a version before it, on its way through the steps. */

#include "ob2/classes.h"
#include "ob2/graph.h"
#include "ob2/say.h"
#include "ob2/told.h"
#include "ob2/walk.h"
#include "verify/check.h"

typedef struct blz_ob2_case {
    blz_ob2_graph *graph;
    const blz_ob2_document *given;  /* that somebody handed over; NULL: it could not be had */
    const blz_ob2_document *hosted; /* what is at its id; NULL: nobody asked */
    blz_ob2_class of;
    json_t
        *node; /* that is verified: what is hosted, where there is such a thing; a member of one of these */
    json_t *badge;  /* the BadgeClass that it leads to; NULL if there is none that is known */
    json_t *issuer; /* its Profile; likewise */
    json_t *named;  /* of a signed badge: what names the key whose signature matches; NULL: nothing */
    blz_key *key;   /* that one; NULL: none matches */
    bool proven;    /* by a signature, or by being where it says */
} blz_ob2_case;

/* Begins with check->document, or with the URL in check->input: the step "parse". */
blz_status blz_ob2_open(blz_check *check) BLZ_MUST_USE;
blz_status blz_ob2_open_url(blz_check *check) BLZ_MUST_USE;
/* NULL is allowed for check->ob2. */
void blz_ob2_close(blz_check *check);
bool blz_ob2_is_proven(const blz_check *check);

/* A listener that writes into the report. */
blz_ob2_listener blz_ob2_reporter(blz_check *check);

/* Follows a link of `node` to what is known there; `*out` is NULL if nothing is. */
blz_status blz_ob2_find(json_t **out, blz_check *check, const json_t *node, const char *property)
    BLZ_MUST_USE;

/* The questions that a badge and each of its endorsements are asked. `at` is the pointer to it. */
blz_status blz_ob2_check_revocation(blz_check *check, const json_t *node, json_t *issuer, const char *at)
    BLZ_MUST_USE;
blz_status blz_ob2_check_issued(blz_check *check, const json_t *node, const char *at) BLZ_MUST_USE;

#endif
