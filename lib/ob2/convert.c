#include "ob2/convert.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/time.h"
#include "base/why.h"
#include "credential/model.h"
#include "credential/put.h"
#include "credential/uuid.h"
#include "ob2/revocation.h"
#include "ob2/told.h"
#include "ob2/value.h"
#include "ob2/walk.h"

enum { NOTE_MAX = 1000 };

void blz_convert_note(const blz_convert_run *run, const char *format, ...)
{
    char text[NOTE_MAX];
    va_list args;
    if (!run->options->note) return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    run->options->note(run->options->note_user, text);
}

const char *blz_convert_member(json_t *node, const char *name)
{
    return json_string_value(blz_ob2_many_at(json_object_get(node, name), 0));
}

blz_status blz_convert_text(json_t *out, const char *name, json_t *node, const char *old_name)
{
    const char *text = blz_convert_member(node, old_name);
    return blz_put_text(out, name, text && *text ? text : NULL);
}

blz_status blz_convert_follow(json_t **out, const blz_convert_run *run, json_t *node, const char *property)
{
    blz_ob2_target target = {0};
    json_t *value = blz_ob2_many_at(json_object_get(node, property), 0);
    if (!value) return blz_why(run->why, BLZ_ERR_INVALID, "\"%s\" is missing in it", property);
    BLZ_TRY(blz_ob2_graph_follow(&target, run->graph, value));
    *out = target.node;
    if (target.node) return BLZ_OK;
    const blz_ob2_document *document = target.document;
    bool wrong = document && (document->status == BLZ_ERR_INVALID || document->status == BLZ_ERR_GONE);
    return blz_why(run->why, wrong ? BLZ_ERR_INVALID : BLZ_ERR_NOT_FOUND,
                   "its \"%s\" is \"%s\", which cannot be used: %s", property, target.id ? target.id : "",
                   document && document->why ? document->why : "it leads nowhere");
}

static blz_status put_id(json_t *credential, const blz_convert_run *run, const char *old)
{
    char id[BLZ_URN_UUID_MAX];
    if (run->options->id) return blz_put_text(credential, "id", run->options->id);
    if (!old || strncmp(old, "_:", 2) == 0)
        return blz_why(run->why, BLZ_ERR_INVALID,
                       "it has no id of its own, so that one has to be given to the new badge (--id)");
    BLZ_TRY(blz_urn_uuid_of(id, old));
    return blz_put_text(credential, "id", id);
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0) return true;
    return false;
}

void blz_convert_losses(const blz_convert_run *run, json_t *node, const char *what, const char *const *kept)
{
    const char *name;
    json_t *value;
    json_object_foreach (node, name, value) {
        if (is_one_of(name, kept)) continue;
        if (strcmp(name, "endorsement") == 0)
            blz_convert_note(run, "endorsements of %s were made for what it was, and are left out", what);
        else
            blz_convert_note(run, "\"%s\" of %s%s is left out", name, what,
                             strchr(name, ':') ? ", an extension," : "");
    }
}

static void note_losses(const blz_convert_run *run, json_t *assertion)
{
    static const char *const kept[] = {"@context",     "id",      "type",  "badge",     "recipient",
                                       "issuedOn",     "expires", "image", "narrative", "evidence",
                                       "verification", "revoked", "uid",   NULL};
    if (json_object_get(assertion, "verification"))
        blz_convert_note(run, "how it was verified is left out: sign the new one");
    blz_convert_losses(run, assertion, "the badge", kept);
}

/* Older versions write times in more ways. */
static blz_status put_time(json_t *out, const char *name, json_t *node, const char *old_name)
{
    char time[BLZ_TIME_MAX];
    int64_t seconds = 0;
    int nanos = 0;
    const char *text = blz_convert_member(node, old_name);
    if (!text || blz_time_parse(&seconds, &nanos, text, strlen(text)) == BLZ_OK ||
        blz_ob2_time_parse(&seconds, &nanos, text) != BLZ_OK)
        return blz_convert_text(out, name, node, old_name);
    BLZ_TRY(blz_time_format(time, seconds));
    return blz_put_text(out, name, time);
}

static blz_status is_revoked(const blz_convert_run *run, const char *reason)
{
    if (!reason) return blz_why(run->why, BLZ_ERR_INVALID, "its issuer has revoked it");
    return blz_why(run->why, BLZ_ERR_INVALID, "its issuer has revoked it: %s", reason);
}

