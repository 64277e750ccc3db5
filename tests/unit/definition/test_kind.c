#include "fixture.h"

#include "definition/kind.h"

static blz_definition_kind detect(blz_diags *diags, const char *json)
{
    blz_definition_kind kind = BLZ_DEFINITION_KIND_COUNT_;
    json_t *tree = tree_of(json);
    blz_source *source = source_of("test.yaml");
    ck_assert_ok(blz_kind_detect(&kind, tree, source, diags));
    blz_source_unref(source);
    json_decref(tree);
    return kind;
}

START_TEST(the_four_kinds_are_known)
{
    blz_diags *diags = new_diags();
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"micro-credential/1\"}"), BLZ_DEFINITION_MICRO_CREDENTIAL);
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"rubric/1\"}"), BLZ_DEFINITION_RUBRIC);
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"issuer/1\"}"), BLZ_DEFINITION_ISSUER);
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"stack/1\"}"), BLZ_DEFINITION_STACK);
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"trust/1\"}"), BLZ_DEFINITION_TRUST);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    ck_assert_str_eq(blz_definition_kind_name(BLZ_DEFINITION_STACK), "stack");
    ck_assert_ptr_null(blz_definition_kind_name(BLZ_DEFINITION_KIND_COUNT_));
    ck_assert_str_eq(blz_kind_phrase(BLZ_DEFINITION_ISSUER), "an issuer");
    blz_diags_free(diags);
}
END_TEST

START_TEST(a_misspelt_kind_is_taken_for_what_was_meant)
{
    blz_diags *diags = new_diags();
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"microcredential/1\"}"), BLZ_DEFINITION_MICRO_CREDENTIAL);
    ck_assert_finding(diags, 0, "BLZ104 /blazon \"microcredential/1\" is not a kind of definition");
    ck_assert_hint(diags, 0, "did you mean \"blazon: micro-credential/1\"?");
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"scores/1\"}"), BLZ_DEFINITION_KIND_COUNT_);
    ck_assert_hint(diags, 1, "write one of micro-credential/1, rubric/1, issuer/1, stack/1 and trust/1");
    char text[200];
    snprintf(text, sizeof text, "{\"blazon\": \"%0100d/1\"}", 0);
    ck_assert_int_eq(detect(diags, text), BLZ_DEFINITION_KIND_COUNT_);
    blz_diags_free(diags);
}
END_TEST

START_TEST(versions_are_told_apart)
{
    blz_diags *diags = new_diags();
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"rubric\"}"), BLZ_DEFINITION_RUBRIC);
    ck_assert_finding(diags, 0, "BLZ104 /blazon \"rubric\" comes without its version");
    ck_assert_hint(diags, 0, "did you mean \"blazon: rubric/1\"?");
    ck_assert_int_eq(detect(diags, "{\"blazon\": \"rubric/2\"}"), BLZ_DEFINITION_RUBRIC);
    ck_assert_finding(diags, 1, "BLZ104 /blazon version \"2\" of a rubric is not known here");
    ck_assert_hint(diags, 1, "this blazon reads \"rubric/1\"; a newer one may read more");
    blz_diags_free(diags);
}
END_TEST

START_TEST(a_missing_key_is_guessed_from_the_others)
{
    blz_diags *diags = new_diags();
    ck_assert_int_eq(detect(diags, "{\"criteria\": []}"), BLZ_DEFINITION_RUBRIC);
    ck_assert_finding(diags, 0, "BLZ104  the file does not start with the key \"blazon\"");
    ck_assert_hint(diags, 0, "start the file with the line \"blazon: rubric/1\"");
    ck_assert_int_eq(detect(diags, "{\"competency\": {}, \"requires\": []}"),
                     BLZ_DEFINITION_MICRO_CREDENTIAL);
    ck_assert_int_eq(detect(diags, "{\"requires\": []}"), BLZ_DEFINITION_STACK);
    ck_assert_int_eq(detect(diags, "{\"email\": \"\"}"), BLZ_DEFINITION_ISSUER);
    ck_assert_int_eq(detect(diags, "{\"services\": {}}"), BLZ_DEFINITION_KIND_COUNT_);
    ck_assert_hint(diags, 4, "start the file with a line such as \"blazon: micro-credential/1\"");
    blz_diags_free(diags);
}
END_TEST

START_TEST(values_of_other_types)
{
    blz_diags *diags = new_diags();
    ck_assert_int_eq(detect(diags, "[]"), BLZ_DEFINITION_KIND_COUNT_);
    ck_assert_finding(diags, 0, "BLZ104  the file is not made of keys and values");
    ck_assert_int_eq(detect(diags, "null"), BLZ_DEFINITION_KIND_COUNT_);
    ck_assert_int_eq(detect(diags, "{\"blazon\": 1, \"levels\": []}"), BLZ_DEFINITION_RUBRIC);
    ck_assert_finding(diags, 2, "BLZ104 /blazon the value of \"blazon\" is not text");
    blz_diags_free(diags);
}
END_TEST

START_TEST(the_key_belongs_first)
{
    blz_diags *diags = new_diags();
    ck_assert_int_eq(detect(diags, "{\"name\": \"x\", \"blazon\": \"rubric/1\"}"), BLZ_DEFINITION_RUBRIC);
    ck_assert_finding(diags, 0, "BLZ109 /blazon key \"blazon\" is not the first key of the file");
    ck_assert_uint_eq(blz_diags_count_of(diags, BLZ_ERROR), 0);
    blz_diags_free(diags);
}
END_TEST

static bool marked(const char *text)
{
    return blz_definition_is_marked(text, strlen(text));
}

START_TEST(marks_are_found_in_yaml_and_json)
{
    ck_assert(marked("blazon: rubric/1\n"));
    ck_assert(marked("# a comment\n\n  # another\n---\nblazon: rubric/1\n"));
    ck_assert(marked("%YAML 1.2\n--- \nblazon : x"));
    ck_assert(marked("\xEF\xBB\xBF"
                     "blazon: rubric/1\r\n"));
    ck_assert(marked("{\n  \"blazon\": \"rubric/1\"}"));
    ck_assert(marked("'blazon': rubric/1"));
    ck_assert(!marked(""));
    ck_assert(!marked("# only a comment"));
    ck_assert(!marked("name: x\nblazon: rubric/1\n"));
    ck_assert(!marked("blazon"));
    ck_assert(!marked("blazonry: x"));
    ck_assert(!marked("blazon x"));
    ck_assert(!blz_definition_is_marked("\0\0blazon: x", 11));
}
END_TEST

static blz_status detect_again(void *user)
{
    json_auto_t *tree = json_object();
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_source) source = NULL;
    blz_definition_kind kind;
    BLZ_TRY_MEM(tree && json_object_set_new(tree, "blazon", json_string(user)) == 0);
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_source_new(&source, "x", "", 0));
    return blz_kind_detect(&kind, tree, source, diags);
}

START_TEST(every_allocation_may_fail)
{
    char kind[] = "microcredential/1", version[] = "rubric/7";
    sweep(detect_again, kind);
    sweep(detect_again, version);
}
END_TEST

UNIT_MAIN("definition/kind", the_four_kinds_are_known, a_misspelt_kind_is_taken_for_what_was_meant,
          versions_are_told_apart, a_missing_key_is_guessed_from_the_others, values_of_other_types,
          the_key_belongs_first, marks_are_found_in_yaml_and_json, every_allocation_may_fail)
