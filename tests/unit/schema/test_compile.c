#include "unit/schema/room.h"

static blz_status refused(const char *text, const blz_schema_options *options)
{
    json_t *json = sc_json(text);
    blz_schema *schema = NULL;
    blz_status status = blz_schema_compile(&schema, NULL, json, "http://ex/s", options);
    ck_assert_ptr_null(schema);
    json_decref(json);
    return status;
}

START_TEST(the_problem_is_told_as_far_as_there_is_room)
{
    char problem[12] = "";
    ck_assert_int_eq(refused("{'type': 1}", &(blz_schema_options){.problem = problem, .problem_size = 12}),
                     BLZ_ERR_INVALID);
    ck_assert_str_eq(problem, "\"type\" is n");
    char larger[40] = "";
    ck_assert_int_eq(refused("{'type': 1}", &(blz_schema_options){.problem = larger, .problem_size = 40}),
                     BLZ_ERR_INVALID);
    ck_assert_str_eq(larger, "\"type\" is not a known type (http://ex/s");
    char none[2] = "x";
    ck_assert_int_eq(refused("{'type': 1}", &(blz_schema_options){.problem = none}), BLZ_ERR_INVALID);
    ck_assert_str_eq(none, "x");
    ck_assert_int_eq(refused("{'type': 1}", NULL), BLZ_ERR_INVALID);
}
END_TEST

/* A wrong schema that nothing refers to does no harm. */
START_TEST(only_what_is_referred_to_is_compiled)
{
    static const sc_case cases[] = {{"1", ""}};
    sc_checks("{'$defs': {'a': {'type': 'no'}}}", cases, 1);
    sc_refuses("{'$defs': {'a': {'type': 'no'}}, '$ref': '#/$defs/a'}",
               "'type' is not a known type (http://ex/schema#...$defs/a)");
    sc_refuses("{'$defs': {'a': {'$dynamicAnchor': 'x', 'type': 'no'}}}",
               "'type' is not a known type (http://ex/schema#...$defs/a)");
}
END_TEST

START_TEST(the_documents_are_kept)
{
    json_t *json = sc_json("{'const': 'a'}"), *value = sc_json("'a'");
    blz_schema *schema = NULL;
    ck_assert_ok(blz_schema_compile(&schema, NULL, json, NULL, NULL));
    ck_assert_uint_eq(json->refcount, 2);
    json_decref(json);
    bool valid = false;
    ck_assert_ok(blz_schema_validate(&valid, schema, value, NULL, NULL));
    ck_assert(valid);
    json_decref(value);
    blz_schema_free(schema);
    blz_schema_free(NULL);
}
END_TEST

START_TEST(the_draft_is_that_of_the_schema_or_else_of_the_options)
{
    static const sc_case closed[] = {{"[1]", "@/0 false: item 1 of the document must not be there"}};
    static const sc_case open[] = {{"[1]", ""}};
    sc_checks("{'prefixItems': [false]}", closed, 1);
    sc_checks_2019("{'prefixItems': [false]}", open, 1);
    sc_checks_2019("{'$schema': 'https://json-schema.org/draft/2020-12/schema', 'prefixItems': [false]}",
                   closed, 1);
}
END_TEST

START_TEST(counts_are_whole_and_not_too_large)
{
    static const struct {
        const char *text;
        size_t count;
    } right[] = {{"0", 0}, {"7", 7}, {"2.0", 2}, {"1e3", 1000}, {"9e15", 9000000000000000}};
    static const char *const wrong[] = {"-1", "0.5", "9000000000000001", "1e300", "'1'", "true", "null"};
    room r;
    room_open(&r);
    for (size_t i = 0; i < BLZ_COUNT_OF(right); i++) {
        size_t count = 99;
        json_t *json = sc_json(right[i].text);
        ck_assert_ok(blz_compile_count(&r.c, NULL, json, "n", &count));
        ck_assert_uint_eq(count, right[i].count);
        json_decref(json);
    }
    for (size_t i = 0; i < BLZ_COUNT_OF(wrong); i++) {
        size_t count = 99;
        json_t *json = sc_json(wrong[i]);
        ck_assert_msg(blz_compile_count(&r.c, NULL, json, "n", &count) == BLZ_ERR_INVALID, "%s", wrong[i]);
        ck_assert_uint_eq(count, 99);
        ck_assert_str_eq(r.problem, "\"n\" is not a count");
        json_decref(json);
    }
    room_close(&r);
}
END_TEST

