#ifndef BLAZON_TESTS_UNIT_CREDENTIAL_KEYS_H
#define BLAZON_TESTS_UNIT_CREDENTIAL_KEYS_H

/* Keys that are the same in every run (but for RSA), findings as text, JSON from text. */

#include <stdio.h>
#include <string.h>

#include "unit/credential/sweep.h"

#include "base/ctx.h"
#include "base/diag.h"
#include "crypto/key.h"

static inline blz_status counting_random(void *user, uint8_t *out, size_t length)
{
    uint8_t *next = user;
    for (size_t i = 0; i < length; i++)
        out[i] = (*next)++;
    return BLZ_OK;
}

static inline blz_key *key_of(blz_key_type type, uint8_t seed)
{
    BLZ_AUTO(blz_ctx) ctx = NULL;
    blz_key *key = NULL;
    ck_assert_ok(blz_ctx_new(&ctx));
    blz_ctx_set_random(ctx, counting_random, &seed);
    ck_assert_ok(blz_key_generate(&key, ctx, type, type == BLZ_KEY_RSA ? 2048 : 0));
    return key;
}

static inline json_t *json_of(const char *text)
{
    json_error_t error;
    json_t *value = json_loads(text, 0, &error);
    ck_assert_msg(value != NULL, "%s", error.text);
    return value;
}

static inline blz_diags *diags_new(void)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    return diags;
}

/* "CODE pointer message" of the finding at `index`; "none" beyond the end. */
static inline const char *finding(const blz_diags *diags, size_t index)
{
    static char text[2000];
    const blz_diag *diag = blz_diags_at(diags, index);
    if (!diag) return "none";
    snprintf(text, sizeof text, "%s %s %s", diag->rule->code, diag->pointer ? diag->pointer : "-",
             diag->message);
    return text;
}

#endif
