#ifndef BLAZON_TESTS_UPGRADED_H
#define BLAZON_TESTS_UPGRADED_H

/* Documents of old beside what they are today, in JSON with ' for ". */

#include "unit/failing.h"
#include "unit/unit.h"

#include <jansson.h>
#include <string.h>

#include "ob2/upgrade.h"

static inline json_t *upgraded_json(const char *text)
{
    char copy[4000];
    snprintf(copy, sizeof copy, "%s", text);
    for (char *quote = copy; (quote = strchr(quote, '\''));)
        *quote = '"';
    json_error_t error;
    json_t *json = json_loads(copy, 0, &error);
    ck_assert_msg(json != NULL, "%s in %s", error.text, copy);
    return json;
}

static inline void expect_json(const json_t *found, const char *expected)
{
    json_t *json = upgraded_json(expected);
    char *text = json_dumps(found, JSON_SORT_KEYS);
    ck_assert_msg(json_equal(found, json), "%s\ninstead of\n%s", text, expected);
    free(text);
    json_decref(json);
}

/* The whole way to 2.0. */
static inline void expect_upgraded(const char *document, blz_ob2_version version, const char *expected)
{
    json_t *json = upgraded_json(document), *before = json_deep_copy(json), *out = NULL;
    blz_ob2_version found = BLZ_OB2_2_0;
    ck_assert_ok(blz_ob2_upgrade(&out, &found, json));
    ck_assert_int_eq(found, version);
    expect_json(out, expected);
    ck_assert(json_equal(json, before)); /* what was given stays as it was */
    json_decref(out);
    json_decref(before);
    json_decref(json);
}

/* The same with each allocation failing. */
static inline void expect_no_memory(const char *document)
{
    json_t *json = upgraded_json(document);
    for (EACH_ALLOCATION_FAILS(f)) {
        json_t *out = NULL;
        blz_ob2_version version;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_ob2_upgrade(&out, &version, json);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        json_decref(out);
    }
    json_decref(json);
}

#define V2 "'@context': ['https://w3id.org/openbadges/v2']"

#endif
