#include "rdf/canon.h"
#include "verify/ob2.h"
#include "verify/part.h"
#include "verify/proofs.h"
#include "verify/steps.h"

static void clear(blz_check *check)
{
    blz_input_clear(&check->input);
    blz_jws_free(check->jws);
    blz_ob2_close(check);
    blz_proofs_clear(check);
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
    check->report->subject = keep(check, blz_member(check->subject, "id"));
    return check->status;
}

static blz_status run(blz_check *check)
{
    for (check->row = blz_steps; check->row->id; check->row++) {
        if (!(check->row->kinds & check->kind)) continue;
        check->said = 0;
        check->worst = BLZ_STEP_PASS;
        BLZ_TRY(check->row->run(check));
        BLZ_TRY(blz_say_unshown(check));
        BLZ_TRY(check->status);
        if (!check->credential) return BLZ_OK;
        if (check->row != blz_steps || check->ob2) continue;
        BLZ_TRY(look(check));
        BLZ_TRY(blz_proofs_open(check));
    }
    return blz_proofs_settle(check);
}

/* Runs all steps over check->input, which is cleared. */
static blz_status complete(blz_report **out, blz_check *check, const char *name)
{
    BLZ_AUTO(blz_report) report = NULL;
    blz_status status = blz_report_new(&report, name, check->policy);
    check->report = report;
    if (status == BLZ_OK) status = run(check);
    bool holds = check->ob2 ? blz_ob2_is_proven(check) : blz_proofs_hold(check);
    clear(check);
    BLZ_TRY(status);
    report->verdict = blz_report_sum(report);
    if (report->verdict == BLZ_VALID && !holds) report->verdict = BLZ_UNDECIDED;
    *out = BLZ_STEAL(report);
    return BLZ_OK;
}

blz_status blz_verify(blz_report **out, blz_ctx *ctx, const char *name, const char *bytes, size_t length,
                      const blz_verify_options *options)
{
    static const blz_verify_options plain;
    if (!options) options = &plain;
    if (options->policy != BLZ_POLICY_SPEC && options->policy != BLZ_POLICY_1EDTECH) return BLZ_ERR_ARGUMENT;
    size_t spare = BLZ_CANON_BUDGET;
    blz_check check = {.ctx = ctx,
                       .kind = BLZ_KIND_BADGE,
                       .policy = options->policy,
                       .spare = &spare,
                       .now = options->at ? *options->at : blz_ctx_now(ctx),
                       .recipient = options->recipient};
    blz_status status = blz_input_read(&check.input, ctx, bytes, length);
    if (status == BLZ_OK) return complete(out, &check, name);
    blz_input_clear(&check.input);
    return status;
}

blz_status blz_verify_endorsement(blz_report **out, const blz_check *of, const char *name, json_t *value)
{
    blz_check check = {.ctx = of->ctx,
                       .policy = of->policy,
                       .now = of->now,
                       .spare = of->spare,
                       .kind = BLZ_KIND_ENDORSEMENT};
    check.input.form = json_is_string(value) ? BLZ_FORM_JWT : BLZ_FORM_JSON;
    check.input.json = json_incref(value);
    check.input.token = json_string_value(value);
    check.input.token_length = json_string_length(value);
    return complete(out, &check, name);
}
