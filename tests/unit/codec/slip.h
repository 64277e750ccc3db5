#ifndef BLAZON_TESTS_UNIT_CODEC_SLIP_H
#define BLAZON_TESTS_UNIT_CODEC_SLIP_H

/* What is said about a text that libyaml stops at. */

#include <stdio.h>
#include <string.h>

#include "unit/failing.h"
#include "unit/unit.h"

#include "codec/yaml_text.h"

static inline void yaml_parser_t_clear(yaml_parser_t *parser)
{
    yaml_parser_delete(parser);
}

/* Whether the parser stopped before the end. */
static inline bool stops(yaml_parser_t *parser)
{
    for (;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) return true;
        yaml_event_type_t type = event.type;
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT) return false;
    }
}

static inline blz_status explain_text(blz_diags **diags, const char *text)
{
    BLZ_AUTO(blz_source) source = NULL;
    BLZ_SCOPED(yaml_parser_t) parser = {0};
    BLZ_TRY(blz_source_new(&source, "a.yaml", text, strlen(text)));
    BLZ_TRY(blz_diags_new(diags));
    blz_yaml_text yaml = blz_yaml_text_of(source);
    yaml.source = source;
    BLZ_TRY(blz_yaml_start(&parser, &yaml));
    ck_assert_msg(stops(&parser), "%s", text);
    return blz_yaml_explain(&yaml, *diags, &parser);
}

/* "line:column-line:column message / hint" */
static inline void explains(const char *text, const char *expected)
{
    char said[600];
    BLZ_AUTO(blz_diags) diags = NULL;
    ck_assert_ok(explain_text(&diags, text));
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    const blz_diag *diag = blz_diags_at(diags, 0);
    const blz_span *span = &diag->span;
    ck_assert_str_eq(diag->rule->code, "BLZ002");
    snprintf(said, sizeof said, "%zu:%zu-%zu:%zu %s / %s", span->line, span->column, span->end_line,
             span->end_column, diag->message, diag->hint ? diag->hint : diag->reason);
    ck_assert_msg(strcmp(said, expected) == 0, "\n%s\nis:     %s\nnot:    %s", text, said, expected);
}

#endif
