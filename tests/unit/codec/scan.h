#ifndef BLAZON_TESTS_UNIT_CODEC_SCAN_H
#define BLAZON_TESTS_UNIT_CODEC_SCAN_H

/* A scanner over a copy of a text that has nothing behind its last byte, so that the sanitizer sees whoever
 * reads on. */

#include <stdio.h>
#include <string.h>

#include "unit/failing.h"
#include "unit/unit.h"

#include "codec/json_scan.h"

typedef struct bare_text {
    char *bytes;
    blz_json_scanner scanner;
} bare_text;

static inline void bare_text_clear(bare_text *bare)
{
    free(bare->bytes);
}

static inline void bare_text_start(bare_text *bare, const char *text, size_t length)
{
    bare->bytes = malloc(length ? length : 1);
    ck_assert_ptr_nonnull(bare->bytes);
    memcpy(bare->bytes, text, length);
    blz_json_scanner_init(&bare->scanner, bare->bytes, length, 8, 40);
}

/* "start-end CODE message / hint" */
static inline const char *fault_text(const blz_json_fault *fault)
{
    static char text[400];
    snprintf(text, sizeof text, "%zu-%zu %s %s / %s", fault->start, fault->end, fault->code, fault->message,
             fault->hint);
    return text;
}

#endif
