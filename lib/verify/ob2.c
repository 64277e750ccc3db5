#include "verify/ob2.h"

/* What all steps of Open Badges 2.0 ask. */

void blz_ob2_close(blz_check *check)
{
    if (!check->ob2) return;
    blz_ob2_graph_free(check->ob2->graph);
    json_decref(check->ob2->named);
    blz_key_free(check->ob2->key);
    blz_free(check->ob2);
    check->ob2 = NULL;
}

bool blz_ob2_is_proven(const blz_check *check)
{
    return check->ob2->proven;
}

static blz_status report(void *user, blz_ob2_finding finding, const char *pointer, const char *message)
{
    blz_check *check = user;
    switch (finding) {
    case BLZ_OB2_NOTE:
        return blz_say(check, BLZ_STEP_WARN, pointer, "%s", message);
    case BLZ_OB2_OPEN:
        return blz_say(check, BLZ_STEP_UNKNOWN, pointer, "%s", message);
    case BLZ_OB2_WRONG:
        return blz_say(check, BLZ_STEP_FAIL, pointer, "%s", message);
    case BLZ_OB2_OPEN_SPEC:
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, pointer, "%s", message);
    case BLZ_OB2_WRONG_SPEC:
        return blz_say_strict(check, BLZ_STEP_FAIL, pointer, "%s", message);
    case BLZ_OB2_WRONG_1EDTECH:
        break;
    }
    return blz_say_vendor(check, BLZ_STEP_WARN, pointer, "%s", message);
}

blz_ob2_listener blz_ob2_reporter(blz_check *check)
{
    return (blz_ob2_listener){report, check};
}

blz_status blz_ob2_find(json_t **out, blz_check *check, const json_t *node, const char *property)
{
    json_t *value = json_object_get(node, property);
    blz_ob2_target target = {0};
    *out = NULL;
    if (!json_is_object(value) && !json_is_string(value)) return BLZ_OK;
    BLZ_TRY(blz_ob2_graph_follow(&target, check->ob2->graph, value));
    *out = target.node;
    return BLZ_OK;
}
