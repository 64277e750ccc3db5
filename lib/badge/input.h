#ifndef BLZ_BADGE_INPUT_H
#define BLZ_BADGE_INPUT_H

/* What somebody handed over: a token, JSON, or something else. */

#include <jansson.h>
#include <stdbool.h>

#include "base/mem.h"

#include <blazon/image.h>

typedef enum blz_form {
    BLZ_FORM_NONE = 0, /* nothing that could be a badge */
    BLZ_FORM_JSON,
    BLZ_FORM_JWT,
    BLZ_FORM_URL, /* where a badge is hosted, all there is in a picture from before Open Badges 1.0 */
} blz_form;

typedef struct blz_input {
    blz_form form;
    const char *what;    /* "a PDF document": for NONE; static */
    const char *problem; /* plain words for NONE */
    bool broken;         /* NONE because the JSON is broken, at this place, from 1 */
    size_t line, column;
    const char *token; /* the compact JWS or the URL without white space around it; borrowed */
    size_t token_length;
    blz_baked baked;     /* if it came out of an image; the text that everything else is about */
    char *image_problem; /* why nothing did, if it is one */
    json_t *json;        /* the document, or what the token was wrapped in; a reference; may be NULL */
} blz_input;

/* Looks at the bytes, which must outlive `out`. Whatever they are is an answer, not an error.
 * Errors: BLZ_ERR_NOMEM. */
blz_status blz_input_read(blz_input *out, blz_ctx *ctx, const char *bytes, size_t length) BLZ_MUST_USE;
/* The same for a value that was read already; takes a reference of its own. */
blz_status blz_input_of(blz_input *out, json_t *json) BLZ_MUST_USE;
/* What a token claims, or the JSON: a new reference to an object. Errors: BLZ_ERR_INVALID with `*problem` in
 * plain words, which lives as long as the input; BLZ_ERR_NOMEM. */
blz_status blz_input_document(json_t **out, const blz_input *input, blz_ctx *ctx, const char **problem)
    BLZ_MUST_USE;
void blz_input_clear(blz_input *input);

#endif
