#ifndef BLAZON_DIAG_H
#define BLAZON_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include <blazon/export.h>
#include <blazon/status.h>

/** @file
 * What is wrong with the user's data, and where.
 *
 * A ::blz_diags collects diagnostics. Who finds something sets the source and a JSON pointer (RFC 6901); the
 * line and the column are found only when somebody asks, by blz_diags_locate(), because most texts have no
 * fault.
 *
 *     blz_diags *diags = NULL;
 *     blz_status status = blz_diags_new(&diags);
 *     if (status == BLZ_OK)
 *         status = blz_lint_file(diags, ctx, "rubric.yaml", NULL);
 *     if (status == BLZ_OK)
 *         status = blz_diags_locate(diags);
 *     for (size_t i = 0; i < blz_diags_count(diags); i++)
 *         puts(blz_diags_at(diags, i)->message);
 *     blz_diags_free(diags);
 */

BLZ_BEGIN_DECLS

typedef enum blz_severity {
    BLZ_NOTE = 0, /**< worth knowing */
    BLZ_WARNING,  /**< allowed, but weak */
    BLZ_ERROR,    /**< wrong */
} blz_severity;

/** A rule of blazon: the identity that a diagnostic refers to. All of them are static data. */
typedef struct blz_rule {
    const char *code;      /**< `BLZ503` */
    const char *name;      /**< `empty-descriptor` */
    blz_severity severity; /**< its severity unless the user sets another */
    const char *summary;   /**< one sentence */
} blz_rule;

/** A place in a text. Lines and columns count from 1, columns in code points; 0 means unknown. */
typedef struct blz_span {
    size_t line, column;         /**< of the first character */
    size_t end_line, end_column; /**< of the character after the last one */
} blz_span;

/** One input text: its name, its bytes and the way to find a JSON pointer in it. Counted references. */
typedef struct blz_source blz_source;

/** Makes a source from a copy of `length` bytes; `name` is how messages call it (a path as the user wrote
 * it). Errors: BLZ_ERR_NOMEM, BLZ_ERR_LIMIT (no memory is that large). Release with blz_source_unref(). */
BLZ_API BLZ_MUST_USE blz_status blz_source_new(blz_source **out, const char *name, const char *bytes,
                                               size_t length);
/** Takes one more reference; returns its argument (NULL for NULL). */
BLZ_API blz_source *blz_source_ref(blz_source *source);
/** Gives a reference back; NULL is allowed. */
BLZ_API void blz_source_unref(blz_source *source);
/** The name given to blz_source_new(); borrowed. */
BLZ_API const char *blz_source_name(const blz_source *source);
/** The bytes of the text, with a NUL behind them that `length` does not count; borrowed. */
BLZ_API const char *blz_source_bytes(const blz_source *source, size_t *length);

/** One finding. Every pointer is borrowed from the collector (or static) and lives as long as that. */
typedef struct blz_diag {
    const blz_rule *rule;
    blz_severity severity;
    blz_source *source;  /**< NULL where there is no text, as for a file that cannot be opened */
    const char *pointer; /**< RFC 6901; NULL: the whole source; "" is its root value */
    bool at_key;         /**< the finding is about the member's name, not about its value */
    blz_span span;       /**< known from the start for syntax errors, else set by blz_diags_locate() */
    const char *message; /**< what is so: one line of plain words without a full stop */
    const char *reason;  /**< why that matters; may be NULL */
    const char *hint;    /**< what to do about it; may be NULL */
    const char *fix;     /**< the text to put in place of the span; NULL where no sure mend is known */
} blz_diag;

/** A collector of diagnostics. */
typedef struct blz_diags blz_diags;

/** Makes an empty collector. Errors: BLZ_ERR_NOMEM. Release with blz_diags_free(). */
BLZ_API BLZ_MUST_USE blz_status blz_diags_new(blz_diags **out);
/** Frees the collector and everything that it lent; NULL is allowed. */
BLZ_API void blz_diags_free(blz_diags *diags);

/** How many there are. */
BLZ_API size_t blz_diags_count(const blz_diags *diags);
/** How many have exactly this severity. */
BLZ_API size_t blz_diags_count_of(const blz_diags *diags, blz_severity severity);
/** The one at `index`; NULL beyond the end. Borrowed; valid until the next call that adds or sorts. */
BLZ_API const blz_diag *blz_diags_at(const blz_diags *diags, size_t index);

/** Finds line and column of every diagnostic that has a pointer and no span yet.
 * Errors: BLZ_ERR_NOMEM. A pointer that is not in the text gets the nearest parent that is. */
BLZ_API BLZ_MUST_USE blz_status blz_diags_locate(blz_diags *diags);
/** Puts them into the order in which a reader meets them: source name, line, column, code. Stable. */
BLZ_API void blz_diags_sort(blz_diags *diags);

/** Every rule that blazon knows, ordered by code; `*count` gets their number. Static. */
BLZ_API const blz_rule *blz_rules(size_t *count);
/** The rule with this code (`BLZ503`, letters in any case) or name (`empty-descriptor`); NULL if there is
 * none. */
BLZ_API const blz_rule *blz_rule_find(const char *code_or_name);

BLZ_END_DECLS

#endif
