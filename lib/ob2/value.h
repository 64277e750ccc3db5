#ifndef BLZ_OB2_VALUE_H
#define BLZ_OB2_VALUE_H

/* The types that the values of Open Badges 2.0 have (section "Data types"), as its validator tells them. */

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

typedef enum blz_ob2_type {
    BLZ_OB2_BOOLEAN = 0,
    BLZ_OB2_COMPACT_IRI, /* an IRI, a word of the context, or one with a prefix of it */
    BLZ_OB2_DATA_URI,
    BLZ_OB2_DATA_URI_OR_URL,
    BLZ_OB2_DATETIME, /* ISO 8601 with a time and a time zone */
    BLZ_OB2_EMAIL,
    BLZ_OB2_ID, /* an id, or an object of some class */
    BLZ_OB2_IDENTITY_HASH,
    BLZ_OB2_IRI, /* http, https, urn:uuid, or a blank node */
    BLZ_OB2_LANGUAGE,
    BLZ_OB2_MARKDOWN_TEXT,
    BLZ_OB2_RDF_TYPE,
    BLZ_OB2_TELEPHONE, /* E.164, with an extension */
    BLZ_OB2_TEXT,
    BLZ_OB2_TEXT_OR_NUMBER,
    BLZ_OB2_URL,           /* http or https */
    BLZ_OB2_URL_AUTHORITY, /* the name of a host */
} blz_ob2_type;

/* Whether one value, as it stands under a published name, is of this type. NULL is of none. */
bool blz_ob2_value_is(blz_ob2_type type, const json_t *value);
/* The same of a text. */
bool blz_ob2_text_is(blz_ob2_type type, const char *text);
/* What a value of this type is, with an example, for messages. Static. */
const char *blz_ob2_type_text(blz_ob2_type type);

/* `md5$` or `sha256$` with as many hexadecimal digits as that makes. */
bool blz_ob2_is_hashed(const char *identity);
/* A date like "2017-10-01T00:00Z": ISO 8601, extended or basic, seconds may be left out. Errors:
 * BLZ_ERR_SYNTAX. */
blz_status blz_ob2_time_parse(int64_t *seconds, int *nanos, const char *text) BLZ_MUST_USE;

#endif
