#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/time.h"
#include "codec/json_copy.h"
#include "credential/model.h"
#include "ob2/names.h"
#include "ob2/upgrade.h"

/* Version 1.1 differs from 2.0 in its context, in how dates may be written, and in the names of verification
 * and alignment. */

enum { DATE_MAX = 64 };

#define REAL_MAX 1e15 /* beyond it no year has four digits */

/* Seconds since 1970, as a number or the text of one. */
static bool is_timestamp(int64_t *seconds, const json_t *value)
{
    double real = json_is_real(value) ? json_real_value(value) : 0;
    const char *text = json_string_value(value);
    char *end = NULL;
    if (json_is_integer(value)) *seconds = (int64_t)json_integer_value(value);
    if (real > -REAL_MAX && real < REAL_MAX) *seconds += (int64_t)real;
    if (json_is_number(value)) return real > -REAL_MAX && real < REAL_MAX;
    if (!text || text[0] < '0' || text[0] > '9') return false;
    errno = 0;
    *seconds = strtoll(text, &end, 10);
    if (*end == '.' && end[1]) end += 1 + strspn(end + 1, "0123456789");
    return !*end && errno == 0;
}

/* A day, or a time without its zone, is one in UTC. What is neither stays, for who checks it. */
static blz_status upgrade_date(json_t *copy, const char *name)
{
    const json_t *value = json_object_get(copy, name);
    const char *text = json_string_value(value);
    char iso[DATE_MAX];
    int64_t seconds = 0;
    if (is_timestamp(&seconds, value)) {
        if (blz_time_format(iso, seconds) != BLZ_OK) return BLZ_OK;
    } else {
        const char *rest = text && strlen(text) == strlen("2026-05-01") ? "T00:00:00Z" : "Z";
        if (!text || strlen(text) > DATE_MAX - sizeof "T00:00:00Z") return BLZ_OK;
        snprintf(iso, sizeof iso, "%s%s", text, rest);
        if (blz_time_parse(&seconds, NULL, text, strlen(text)) == BLZ_OK ||
            blz_time_parse(&seconds, NULL, iso, strlen(iso)) != BLZ_OK)
            return BLZ_OK;
    }
    BLZ_TRY_MEM(json_object_set_new(copy, name, json_string(iso)) == 0);
    return BLZ_OK;
}

/* The `url` of a signed badge is that of the key, which is what `creator` names today. */
static blz_status upgrade_verify(json_t *copy)
{
    json_t *verify = NULL;
    if (json_object_get(copy, "verification")) return BLZ_OK;
    BLZ_TRY(blz_ob2_own(&verify, copy, "verify"));
    const char *type = json_string_value(json_object_get(verify, "type"));
    bool hosted = type && strcmp(type, "hosted") == 0, signed_ = type && strcmp(type, "signed") == 0;
    if (signed_) BLZ_TRY(blz_ob2_rename(verify, "url", "creator"));
    if (hosted || signed_)
        BLZ_TRY_MEM(
            json_object_set_new(verify, "type", json_string(hosted ? "HostedBadge" : "SignedBadge")) == 0);
    return blz_ob2_rename(copy, "verify", "verification");
}

static blz_status upgrade_alignment(json_t **out, const json_t *value)
{
    static const char *const names[][2] = {
        {"url", "targetUrl"}, {"name", "targetName"}, {"description", "targetDescription"}};
    json_auto_t *copy = NULL;
    BLZ_TRY(blz_json_copy(&copy, value));
    for (size_t i = 0; i < BLZ_COUNT_OF(names) && json_is_object(copy); i++)
        BLZ_TRY(blz_ob2_rename(copy, names[i][0], names[i][1]));
    *out = json_incref(copy);
    return BLZ_OK;
}

static blz_status upgrade_alignments(json_t *copy)
{
    json_t *alignment = json_object_get(copy, "alignment");
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(list);
    if (!alignment) return BLZ_OK;
    for (size_t i = 0; i < (json_is_array(alignment) ? json_array_size(alignment) : 1); i++) {
        json_t *one = NULL;
        BLZ_TRY(upgrade_alignment(&one, json_is_array(alignment) ? json_array_get(alignment, i) : alignment));
        BLZ_TRY_MEM(json_array_append_new(list, one) == 0);
    }
    BLZ_TRY_MEM(json_object_set(copy, "alignment", list) == 0);
    return BLZ_OK;
}

/* The context of 2.0 in the place of that of 1.1, or of none; those of extensions stay. */
static blz_status upgrade_context(json_t *copy)
{
    const json_t *old = json_object_get(copy, "@context");
    json_auto_t *context = json_array();
    BLZ_TRY_MEM(context);
    BLZ_TRY_MEM(json_array_append_new(context, json_string(BLZ_OB2_CONTEXT)) == 0);
    size_t index;
    json_t *entry;
    json_array_foreach (old, index, entry) {
        const char *url = json_string_value(entry);
        if (url && (strstr(url, "openbadges/v1") || strstr(url, "openbadgespec.org/v1"))) continue;
        BLZ_TRY_MEM(json_array_append(context, entry) == 0);
    }
    BLZ_TRY_MEM(json_object_set(copy, "@context", context) == 0);
    return BLZ_OK;
}

/* The context of 1.1 has two names for it. */
static blz_status upgrade_type(json_t *copy)
{
    const char *type = json_string_value(json_object_get(copy, "type"));
    if (!type || strcmp(type, "IssuerOrg") != 0) return BLZ_OK;
    BLZ_TRY_MEM(json_object_set_new(copy, "type", json_string("Issuer")) == 0);
    return BLZ_OK;
}

static blz_status upgrade_members(json_t *copy)
{
    json_t *badge = NULL;
    BLZ_TRY(upgrade_type(copy));
    BLZ_TRY(upgrade_date(copy, "issuedOn"));
    BLZ_TRY(upgrade_date(copy, "expires"));
    BLZ_TRY(upgrade_verify(copy));
    BLZ_TRY(upgrade_alignments(copy));
    BLZ_TRY(blz_ob2_own(&badge, copy, "badge"));
    return badge ? upgrade_alignments(badge) : BLZ_OK;
}

blz_status blz_ob2_upgrade_1_1(json_t *copy)
{
    BLZ_TRY(upgrade_members(copy));
    return upgrade_context(copy);
}
