#include "verify/same_node.h"

#include <string.h>

#include "base/buf.h"
#include "codec/json_ptr.h"
#include "verify/part.h"

/* Where steps read. */
typedef struct place {
    const char *name; /* of the property that leads there */
    const struct place *const *inside;
} place;

static const place level = {.name = "rubricCriterionLevel"};
static const place description = {.name = "resultDescription",
                                  .inside = (const place *const[]){&level, NULL}};
static const place achievement = {.name = "achievement",
                                  .inside = (const place *const[]){&description, NULL}};
static const place result = {.name = "result"};
static const place identity = {.name = "identifier"};
static const place subject = {.name = "credentialSubject",
                              .inside = (const place *const[]){&achievement, &result, &identity, NULL}};
static const place credential = {.inside = (const place *const[]){&subject, NULL}};
/* What stands in a learner record beside its own members is said by credentials with proofs of their own; of
 * the learner the record itself says which those are. */
static const place learner = {.name = "credentialSubject"};
static const place record = {.inside = (const place *const[]){&learner, NULL}};

/* What they decide by. */
static const char *const decisive[] = {
    "issuer",
    "validFrom",
    "validUntil",
    "issuanceDate",
    "expirationDate",
    "credentialStatus",
    "refreshService",
    "termsOfUse",
    "evidence",
    "credentialSchema",
    "credentialSubject",
    "verifiableCredential",
    "achievement",
    "result",
    "identifier",
    "criteria",
    "resultDescription",
    "achievedLevel",
    "value",
    "status",
    "resultType",
    "requiredLevel",
    "requiredValue",
    "allowedValue",
    "valueMin",
    "valueMax",
    "rubricCriterionLevel",
    "level",
    "points",
    "hashed",
    "identityHash",
    "identityType",
    "salt",
};

typedef struct walk {
    blz_check *check;
    blz_buf *path;
    json_t *read; /* id -> the object that a step reads; references */
    bool inside; /* in a credential of a learner record, which proves by itself what it says of the learner */
} walk;

static blz_status collect(walk *w, const place *where, json_t *value)
{
    for (size_t i = 0; i < blz_many(value); i++) {
        json_t *object = blz_many_at(value, i);
        const char *id = blz_member(object, "id");
        if (id && !json_object_get(w->read, id)) BLZ_TRY_MEM(json_object_set(w->read, id, object) == 0);
        for (const place *const *p = where->inside; p && *p; p++)
            BLZ_TRY(collect(w, *p, json_object_get(object, (*p)->name)));
    }
    return BLZ_OK;
}

static blz_status compare(walk *w, json_t *object)
{
    const char *id = blz_member(object, "id");
    json_t *read = id ? json_object_get(w->read, id) : NULL;
    if (!read || read == object) return BLZ_OK;
    bool of_record = w->check->kind == BLZ_KIND_RECORD && read == w->check->subject;
    for (size_t i = 0; i < BLZ_COUNT_OF(decisive); i++) {
        json_t *value = json_object_get(object, decisive[i]);
        if (of_record && (w->inside || strcmp(decisive[i], "verifiableCredential") != 0)) continue;
        if (!value || json_equal(value, json_object_get(read, decisive[i]))) continue;
        return blz_say(
            w->check, BLZ_STEP_FAIL, blz_at(w->check, "%s/%s", w->path->data, decisive[i]),
            "this is said of \"%s\", which the badge describes in another place, too; there it has "
            "to stand, because nobody looks for it here",
            id);
    }
    return BLZ_OK;
}

static blz_status visit(walk *w, json_t *value)
{
    size_t mark = w->path->length, index;
    const char *name;
    json_t *child;
    json_array_foreach (value, index, child) {
        if (!json_is_object(child) && !json_is_array(child)) continue;
        BLZ_TRY(blz_json_ptr_index(w->path, index));
        BLZ_TRY(visit(w, child));
        blz_json_ptr_cut(w->path, mark);
    }
    if (json_is_object(value)) BLZ_TRY(compare(w, value));
    json_object_foreach (value, name, child) {
        if (!json_is_object(child) && !json_is_array(child)) continue;
        bool list = blz_part_is_list(w->check, value, name);
        BLZ_TRY(blz_json_ptr_push(w->path, name));
        w->inside = w->inside || list;
        BLZ_TRY(visit(w, child));
        w->inside = w->inside && !list;
        blz_json_ptr_cut(w->path, mark);
    }
    return BLZ_OK;
}

blz_status blz_check_same_nodes(blz_check *check)
{
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *read = json_object();
    BLZ_TRY_MEM(read);
    walk w = {.check = check, .path = &path, .read = read};
    BLZ_TRY(collect(&w, check->kind == BLZ_KIND_RECORD ? &record : &credential, check->credential));
    return visit(&w, check->credential);
}
