#include <string.h>

#include "codec/json_ptr.h"
#include "verify/part.h"
#include "verify/steps.h"

/* Endorsements can stand wherever the data model has something that others vouch for: the badge, the
 * achievement, a profile. Each is a credential with a proof of its own. */

/* What is walked through. Reading capped its depth. */
typedef struct walk {
    blz_check *check;
    blz_buf *path;
    json_t *parts; /* the ids of what the badge is about; NULL until they are asked for */
} walk;

/* Who vouches, for messages. */
static const char *by(blz_check *check, const blz_report *report)
{
    const blz_party *issuer = blz_report_issuer(report);
    const char *name = issuer->name ? issuer->name : issuer->id;
    return name ? blz_at(check, "the endorsement by \"%s\"", name) : "an endorsement by nobody who is named";
}

/* What the badge is about: its achievement, and the profiles in it. */
static blz_status collect(const blz_check *check, json_t *parts, json_t *value)
{
    const char *name, *id = blz_member(value, "id");
    size_t index;
    json_t *child;
    if (id && (blz_vc_has_type(value, "Achievement") || blz_vc_has_type(value, "Profile")))
        BLZ_TRY_MEM(json_object_set_new(parts, id, json_true()) == 0);
    json_array_foreach (value, index, child)
        BLZ_TRY(collect(check, parts, child));
    json_object_foreach (value, name, child)
        if (strcmp(name, "endorsement") != 0 && !blz_part_is_list(check, value, name))
            BLZ_TRY(collect(check, parts, child));
    return BLZ_OK;
}

/* What stands at the badge may also be about its parts; elsewhere it is about what it stands at (Open Badges
 * 3.0, `endorsement` of each class). */
static blz_status is_target(bool *is, walk *w, json_t *endorsed, const char *about)
{
    const char *id = blz_member(endorsed, "id");
    *is = !id || strcmp(about, id) == 0;
    if (*is || endorsed != w->check->credential) return BLZ_OK;
    if (!w->parts) {
        w->parts = json_object();
        BLZ_TRY_MEM(w->parts);
        BLZ_TRY(collect(w->check, w->parts, w->check->credential));
    }
    *is =
        json_object_get(w->parts, about) || (w->check->issuer_id && strcmp(about, w->check->issuer_id) == 0);
    return BLZ_OK;
}

/* An endorsement that was made for something else and moved here vouches for nothing. */
static blz_status check_target(walk *w, const blz_report *report, json_t *endorsed, const char *pointer)
{
    bool is = true;
    if (report->subject) BLZ_TRY(is_target(&is, w, endorsed, report->subject));
    if (is) return BLZ_OK;
    return blz_say_strict(w->check, BLZ_STEP_FAIL, pointer,
                          "%s is about \"%s\", but it stands at \"%s\", for which it says nothing",
                          by(w->check, report), report->subject, blz_member(endorsed, "id"));
}

static blz_status check_one(walk *w, json_t *endorsed, json_t *value)
{
    BLZ_AUTO(blz_report) report = NULL;
    const char *pointer = blz_at(w->check, "%s", w->path->data);
    bool allowed = false;
    BLZ_TRY(w->check->status);
    BLZ_TRY(blz_part_allow(&allowed, w->check, pointer, "endorsements"));
    if (!allowed) return BLZ_OK;
    if (!json_is_object(value) && !json_is_string(value))
        return blz_say(w->check, BLZ_STEP_FAIL, pointer,
                       "an endorsement is neither a credential nor a signed token");
    BLZ_TRY(blz_verify_part(&report, w->check, BLZ_KIND_ENDORSEMENT, pointer, value));
    BLZ_TRY(blz_part_say(w->check, report, pointer, by(w->check, report)));
    return check_target(w, report, endorsed, pointer);
}

static blz_status check_list(walk *w, json_t *endorsed, json_t *list)
{
    size_t mark = w->path->length;
    for (size_t i = 0; i < blz_many(list); i++) {
        if (json_is_array(list)) BLZ_TRY(blz_json_ptr_index(w->path, i));
        BLZ_TRY(check_one(w, endorsed, blz_many_at(list, i)));
        blz_json_ptr_cut(w->path, mark);
    }
    return BLZ_OK;
}

static blz_status visit(walk *w, json_t *value);

static blz_status visit_member(walk *w, json_t *object, const char *name, json_t *value)
{
    bool endorsements = strcmp(name, "endorsement") == 0 || strcmp(name, "endorsementJwt") == 0;
    if (!endorsements && !json_is_object(value) && !json_is_array(value)) return BLZ_OK;
    if (blz_part_is_list(w->check, object, name)) return BLZ_OK; /* each has endorsements of its own */
    BLZ_TRY(blz_json_ptr_push(w->path, name));
    return endorsements ? check_list(w, object, value) : visit(w, value);
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
    json_object_foreach (value, name, child) {
        BLZ_TRY(visit_member(w, value, name, child));
        blz_json_ptr_cut(w->path, mark);
    }
    return BLZ_OK;
}

blz_status blz_step_endorsement(blz_check *check)
{
    BLZ_SCOPED(blz_buf) path = BLZ_BUF(BLZ_BUF_MAX);
    walk w = {.check = check, .path = &path};
    blz_status status = visit(&w, check->credential);
    json_decref(w.parts);
    return status;
}
