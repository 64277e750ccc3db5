#include "unit/schema/schema.h"

#include "base/diag.h"

static const char rules[] =
    "{'description': 'all of it', 'required': ['title'], 'properties': {'title': {}, 'n': "
    "{'minimum': 2, 'description': 'how many'}, 'k': {'enum': ['basic', 'more']}, 'd': {'format': "
    "'date'}}, 'additionalProperties': false}";

static blz_status lint(blz_diags *diags, blz_source *source, const char *instance)
{
    blz_schema *schema = sc_compile(rules, NULL);
    json_t *value = sc_json(instance);
    blz_status status = blz_schema_lint(diags, source, schema, value);
    json_decref(value);
    blz_schema_free(schema);
    return status;
}

START_TEST(each_class_has_its_rule)
{
    static const struct {
        const char *instance, *code, *pointer;
        bool at_key;
    } cases[] = {
        {"{'title': 1, 'n': 1}", "BLZ101", "/n", false},
        {"{'title': 1, 'x': 1}", "BLZ102", "/x", true},
        {"{}", "BLZ103", "", true},
        {"{'title': 1, 'k': 'all'}", "BLZ106", "/k", false},
        {"{'title': 1, 'd': 'soon'}", "BLZ107", "/d", false},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        BLZ_AUTO(blz_diags) diags = NULL;
        ck_assert_ok(blz_diags_new(&diags));
        ck_assert_ok(lint(diags, NULL, cases[i].instance));
        ck_assert_uint_eq(blz_diags_count(diags), 1);
        const blz_diag *diag = blz_diags_at(diags, 0);
        ck_assert_str_eq(diag->rule->code, cases[i].code);
        ck_assert_str_eq(diag->pointer, cases[i].pointer);
        ck_assert(diag->at_key == cases[i].at_key);
    }
}
END_TEST

/* The schema and the value are gone by then. */
START_TEST(the_words_live_as_long_as_the_collector)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    blz_source *source = NULL;
    ck_assert_ok(blz_source_new(&source, "a.yaml", "x", 1));
    ck_assert_ok(lint(diags, source, "{'title': 1, 'k': 'basci', 'n': 1}"));
    ck_assert_uint_eq(blz_diags_count(diags), 2);
    const blz_diag *choice = blz_diags_at(diags, 0), *number = blz_diags_at(diags, 1);
    ck_assert_str_eq(choice->message, "\"k\" is \"basci\", which is not one of the choices");
    ck_assert_str_eq(choice->hint, "did you mean \"basic\"? the choices are \"basic\" and \"more\"");
    ck_assert_str_eq(choice->fix, "basic");
    ck_assert_ptr_null(choice->reason);
    ck_assert_str_eq(number->reason, "how many");
    ck_assert_ptr_null(number->hint);
    ck_assert_ptr_null(number->fix);
    ck_assert_ptr_eq(number->source, source);
    blz_source_unref(source);
}
END_TEST

START_TEST(without_a_failure_nothing_is_added)
{
    BLZ_AUTO(blz_diags) diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert_ok(lint(diags, NULL, "{'title': 1, 'n': 2}"));
    ck_assert_uint_eq(blz_diags_count(diags), 0);
}
END_TEST

START_TEST(memory_may_run_out)
{
    blz_schema *schema = sc_compile(rules, NULL);
    json_t *value = sc_json("{'titel': 1, 'k': 'basci', 'n': 1}");
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_diags) diags = NULL;
        ck_assert_ok(blz_diags_new(&diags));
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_schema_lint(diags, NULL, schema, value);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        if (!failed(&f)) ck_assert_uint_eq(blz_diags_count(diags), 3);
    }
    json_decref(value);
    blz_schema_free(schema);
}
END_TEST

UNIT_MAIN("schema/lint", each_class_has_its_rule, the_words_live_as_long_as_the_collector,
          without_a_failure_nothing_is_added, memory_may_run_out)
