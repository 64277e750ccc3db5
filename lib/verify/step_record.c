#include <string.h>

#include "verify/learner.h"
#include "verify/part.h"
#include "verify/steps.h"

/* A Comprehensive Learner Record 2.0: one learner, what was achieved, how that belongs together, and the
 * credentials that prove it, each of which is verified as if it had come by itself. */

static const char members[] = "verifiableCredential";

static bool is_envelope(json_t *member)
{
    return blz_vc_has_type(member, "EnvelopedVerifiableCredential");
}

/* Adds the ids of achievements; what is in tokens is not looked at here. */
static blz_status add_ids(json_t *ids, json_t *achievements)
{
    for (size_t i = 0; i < blz_many(achievements); i++) {
        const char *id = blz_member(blz_many_at(achievements, i), "id");
        if (id) BLZ_TRY_MEM(json_object_set_new(ids, id, json_true()) == 0);
    }
    return BLZ_OK;
}

/* The achievements of the record; `*whole` is false if there are others that cannot be seen from here. */
static blz_status collect(json_t *ids, bool *whole, json_t *subject)
{
    json_t *list = json_object_get(subject, members);
    *whole = true;
    BLZ_TRY(add_ids(ids, json_object_get(subject, "achievement")));
    for (size_t i = 0; i < blz_many(list); i++) {
        json_t *member = blz_many_at(list, i), *inside = json_object_get(member, "credentialSubject");
        if (!json_is_object(member) || is_envelope(member)) *whole = false;
        for (size_t j = 0; j < blz_many(inside); j++)
            BLZ_TRY(add_ids(ids, json_object_get(blz_many_at(inside, j), "achievement")));
    }
    return BLZ_OK;
}

static blz_status check_ends(blz_check *check, json_t *association, const char *pointer, json_t *ids)
{
    static const char *const ends[] = {"sourceId", "targetId"};
    for (size_t i = 0; i < BLZ_COUNT_OF(ends); i++) {
        const char *id = blz_member(association, ends[i]);
        if (id && !json_object_get(ids, id))
            BLZ_TRY(blz_say(check, BLZ_STEP_WARN, pointer,
                            "the association names the achievement \"%s\", which the record does not have",
                            id));
    }
    return BLZ_OK;
}

static blz_status check_associations(blz_check *check)
{
    json_t *list = json_object_get(check->subject, "association");
    json_auto_t *ids = json_object();
    bool whole = false;
    BLZ_TRY_MEM(ids);
    if (blz_many(list) == 0) return BLZ_OK;
    BLZ_TRY(collect(ids, &whole, check->subject));
    const char *base = blz_at(check, "%s/association", check->subject_at);
    for (size_t i = 0; i < blz_many(list) && whole && base; i++)
        BLZ_TRY(check_ends(check, blz_many_at(list, i), blz_many_pointer(check, base, list, i), ids));
    return check->status;
}

blz_status blz_step_record(blz_check *check)
{
    if (!check->subject)
        return blz_say(check, BLZ_STEP_FAIL, "/credentialSubject",
                       "a learner record has to have exactly one credentialSubject, the learner");
    if (!blz_vc_has_type(check->subject, "ClrSubject"))
        BLZ_TRY(
            blz_say(check, BLZ_STEP_FAIL, check->subject_at, "the subject is not of type \"ClrSubject\""));
    if (blz_many(json_object_get(check->subject, members)) == 0)
        BLZ_TRY(blz_say(check, BLZ_STEP_FAIL, check->subject_at,
                        "the record has no verifiableCredential: there is nothing in it"));
    BLZ_TRY(blz_check_learner(check));
    BLZ_TRY(blz_check_types(check, check->subject, check->subject_at, "achievement", "Achievement"));
    BLZ_TRY(blz_check_types(check, check->subject, check->subject_at, "association", "Association"));
    BLZ_TRY(check_associations(check));
    size_t count = blz_many(json_object_get(check->subject, members));
    return blz_pass_if_quiet(check, "one learner with %zu credential%s", count, count == 1 ? "" : "s");
}

/* What messages call it. */
static const char *called(blz_check *check, const blz_report *part)
{
    bool badge = part->kind == BLZ_REPORT_BADGE;
    const char *name = !badge                   ? part->title
                       : part->achievement.name ? part->achievement.name
                                                : part->achievement.id;
    const char *by = part->issuer.name ? part->issuer.name : part->issuer.id;
    const char *what = blz_report_kind_text(part->kind);
    if (name && by) return blz_at(check, "the %s \"%s\" by \"%s\"", what, name, by);
    if (!name && !by) return "a credential that names nobody";
    return blz_at(check, name ? "the %s \"%s\"" : "the %s by \"%s\"", what, name ? name : by);
}

static blz_status check_member(blz_check *check, json_t *member, const char *pointer, bool *holds)
{
    BLZ_AUTO(blz_report) part = NULL;
    bool allowed = false;
    BLZ_TRY(check->status);
    BLZ_TRY(blz_part_allow(&allowed, check, pointer, "badges"));
    if (!allowed) return BLZ_OK;
    if (!json_is_object(member) && !json_is_string(member))
        return blz_say(check, BLZ_STEP_FAIL, pointer,
                       "what the record holds is neither a credential nor a signed token");
    BLZ_TRY(blz_verify_part(&part, check, BLZ_KIND_BADGE, pointer, member));
    BLZ_TRY(blz_part_say(check, part, pointer, called(check, part)));
    *holds = part->verdict == BLZ_VALID;
    const blz_step *whose = blz_part_entry(part, "recipient", BLZ_STEP_WARN);
    if (!whose) return BLZ_OK;
    return blz_say(check, BLZ_STEP_WARN, pointer, "%s: %s", called(check, part),
                   blz_at(check, "%s", whose->message));
}

blz_status blz_step_credentials(blz_check *check)
{
    json_t *list = json_object_get(check->subject, members);
    size_t valid = 0;
    if (check->of)
        return blz_say(check, BLZ_STEP_UNKNOWN, NULL,
                       "a learner record inside another one is not looked into; verify it by itself");
    const char *base = blz_at(check, "%s/%s", check->subject_at, members);
    for (size_t i = 0; i < blz_many(list) && base; i++) {
        bool holds = false;
        BLZ_TRY(check_member(check, blz_many_at(list, i), blz_many_pointer(check, base, list, i), &holds));
        valid += holds;
    }
    check->report->results = blz_at(check, "%zu of %zu credentials in it valid", valid, blz_many(list));
    return check->status;
}
