#include <string.h>

#include "base/time.h"
#include "credential/put.h"
#include "issue/options.h"

static blz_status refuse_date(blz_diags *diags, const char *name, const char *text)
{
    bool day = strlen(text) == 10 && text[4] == '-' && text[7] == '-';
    const char *hint = "write date, time and time zone, as 2026-01-31T00:00:00Z";
    if (day) hint = blz_diags_text(diags, "write the time and the time zone too, as %sT00:00:00Z", text);
    return blz_option_refuse(
        diags, blz_diags_text(diags, "\"%s\" is not a time for the %s of the credential", text, name),
        "a badge is valid from and until exact moments, the same for everybody", hint);
}

/* Whole seconds, because a JWT repeats them so. */
static blz_status read_date(int64_t *seconds, const char *name, const char *text, blz_diags *diags)
{
    int nanos = 0;
    if (blz_time_parse(seconds, &nanos, text, strlen(text)) != BLZ_OK) return refuse_date(diags, name, text);
    if (nanos == 0) return BLZ_OK;
    return blz_option_refuse(
        diags,
        blz_diags_text(diags, "\"%s\" for the %s of the credential has a fraction of a second", text, name),
        "a signed badge repeats its dates in whole seconds", "leave the fraction out");
}

static blz_status put_date(json_t *credential, const char *name, int64_t seconds, blz_diags *diags)
{
    char text[BLZ_TIME_MAX];
    if (blz_time_format(text, seconds) != BLZ_OK)
        return blz_option_refuse(
            diags, blz_diags_text(diags, "the time for \"%s\" is outside the years 0 to 9999", name),
            "dates in a badge have years of four digits", NULL);
    return blz_put_text(credential, name, text);
}

blz_status blz_validity_put(json_t *credential, blz_ctx *ctx, const char *from_text, const char *until_text,
                            blz_diags *diags)
{
    int64_t from = blz_ctx_now(ctx), until = 0;
    if (from_text) BLZ_TRY(read_date(&from, "start", from_text, diags));
    BLZ_TRY(put_date(credential, "validFrom", from, diags));
    if (!until_text) return BLZ_OK;
    BLZ_TRY(read_date(&until, "end", until_text, diags));
    if (until <= from)
        return blz_option_refuse(diags, "the end of the credential is not after its start",
                                 "it would never be valid", "choose a later end or an earlier start");
    return put_date(credential, "validUntil", until, diags);
}

blz_status blz_dates_put(json_t *credential, blz_ctx *ctx, const blz_credential_options *options,
                         blz_diags *diags)
{
    BLZ_TRY(blz_validity_put(credential, ctx, options->valid_from, options->valid_until, diags));
    return put_date(credential, "awardedDate", blz_ctx_now(ctx), diags);
}
