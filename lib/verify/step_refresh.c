#include <string.h>

#include "base/time.h"
#include "base/uri.h"
#include "verify/part.h"
#include "verify/proofs.h"
#include "verify/steps.h"

/* The issuer may have a newer copy of a badge than the one at hand (1EdTechCredentialRefresh). It is asked
 * for once, and only a copy that is the same badge, no older, and proven by itself takes the place of the
 * other (Open Badges 3.0, 9.1 step 3 and 10). */

static const char no_credential[] = "what stands there is no credential",
                  same_copy[] = "it is the same as this one";

/* Without spaces around it and without % escapes; NULL only when memory ran out. */
static char *plain(const char *id)
{
    static const char space[] = " \t\r\n";
    char *text = NULL;
    size_t length = 0;
    id += strspn(id, space);
    size_t end = strlen(id);
    while (end && strchr(space, id[end - 1]))
        end--;
    blz_status status = blz_uri_decode(&text, &length, id, end);
    bool whole = status == BLZ_OK && strlen(text) == length;
    if (whole || status == BLZ_ERR_NOMEM) return text;
    blz_free(text);
    return blz_strndup(id, end);
}

static blz_status same_id(bool *same, const char *a, const char *b)
{
    *same = false;
    if (!a || !b) return BLZ_OK;
    BLZ_AUTO(blz_text) one = plain(a);
    BLZ_AUTO(blz_text) other = plain(b);
    BLZ_TRY_MEM(one && other);
    *same = strcmp(one, other) == 0;
    return BLZ_OK;
}

static bool start_of(const blz_check *check, int64_t *seconds, int *nanos)
{
    const char *text = blz_member(check->credential, blz_vc_start_name(check->version));
    return text && blz_time_parse(seconds, nanos, text, strlen(text)) == BLZ_OK;
}

static bool is_older(const blz_check *check, const blz_check *than)
{
    int64_t seconds = 0, others = 0;
    int nanos = 0, other_nanos = 0;
    if (!start_of(check, &seconds, &nanos) || !start_of(than, &others, &other_nanos)) return true;
    return seconds < others || (seconds == others && nanos < other_nanos);
}

/* Whether this copy, which was fetched, takes the place of the older one; else why not. */
static blz_status compare(blz_check *check, const char **why)
{
    const blz_check *older = check->older;
    bool issuer = false, badge = false;
    BLZ_TRY(same_id(&issuer, check->issuer_id, older->issuer_id));
    BLZ_TRY(same_id(&badge, blz_member(check->credential, "id"), blz_member(older->credential, "id")));
    *why = NULL;
    if (json_equal(check->credential, older->credential))
        *why = same_copy;
    else if (!issuer || !badge || check->kind != older->kind)
        *why = "what stands there has another issuer or another id, so it is another badge";
    else if (is_older(check, older))
        *why = "what stands there is an older copy";
    else if (!blz_proofs_hold(check))
        *why = "nothing proves that what stands there is by the issuer";
    return BLZ_OK;
}

static blz_status take_over(blz_check *check)
{
    const char *why = NULL;
    BLZ_TRY(compare(check, &why));
    check->unfit = why;
    if (why) return BLZ_OK;
    return blz_say(
        check, BLZ_STEP_WARN, NULL,
        "the issuer has a newer copy of this %s at \"%s\": what was verified is that copy, not the "
        "one that was given",
        blz_report_kind_text(check->report->kind), check->fetched_from);
}

/* The fetched text, verified in place of this one if it deserves that. */
static blz_status try_newer(blz_check *check, const char *url, const blz_document *document)
{
    const char *why = no_credential;
    BLZ_TRY(blz_verify_newer(&check->instead, &why, check, url, document));
    if (check->instead) return BLZ_OK;
    if (why == same_copy)
        return blz_say(check, BLZ_STEP_PASS, "/refreshService", "the issuer has no newer copy at \"%s\"",
                       url);
    return blz_say(
        check, BLZ_STEP_WARN, "/refreshService",
        "the newer copy that the issuer may have at \"%s\" is of no use: %s; this copy was verified", url,
        why);
}

static blz_status ask(blz_check *check, const char *url)
{
    BLZ_SCOPED(blz_document) document = {0};
    blz_status status = blz_ctx_load(check->ctx, url, &document);
    if (status == BLZ_OK) return try_newer(check, url, &document);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_ERR_NOT_FOUND)
        return blz_say(
            check, BLZ_STEP_SKIPPED, "/refreshService",
            "the issuer may have a newer copy of this %s at \"%s\", which is not at hand; this copy "
            "was verified",
            blz_report_kind_text(check->report->kind), url);
    return blz_say(
        check, BLZ_STEP_WARN, "/refreshService",
        "the newer copy that the issuer may have at \"%s\" cannot be had (%s); this copy was verified", url,
        blz_document_why(&document, status));
}

blz_status blz_step_refresh(blz_check *check)
{
    json_t *service = json_object_get(check->credential, "refreshService");
    const char *url = blz_member(blz_many_at(service, 0), "id"), *at = "/refreshService";
    if (check->older) return take_over(check);
    if (blz_many(service) == 0) return BLZ_OK;
    if (check->of)
        return blz_say(check, BLZ_STEP_SKIPPED, at,
                       "of what came in a credential no newer copy is asked for");
    if (!blz_vc_has_type(blz_many_at(service, 0), "1EdTechCredentialRefresh"))
        return blz_say(check, BLZ_STEP_SKIPPED, at, "a refresh service of a kind that blazon does not know");
    if (!url) return blz_say(check, BLZ_STEP_WARN, at, "the refresh service has no URL");
    if (!blz_proofs_hold(check))
        return blz_say(
            check, BLZ_STEP_SKIPPED, at,
            "nothing proves that \"%s\" is where the issuer has a newer copy, so it was not asked for", url);
    return ask(check, url);
}
