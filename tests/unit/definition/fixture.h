#ifndef BLAZON_TESTS_DEFINITION_FIXTURE_H
#define BLAZON_TESTS_DEFINITION_FIXTURE_H

/* What the tests of this room share: trees from JSON text, definitions around them, files in a folder of
 * their own, findings as text, and allocations that fail. */

#define _XOPEN_SOURCE 700 /* nftw() */

#include "unit/unit.h"

#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jansson.h>

#include "base/ctx.h"
#include "base/diag.h"
#include "definition/definition.h"
#include "definition/load.h"

static inline json_t *tree_of(const char *json)
{
    json_error_t error;
    json_t *tree = json_loads(json, JSON_DECODE_ANY, &error);
    ck_assert_msg(tree, "%s at %d", error.text, error.column);
    return tree;
}

static inline blz_source *source_of(const char *name)
{
    blz_source *source = NULL;
    ck_assert_ok(blz_source_new(&source, name, "", 0));
    return source;
}

static inline blz_diags *new_diags(void)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    return diags;
}

/* A definition as if `json` had been read from "test.yaml". */
static inline blz_definition *definition_of(blz_definition_kind kind, const char *json)
{
    blz_definition *definition = blz_calloc(1, sizeof *definition);
    ck_assert_ptr_nonnull(definition);
    blz_source *source = source_of("test.yaml");
    ck_assert_ok(blz_mount_add(definition, "", source, "test.yaml"));
    blz_source_unref(source);
    definition->kind = kind;
    definition->json = tree_of(json);
    return definition;
}

/* "CODE pointer message" of a finding; the name of the source in front where it is not "test.yaml". */
static inline const char *finding(const blz_diags *diags, size_t index)
{
    static char text[4096];
    const blz_diag *diag = blz_diags_at(diags, index);
    if (!diag) return "none";
    const char *name = diag->source ? blz_source_name(diag->source) : "";
    bool plain = strcmp(name, "test.yaml") == 0;
    snprintf(text, sizeof text, "%s%s%s %s%s %s", plain ? "" : name, plain ? "" : ": ", diag->rule->code,
             diag->pointer ? diag->pointer : "-", diag->at_key ? " key" : "", diag->message);
    return text;
}

#define ck_assert_finding(diags, index, expected) ck_assert_str_eq(finding(diags, index), expected)
#define ck_assert_hint(diags, index, expected) ck_assert_str_eq(blz_diags_at(diags, index)->hint, expected)

/* A folder of its own under the system's temporary one; `folder` gets its real name. */
static inline void make_folder(char folder[PATH_MAX])
{
    char name[] = "/tmp/blazon-definition-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(name));
    ck_assert_ptr_nonnull(realpath(name, folder));
}

static inline const char *in(const char *folder, const char *name)
{
    static char paths[4][PATH_MAX + 256];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline void write_file(const char *folder, const char *name, const char *text)
{
    FILE *file = fopen(in(folder, name), "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    ck_assert_int_eq(fclose(file), 0);
}

static inline int remove_entry(const char *path, const struct stat *status, int type, struct FTW *at)
{
    (void)status, (void)type, (void)at;
    return remove(path);
}

static inline void remove_folder(const char *folder)
{
    ck_assert_int_eq(nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS), 0);
}

/* Lets the allocation number `at` (from 0) fail; with `lasting` also all after it. */
struct failing {
    size_t at, seen;
    bool lasting;
};

static inline bool fails_now(void *user)
{
    struct failing *failing = user;
    size_t number = failing->seen++;
    return failing->lasting ? number >= failing->at : number == failing->at;
}

/* Runs `call` with each allocation failing in turn, once and from then on, until it succeeds. Every failure
 * must be BLZ_ERR_NOMEM; leaks are for the sanitizer to find. `call` cleans up after itself. */
static inline void sweep(blz_status (*call)(void *user), void *user)
{
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (int lasting = 0; lasting < 2; lasting++) {
        blz_status status = BLZ_ERR_NOMEM;
        for (size_t at = 0; status == BLZ_ERR_NOMEM; at++) {
            struct failing failing = {.at = at, .lasting = lasting};
            blz_mem_set_failing(fails_now, &failing);
            status = call(user);
            blz_mem_set_failing(NULL, NULL);
            ck_assert_uint_lt(at, 100000);
        }
        ck_assert_int_eq(status, BLZ_OK);
    }
}

#endif
