#ifndef BLAZON_TESTS_CONVERT_RUN_H
#define BLAZON_TESTS_CONVERT_RUN_H

/* A conversion over a graph whose documents are given here. */

#include "ob2/convert.h"
#include "unit/ob2/upgraded.h"

#include <blazon/context.h>

typedef struct convert_bench {
    blz_ctx *ctx;
    blz_ob2_graph *graph;
    blz_convert_options options;
    char *why;
    blz_convert_run run;
    char notes[2000];
} convert_bench;

/* Every document that is asked for is the badge class of everybody; those of "lost" are not to be had. */
static blz_status convert_serve(void *user, const char *url, blz_document *out)
{
    (void)user;
    if (strstr(url, "lost")) return BLZ_ERR_NOT_FOUND;
    if (strstr(url, "gone")) return BLZ_ERR_GONE;
    char text[500];
    snprintf(text, sizeof text,
             "{\"@context\": \"https://w3id.org/openbadges/v2\", \"id\": \"%s\", \"type\": \"BadgeClass\", "
             "\"name\": "
             "\"Data\", \"criteria\": {\"narrative\": \"Show.\"}, \"issuer\": {\"id\": "
             "\"https://a.example/i\", \"type\": "
             "\"Profile\"}}",
             url);
    out->bytes = blz_strdup(text);
    out->length = strlen(text);
    return out->bytes ? BLZ_OK : BLZ_ERR_NOMEM;
}

static void convert_listen(void *user, const char *note)
{
    convert_bench *b = user;
    size_t used = strlen(b->notes);
    snprintf(b->notes + used, sizeof b->notes - used, "%s\n", note);
}

static inline void convert_open(convert_bench *b)
{
    *b = (convert_bench){0};
    ck_assert_ok(blz_ctx_new(&b->ctx));
    blz_ctx_set_loader(b->ctx, convert_serve, NULL);
    ck_assert_ok(blz_ob2_graph_new(&b->graph, b->ctx, true));
    b->options.note = convert_listen;
    b->options.note_user = b;
    b->run = (blz_convert_run){.graph = b->graph, .options = &b->options, .why = &b->why};
}

static inline void convert_close(convert_bench *b)
{
    blz_ob2_graph_free(b->graph);
    blz_ctx_free(b->ctx);
    blz_free(b->why);
}

static inline void expect_why(convert_bench *b, blz_status status, blz_status expected, const char *words)
{
    ck_assert_int_eq(status, expected);
    ck_assert_msg(b->why && strstr(b->why, words), "%s, not %s", b->why, words);
}

#endif
