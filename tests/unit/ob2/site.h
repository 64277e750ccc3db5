#ifndef BLAZON_TESTS_OB2_SITE_H
#define BLAZON_TESTS_OB2_SITE_H

/* Documents of Open Badges 2.0 that a test's loader has, and what a check said of them. JSON here is written
 * with ' for ". */

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/ctx.h"
#include "ob2/graph.h"
#include "ob2/say.h"
#include "unit/failing.h"
#include "unit/unit.h"

#define V2 "'@context': 'https://w3id.org/openbadges/v2', "

/* What is at a URL; ends with a NULL url. */
typedef struct page {
    const char *url;
    const char *text;  /* NULL: the status alone */
    blz_status status; /* BLZ_OK is the default */
    const char *from;  /* where redirects ended */
} page;

typedef struct site {
    blz_ctx *ctx;
    const page *pages;
    size_t asked; /* how often the loader was */
    blz_buf said; /* "wrong /issuer message\n" for each finding */
} site;

static inline char *quoted(const char *text)
{
    char *copy = blz_strdup(text);
    if (!copy) return NULL;
    for (char *c = strchr(copy, '\''); c; c = strchr(c, '\''))
        *c = '"';
    return copy;
}

static inline json_t *json_of(const char *text)
{
    char *copy = quoted(text);
    json_error_t error;
    json_t *value = json_loads(copy, JSON_DECODE_ANY, &error);
    blz_free(copy);
    ck_assert_msg(value != NULL, "%s: %s", error.text, text);
    return value;
}

static blz_status site_load(void *user, const char *url, blz_document *out)
{
    site *s = user;
    s->asked++;
    for (const page *p = s->pages; p && p->url; p++) {
        if (strcmp(p->url, url) != 0) continue;
        if (!p->text) return p->status;
        out->bytes = quoted(p->text);
        if (p->from) out->url = blz_strdup(p->from);
        if (!out->bytes || (p->from && !out->url)) return BLZ_ERR_NOMEM;
        out->length = strlen(out->bytes);
        return BLZ_OK;
    }
    return BLZ_ERR_NOT_FOUND;
}

static inline void site_open(site *s, const page *pages)
{
    *s = (site){.pages = pages, .said = BLZ_BUF(100000)};
    ck_assert_ok(blz_ctx_new(&s->ctx));
    blz_ctx_set_loader(s->ctx, site_load, s);
}

static inline void site_close(site *s)
{
    blz_ctx_free(s->ctx);
    blz_buf_clear(&s->said);
}

static blz_status site_say(void *user, blz_ob2_finding finding, const char *pointer, const char *message)
{
    static const char *const names[] = {"note", "open", "wrong", "open-spec", "wrong-spec", "wrong-1edtech"};
    site *s = user;
    return blz_buf_printf(&s->said, "%s %s %s\n", names[finding], pointer, message);
}

static inline blz_ob2_listener listener_of(site *s)
{
    blz_buf_reset(&s->said);
    return (blz_ob2_listener){site_say, s};
}

static inline const char *said(const site *s)
{
    return s->said.length ? s->said.data : "";
}

#define expect_said(s, words)                                                                                \
    ck_assert_msg(strstr(said(s), words) != NULL, "\"%s\" is not in: %s", words, said(s))
#define expect_silence(s) ck_assert_str_eq(said(s), "")

#endif
