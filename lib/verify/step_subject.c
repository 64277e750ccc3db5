#include <ctype.h>
#include <string.h>

#include "verify/learner.h"
#include "verify/steps.h"

/* ALGORITHM "$" and hex digits, as many as the algorithm has. */
static bool is_identity_hash(const char *hash)
{
    size_t digits = strncmp(hash, "sha256$", 7) == 0 ? 64 : strncmp(hash, "md5$", 4) == 0 ? 32 : 0;
    const char *hex = strchr(hash, '$');
    if (!digits || strlen(hex + 1) != digits) return false;
    for (hex++; *hex; hex++)
        if (!isxdigit((unsigned char)*hex)) return false;
    return true;
}

static blz_status check_identifier(blz_check *check, json_t *identifier, const char *pointer)
{
    if (!blz_vc_has_type(identifier, "IdentityObject"))
        return blz_say(check, BLZ_STEP_FAIL, pointer,
                       "an identifier of the subject is not of type \"IdentityObject\"");
    const char *hash = blz_member(identifier, "identityHash");
    if (json_is_true(json_object_get(identifier, "hashed")) && (!hash || !is_identity_hash(hash)))
        return blz_say_strict(
            check, BLZ_STEP_FAIL, pointer,
            "the identifier says that it is hashed, but its identityHash is not sha256$ or md5$ with "
            "the hexadecimal digits behind it; nobody can ever match it");
    return BLZ_OK;
}

blz_status blz_check_learner(blz_check *check)
{
    const char *id = blz_member(check->subject, "id");
    json_t *identifiers = json_object_get(check->subject, "identifier");
    if ((!id || !*id) && blz_many(identifiers) == 0)
        return blz_say(check, BLZ_STEP_FAIL, check->subject_at,
                       "the subject has neither an id nor an identifier: nothing says who earned it");
    const char *base = blz_at(check, "%s/identifier", check->subject_at);
    for (size_t i = 0; i < blz_many(identifiers) && base; i++)
        BLZ_TRY(check_identifier(check, blz_many_at(identifiers, i),
                                 blz_many_pointer(check, base, identifiers, i)));
    return check->status;
}

blz_status blz_check_types(blz_check *check, json_t *parent, const char *parent_at, const char *name,
                           const char *type)
{
    json_t *values = json_object_get(parent, name);
    const char *base = blz_at(check, "%s/%s", parent_at, name);
    for (size_t i = 0; i < blz_many(values) && base; i++)
        if (!blz_vc_has_type(blz_many_at(values, i), type))
            BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, blz_many_pointer(check, base, values, i),
                            "\"%s\" is not of type \"%s\"", name, type));
    return check->status;
}

static blz_status check_achievement(blz_check *check)
{
    json_t *achievement = json_object_get(check->subject, "achievement");
    const char *at = blz_at(check, "%s/achievement", check->subject_at);
    BLZ_TRY(check->status);
    if (!json_is_object(achievement))
        return blz_say(check, BLZ_STEP_FAIL, check->subject_at,
                       "the subject has no achievement: the badge does not say what was achieved");
    json_t *criteria = json_object_get(achievement, "criteria");
    if (!blz_member(criteria, "id") && !blz_member(criteria, "narrative")) {
        BLZ_TRY(blz_say_vendor(
            check, BLZ_STEP_WARN, at,
            "the criteria have neither an id nor a narrative: the badge does not say how it is earned"));
    }
    return blz_check_types(check, achievement, at, "resultDescription", "ResultDescription");
}

blz_status blz_step_subject(blz_check *check)
{
    if (!check->subject)
        return blz_say(
            check, BLZ_STEP_FAIL, "/credentialSubject",
            "the badge has to have exactly one credentialSubject, the person or group that earned it");
    if (!blz_vc_has_type(check->subject, "AchievementSubject"))
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, check->subject_at,
                        "the subject is not of type \"AchievementSubject\""));
    BLZ_TRY(blz_check_learner(check));
    BLZ_TRY(check_achievement(check));
    BLZ_TRY(blz_check_types(check, check->subject, check->subject_at, "result", "Result"));
    BLZ_TRY(blz_check_types(check, check->subject, check->subject_at, "source", "Profile"));
    return blz_pass_if_quiet(check, "one subject with an achievement");
}
