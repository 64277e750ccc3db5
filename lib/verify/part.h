#ifndef BLZ_VERIFY_PART_H
#define BLZ_VERIFY_PART_H

/* Credentials inside a badge, each checked by its own proof. */

#include "verify/check.h"

/* Each takes as long as a badge: of all that came in one document no more are verified. */
enum { BLZ_PARTS_MAX = 400 };

/* Verifies a credential, an object or the text of a JWT, that came inside that of `of`. `kind` is what is
 * expected: BLZ_KIND_BADGE leaves it to the document which of all kinds it is. Errors: as blz_verify(). */
blz_status blz_verify_part(blz_report **out, const blz_check *of, unsigned kind, const char *name,
                           json_t *value) BLZ_MUST_USE;

/* Verifies the text that was fetched from `url` as a newer copy of what `older` has read so far. `*out` is
 * the report that takes the place of the older one's; NULL if the copy does not deserve that, and then `*why`
 * says so, if it was a credential at all. Errors: as blz_verify(). */
blz_status blz_verify_newer(blz_report **out, const char **why, const blz_check *older, const char *url,
                            const blz_document *document) BLZ_MUST_USE;

/* Whether the member `name` of `object`, which stands in the credential of `check`, is the list of
 * credentials in a learner record. Elsewhere that name means nothing, and nobody verifies what it has. */
bool blz_part_is_list(const blz_check *check, const json_t *object, const char *name);

/* Counts one more part. Where that is one too many, says so, once, and `*allowed` is false. `what`: "badges".
 */
blz_status blz_part_allow(bool *allowed, blz_check *check, const char *pointer, const char *what)
    BLZ_MUST_USE;
/* Says in the report of `check` what became of the part at `pointer`; `who`: "the endorsement by ...". */
blz_status blz_part_say(blz_check *check, const blz_report *part, const char *pointer, const char *who)
    BLZ_MUST_USE;
/* The first entry of the step `id` (NULL: of any) with this outcome; NULL if there is none. */
const blz_step *blz_part_entry(const blz_report *part, const char *id, blz_outcome outcome);

/* Verifies a status list that the badge of `of` asks for, with its own budget of work, and gives it to
 * `list`. Whoever else asks for it gets the same answer, so that it is worth remembering. Errors: as
 * blz_verify(). */
blz_status blz_verify_status_list(blz_report **out, struct blz_known_list *list, const blz_check *of,
                                  const char *url, const char *bytes, size_t length) BLZ_MUST_USE;

#endif
