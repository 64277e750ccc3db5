#include <string.h>
#include <strings.h>

#include "credential/identity.h"
#include "verify/ob2.h"
#include "verify/steps.h"

/* VERIFY_RECIPIENT_IDENTIFIER: whether the badge is that of who is asked for. */

static bool is_mail(const char *identity)
{
    return strncasecmp(identity, "mailto:", 7) == 0;
}

/* One way to write the recipient. */
static blz_status matches_one(bool *out, const json_t *recipient, const char *identity)
{
    const char *written = json_string_value(json_object_get(recipient, "identity"));
    const char *salt = json_string_value(json_object_get(recipient, "salt"));
    bool mail = blz_ob2_has_type(recipient, "email");
    if (json_is_true(json_object_get(recipient, "hashed")))
        return blz_identity_matches(out, written, identity, salt);
    *out = strcmp(written, identity) == 0 || (mail && strcasecmp(written, identity) == 0);
    return BLZ_OK;
}

/* People write one address in several ways; hashes are of one of them. */
static blz_status matches(bool *out, const json_t *recipient, const char *asked)
{
    char lower[320];
    const char *bare = is_mail(asked) ? asked + 7 : asked;
    const char *ways[] = {asked, bare, NULL};
    size_t length = strlen(bare);
    if (length < sizeof lower && blz_ob2_has_type(recipient, "email")) {
        for (size_t i = 0; i <= length; i++)
            lower[i] = (char)(bare[i] >= 'A' && bare[i] <= 'Z' ? bare[i] + ('a' - 'A') : bare[i]);
        ways[2] = lower;
    }
    for (size_t i = 0; i < BLZ_COUNT_OF(ways) && ways[i]; i++) {
        BLZ_TRY(matches_one(out, recipient, ways[i]));
        if (*out) return BLZ_OK;
    }
    return BLZ_OK;
}

blz_status blz_ob2_step_recipient(blz_check *check)
{
    json_t *recipient = json_object_get(check->ob2->node, "recipient");
    bool matched = false, hashed = json_is_true(json_object_get(recipient, "hashed"));
    if (check->kind != BLZ_KIND_OB2_BADGE) return blz_no_recipient(check);
    if (!check->recipient)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL, "nobody asked whose badge it is (--recipient does)");
    if (!json_is_string(json_object_get(recipient, "identity")))
        return blz_say(check, BLZ_STEP_FAIL, "/recipient", "the badge does not say whose it is");
    blz_status status = matches(&matched, recipient, check->recipient);
    if (status == BLZ_ERR_UNSUPPORTED || status == BLZ_ERR_SYNTAX)
        return blz_say(
            check, BLZ_STEP_UNKNOWN, "/recipient/identity",
            "whether this is the badge of %s is not known: the identity is hashed with an algorithm "
            "that Open Badges does not have",
            check->recipient);
    BLZ_TRY(status);
    if (!matched)
        return blz_say(check, BLZ_STEP_FAIL, "/recipient/identity", "this is not the badge of %s",
                       check->recipient);
    check->report->recipient =
        blz_at(check, "matches %s (%s)", check->recipient, hashed ? "hashed identity" : "identity");
    return blz_say(check, BLZ_STEP_PASS, "/recipient/identity", "the badge is that of %s (%s)",
                   check->recipient, hashed ? "hashed identity" : "identity");
}
