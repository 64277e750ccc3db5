#include "verify/learner.h"

#include <string.h>
#include <strings.h>

#include "credential/identity.h"

enum { COMPARED_MAX = 32 };

static bool is_hashed(json_t *identifier)
{
    return json_is_true(json_object_get(identifier, "hashed"));
}

/* Both hashed: the hash, the salt and the kind; both plain: the text and the kind. */
static bool equal(json_t *a, json_t *b)
{
    const char *hash = blz_member(a, "identityHash"), *other = blz_member(b, "identityHash");
    if (!hash || !other || is_hashed(a) != is_hashed(b)) return false;
    if (!json_equal(json_object_get(a, "identityType"), json_object_get(b, "identityType"))) return false;
    if (!is_hashed(a)) return strcmp(hash, other) == 0;
    const char *salt = blz_member(a, "salt"), *other_salt = blz_member(b, "salt");
    return strcasecmp(hash, other) == 0 && strcmp(salt ? salt : "", other_salt ? other_salt : "") == 0;
}

/* Whether the hash is that of the plain text. A hash that nobody knows is no match. */
static blz_status hash_is_of(bool *is, json_t *hashed, json_t *plain)
{
    const char *text = blz_member(plain, "identityHash");
    *is = false;
    if (!text || !json_equal(json_object_get(hashed, "identityType"), json_object_get(plain, "identityType")))
        return BLZ_OK;
    blz_status status = blz_identity_object_matches(is, hashed, text);
    if (status == BLZ_ERR_NOMEM || status == BLZ_ERR_CRYPTO) return status;
    if (status != BLZ_OK) *is = false;
    return BLZ_OK;
}

static blz_status compare(bool *same, json_t *a, json_t *b)
{
    if (is_hashed(a) && !is_hashed(b)) return hash_is_of(same, a, b);
    if (is_hashed(b) && !is_hashed(a)) return hash_is_of(same, b, a);
    *same = equal(a, b);
    return BLZ_OK;
}

blz_status blz_learner_same(bool *same, json_t *a, json_t *b)
{
    const char *id = blz_member(a, "id"), *other = blz_member(b, "id");
    json_t *mine = json_object_get(a, "identifier"), *theirs = json_object_get(b, "identifier");
    *same = id && *id && other && strcmp(id, other) == 0;
    for (size_t i = 0; i < blz_many(mine) && i < COMPARED_MAX && !*same; i++)
        for (size_t j = 0; j < blz_many(theirs) && j < COMPARED_MAX && !*same; j++)
            BLZ_TRY(compare(same, blz_many_at(mine, i), blz_many_at(theirs, j)));
    return BLZ_OK;
}
