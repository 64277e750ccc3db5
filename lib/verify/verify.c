#include "verify/check.h"
#include "verify/steps.h"

static void clear(blz_check *check)
{
    blz_input_clear(&check->input);
    blz_jws_free(check->jws);
    blz_key_free(check->own_key);
    blz_verification_method_free(check->method);
    json_decref(check->document);
}

static const char *keep(blz_check *check, const char *text)
{
    return text ? blz_at(check, "%s", text) : NULL;
}

/* What every later step asks about the credential, found once. */
static blz_status look(blz_check *check)
{
    json_t *credential = check->credential, *issuer = json_object_get(credential, "issuer");
    check->version = blz_vc_version_of(credential);
    check->subject = blz_vc_subject(credential);
    check->subject_at = json_is_array(json_object_get(credential, "credentialSubject"))
                            ? "/credentialSubject/0"
                            : "/credentialSubject";
    check->issuer_id = blz_vc_issuer_id(credential);
    json_t *achievement = json_object_get(check->subject, "achievement");
    check->report->issuer =
        (blz_party){keep(check, check->issuer_id), keep(check, blz_member(issuer, "name"))};
    check->report->achievement =
        (blz_party){keep(check, blz_member(achievement, "id")), keep(check, blz_member(achievement, "name"))};
    return check->status;
}

static blz_status run(blz_check *check, const char *bytes, size_t length)
{
    BLZ_TRY(blz_input_read(&check->input, check->ctx, bytes, length));
    for (check->row = blz_steps; check->row->id; check->row++) {
        check->said = 0;
        BLZ_TRY(check->row->run(check));
        BLZ_TRY(check->status);
        if (!check->credential) return BLZ_OK;
        if (check->row == blz_steps) BLZ_TRY(look(check));
    }
    return BLZ_OK;
}

blz_status blz_verify(blz_report **out, blz_ctx *ctx, const char *name, const char *bytes, size_t length,
                      const blz_verify_options *options)
{
    static const blz_verify_options plain;
    if (!options) options = &plain;
    if (options->policy != BLZ_POLICY_SPEC && options->policy != BLZ_POLICY_1EDTECH) return BLZ_ERR_ARGUMENT;
    BLZ_AUTO(blz_report) report = NULL;
    BLZ_TRY(blz_report_new(&report, name, options->policy));
    blz_check check = {.ctx = ctx,
                       .report = report,
                       .policy = options->policy,
                       .now = options->at ? *options->at : blz_ctx_now(ctx),
                       .recipient = options->recipient};
    blz_status status = run(&check, bytes, length);
    bool signature_ok = check.signature_ok;
    clear(&check);
    BLZ_TRY(status);
    report->verdict = blz_report_sum(report);
    if (report->verdict == BLZ_VALID && !signature_ok) report->verdict = BLZ_UNDECIDED;
    *out = BLZ_STEAL(report);
    return BLZ_OK;
}
