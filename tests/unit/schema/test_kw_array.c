#include "unit/schema/schema.h"

START_TEST(a_list_has_so_many_items)
{
    static const sc_case cases[] = {
        {"[1, 2]", ""},
        {"{}", ""},
        {"[1]", "# minItems: the document needs at least 2 items, it has 1"},
        {"[1, 2, 3, 4]", "# maxItems: the document may have at most 3 items, it has 4"},
    };
    sc_checks("{'minItems': 2, 'maxItems': 3}", cases, BLZ_COUNT_OF(cases));
    static const sc_case one[] = {{"[]", "# minItems: the document is empty, it needs at least one item"}};
    sc_checks("{'minItems': 1}", one, 1);
}
END_TEST

START_TEST(items_are_called_like_their_list)
{
    static const sc_case cases[] = {
        {"{'levels': [1]}", "#/levels minItems: 'levels' needs at least 2 levels, it has 1"},
        {"{'criteria': [1]}", "#/criteria minItems: 'criteria' needs at least 2 criteria, it has 1"},
        {"{'access': [1]}", "#/access minItems: 'access' needs at least 2 items, it has 1"},
        {"{'list': [1]}", "#/list minItems: 'list' needs at least 2 items, it has 1"},
        {"{'s': [1]}", "#/s minItems: 's' needs at least 2 items, it has 1"},
        {"{'a:bs': [1]}", "#/a:bs minItems: 'a:bs' needs at least 2 items, it has 1"},
        {"{'': [1]}", "#/ minItems: '' needs at least 2 items, it has 1"},
    };
    sc_checks("{'additionalProperties': {'minItems': 2}}", cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(items_follow_a_prefix)
{
    static const sc_case cases[] = {
        {"[]", ""},
        {"[1]", ""},
        {"[1, 'a', 'b']", ""},
        {"['a', 1]",
         "#/0 type: item 1 of the document should be a whole number, but it is a text | write it in "
         "digits, without quotes\n"
         "#/1 type: item 2 of the document should be a text, but it is a number | put it in "
         "double quotes to make it a text"},
        {"'a'", ""},
    };
    sc_checks("{'prefixItems': [{'type': 'integer'}], 'items': {'type': 'string'}}", cases,
              BLZ_COUNT_OF(cases));
    static const sc_case closed[] = {{"[1]", ""},
                                     {"[1, 2]", "@/1 false: item 2 of the document must not be there"}};
    sc_checks("{'prefixItems': [true], 'items': false}", closed, 2);
    static const sc_case open[] = {{"[1, 2]", ""}};
    sc_checks("{'prefixItems': [true]}", open, 1);
}
END_TEST

START_TEST(the_older_draft_has_its_own_prefix)
{
    static const sc_case cases[] = {
        {"[1]", ""},
        {"[1, 'a']", "@/1 false: item 2 of the document must not be there"},
        {"['a']", "#/0 type: item 1 of the document should be a whole number, but it is a text | write it in "
                  "digits, without quotes"},
    };
    sc_checks_2019("{'items': [{'type': 'integer'}], 'additionalItems': false}", cases, BLZ_COUNT_OF(cases));
    static const sc_case ignored[] = {{"[1, 'a']", ""}};
    sc_checks_2019("{'items': {}, 'additionalItems': false}", ignored, 1);
    sc_checks_2019("{'additionalItems': false}", ignored, 1);
    sc_checks_2019("{'prefixItems': [false]}", ignored, 1);
    sc_checks("{'additionalItems': false}", ignored, 1);
}
END_TEST

START_TEST(twins_are_told)
{
    static const sc_case cases[] = {
        {"[]", ""},
        {"[1]", ""},
        {"[1, true, '1', [1], {'a': 1}, null, 0, false]", ""},
        {"['a', 'b', 'a']", "#/2 uniqueItems: the document has 'a' twice | leave one of them out"},
        {"[1, 1.0]", "#/1 uniqueItems: the document has 1 twice | leave one of them out"},
        {"[{'a': 1, 'b': 2}, {'b': 2, 'a': 1}]",
         "#/1 uniqueItems: items 1 and 2 of the document are the same | leave one of them out"},
        {"[0, [1], 1, [1]]",
         "#/3 uniqueItems: items 2 and 4 of the document are the same | leave one of them out"},
    };
    sc_checks("{'uniqueItems': true}", cases, BLZ_COUNT_OF(cases));
    static const sc_case off[] = {{"[1, 1]", ""}};
    sc_checks("{'uniqueItems': false}", off, 1);
}
END_TEST

START_TEST(the_work_for_twins_is_limited)
{
    blz_schema *schema = sc_compile("{'uniqueItems': true}", &(blz_schema_options){.work_max = 20});
    json_t *few = sc_json("[[1, 2, 3], [1, 2, 4]]"),
           *many = sc_json("[[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9]]");
    bool valid = false;
    ck_assert_ok(blz_schema_validate(&valid, schema, few, NULL, NULL));
    ck_assert(valid);
    ck_assert_int_eq(blz_schema_validate(&valid, schema, many, NULL, NULL), BLZ_ERR_LIMIT);
    ck_assert(!valid);
    json_decref(few);
    json_decref(many);
    blz_schema_free(schema);
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("{'minItems': -1}", "'minItems' is not a count (http://ex/schema#...)");
    sc_refuses("{'maxItems': true}", "'maxItems' is not a count (http://ex/schema#...)");
    sc_refuses("{'prefixItems': {}}", "'prefixItems' is not a list of schemas (http://ex/schema#...)");
    sc_refuses("{'prefixItems': [true, 1]}", "'prefixItems/1' is not a schema (http://ex/schema#...)");
    sc_refuses("{'items': 1}", "'items' is not a schema (http://ex/schema#...)");
}
END_TEST

START_TEST(memory_may_run_out)
{
    sc_runs_out_of_memory(NULL, "{'prefixItems': [{'minItems': 1}], 'items': true, 'uniqueItems': true}",
                          "[[], []]");
}
END_TEST

UNIT_MAIN("schema/kw_array", a_list_has_so_many_items, items_are_called_like_their_list,
          items_follow_a_prefix, the_older_draft_has_its_own_prefix, twins_are_told,
          the_work_for_twins_is_limited, wrong_schemas_are_refused, memory_may_run_out)
