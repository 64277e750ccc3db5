#ifndef BLZ_CODEC_YAML_SLIP_H
#define BLZ_CODEC_YAML_SLIP_H

/* The place at which libyaml stopped, for those who say what the writer did there. */

#include <string.h>

#include "codec/yaml_text.h"

typedef struct situation {
    const blz_yaml_text *text;
    blz_diags *diags;
    size_t at, context; /* the bytes of the problem and of what it happened in */
    size_t line, end,
        first; /* of the problem: where its line starts and ends, and the first character on it */
    blz_yaml_fault fault;
} situation;

static inline char byte_at(const situation *s, size_t offset)
{
    return offset < s->text->length ? s->text->bytes[offset] : '\0';
}

static inline void say(situation *s, size_t start, size_t end, const char *message, const char *hint)
{
    s->fault.start = start;
    s->fault.end = end > start ? end : start + 1;
    s->fault.message = message;
    s->fault.hint = hint;
}

static inline bool starts_with(const situation *s, size_t offset, const char *text)
{
    size_t length = strlen(text);
    return s->text->length - offset >= length && memcmp(s->text->bytes + offset, text, length) == 0;
}

/* The mark at `offset` that word processors put before the items of a list; 0 bytes if there is none. */
size_t blz_yaml_bullet(const situation *s, size_t offset);
extern const char blz_yaml_bullet_hint[];
/* What git writes into a file that two people changed; false if it is not that. */
bool blz_yaml_explain_conflict(situation *s);
/* What word processors leave on the line from `first` to `end`, and nobody sees on a screen; false if there
 * is nothing of it. */
bool blz_yaml_explain_pasted(situation *s, size_t first, size_t end);

#endif
