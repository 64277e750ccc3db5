#include "credential/jwt_sign.h"

#include <string.h>

#include "base/buf.h"
#include "base/time.h"
#include "credential/jwt_vc.h"
#include "credential/put.h"

struct draft {
    json_t *payload;
    const json_t *credential;
    blz_source *source;
    blz_diags *diags;
};

static blz_status report(const struct draft *draft, const char *pointer, const char *message,
                         const char *reason, const char *hint)
{
    return blz_diags_add(
        draft->diags, "BLZ724",
        &(blz_diag){
            .source = draft->source, .pointer = pointer, .message = message, .reason = reason, .hint = hint});
}

/* A claim that the credential already has stays as it is; the checks compare it. */
static blz_status set_text(struct draft *draft, const char *claim, const char *text)
{
    if (json_object_get(draft->payload, claim) || !text) return BLZ_OK;
    return blz_put_text(draft->payload, claim, text);
}

static blz_status set_date(struct draft *draft, const char *claim, const char *property)
{
    const char *date = json_string_value(json_object_get(draft->credential, property));
    int64_t seconds = 0;
    int nanos = 0;
    if (json_object_get(draft->payload, claim) || !date) return BLZ_OK;
    if (blz_time_parse(&seconds, &nanos, date, strlen(date)) != BLZ_OK) return BLZ_OK;
    if (nanos == 0) return blz_put(draft->payload, claim, json_integer(seconds));
    BLZ_AUTO(blz_text) pointer = NULL;
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_printf(&text, "/%s", property));
    BLZ_TRY(blz_buf_take(&text, &pointer, NULL));
    return report(draft, pointer, blz_diags_text(draft->diags, "\"%s\" has a fraction of a second", property),
                  "a JWT repeats its dates in whole seconds, and the two must be equal",
                  "write the date without the digits behind the seconds");
}

static blz_status derive(struct draft *draft)
{
    const json_t *credential = draft->credential;
    const json_t *subject = blz_vc_subject(credential);
    BLZ_TRY(set_text(draft, "iss", blz_vc_issuer_id(credential)));
    BLZ_TRY(set_text(draft, "jti", json_string_value(json_object_get(credential, "id"))));
    BLZ_TRY(set_text(draft, "sub", json_string_value(json_object_get(subject, "id"))));
    BLZ_TRY(set_date(draft, "nbf", "validFrom"));
    return set_date(draft, "exp", "validUntil");
}

/* What is said about a property that a claim would have repeated. */
static const struct absent {
    const char *claim, *pointer, *message, *reason, *hint;
} absent[] = {
    {"iss", "/issuer", "the issuer has no id", "a JWT says who issued it by that id",
     "give the issuer an id: an https address or a DID"},
    {"jti", "", "the credential has no id", "a JWT repeats it as its own id",
     "add an \"id\", as urn:uuid: and a random UUID"},
    {"sub", "/credentialSubject", "the recipient has no id",
     "a JWT names its subject by an id, and a hashed e-mail address is none",
     "give the subject an id (blazon issue --subject-id urn:uuid makes a random one), or use the recipient's "
     "DID"},
    {"nbf", "/validFrom", "the credential has no \"validFrom\"", "a JWT repeats it",
     "add the date from which it is valid, as 2026-01-31T00:00:00Z"},
};

static blz_status report_missing(const struct draft *draft, const blz_claim_answer *found)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(absent); i++) {
        if (strcmp(absent[i].claim, found->claim) != 0) continue;
        return report(draft, absent[i].pointer, absent[i].message, absent[i].reason, absent[i].hint);
    }
    return report(draft, "", found->message, NULL, NULL);
}

static blz_status check(const struct draft *draft)
{
    for (size_t i = 0; i < blz_vc_jwt_check_count; i++) {
        blz_claim_answer found = blz_vc_jwt_checks[i](draft->payload);
        if (found.outcome == BLZ_CLAIM_AGREES || found.outcome == BLZ_CLAIM_NOT_NEEDED) continue;
        if (found.outcome == BLZ_CLAIM_MISSING) {
            BLZ_TRY(report_missing(draft, &found));
            continue;
        }
        BLZ_TRY(report(draft, found.pointer, found.message,
                       "a JWT whose claims contradict its content is refused by every verifier",
                       blz_diags_text(draft->diags, "take \"%s\" out: it is written when the token is signed",
                                      found.claim)));
    }
    return BLZ_OK;
}

blz_status blz_vc_jwt_payload(json_t **out, json_t *credential, blz_source *source, blz_diags *diags)
{
    size_t before = blz_diags_count(diags) + blz_diags_dropped(diags);
    json_auto_t *payload = json_object();
    struct draft draft = {.payload = payload, .credential = credential, .source = source, .diags = diags};
    BLZ_TRY_MEM(payload);
    BLZ_TRY_MEM(json_object_update(payload, credential) == 0);
    BLZ_TRY(derive(&draft));
    if (blz_diags_count(diags) + blz_diags_dropped(diags) == before) BLZ_TRY(check(&draft));
    if (blz_diags_count(diags) + blz_diags_dropped(diags) != before) return BLZ_ERR_INVALID;
    *out = BLZ_STEAL(payload);
    return BLZ_OK;
}