/* What the badge says, and what is at the address of a hosted one, as far as it is at hand. */
static blz_status check_own(const blz_convert_run *run, json_t *assertion)
{
    const blz_ob2_document *hosted = NULL;
    json_t *id = json_object_get(assertion, "id");
    if (json_is_true(json_object_get(assertion, "revoked")))
        return is_revoked(run, blz_convert_member(assertion, "revocationReason"));
    if (!blz_ob2_is_hosted(assertion) || !blz_ob2_value_is(BLZ_OB2_URL, id)) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_get(&hosted, run->graph, json_string_value(id)));
    if (hosted->status == BLZ_ERR_GONE) return is_revoked(run, NULL);
    if (!json_is_true(json_object_get(hosted->node, "revoked"))) return BLZ_OK;
    return is_revoked(run, blz_convert_member(hosted->node, "revocationReason"));
}

static blz_status check_list(const blz_convert_run *run, json_t *assertion, json_t *badge)
{
    json_t *profile = NULL;
    blz_ob2_target target = {0};
    const char *reason = NULL;
    BLZ_TRY(blz_convert_follow(&profile, run, badge, "issuer"));
    json_t *value = blz_ob2_many_at(json_object_get(profile, "revocationList"), 0);
    if (!value) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_follow(&target, run->graph, value));
    if (target.node && blz_ob2_is_revoked(&reason, target.node, assertion)) return is_revoked(run, reason);
    if (!target.node)
        blz_convert_note(run, "whether it was revoked is not known: the list \"%s\" cannot be read",
                         target.id ? target.id : "");
    return BLZ_OK;
}

static blz_status put_subject(json_t *credential, const blz_convert_run *run, json_t *assertion,
                              json_t *badge)
{
    json_auto_t *subject = json_object();
    json_t *achievement = NULL;
    BLZ_TRY(blz_put_type(subject, "AchievementSubject"));
    BLZ_TRY(blz_convert_recipient(subject, run, json_object_get(assertion, "recipient")));
    BLZ_TRY(blz_convert_text(subject, "narrative", assertion, "narrative"));
    BLZ_TRY(blz_convert_badge_class(&achievement, run, badge, NULL));
    BLZ_TRY(blz_put(subject, "achievement", achievement));
    return blz_put(credential, "credentialSubject", BLZ_STEAL(subject));
}

static blz_status put_head(json_t *credential, const blz_convert_run *run, json_t *assertion, json_t *badge)
{
    json_t *profile = NULL, *issuer = NULL;
    BLZ_TRY(blz_put_pair(credential, "@context", BLZ_VC2_CONTEXT, BLZ_OB3_CONTEXT));
    BLZ_TRY(put_id(credential, run, blz_convert_member(assertion, "id")));
    BLZ_TRY(blz_put_pair(credential, "type", "VerifiableCredential", "OpenBadgeCredential"));
    BLZ_TRY(blz_convert_text(credential, "name", badge, "name"));
    BLZ_TRY(blz_convert_follow(&profile, run, badge, "issuer"));
    BLZ_TRY(blz_convert_profile(&issuer, run, profile));
    return blz_put(credential, "issuer", issuer);
}

blz_status blz_convert_assertion(json_t **out, const blz_convert_run *run, json_t *assertion)
{
    json_auto_t *credential = json_object();
    json_t *badge = NULL;
    BLZ_TRY_MEM(credential);
    BLZ_TRY(check_own(run, assertion));
    BLZ_TRY(blz_convert_follow(&badge, run, assertion, "badge"));
    BLZ_TRY(check_list(run, assertion, badge));
    BLZ_TRY(put_head(credential, run, assertion, badge));
    BLZ_TRY(put_time(credential, "validFrom", assertion, "issuedOn"));
    BLZ_TRY(put_time(credential, "awardedDate", assertion, "issuedOn"));
    BLZ_TRY(put_time(credential, "validUntil", assertion, "expires"));
    BLZ_TRY(blz_convert_image(credential, assertion));
    BLZ_TRY(put_subject(credential, run, assertion, badge));
    BLZ_TRY(blz_convert_evidence(credential, run, assertion));
    note_losses(run, assertion);
    *out = BLZ_STEAL(credential);
    return BLZ_OK;
}
