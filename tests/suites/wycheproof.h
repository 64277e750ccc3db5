#ifndef BLAZON_TESTS_WYCHEPROOF_H
#define BLAZON_TESTS_WYCHEPROOF_H

/* What the runners of Project Wycheproof's vectors share: the walk over a file, and the count. */

#include "suites/suite.h"

#include <stdbool.h>
#include <string.h>

#include <jansson.h>

#include "base/ctx.h"

typedef struct wycheproof {
    char folder[900];
    blz_ctx *ctx;
    size_t passed, failed;
} wycheproof;

/* Whether the answer to one test is the right one. */
typedef bool wycheproof_test_fn(wycheproof *run, const json_t *group, const json_t *test);

static inline const char *text_of(const json_t *object, const char *member)
{
    const char *text = json_string_value(json_object_get(object, member));
    return text ? text : "";
}

static inline int id_of(const json_t *test)
{
    return (int)json_integer_value(json_object_get(test, "tcId"));
}

static inline bool is_valid(const json_t *test)
{
    return strcmp(text_of(test, "result"), "valid") == 0;
}

/* Runs `check` on every test of a file. */
static inline void wycheproof_file(wycheproof *run, const char *name, wycheproof_test_fn *check)
{
    char path[1000];
    snprintf(path, sizeof path, "%s/%s", run->folder, name);
    json_t *file = json_load_file(path, 0, NULL), *group, *test;
    size_t i, j;
    if (!file) {
        printf("%s cannot be read\n", path);
        run->failed++;
        return;
    }
    json_array_foreach (json_object_get(file, "testGroups"), i, group) {
        json_array_foreach (json_object_get(group, "tests"), j, test) {
            bool right = check(run, group, test);
            run->passed += right;
            run->failed += !right;
            if (!right) printf("%s: tcId %d (%s) disagrees\n", name, id_of(test), text_of(test, "comment"));
        }
    }
    json_decref(file);
}

#endif
