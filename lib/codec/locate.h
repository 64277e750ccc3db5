#ifndef BLZ_CODEC_LOCATE_H
#define BLZ_CODEC_LOCATE_H

/* The common half of the locators: it follows a text's values as they come and answers the questions whose
 * pointer leads there. Of all questions only those are looked at that the path to the current value answers
 * in part, so that a thousand questions cost little more than one. */

#include "base/source.h"
#include "codec/json_write.h"

typedef struct blz_locator {
    const char *text;
    size_t length;
    bool characters;    /* positions count code points, not bytes */
    blz_place **places; /* the first `active[depth]` of them are answered by the current path */
    const char **rests; /* of each pointer in `places`: what the current path leaves of it */
    size_t active[BLZ_JSON_DEPTH_MAX + 1], depth;
    /* a cursor over the text, which only moves forward */
    size_t at, position;
    blz_span here;
} blz_locator;

/* `origin` is the byte at which positions start (behind a byte order mark). Release with blz_locator_clear().
 */
blz_status blz_locator_begin(blz_locator *locator, const blz_source *source, size_t origin, bool characters,
                             blz_place *places, size_t count) BLZ_MUST_USE;
void blz_locator_clear(blz_locator *locator);

/* Positions never go back from one call to the next. */

/* Into the member with this name; its name is at start to end. */
void blz_locator_member(blz_locator *locator, const char *name, size_t length, size_t start, size_t end);
/* Into the item with this number. */
void blz_locator_item(blz_locator *locator, size_t index);
/* The value at the current path. */
void blz_locator_value(blz_locator *locator, size_t start, size_t end);
/* Back out of the member or item. */
void blz_locator_leave(blz_locator *locator);

#endif
