#ifndef BLAZON_TESTS_STATUS_KEPT_H
#define BLAZON_TESTS_STATUS_KEPT_H

/* A list in a folder of its own. */

#include "base/ctx.h"
#include "status/list.h"
#include "unit/base/folder.h"
#include "unit/credential/keys.h"

#define LIST_ID "https://badges.example.edu/status/1"
#define LIST_ISSUER "did:web:badges.example.edu"

typedef struct kept {
    blz_ctx *ctx;
    blz_diags *diags;
    blz_status_list *list;
} kept;

/* A new list for this purpose, open to be changed. */
static inline kept kept_open(const char *purpose)
{
    kept k = {.diags = diags_new()};
    const blz_status_list_options options = {.id = LIST_ID, .issuer = LIST_ISSUER, .purpose = purpose};
    enter();
    ck_assert_ok(blz_ctx_new(&k.ctx));
    blz_ctx_set_now(k.ctx, INT64_C(1780000000)); /* 2026-05-28T20:26:40Z */
    ck_assert_ok(blz_status_list_create("list.json", &options, k.diags));
    ck_assert_ok(blz_status_list_open(&k.list, "list.json", true, k.diags));
    return k;
}

static inline void kept_close(kept *k)
{
    blz_status_list_free(k->list);
    blz_diags_free(k->diags);
    blz_ctx_free(k->ctx);
    LEAVE("list.json");
}

/* The last call was refused, and this is the finding. */
static inline void refused(kept *k, blz_status status, blz_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(strstr(finding(k->diags, 0), words) != NULL, "\"%s\" has no \"%s\"", finding(k->diags, 0),
                  words);
    blz_diags_free(k->diags);
    k->diags = diags_new();
}

#endif
