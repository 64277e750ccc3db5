#include "kept.h"

static void unusable(const blz_status_list_options *options, const char *words)
{
    BLZ_AUTO(blz_diags) diags = diags_new();
    json_t *document = NULL;
    ck_assert_int_eq(blz_list_document(&document, options, diags), BLZ_ERR_ARGUMENT);
    ck_assert_msg(strstr(finding(diags, 0), words) != NULL, "\"%s\" has no \"%s\"", finding(diags, 0), words);
}

START_TEST(options_that_cannot_be_used)
{
#define WITH(...) &(blz_status_list_options){.id = LIST_ID, .issuer = LIST_ISSUER, __VA_ARGS__}
    unusable(&(blz_status_list_options){.issuer = LIST_ISSUER}, "\"\" is no address for a status list");
    unusable(&(blz_status_list_options){.id = "list.json", .issuer = LIST_ISSUER}, "is no address");
    unusable(&(blz_status_list_options){.id = LIST_ID "#1", .issuer = LIST_ISSUER}, "is no address");
    unusable(&(blz_status_list_options){.id = LIST_ID}, "the issuer \"\" is neither");
    unusable(&(blz_status_list_options){.id = LIST_ID, .issuer = "Jane"}, "the issuer \"Jane\" is neither");
    unusable(WITH(.purpose = "message"), "no status lists for \"message\"");
    unusable(WITH(.length = 131064), "cannot have 131064 places");
    unusable(WITH(.length = 131073), "cannot have 131073 places");
    unusable(WITH(.length = ((size_t)1 << 27) + 8), "cannot have 134217736 places");
}
END_TEST

/* The file of a list with `members` in place of some of it. */
static const char *fault(const char *name, const char *value)
{
    static char text[300];
    json_error_t error;
    const char *why = NULL;
    blz_status_list *list = NULL;
    json_t *document = json_loads(
        "{\"statusList\": 1, \"id\": \"" LIST_ID "\", \"issuer\": \"" LIST_ISSUER "\", "
        "\"purpose\": \"revocation\", \"length\": 131072, \"entries\": {\"17\": \"urn:x:1\", \"18\": null}, "
        "\"set\": {\"17\": {\"since\": \"2026-05-28T20:26:40Z\"}}}",
        0, NULL);
    json_t *changed = value ? json_loads(value, JSON_DECODE_ANY, &error) : NULL;
    if (changed)
        json_object_set_new(document, name, changed);
    else if (name)
        json_object_del(document, name);
    blz_status status = blz_list_of_document(&list, document, &why);
    snprintf(text, sizeof text, "%s", status == BLZ_OK ? "none" : why);
    ck_assert(status == BLZ_OK || status == BLZ_ERR_INVALID);
    blz_status_list_free(list);
    return text;
}

START_TEST(files_that_somebody_has_changed)
{
    static const struct {
        const char *name, *value, *words;
    } cases[] = {
        {NULL, NULL, "none"},
        {"statusList", NULL, "has no \"statusList\""},
        {"statusList", "2", "a newer version"},
        {"id", "7", "its \"id\""},
        {"issuer", "\"Jane\"", "its \"issuer\""},
        {"purpose", "\"message\"", "its \"purpose\""},
        {"length", "-8", "its \"length\""},
        {"length", "131073", "its \"length\""},
        {"length", "\"131072\"", "its \"length\""},
        {"entries", NULL, "its \"entries\" or its \"set\""},
        {"set", "[]", "its \"entries\" or its \"set\""},
        {"entries", "{\"131072\": null}", "no number below its length"},
        {"entries", "{\"-1\": null}", "no number below its length"},
        {"entries", "{\"17\": 5}", "neither to the id of a badge nor to null"},
        {"entries", "{\"17\": null, \"017\": null}", "zeros before it"},
        {"entries", "{}", "not among \"entries\""},
        {"set", "{\"17\": {}}", "has no \"since\""},
        {"set", "{\"17\": {\"since\": \"x\", \"reason\": 7}}", "\"reason\" that is no text"},
        {"set", "{\"19\": {\"since\": \"x\"}}", "not among \"entries\""},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        ck_assert_msg(strstr(fault(cases[i].name, cases[i].value), cases[i].words) != NULL,
                      "%s is %s: \"%s\" has no \"%s\"", cases[i].name, cases[i].value,
                      fault(cases[i].name, cases[i].value), cases[i].words);
}
END_TEST

static blz_status make(void *user)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_status_list) list = NULL;
    json_t *document = NULL;
    const char *why = NULL;
    (void)user;
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_list_document(&document, WITH(.length = 262144), diags));
    BLZ_TRY(blz_list_of_document(&list, document, &why));
    ck_assert_uint_eq(blz_status_list_summarize(list).length, 262144);
    return BLZ_OK;
}

START_TEST(memory)
{
    sweep_run(make, NULL);
}
END_TEST

UNIT_MAIN("status/list_document", options_that_cannot_be_used, files_that_somebody_has_changed, memory)
