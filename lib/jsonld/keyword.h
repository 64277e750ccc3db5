#ifndef BLZ_JSONLD_KEYWORD_H
#define BLZ_JSONLD_KEYWORD_H

/* The keywords of JSON-LD 1.1 (Syntax, 1.7). */

#include <stdbool.h>
#include <stddef.h>

typedef enum blz_ld_keyword {
    BLZ_LD_NO_KEYWORD = 0,
    BLZ_LD_BASE,
    BLZ_LD_CONTAINER,
    BLZ_LD_CONTEXT,
    BLZ_LD_DIRECTION,
    BLZ_LD_GRAPH,
    BLZ_LD_ID,
    BLZ_LD_IMPORT,
    BLZ_LD_INCLUDED,
    BLZ_LD_INDEX,
    BLZ_LD_JSON,
    BLZ_LD_LANGUAGE,
    BLZ_LD_LIST,
    BLZ_LD_NEST,
    BLZ_LD_NONE,
    BLZ_LD_PREFIX,
    BLZ_LD_PROPAGATE,
    BLZ_LD_PROTECTED,
    BLZ_LD_REVERSE,
    BLZ_LD_SET,
    BLZ_LD_TYPE,
    BLZ_LD_VALUE,
    BLZ_LD_VERSION,
    BLZ_LD_VOCAB,
} blz_ld_keyword;

blz_ld_keyword blz_ld_keyword_of(const char *text);
/* "@id"; static. */
const char *blz_ld_keyword_text(blz_ld_keyword keyword);
/* "@" and letters: kept for the future, whether it is a keyword today or not. */
bool blz_ld_has_keyword_form(const char *text);

#endif
