#include "credential/model.h"

#include <string.h>

#define OB3_CONTEXT_START "https://purl.imsglobal.org/spec/ob/v3p0/context"
#define CLR2_CONTEXT_START "https://purl.imsglobal.org/spec/clr/v2p0/context"

blz_vc_version blz_vc_version_of(const json_t *credential)
{
    const char *first = json_string_value(json_array_get(json_object_get(credential, "@context"), 0));
    if (!first) return BLZ_VC_UNKNOWN;
    if (strcmp(first, BLZ_VC2_CONTEXT) == 0) return BLZ_VC_2_0;
    return strcmp(first, BLZ_VC1_CONTEXT) == 0 ? BLZ_VC_1_1 : BLZ_VC_UNKNOWN;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "context.json" and "context-3.0.3.json", the revisions with any digits. */
static bool is_revision(const char *url, const char *start, char major)
{
    size_t length = strlen(start);
    if (strncmp(url, start, length) != 0) return false;
    url += length;
    if (url[0] == '-' && url[1] == major && url[2] == '.' && digit(url[3]) && url[4] == '.' && digit(url[5]))
        url += 6;
    return strcmp(url, ".json") == 0;
}

bool blz_ob3_is_context_url(const char *url)
{
    return is_revision(url, OB3_CONTEXT_START, '3');
}

bool blz_clr2_is_context_url(const char *url)
{
    return is_revision(url, CLR2_CONTEXT_START, '2');
}

bool blz_ob3_has_context(const json_t *credential)
{
    const json_t *context = json_object_get(credential, "@context");
    for (size_t i = 0; i < json_array_size(context); i++) {
        const char *url = json_string_value(json_array_get(context, i));
        if (url && blz_ob3_is_context_url(url)) return true;
    }
    return false;
}

static bool same_type(const char *a, const char *b)
{
    static const char open[] = "OpenBadgeCredential", achievement[] = "AchievementCredential";
    if (strcmp(a, b) == 0) return true;
    return (strcmp(a, open) == 0 && strcmp(b, achievement) == 0) ||
           (strcmp(a, achievement) == 0 && strcmp(b, open) == 0);
}

bool blz_vc_has_type(const json_t *node, const char *name)
{
    const json_t *type = json_object_get(node, "type");
    if (json_is_string(type)) return same_type(json_string_value(type), name);
    for (size_t i = 0; i < json_array_size(type); i++) {
        const char *text = json_string_value(json_array_get(type, i));
        if (text && same_type(text, name)) return true;
    }
    return false;
}

const char *blz_vc_issuer_id(const json_t *credential)
{
    const json_t *issuer = json_object_get(credential, "issuer");
    return json_string_value(json_is_object(issuer) ? json_object_get(issuer, "id") : issuer);
}

json_t *blz_vc_subject(const json_t *credential)
{
    json_t *subject = json_object_get(credential, "credentialSubject");
    if (json_is_array(subject)) subject = json_array_size(subject) == 1 ? json_array_get(subject, 0) : NULL;
    return json_is_object(subject) ? subject : NULL;
}

const char *blz_vc_start_name(blz_vc_version version)
{
    return version == BLZ_VC_1_1 ? "issuanceDate" : "validFrom";
}

const char *blz_vc_end_name(blz_vc_version version)
{
    return version == BLZ_VC_1_1 ? "expirationDate" : "validUntil";
}
