#ifndef BLZ_VERIFY_PART_H
#define BLZ_VERIFY_PART_H

/* Credentials inside a badge, each checked by its own proof. */

#include "verify/check.h"

/* Verifies an EndorsementCredential, an object or the text of a JWT, that came with the badge of `of`: the
 * same steps but for recipient, results and further endorsements (Open Badges 3.0, 9.2). Errors: as
 * blz_verify(). */
blz_status blz_verify_endorsement(blz_report **out, const blz_check *of, const char *name, json_t *value)
    BLZ_MUST_USE;

/* Verifies a status list that the badge of `of` asks for, with its own budget of work, and gives it to
 * `list`. Whoever else asks for it gets the same answer, so that it is worth remembering. Errors: as
 * blz_verify(). */
blz_status blz_verify_status_list(blz_report **out, struct blz_known_list *list, const blz_check *of,
                                  const char *url, const char *bytes, size_t length) BLZ_MUST_USE;

#endif
