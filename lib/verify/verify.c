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

static blz_report_kind kind_of(const blz_check *check)
{
    return check->kind == BLZ_KIND_ENDORSEMENT   ? BLZ_REPORT_ENDORSEMENT
           : check->kind == BLZ_KIND_RECORD      ? BLZ_REPORT_RECORD
           : check->kind == BLZ_KIND_STATUS_LIST ? BLZ_REPORT_STATUS_LIST
                                                 : BLZ_REPORT_BADGE;
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
    check->report->kind = kind_of(check);
    check->report->id = keep(check, blz_member(credential, "id"));
    const char *title = blz_member(credential, "name");
    check->report->title = keep(check, title ? title : blz_member(credential, "id"));
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
        if (!check->credential || check->instead || (check->row->run == blz_step_refresh && check->unfit))
            return BLZ_OK;
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
    BLZ_AUTO(blz_report) instead = NULL;
    blz_status status = blz_report_new(&report, name, check->policy);
    check->report = report;
    if (status == BLZ_OK) status = run(check);
    bool holds = check->ob2 ? blz_ob2_is_proven(check) : blz_proofs_hold(check);
    instead = check->instead;
    clear(check);
    BLZ_TRY(status);
    if (instead) {
        *out = BLZ_STEAL(instead);
        return BLZ_OK;
    }
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
    size_t spare = BLZ_CANON_BUDGET, parts = 0;
    blz_check check = {.ctx = ctx,
                       .kind = BLZ_KIND_BADGE,
                       .policy = options->policy,
                       .spare = &spare,
                       .parts = &parts,
                       .now = options->at ? *options->at : blz_ctx_now(ctx),
                       .recipient = options->recipient,
                       .trust = options->trust};
    blz_status status = blz_input_read(&check.input, ctx, bytes, length);
    if (status == BLZ_OK) return complete(out, &check, name);
    blz_input_clear(&check.input);
    return status;
}

blz_status blz_verify_part(blz_report **out, const blz_check *of, unsigned kind, const char *name,
                           json_t *value)
{
    blz_check check = {.ctx = of->ctx,
                       .policy = of->policy,
                       .now = of->now,
                       .recipient = of->recipient,
                       .trust = of->trust,
                       .spare = of->spare,
                       .parts = of->parts,
                       .of = of,
                       .kind = kind};
    blz_status status = blz_input_of(&check.input, value);
    if (status == BLZ_OK) return complete(out, &check, name);
    blz_input_clear(&check.input);
    return status;
}

blz_status blz_verify_newer(blz_report **out, const char **why, const blz_check *older, const char *url,
                            const blz_document *document)
{
    static const char unread[] = "";
    BLZ_AUTO(blz_report) report = NULL;
    blz_check check = {.ctx = older->ctx,
                       .policy = older->policy,
                       .now = older->now,
                       .recipient = older->recipient,
                       .trust = older->trust,
                       .spare = older->spare,
                       .parts = older->parts,
                       .kind = BLZ_KIND_BADGE,
                       .older = older,
                       .fetched_from = url,
                       .unfit = unread};
    blz_status status = blz_input_read(&check.input, older->ctx, document->bytes, document->length);
    if (status == BLZ_OK)
        status = complete(&report, &check, older->report->input);
    else
        blz_input_clear(&check.input);
    BLZ_TRY(status);
    if (check.unfit && check.unfit != unread) *why = check.unfit;
    if (!check.unfit) *out = BLZ_STEAL(report);
    return BLZ_OK;
}

blz_status blz_verify_status_list(blz_report **out, struct blz_known_list *list, const blz_check *of,
                                  const char *url, const char *bytes, size_t length)
{
    size_t spare = BLZ_CANON_BUDGET;
    blz_check check = {.ctx = of->ctx,
                       .policy = of->policy,
                       .now = of->now,
                       .trust = of->trust,
                       .spare = &spare,
                       .list = list,
                       .kind = BLZ_KIND_STATUS_LIST};
    blz_status status = blz_input_read(&check.input, of->ctx, bytes, length);
    if (status == BLZ_OK) return complete(out, &check, url);
    blz_input_clear(&check.input);
    return status;
}
