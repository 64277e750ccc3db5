#ifndef BLZ_CODEC_YAML_TEXT_H
#define BLZ_CODEC_YAML_TEXT_H

/* What the YAML reader, its messages and its locator share: a text that libyaml can take, and places in it.
 */

#include <yaml.h>

#include "base/diag.h"

typedef struct blz_yaml_text {
    blz_source *source;
    const char *bytes;
    size_t length;
    size_t origin; /* where libyaml's count starts: behind a byte order mark */
} blz_yaml_text;

/* One finding in a YAML text, by bytes. NULL texts of `message` mean that memory ran out. */
typedef struct blz_yaml_fault {
    const char *code;
    size_t start, end;
    const char *message, *reason, *hint;
} blz_yaml_fault;

/* `source` of the result is for the caller to set who reports. */
blz_yaml_text blz_yaml_text_of(const blz_source *source);

/* Refuses what is not UTF-8 or has characters that YAML does not allow or treats as line ends unseen.
 * Errors: BLZ_ERR_SYNTAX with a diagnostic added, BLZ_ERR_NOMEM. */
blz_status blz_yaml_check_text(const blz_yaml_text *text, blz_diags *diags) BLZ_MUST_USE;

/* The byte at a mark of libyaml, which counts code points. */
size_t blz_yaml_offset(const blz_yaml_text *text, const yaml_mark_t *mark);
/* The bytes of the line at an offset, without its end: its start, and its end in `*end`. */
size_t blz_yaml_line(const blz_yaml_text *text, size_t offset, size_t *end);

/* Adds the finding. Errors: BLZ_ERR_NOMEM. */
blz_status blz_yaml_report(const blz_yaml_text *text, blz_diags *diags, const blz_yaml_fault *fault)
    BLZ_MUST_USE;
/* Adds what the parser stopped at, in words for people who never saw YAML. Errors: BLZ_ERR_NOMEM. */
blz_status blz_yaml_explain(const blz_yaml_text *text, blz_diags *diags, const yaml_parser_t *parser)
    BLZ_MUST_USE;

/* A parser over the text. Errors: BLZ_ERR_NOMEM. Release with yaml_parser_delete(). */
blz_status blz_yaml_start(yaml_parser_t *parser, const blz_yaml_text *text) BLZ_MUST_USE;

#endif
