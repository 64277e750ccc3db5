#ifndef BLAZON_TESTS_UNIT_SCHEMA_H
#define BLAZON_TESTS_UNIT_SCHEMA_H

/* Schemas and what they say about values. Texts have ' for ", so that they can be read. */

#include "unit/unit.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/ctx.h"
#include "schema/schema.h"
#include "unit/failing.h"

/* What is said about a value: "" if it is valid, else one line per failure, "#POINTER KEYWORD: MESSAGE", with
 * "@" for "#" if it is about the name, " | HINT" and " => FIX" behind it if there are any. */
typedef struct sc_case {
    const char *instance, *said;
} sc_case;

static inline void sc_swap(char *text, char from, char to)
{
    for (; *text; text++)
        if (*text == from) *text = to;
}

static inline json_t *sc_json(const char *text)
{
    json_error_t error;
    char *copy = strdup(text);
    ck_assert_ptr_nonnull(copy);
    sc_swap(copy, '\'', '"');
    json_t *json = json_loads(copy, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    ck_assert_msg(json != NULL, "%s: %s", text, error.text);
    free(copy);
    return json;
}

static inline blz_schema *sc_compile(const char *text, const blz_schema_options *options)
{
    char problem[300] = "";
    blz_schema_options full = options ? *options : (blz_schema_options){.assert_formats = true};
    full.problem = problem;
    full.problem_size = sizeof problem;
    blz_schema *schema = NULL;
    json_t *json = sc_json(text);
    blz_status status = blz_schema_compile(&schema, NULL, json, "http://ex/schema", &full);
    ck_assert_msg(status == BLZ_OK, "%s: %s, %s", text, blz_status_text(status), problem);
    json_decref(json);
    return schema;
}

static inline blz_status sc_write(void *user, const blz_schema_error *error)
{
    char *said = user;
    size_t length = strlen(said), left = 2000 - length;
    int n =
        snprintf(said + length, left, "%s%s%s %s: %s%s%s%s%s", length ? "\n" : "", error->at_key ? "@" : "#",
                 error->pointer, error->keyword, error->message, error->hint ? " | " : "",
                 error->hint ? error->hint : "", error->fix ? " => " : "", error->fix ? error->fix : "");
    ck_assert_int_lt(n, (int)left);
    return BLZ_OK;
}

static inline void sc_check(const blz_schema *schema, const char *instance, const char *wanted)
{
    char said[2000] = "";
    bool valid = false, silent = false;
    json_t *json = sc_json(instance);
    ck_assert_ok(blz_schema_validate(&silent, schema, json, NULL, NULL));
    ck_assert_ok(blz_schema_validate(&valid, schema, json, sc_write, said));
    sc_swap(said, '"', '\'');
    ck_assert_msg(strcmp(said, wanted) == 0, "%s: it is\n%s, not\n%s", instance, said, wanted);
    ck_assert_msg(valid == !*wanted && silent == valid, "%s: the verdicts differ", instance);
    json_decref(json);
}

static inline void sc_checks_with(const blz_schema_options *options, const char *schema, const sc_case *cases,
                                  size_t count)
{
    blz_schema *compiled = sc_compile(schema, options);
    for (size_t i = 0; i < count; i++)
        sc_check(compiled, cases[i].instance, cases[i].said);
    blz_schema_free(compiled);
}

static inline void sc_checks(const char *schema, const sc_case *cases, size_t count)
{
    sc_checks_with(NULL, schema, cases, count);
}

/* With the schemas of the year 2019. */
static inline void sc_checks_2019(const char *schema, const sc_case *cases, size_t count)
{
    sc_checks_with(&(blz_schema_options){.draft = BLZ_DRAFT_2019_09}, schema, cases, count);
}

static inline void sc_refuses_with(const blz_schema_options *options, const char *text, blz_status wanted,
                                   const char *wanted_problem)
{
    char problem[300] = "";
    blz_schema_options full = options ? *options : (blz_schema_options){.assert_formats = true};
    full.problem = problem;
    full.problem_size = sizeof problem;
    blz_schema *schema = NULL;
    json_t *json = sc_json(text);
    blz_status status = blz_schema_compile(&schema, NULL, json, "http://ex/schema", &full);
    ck_assert_msg(status == wanted, "%s: %s, %s", text, blz_status_text(status), problem);
    ck_assert_ptr_null(schema);
    sc_swap(problem, '"', '\'');
    ck_assert_msg(strcmp(problem, wanted_problem) == 0, "%s: \"%s\", not \"%s\"", text, problem,
                  wanted_problem);
    json_decref(json);
}

static inline void sc_refuses(const char *text, const char *problem)
{
    sc_refuses_with(NULL, text, BLZ_ERR_INVALID, problem);
}

static inline blz_status sc_count(void *user, const blz_schema_error *error)
{
    (void)error;
    ++*(size_t *)user;
    return BLZ_OK;
}

/* Each allocation fails once, of the compilation and of a validation with its messages. */
static inline void sc_runs_out_of_memory(const blz_schema_options *options, const char *text,
                                         const char *instance)
{
    json_t *json = sc_json(text), *value = sc_json(instance);
    for (EACH_ALLOCATION_FAILS(f)) {
        blz_schema *schema = NULL;
        bool valid = true;
        size_t count = 0;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_schema_compile(&schema, NULL, json, "http://ex/schema", options);
        if (status == BLZ_OK) status = blz_schema_validate(&valid, schema, value, sc_count, &count);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (failed(&f)) ck_assert_uint_eq(count, 0);
        if (schema) ck_assert(!valid);
        if (!failed(&f)) ck_assert_uint_gt(count, 0);
        blz_schema_free(schema);
    }
    json_decref(json);
    json_decref(value);
}

#endif
