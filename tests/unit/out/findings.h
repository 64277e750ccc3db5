#ifndef BLAZON_TESTS_UNIT_OUT_FINDINGS_H
#define BLAZON_TESTS_UNIT_OUT_FINDINGS_H

/* Collectors with one finding, for the tests of the formats. */

#include "unit/unit.h"

#include <string.h>

#include "base/diag.h"

#include <blazon/out.h>

static inline blz_diags *findings_none(void)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    return diags;
}

static inline void findings_add(blz_diags *diags, const char *name, const char *text, const char *code,
                                blz_diag diag)
{
    blz_source *source = NULL;
    if (name) ck_assert_ok(blz_source_new(&source, name, text, strlen(text)));
    diag.source = source;
    ck_assert_ok(blz_diags_add(diags, code, &diag));
    blz_source_unref(source);
}

static inline char *findings_write(const char *format, const blz_diags *diags, const blz_out_options *options)
{
    char *text = NULL;
    ck_assert_ok(blz_out_write(&text, NULL, format, diags, options));
    return text;
}

/* Writes with the k-th allocation failing, for every k, until it works. */
static inline bool findings_fail_at(void *user)
{
    size_t *left = user;
    return (*left)-- == 0;
}

static inline void findings_sweep(const char *format, const blz_diags *diags)
{
    for (size_t k = 0;; k++) {
        size_t left = k;
        char *text = NULL;
        blz_mem_set_failing(findings_fail_at, &left);
        blz_status status = blz_out_write(&text, NULL, format, diags, NULL);
        blz_mem_set_failing(NULL, NULL);
        if (status == BLZ_OK) {
            ck_assert_uint_gt(k, 0);
            blz_free(text);
            return;
        }
        ck_assert_int_eq(status, BLZ_ERR_NOMEM);
        ck_assert_ptr_null(text);
    }
}

#endif
