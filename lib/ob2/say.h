#ifndef BLZ_OB2_SAY_H
#define BLZ_OB2_SAY_H

/* How the checks of this floor tell what they find: one after the other, with a place and plain words. */

#include "base/mem.h"

typedef enum blz_ob2_finding {
    BLZ_OB2_NOTE = 0,  /* allowed, but somebody should look at it */
    BLZ_OB2_OPEN,      /* cannot be decided */
    BLZ_OB2_WRONG,     /* not as the specification has it, for its validators too */
    BLZ_OB2_OPEN_SPEC, /* the same two where its validators do not look */
    BLZ_OB2_WRONG_SPEC,
    BLZ_OB2_WRONG_1EDTECH, /* its validators refuse it, though the specification allows it */
} blz_ob2_finding;

/* `pointer` starts at the document that was handed in and goes on through its links. Both are borrowed.
 * Anything but BLZ_OK ends the check with that status. */
typedef blz_status blz_ob2_say_fn(void *user, blz_ob2_finding finding, const char *pointer,
                                  const char *message);

typedef struct blz_ob2_listener {
    blz_ob2_say_fn *say;
    void *user;
} blz_ob2_listener;

/* Says it; a very long message is cut. */
blz_status blz_ob2_say(const blz_ob2_listener *listener, blz_ob2_finding finding, const char *pointer,
                       const char *format, ...) BLZ_PRINTF(4, 5) BLZ_MUST_USE;

#endif