static blz_status one(blz_eval *eval, const void *data, blz_frame *frame)
{
    (void)eval;
    (void)data;
    (void)frame;
    return BLZ_OK;
}

static blz_status other(blz_eval *eval, const void *data, blz_frame *frame)
{
    (void)eval;
    (void)data;
    (void)frame;
    return BLZ_ERR_LIMIT;
}

START_TEST(keywords_keep_their_order_and_their_zeroed_data)
{
    room r;
    room_open(&r);
    blz_node node = {0};
    int *first = NULL, *second = NULL;
    ck_assert_ok(blz_compile_keyword(&r.c, &node, one, sizeof *first, &first));
    ck_assert(!blz_compile_has(&node, other));
    ck_assert_ok(blz_compile_keyword(&r.c, &node, other, sizeof *second, &second));
    ck_assert(blz_compile_has(&node, one) && blz_compile_has(&node, other));
    ck_assert_int_eq(*first, 0);
    ck_assert_ptr_eq(node.keywords->data, first);
    ck_assert_ptr_eq(node.keywords->next->data, second);
    ck_assert_ptr_null(node.keywords->next->next);
    room_close(&r);
}
END_TEST

START_TEST(a_node_is_queued_once)
{
    room r;
    room_open(&r);
    blz_node a = {0}, b = {0}, all = {.verdict = BLZ_VERDICT_TRUE};
    blz_compile_enqueue(&r.c, &a);
    blz_compile_enqueue(&r.c, &b);
    blz_compile_enqueue(&r.c, &a);
    blz_compile_enqueue(&r.c, &all);
    ck_assert_ptr_eq(r.c.pending, &b);
    ck_assert_ptr_eq(b.next_pending, &a);
    ck_assert_ptr_null(a.next_pending);
    ck_assert(a.queued && b.queued && !all.queued);
    room_close(&r);
}
END_TEST

START_TEST(siblings_are_those_in_force)
{
    room r;
    room_open(&r);
    json_t *json = sc_json("{'minItems': 1, 'format': 'date', 'prefixItems': [], 'own': 1}");
    blz_resource resource = {.draft = BLZ_DRAFT_2020_12, .vocabularies = BLZ_VOCABULARY_VALIDATION};
    blz_node node = {.json = json, .resource = &resource};
    ck_assert_ptr_eq(blz_compile_sibling(&node, "minItems"), json_object_get(json, "minItems"));
    ck_assert_ptr_null(blz_compile_sibling(&node, "maxItems"));
    ck_assert_ptr_null(blz_compile_sibling(&node, "format"));
    ck_assert_ptr_null(blz_compile_sibling(&node, "own"));
    ck_assert_ptr_null(blz_compile_sibling(&node, "prefixItems"));
    resource.vocabularies |= BLZ_VOCABULARY_APPLICATOR;
    ck_assert_ptr_nonnull(blz_compile_sibling(&node, "prefixItems"));
    resource.draft = BLZ_DRAFT_2019_09;
    ck_assert_ptr_null(blz_compile_sibling(&node, "prefixItems"));
    json_decref(json);
    room_close(&r);
}
END_TEST

START_TEST(a_pattern_may_be_too_long)
{
    char *source = malloc(70000);
    memset(source, 'a', 69999);
    source[69999] = '\0';
    json_t *json = json_pack("{s:s}", "pattern", source);
    blz_schema *schema = NULL;
    ck_assert_int_eq(blz_schema_compile(&schema, NULL, json, NULL, NULL), BLZ_ERR_LIMIT);
    ck_assert_ptr_null(schema);
    json_decref(json);
    free(source);
}
END_TEST

UNIT_MAIN("schema/compile", the_problem_is_told_as_far_as_there_is_room, only_what_is_referred_to_is_compiled,
          the_documents_are_kept, the_draft_is_that_of_the_schema_or_else_of_the_options,
          counts_are_whole_and_not_too_large, keywords_keep_their_order_and_their_zeroed_data,
          a_node_is_queued_once, siblings_are_those_in_force, a_pattern_may_be_too_long)
