#include <string.h>
#include <strings.h>

#include "credential/identity.h"
#include "verify/steps.h"

static const char *without_mailto(const char *identity)
{
    return strncasecmp(identity, "mailto:", 7) == 0 ? identity + 7 : identity;
}

static blz_status matched(blz_check *check, const char *how)
{
    check->report->recipient = blz_at(check, "matches %s (%s)", check->recipient, how);
    return blz_say(check, BLZ_STEP_PASS, check->subject_at, "the badge is that of %s (%s)", check->recipient,
                   how);
}

static bool id_matches(const blz_check *check)
{
    const char *id = blz_member(check->subject, "id");
    if (!id) return false;
    return strcmp(id, check->recipient) == 0 ||
           (strcasecmp(id, check->recipient) == 0 && strncasecmp(id, "mailto:", 7) == 0) ||
           (strncasecmp(id, "mailto:", 7) == 0 && strcasecmp(id + 7, check->recipient) == 0);
}

/* Whether one of the identifiers is that of the recipient, as it was given or without its "mailto:". */
static blz_status identifier_matches(blz_check *check, json_t *identifier, bool *matches, bool *unsure)
{
    const char *identities[] = {check->recipient, without_mailto(check->recipient)};
    for (size_t i = 0; i < BLZ_COUNT_OF(identities) && !*matches; i++) {
        blz_status status = blz_identity_object_matches(matches, identifier, identities[i]);
        if (status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO) return status;
        *unsure = *unsure || status == BLZ_ERR_UNSUPPORTED;
        if (status != BLZ_OK) *matches = false;
    }
    return BLZ_OK;
}

blz_status blz_step_recipient(blz_check *check)
{
    json_t *identifiers = json_object_get(check->subject, "identifier");
    bool matches = false, unsure = false;
    if (!check->recipient)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL, "nobody asked whose badge it is (--recipient does)");
    if (id_matches(check)) return matched(check, "the subject's id");
    for (size_t i = 0; i < blz_many(identifiers); i++) {
        json_t *one = blz_many_at(identifiers, i);
        BLZ_TRY(identifier_matches(check, one, &matches, &unsure));
        if (matches)
            return matched(check,
                           json_is_true(json_object_get(one, "hashed")) ? "hashed identity" : "identity");
    }
    if (unsure)
        return blz_say(
            check, BLZ_STEP_UNKNOWN, check->subject_at,
            "whether this is the badge of %s is not known: an identifier is hashed with an algorithm that "
            "Open Badges does not have",
            check->recipient);
    return blz_say(
        check, BLZ_STEP_FAIL, check->subject_at,
        "this is not the badge of %s: neither the subject's id nor any of its identifiers is theirs",
        check->recipient);
}
