#include <string.h>

#include "schema/errors.h"

static blz_status run(const blz_schema *schema, const json_t *instance, blz_errors *errors, bool *valid)
{
    blz_eval eval = {.schema = schema, .errors = errors, .work = schema->work_max};
    blz_at at = {.value = instance};
    blz_status status = blz_eval_node(&eval, schema->root, &at, NULL, valid);
    blz_matcher_clear(&eval.matcher);
    return status;
}

static bool same_place(const char *a, const char *b, size_t length)
{
    return strlen(b) == length && strncmp(a, b, length) == 0;
}

/* A missing member that was only misspelt is told of by the unknown one. */
static bool is_misspelt(const blz_errors *errors, const blz_error *missing)
{
    if (!missing->because.name) return false;
    for (size_t i = 0; i < errors->count; i++) {
        const blz_error *other = errors->items[i];
        const char *slash = strrchr(other->is.pointer, '/');
        if (!other->because.suggestion || !slash) continue;
        if (strcmp(other->because.suggestion, missing->because.name) == 0 &&
            same_place(other->is.pointer, missing->is.pointer, (size_t)(slash - other->is.pointer)))
            return true;
    }
    return false;
}

static bool was_said(const blz_errors *errors, size_t index)
{
    const blz_schema_error *error = &errors->items[index]->is;
    for (size_t i = 0; i < index; i++) {
        const blz_schema_error *other = &errors->items[i]->is;
        if (strcmp(other->message, error->message) == 0 && strcmp(other->pointer, error->pointer) == 0)
            return true;
    }
    return false;
}

static blz_status report_all(const blz_errors *errors, blz_schema_report_fn *report, void *user)
{
    for (size_t i = 0; i < errors->count; i++)
        if (!was_said(errors, i) && !is_misspelt(errors, errors->items[i]))
            BLZ_TRY(report(user, &errors->items[i]->is));
    return BLZ_OK;
}

/* The first run is quick and silent, because most instances are right. */
blz_status blz_schema_validate(bool *valid, const blz_schema *schema, const json_t *instance,
                               blz_schema_report_fn *report, void *user)
{
    *valid = false;
    bool ok = false;
    BLZ_TRY(run(schema, instance, NULL, &ok));
    if (!ok && report) {
        blz_errors errors = {0};
        blz_status status = run(schema, instance, &errors, &ok);
        if (status == BLZ_OK) status = report_all(&errors, report, user);
        blz_errors_clear(&errors);
        BLZ_TRY(status);
    }
    *valid = ok;
    return BLZ_OK;
}
