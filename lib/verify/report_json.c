#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "codec/json_write.h"
#include "verify/report.h"

/* Text as a JSON value; what is not UTF-8 (a file name may be anything) is made visible. NULL when memory ran
 * out. */
static json_t *text_value(const char *text)
{
    if (!text) return json_null();
    if (blz_utf8_valid(text, strlen(text))) return json_string(text);
    BLZ_SCOPED(blz_buf) safe = BLZ_BUF(BLZ_BUF_MAX);
    return blz_text_escape_terminal(&safe, text, strlen(text)) == BLZ_OK ? json_string(safe.data) : NULL;
}

static blz_status set(json_t *object, const char *name, const char *text)
{
    BLZ_TRY_MEM(json_object_set_new(object, name, text_value(text)) == 0);
    return BLZ_OK;
}

static blz_status set_party(json_t *object, const char *name, const blz_party *party)
{
    json_auto_t *value = json_object();
    BLZ_TRY_MEM(value);
    BLZ_TRY(set(value, "id", party->id));
    BLZ_TRY(set(value, "name", party->name));
    BLZ_TRY_MEM(json_object_set(object, name, value) == 0);
    return BLZ_OK;
}

static blz_status set_proofs(json_t *object, const blz_report *report)
{
    json_auto_t *list = json_array();
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < report->proof_count; i++) {
        json_auto_t *one = json_object();
        BLZ_TRY_MEM(one);
        BLZ_TRY(set(one, "type", report->proofs[i].type));
        BLZ_TRY(set(one, "key", report->proofs[i].key));
        BLZ_TRY_MEM(json_array_append(list, one) == 0);
    }
    BLZ_TRY_MEM(json_object_set(object, "proofs", list) == 0);
    return BLZ_OK;
}

static blz_status append_step(json_t *list, const blz_step *step)
{
    json_auto_t *one = json_object();
    BLZ_TRY_MEM(one);
    BLZ_TRY(set(one, "id", step->id));
    BLZ_TRY(set(one, "outcome", blz_outcome_text(step->outcome)));
    BLZ_TRY(set(one, "message", step->message));
    BLZ_TRY(set(one, "pointer", step->pointer));
    BLZ_TRY(set(one, "spec", step->spec));
    BLZ_TRY_MEM(json_array_append(list, one) == 0);
    return BLZ_OK;
}

static blz_status fill(json_t *object, const blz_report *report)
{
    json_auto_t *steps = json_array();
    BLZ_TRY_MEM(steps);
    BLZ_TRY_MEM(json_object_set_new(object, "report", json_integer(1)) == 0);
    BLZ_TRY(set(object, "input", report->input));
    BLZ_TRY(set(object, "verdict", blz_verdict_text(report->verdict)));
    BLZ_TRY(set(object, "standard", report->standard));
    BLZ_TRY(set(object, "policy", blz_policy_text(report->policy)));
    BLZ_TRY(set_party(object, "issuer", &report->issuer));
    BLZ_TRY(set_party(object, "achievement", &report->achievement));
    BLZ_TRY(set_proofs(object, report));
    for (size_t i = 0; i < report->step_count; i++)
        BLZ_TRY(append_step(steps, &report->steps[i]));
    BLZ_TRY_MEM(json_object_set(object, "steps", steps) == 0);
    return BLZ_OK;
}

blz_status blz_report_json(char **out, const blz_report *report)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *object = json_object();
    BLZ_TRY_MEM(object);
    BLZ_TRY(fill(object, report));
    BLZ_TRY(blz_json_write(&text, object, 0));
    BLZ_TRY(blz_buf_putc(&text, '\n'));
    return blz_buf_take(&text, out, NULL);
}
