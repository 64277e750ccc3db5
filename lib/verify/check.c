#include "verify/check.h"

#include <stdarg.h>

const char *blz_at(blz_check *check, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = blz_arena_vprintf(&check->report->arena, format, args);
    va_end(args);
    if (!text) check->status = BLZ_ERR_NOMEM;
    return text;
}

/* Remembers that the next entry of the report is about the proof that a step is at. */
static blz_status note_proof(blz_check *check, blz_outcome outcome)
{
    if (!check->proof) return BLZ_OK;
    blz_about *about = blz_realloc(check->about, (check->about_count + 1) * sizeof *about);
    BLZ_TRY_MEM(about);
    check->about = about;
    about[check->about_count++] =
        (blz_about){check->report->step_count, (size_t)(check->proof - check->proofs)};
    if (outcome > check->proof->worst) check->proof->worst = outcome;
    return BLZ_OK;
}

/* `policy`: that alone says so; NULL: both do. */
static blz_status add(blz_check *check, blz_outcome outcome, const char *pointer, const char *message,
                      const blz_policy *policy)
{
    BLZ_TRY(check->status);
    BLZ_TRY_MEM(message);
    if (check->said >= BLZ_STEP_ENTRIES_MAX && !check->proof && outcome <= check->worst) {
        check->unshown++;
        return BLZ_OK;
    }
    BLZ_TRY(note_proof(check, outcome));
    check->said++;
    if (outcome > check->worst) check->worst = outcome;
    return blz_report_add_step(check->report,
                               &(blz_step){.id = check->row->id,
                                           .outcome = outcome,
                                           .message = message,
                                           .pointer = pointer,
                                           .spec = check->row->spec,
                                           .policy = policy ? blz_policy_text(*policy) : NULL});
}

blz_status blz_say(blz_check *check, blz_outcome outcome, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = blz_arena_vprintf(&check->report->arena, format, args);
    va_end(args);
    return add(check, outcome, pointer, message, NULL);
}

static bool decides(blz_outcome outcome)
{
    return outcome == BLZ_STEP_FAIL || outcome == BLZ_STEP_UNKNOWN;
}

/* What the other policy would have said is a warning. */
static blz_status add_alone(blz_check *check, blz_policy alone, blz_outcome outcome, const char *pointer,
                            const char *message)
{
    BLZ_TRY_MEM(message);
    if (!decides(outcome)) return add(check, outcome, pointer, message, NULL);
    if (check->policy == alone) return add(check, outcome, pointer, message, &alone);
    message = blz_at(check, "policy %s %s: %s", blz_policy_text(alone),
                     outcome == BLZ_STEP_FAIL ? "fails this" : "cannot decide this", message);
    return add(check, BLZ_STEP_WARN, pointer, message, &alone);
}

static blz_status add_strict(blz_check *check, blz_outcome outcome, const char *pointer, const char *message)
{
    return add_alone(check, BLZ_POLICY_SPEC, outcome, pointer, message);
}

blz_status blz_say_strict(blz_check *check, blz_outcome outcome, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = blz_arena_vprintf(&check->report->arena, format, args);
    va_end(args);
    return add_strict(check, outcome, pointer, message);
}

blz_status blz_say_vendor(blz_check *check, blz_outcome outcome, const char *pointer, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *message = blz_arena_vprintf(&check->report->arena, format, args);
    va_end(args);
    if (outcome == BLZ_STEP_UNKNOWN && check->policy == BLZ_POLICY_SPEC)
        return add(check, outcome, pointer, message, NULL);
    return add_alone(check, BLZ_POLICY_1EDTECH, BLZ_STEP_FAIL, pointer, message);
}

blz_status blz_say_of_badge(blz_check *check, blz_outcome outcome, const char *pointer, const char *format,
                            ...)
{
    va_list args;
    va_start(args, format);
    const char *message = blz_arena_vprintf(&check->report->arena, format, args);
    va_end(args);
    return check->kind == BLZ_KIND_STATUS_LIST ? add_strict(check, outcome, pointer, message)
                                               : add(check, outcome, pointer, message, NULL);
}

const char *blz_noun(const blz_check *check)
{
    return check->kind == BLZ_KIND_STATUS_LIST ? "status list" : "badge";
}

blz_status blz_say_unshown(blz_check *check)
{
    size_t count = check->unshown;
    if (!count) return BLZ_OK;
    check->said = check->unshown = 0;
    return blz_say(check, check->worst, NULL, "%zu more, none of them worse than those above", count);
}

blz_status blz_pass_if_quiet(blz_check *check, const char *format, ...)
{
    if (check->said) return check->status;
    va_list args;
    va_start(args, format);
    const char *message = blz_arena_vprintf(&check->report->arena, format, args);
    va_end(args);
    return add(check, BLZ_STEP_PASS, NULL, message, NULL);
}

const char *blz_member(json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

size_t blz_many(json_t *value)
{
    if (json_is_array(value)) return json_array_size(value);
    return value && !json_is_null(value) ? 1 : 0;
}

json_t *blz_many_at(json_t *value, size_t index)
{
    if (json_is_array(value)) return json_array_get(value, index);
    return index == 0 ? value : NULL;
}

const char *blz_many_pointer(blz_check *check, const char *base, json_t *value, size_t index)
{
    return json_is_array(value) ? blz_at(check, "%s/%zu", base, index) : blz_at(check, "%s", base);
}
