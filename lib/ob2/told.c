#include "ob2/told.h"

#include <string.h>

#include "credential/model.h"
#include "ob2/names.h"
#include "ob2/walk.h"

static bool is_ob2_url(const char *url)
{
    return strstr(url, "w3id.org/openbadges/") || strstr(url, "openbadgespec.org/");
}

/* A context of the document's own that has words of the vocabulary. */
static bool has_ob2_words(json_t *context)
{
    const char *name;
    json_t *value;
    json_object_foreach (context, name, value) {
        json_t *id = json_is_object(value) ? json_object_get(value, "@id") : value;
        const char *iri = json_string_value(id);
        if (iri && (strncmp(iri, BLZ_OBI, strlen(BLZ_OBI)) == 0 || strncmp(iri, "obi:", 4) == 0)) return true;
    }
    return false;
}

static bool has_ob2_context(json_t *document)
{
    json_t *context = json_object_get(document, "@context");
    for (size_t i = 0; i < blz_ob2_many(context); i++) {
        json_t *entry = blz_ob2_many_at(context, i);
        const char *url = json_string_value(entry);
        if (url ? is_ob2_url(url) : has_ob2_words(entry)) return true;
    }
    return false;
}

/* Before 1.1 there were no contexts, only members. */
bool blz_ob2_is_document(json_t *document)
{
    if (has_ob2_context(document)) return true;
    if (blz_vc_version_of(document) != BLZ_VC_UNKNOWN) return false;
    bool badge = json_object_get(document, "badge") &&
                 (json_object_get(document, "recipient") || json_object_get(document, "verify") ||
                  json_object_get(document, "verification"));
    return badge || (json_object_get(document, "criteria") && json_object_get(document, "issuer"));
}

bool blz_ob2_is_hosted(const json_t *node)
{
    return blz_ob2_has_type(json_object_get(node, "verification"), "HostedBadge");
}

bool blz_ob2_is_signed(const json_t *node)
{
    return blz_ob2_has_type(json_object_get(node, "verification"), "SignedBadge");
}
