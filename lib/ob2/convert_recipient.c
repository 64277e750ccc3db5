#include <string.h>

#include "base/uri.h"
#include "base/why.h"
#include "credential/put.h"
#include "ob2/convert.h"
#include "ob2/walk.h"

/* The kinds of identity that both versions have. */
static const char *const types[][2] = {
    {"email", "emailAddress"}, {"telephone", "ext:telephone"}, {"url", "ext:url"}, {"id", "ext:id"}};

static const char *type_of(json_t *recipient)
{
    const char *type = blz_convert_member(recipient, "type");
    for (size_t i = 0; type && i < BLZ_COUNT_OF(types); i++)
        if (strcmp(type, types[i][0]) == 0) return types[i][1];
    return "identifier";
}

static blz_status put_identity(json_t *subject, json_t *recipient, const char *identity, bool hashed)
{
    json_auto_t *object = json_object();
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(object && list);
    BLZ_TRY(blz_put_text(object, "type", "IdentityObject"));
    BLZ_TRY(blz_put(object, "hashed", json_boolean(hashed)));
    BLZ_TRY(blz_put_text(object, "identityHash", identity));
    BLZ_TRY(blz_put_text(object, "identityType", type_of(recipient)));
    if (hashed) BLZ_TRY(blz_convert_text(object, "salt", recipient, "salt"));
    BLZ_TRY(blz_append(list, BLZ_STEAL(object)));
    return blz_put(subject, "identifier", BLZ_STEAL(list));
}

/* An id that can be read is the subject's own; an address or a hash is something that identifies it. */
blz_status blz_convert_recipient(json_t *subject, const blz_convert_run *run, json_t *recipient)
{
    json_t *one = blz_ob2_many_at(recipient, 0);
    const char *identity = blz_convert_member(one, "identity");
    bool hashed = json_is_true(json_object_get(one, "hashed"));
    if (!identity || !*identity)
        return blz_why(run->why, BLZ_ERR_INVALID,
                       "it does not say who has earned it: \"recipient\" has no identity");
    bool id = !hashed && blz_uri_is_absolute(identity) && strcmp(type_of(one), "emailAddress") != 0;
    return id ? blz_put_text(subject, "id", identity) : put_identity(subject, one, identity, hashed);
}
