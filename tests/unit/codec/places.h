#ifndef BLAZON_TESTS_UNIT_CODEC_PLACES_H
#define BLAZON_TESTS_UNIT_CODEC_PLACES_H

/* Answers of locators as text. */

#include <stdio.h>
#include <string.h>

#include "unit/failing.h"
#include "unit/unit.h"

#include "base/source.h"

static inline blz_source *text_source(const char *text)
{
    blz_source *source = NULL;
    ck_assert_ok(blz_source_new(&source, "a.yaml", text, strlen(text)));
    return source;
}

/* "1:2-3:4", or "none" */
static inline const char *place_text(const blz_place *place)
{
    static char text[80];
    const blz_span *span = &place->span;
    if (!span->line) return "none";
    snprintf(text, sizeof text, "%zu:%zu-%zu:%zu", span->line, span->column, span->end_line,
             span->end_column);
    return text;
}

#define ck_assert_place(place, expected)                                                                     \
    ck_assert_msg(strcmp(place_text(place), (expected)) == 0, "%s: %s", (place)->pointer, place_text(place))

#endif
