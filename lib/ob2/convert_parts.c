#include <string.h>

#include "credential/put.h"
#include "ob2/convert.h"
#include "ob2/walk.h"

/* Names of a node's texts in 2.0 and in 3.0. */
typedef struct name {
    const char *old, *today;
} name;

static blz_status put_all(json_t *out, json_t *node, const name *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        BLZ_TRY(blz_convert_text(out, names[i].today, node, names[i].old));
    return BLZ_OK;
}

blz_status blz_convert_image(json_t *out, json_t *node)
{
    json_t *image = blz_ob2_many_at(json_object_get(node, "image"), 0);
    json_auto_t *object = json_object();
    BLZ_TRY_MEM(object);
    const char *id = json_is_string(image) ? json_string_value(image) : blz_convert_member(image, "id");
    if (!id || strncmp(id, "_:", 2) == 0) return BLZ_OK;
    BLZ_TRY(blz_put_text(object, "id", id));
    BLZ_TRY(blz_put_text(object, "type", "Image"));
    BLZ_TRY(blz_convert_text(object, "caption", image, "caption"));
    return blz_put(out, "image", BLZ_STEAL(object));
}

blz_status blz_convert_alignment(json_t *out, json_t *node)
{
    static const name names[] = {{"targetName", "targetName"},
                                 {"targetUrl", "targetUrl"},
                                 {"targetDescription", "targetDescription"},
                                 {"targetFramework", "targetFramework"},
                                 {"targetCode", "targetCode"}};
    json_t *alignment = json_object_get(node, "alignment");
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < blz_ob2_many(alignment); i++) {
        json_t *one = blz_ob2_many_at(alignment, i);
        json_auto_t *object = json_object();
        if (!json_is_object(one)) continue;
        BLZ_TRY(blz_put_type(object, "Alignment"));
        BLZ_TRY(put_all(object, one, names, BLZ_COUNT_OF(names)));
        BLZ_TRY(blz_append(list, BLZ_STEAL(object)));
    }
    return json_array_size(list) ? blz_put(out, "alignment", BLZ_STEAL(list)) : BLZ_OK;
}

static blz_status append_evidence(json_t *list, json_t *one)
{
    static const name names[] = {{"narrative", "narrative"},
                                 {"name", "name"},
                                 {"description", "description"},
                                 {"genre", "genre"},
                                 {"audience", "audience"}};
    json_auto_t *object = json_object();
    const char *id = json_is_string(one) ? json_string_value(one) : blz_convert_member(one, "id");
    BLZ_TRY_MEM(object);
    if (id && strncmp(id, "_:", 2) != 0) BLZ_TRY(blz_put_text(object, "id", id));
    BLZ_TRY(blz_put_type(object, "Evidence"));
    BLZ_TRY(put_all(object, one, names, BLZ_COUNT_OF(names)));
    return blz_append(list, BLZ_STEAL(object));
}

/* The badge that this one was made of. */
static blz_status append_origin(json_t *list, const char *id)
{
    json_auto_t *object = json_object();
    BLZ_TRY(blz_put_text(object, "id", id));
    BLZ_TRY(blz_put_pair(object, "type", "Evidence", "https://w3id.org/openbadges#Assertion"));
    BLZ_TRY(blz_put_text(object, "name", "The badge as it was issued before Open Badges 3.0"));
    return blz_append(list, BLZ_STEAL(object));
}

blz_status blz_convert_evidence(json_t *out, const blz_convert_run *run, json_t *assertion)
{
    json_t *evidence = json_object_get(assertion, "evidence");
    const char *id = blz_convert_member(assertion, "id");
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < blz_ob2_many(evidence); i++)
        BLZ_TRY(append_evidence(list, blz_ob2_many_at(evidence, i)));
    if (id && strncmp(id, "_:", 2) != 0)
        BLZ_TRY(append_origin(list, id));
    else
        blz_convert_note(run, "the old badge has no address, so that the new one cannot name it");
    return json_array_size(list) ? blz_put(out, "evidence", BLZ_STEAL(list)) : BLZ_OK;
}
