#include <string.h>
#include <strings.h>

#include "credential/identity.h"
#include "verify/learner.h"
#include "verify/steps.h"

#define UNSURE                                                                                               \
    "whether this is the badge of %s is not known: an identifier is hashed with an algorithm that Open "     \
    "Badges "                                                                                                \
    "does not have"

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

/* That of the recipient who was asked for; `*how` stays NULL if it is not. */
static blz_status find_match(blz_check *check, const char **how, bool *unsure)
{
    json_t *identifiers = json_object_get(check->subject, "identifier");
    bool matches = false;
    *how = id_matches(check) ? "the subject's id" : NULL;
    for (size_t i = 0; i < blz_many(identifiers) && !*how; i++) {
        json_t *one = blz_many_at(identifiers, i);
        BLZ_TRY(identifier_matches(check, one, &matches, unsure));
        if (matches) *how = json_is_true(json_object_get(one, "hashed")) ? "hashed identity" : "identity";
    }
    return BLZ_OK;
}

/* A record says of a credential in it that its learner earned it; whether the credential says so, too, its
 * subject tells. One person may well have several ids. */
static blz_status in_a_record(blz_check *check, bool unsure)
{
    bool same = false;
    BLZ_TRY(blz_learner_same(&same, check->subject, check->of->subject));
    if (same) return blz_say(check, BLZ_STEP_PASS, check->subject_at, "of the learner of the record");
    if (unsure) return blz_say(check, BLZ_STEP_UNKNOWN, check->subject_at, UNSURE, check->recipient);
    if (check->recipient)
        return blz_say_strict(check, BLZ_STEP_FAIL, check->subject_at,
                              "neither is it that of %s, nor does it name the learner of the record",
                              check->recipient);
    return blz_say(check, BLZ_STEP_WARN, check->subject_at,
                   "it names its learner otherwise than the record does; only who made the record says that "
                   "they are one person");
}

blz_status blz_no_recipient(blz_check *check)
{
    const char *kind = blz_report_kind_text(check->report->kind);
    if (check->of || !check->recipient) return BLZ_OK;
    return blz_say(check, BLZ_STEP_FAIL, NULL, "this is %s %s, and not a badge of %s or of anybody else",
                   strchr("aeiou", *kind) ? "an" : "a", kind, check->recipient);
}

blz_status blz_step_recipient(blz_check *check)
{
    const char *how = NULL;
    bool unsure = false, part = check->of && check->of->kind == BLZ_KIND_RECORD;
    if (check->kind != BLZ_KIND_BADGE && check->kind != BLZ_KIND_RECORD) return blz_no_recipient(check);
    if (!check->recipient && part) return in_a_record(check, false);
    if (!check->recipient)
        return blz_say(check, BLZ_STEP_SKIPPED, NULL, "nobody asked whose badge it is (--recipient does)");
    BLZ_TRY(find_match(check, &how, &unsure));
    if (how) return matched(check, how);
    if (part) return in_a_record(check, unsure);
    if (unsure) return blz_say(check, BLZ_STEP_UNKNOWN, check->subject_at, UNSURE, check->recipient);
    return blz_say(
        check, BLZ_STEP_FAIL, check->subject_at,
        "this is not the badge of %s: neither the subject's id nor any of its identifiers is theirs",
        check->recipient);
}
