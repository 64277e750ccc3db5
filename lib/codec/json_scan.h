#ifndef BLZ_CODEC_JSON_SCAN_H
#define BLZ_CODEC_JSON_SCAN_H

/* The grammar of JSON (RFC 8259), checked to the letter, as a stream of tokens. Reading and locating stand on
 * it. Why not jansson's parser: it goes on after a failed allocation and returns texts and numbers that lack
 * a digit, and its errors tell neither where exactly nor what to do. */

#include <stdint.h>

#include "base/text.h"
#include "codec/json_write.h"

typedef enum blz_json_kind {
    BLZ_JSON_OBJECT,
    BLZ_JSON_ARRAY,
    BLZ_JSON_END, /* of the innermost object or array */
    BLZ_JSON_NAME,
    BLZ_JSON_TEXT,
    BLZ_JSON_INTEGER,
    BLZ_JSON_REAL,
    BLZ_JSON_TRUE,
    BLZ_JSON_FALSE,
    BLZ_JSON_NOTHING,
} blz_json_kind;

typedef struct blz_json_token {
    blz_json_kind kind;
    size_t start, end; /* byte offsets; names and texts with their quotation marks */
} blz_json_token;

/* Why a text was refused. All texts are static. */
typedef struct blz_json_fault {
    const char *code; /* BLZ005, BLZ006 or BLZ007 */
    size_t start, end;
    const char *message, *hint;
} blz_json_fault;

typedef struct blz_json_scanner {
    const char *text;
    size_t length, max_depth, max_nodes; /* set by the caller */
    bool wide; /* whole numbers that do not fit into 64 bits are BLZ_JSON_REAL, not a fault */
    bool nul;  /* texts may have NUL characters */
    /* Called for every token; what it returns other than BLZ_OK ends the scan. May set the fault. */
    blz_status (*take)(void *user, struct blz_json_scanner *scanner, const blz_json_token *token);
    void *user;
    blz_json_fault fault;
    /* the scanner's own */
    size_t at, depth, nodes, comma;
    size_t open[BLZ_JSON_DEPTH_MAX]; /* where the brackets are that are still open; up to `depth` */
} blz_json_scanner;

/* Sets everything but `open`, which is large: most texts are small. */
static inline void blz_json_scanner_init(blz_json_scanner *s, const char *text, size_t length,
                                         size_t max_depth, size_t max_nodes)
{
    s->text = text;
    s->length = length;
    s->max_depth = max_depth;
    s->max_nodes = max_nodes;
    s->wide = s->nul = false;
    s->take = NULL;
    s->user = NULL;
    s->fault = (blz_json_fault){0};
    s->at = s->depth = s->nodes = s->comma = 0;
}

static inline bool blz_json_in_object(const blz_json_scanner *s)
{
    return s->depth && s->text[s->open[s->depth - 1]] == '{';
}

/* Whether a word goes on with this byte. */
static inline bool blz_json_in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* Errors: BLZ_ERR_SYNTAX and BLZ_ERR_LIMIT with `fault` set, or what `take` returned. */
blz_status blz_json_scan(blz_json_scanner *scanner) BLZ_MUST_USE;

/* Sets the fault and returns BLZ_ERR_SYNTAX. */
blz_status blz_json_refuse(blz_json_scanner *scanner, size_t start, size_t end, const char *message,
                           const char *hint);

/* The tokens that have an inside; `at` is on their first character and is moved behind the last one. */
blz_status blz_json_scan_string(blz_json_scanner *scanner) BLZ_MUST_USE;
blz_status blz_json_scan_number(blz_json_scanner *scanner, blz_json_kind *kind) BLZ_MUST_USE;
/* Refuses a file of another kind, which is told by how it begins: an image, a token, a key. */
blz_status blz_json_refuse_foreign(blz_json_scanner *scanner) BLZ_MUST_USE;
/* For a character that starts no value or no name. */
blz_status blz_json_refuse_start(blz_json_scanner *scanner, bool name) BLZ_MUST_USE;
/* For a closing bracket that is not the one of the innermost opening one. */
blz_status blz_json_refuse_bracket(blz_json_scanner *scanner) BLZ_MUST_USE;

/* The text of a string token without quotation marks and escapes; `out` is reset first and NUL-terminated. */
blz_status blz_json_unescape(blz_buf *out, const char *text, const blz_json_token *token) BLZ_MUST_USE;

#endif
