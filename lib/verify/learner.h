#ifndef BLZ_VERIFY_LEARNER_H
#define BLZ_VERIFY_LEARNER_H

/* Who a credential is about: an id, identifiers, or both. */

#include "verify/check.h"

/* Says what is wrong with how the subject is named. */
blz_status blz_check_learner(blz_check *check) BLZ_MUST_USE;
/* Each value of the member `name` of `parent`, if it is there at all, has to have its type. */
blz_status blz_check_types(blz_check *check, json_t *parent, const char *parent_at, const char *name,
                           const char *type) BLZ_MUST_USE;

/* Whether two subjects have the id or an identifier in common. Of identifiers with different salts nobody can
 * tell, and of more than 32 of each the others are not compared: both are false. */
blz_status blz_learner_same(bool *same, json_t *a, json_t *b) BLZ_MUST_USE;

#endif
