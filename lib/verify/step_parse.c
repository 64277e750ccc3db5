#include <string.h>

#include "codec/json_read.h"
#include "status/published.h"
#include "verify/ob2.h"
#include "verify/steps.h"

static const char standard_3[] = "Open Badges 3.0", standard_clr[] = "Comprehensive Learner Record 2.0";

/* A status list is verified as what it is, whoever gives it. */
static bool is_status_list(const json_t *credential)
{
    blz_list_form form;
    return blz_published_list_is(&form, credential);
}

/* Which steps there are is for the document to say, but where something certain is expected. */
static void choose_kind(blz_check *check)
{
    if (check->kind != BLZ_KIND_BADGE || blz_vc_has_type(check->credential, "AchievementCredential")) return;
    if (is_status_list(check->credential)) check->kind = BLZ_KIND_STATUS_LIST;
    if (blz_vc_has_type(check->credential, "ClrCredential")) check->kind = BLZ_KIND_RECORD;
    if (blz_vc_has_type(check->credential, "EndorsementCredential")) check->kind = BLZ_KIND_ENDORSEMENT;
}

/* What somebody may take for a badge because it has to do with one; NULL: nothing that could be told. */
static const char *other_kind(json_t *document)
{
    if (json_object_get(document, "credentialSubject") || json_object_get(document, "proof") ||
        blz_vc_has_type(document, "VerifiableCredential"))
        return NULL;
    if (json_object_get(document, "statusList"))
        return "this is the file in which blazon keeps a status list, and which stays with its owner; "
               "verifiers read what blazon status publish makes of it";
    if (blz_vc_has_type(document, "Achievement"))
        return "this is an Achievement, which says what can be earned; a badge says who has earned it, and "
               "blazon issue makes one";
    if (blz_vc_has_type(document, "Profile"))
        return "this is a Profile, which says who an issuer is, and no badge";
    if (json_object_get(document, "verificationMethod"))
        return "this is a document that lists keys, and no badge; --map gives it to whoever verifies one";
    if (json_object_get(document, "kty") || json_object_get(document, "keys"))
        return "this is a key or a list of keys, and no badge; --map gives it to whoever verifies one";
    return NULL;
}

static blz_status take_document(blz_check *check, json_t *document)
{
    check->document = document;
    if (blz_ob2_is_document(document)) return blz_ob2_open(check);
    const char *other = check->jws || check->of ? NULL : other_kind(document);
    if (other) return blz_say(check, BLZ_STEP_FAIL, NULL, "%s", other);
    bool wrapped = check->jws && json_object_get(document, "vc");
    check->credential = wrapped ? json_object_get(document, "vc") : document;
    if (!json_is_object(check->credential)) check->credential = NULL;
    if (!check->credential)
        return blz_say(check, BLZ_STEP_FAIL, "claims:/vc", "the claim vc is not an object");
    choose_kind(check);
    if (check->kind == BLZ_KIND_RECORD)
        check->report->standard = standard_clr;
    else if (blz_ob3_has_context(check->credential) ||
             blz_vc_has_type(check->credential, "AchievementCredential"))
        check->report->standard = standard_3;
    return blz_say(check, BLZ_STEP_PASS, NULL, "%s",
                   check->jws ? "a signed token (JWT) with a credential in it" : "a credential in JSON");
}

static blz_status read_token(blz_check *check)
{
    const char *reason = NULL;
    blz_status status =
        blz_jws_parse(&check->jws, check->ctx, check->input.token, check->input.token_length, &reason);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK)
        return blz_say(check, BLZ_STEP_FAIL, NULL, "the signed token cannot be read: %s",
                       reason ? reason : blz_status_text(status));
    json_t *payload = NULL;
    status = blz_json_parse(&payload, check->jws->payload, check->jws->payload_length,
                            blz_ctx_limit(check->ctx, BLZ_LIMIT_DEPTH), NULL, &reason);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status != BLZ_OK)
        return blz_say(check, BLZ_STEP_FAIL, NULL, "the payload of the signed token is not JSON: %s",
                       reason ? reason : blz_status_text(status));
    if (json_is_object(payload)) return take_document(check, payload);
    json_decref(payload);
    return blz_say(check, BLZ_STEP_FAIL, NULL,
                   "the payload of the signed token is not a JSON object, as a badge is");
}

static blz_status read_input(blz_check *check)
{
    switch (check->input.form) {
    case BLZ_FORM_JWT:
        return read_token(check);
    case BLZ_FORM_JSON:
        return take_document(check, json_incref(check->input.json));
    case BLZ_FORM_URL:
        return blz_ob2_open_url(check);
    case BLZ_FORM_NONE:
        break;
    }
    if (check->input.broken && check->input.line > 1)
        return blz_say(check, BLZ_STEP_FAIL, NULL,
                       "this is not JSON that can be read: %s (at line %zu, column %zu)",
                       check->input.problem, check->input.line, check->input.column);
    if (check->input.broken)
        return blz_say(check, BLZ_STEP_FAIL, NULL, "this is not JSON that can be read: %s (at column %zu)",
                       check->input.problem, check->input.column);
    return blz_say(check, BLZ_STEP_FAIL, NULL, "%s", check->input.problem);
}

/* Each way of baking has its own place; a reader of one does not find what stands in that of the other. */
static blz_status check_place(blz_check *check)
{
    const blz_baked *baked = &check->input.baked;
    bool right = (baked->baking == BLZ_BAKING_2_0) == (check->ob2 != NULL);
    if (right || !check->credential) return BLZ_OK;
    return blz_say(
        check, BLZ_STEP_WARN, NULL,
        "a badge of %s stands in the %s of the image, which is the place for Open Badges %s; other programs "
        "may not find it",
        check->report->standard ? check->report->standard : "another version", baked->place,
        check->ob2 ? "3.0" : "2.0");
}

blz_status blz_step_parse(blz_check *check)
{
    const blz_baked *baked = &check->input.baked;
    if (!baked->text) return read_input(check);
    BLZ_TRY(blz_say(check, BLZ_STEP_PASS, NULL, "taken out of %s image, where it stands in the %s",
                    baked->image == BLZ_IMAGE_PNG ? "a PNG" : "an SVG", baked->place));
    BLZ_TRY(read_input(check));
    return check_place(check);
}
