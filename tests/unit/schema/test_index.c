#include "unit/schema/room.h"

static blz_resource *index_text(room *r, const char *text, json_t **json)
{
    blz_resource *resource = NULL;
    *json = sc_json(text);
    blz_status status = blz_index_document(&r->c, *json, "http://ex/s", &resource);
    ck_assert_msg(status == BLZ_OK, "%s: %s, %s", text, blz_status_text(status), r->problem);
    return resource;
}

/* The node of what `pointer` leads to in one or two steps. */
static const blz_node *node_at(const room *r, const json_t *json, const char *first, const char *second)
{
    json = json_object_get(json, first);
    if (second) json = json_is_array(json) ? json_array_get(json, 0) : json_object_get(json, second);
    ck_assert_ptr_nonnull(json);
    return blz_hashmap_get_address(&r->c.nodes, json);
}

static void has_schema(const char *keyword, const char *value, const char *place, const char *second)
{
    char text[100], token[100];
    room r;
    room_open(&r);
    json_t *json = NULL;
    snprintf(text, sizeof text, "{'%s': %s}", keyword, value);
    snprintf(token, sizeof token, "%s%s", keyword, place);
    const blz_resource *resource = index_text(&r, text, &json);
    const blz_node *node = node_at(&r, json, keyword, second);
    ck_assert_msg(node != NULL, "%s", text);
    ck_assert_str_eq(node->token, token);
    ck_assert_ptr_eq(node->parent, resource->root);
    ck_assert_ptr_eq(node->resource, resource);
    ck_assert_uint_eq(r.c.nodes.count, 2);
    room_close(&r);
    json_decref(json);
}

START_TEST(schemas_are_found_where_keywords_have_them)
{
    static const char *const one[] = {"additionalItems",
                                      "additionalProperties",
                                      "contains",
                                      "contentSchema",
                                      "else",
                                      "if",
                                      "items",
                                      "not",
                                      "propertyNames",
                                      "then",
                                      "unevaluatedItems",
                                      "unevaluatedProperties"};
    static const char *const list[] = {"allOf", "anyOf", "items", "oneOf", "prefixItems"};
    static const char *const named[] = {"$defs", "definitions", "dependentSchemas", "patternProperties",
                                        "properties"};
    const char *const *const kinds[] = {one, list, named};
    const size_t counts[] = {BLZ_COUNT_OF(one), BLZ_COUNT_OF(list), BLZ_COUNT_OF(named)};
    static const struct {
        const char *value, *token;
    } forms[] = {{"{}", ""}, {"[{}, true]", "/0"}, {"{'a/~': {}, 'b': true}", "/a~1~0"}};
    for (size_t kind = 0; kind < BLZ_COUNT_OF(forms); kind++)
        for (size_t i = 0; i < counts[kind]; i++)
            has_schema(kinds[kind][i], forms[kind].value, forms[kind].token, kind ? "a/~" : NULL);
}
END_TEST

START_TEST(and_nowhere_else)
{
    static const char *const texts[] = {"{'const': {'$id': 'x'}}",  "{'default': {'$id': 'x'}}",
                                        "{'enum': [{'$id': 'x'}]}", "{'unknown': {'$id': 'x'}}",
                                        "{'allOf': {'a': {}}}",     "{'not': [{'$id': 'x'}]}"};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        room r;
        room_open(&r);
        json_t *json = NULL;
        index_text(&r, texts[i], &json);
        ck_assert_msg(r.c.nodes.count == 1 && r.c.resources.count == 1, "%s", texts[i]);
        room_close(&r);
        json_decref(json);
    }
}
END_TEST

START_TEST(an_id_opens_a_resource)
{
    room r;
    room_open(&r);
    json_t *json = NULL;
    blz_resource *root = index_text(
        &r,
        "{'$id': 'http://ex/dir/root#', '$defs': {'a': {'$id': 'a', '$schema': "
        "'https://json-schema.org/draft/2019-09/schema', 'not': {}}, 'b': {'$id': '#b'}, 'c': {'$id': ''}}}",
        &json);
    ck_assert_str_eq(root->uri, "http://ex/dir/root");
    ck_assert_ptr_eq(blz_hashmap_get(&r.c.resources, "http://ex/dir/root"), root);
    const blz_resource *a = blz_hashmap_get(&r.c.resources, "http://ex/dir/a");
    ck_assert_ptr_nonnull(a);
    ck_assert_ptr_null(a->root->parent);
    ck_assert_int_eq(root->draft, BLZ_DRAFT_2020_12);
    ck_assert_int_eq(a->draft, BLZ_DRAFT_2019_09);
    ck_assert_ptr_eq(node_at(&r, a->root->json, "not", NULL)->resource, a);
    ck_assert_uint_eq(r.c.resources.count, 2);
    ck_assert_ptr_eq(r.schema.resources, a);
    ck_assert_ptr_eq(a->next, root);
    room_close(&r);
    json_decref(json);
}
END_TEST

START_TEST(anchors_belong_to_their_resource)
{
    room r;
    room_open(&r);
    json_t *json = NULL;
    index_text(&r,
               "{'$anchor': 'a', '$dynamicAnchor': 'a', '$defs': {'x': {'$id': 'x', '$anchor': 'a'}, 'y': "
               "{'$dynamicAnchor': 'b', '$anchor': 'c'}}}",
               &json);
    const blz_anchor *a = blz_hashmap_get(&r.c.anchors, "http://ex/s#a"),
                     *x = blz_hashmap_get(&r.c.anchors, "http://ex/x#a"),
                     *b = blz_hashmap_get(&r.c.anchors, "http://ex/s#b"),
                     *c = blz_hashmap_get(&r.c.anchors, "http://ex/s#c");
    ck_assert(a && a->dynamic && x && !x->dynamic && b && b->dynamic && c && !c->dynamic);
    ck_assert_ptr_eq(b->node, c->node);
    ck_assert_ptr_ne(a->node, x->node);
    room_close(&r);
    json_decref(json);
}
END_TEST

START_TEST(the_older_draft_has_another_kind_of_anchor)
{
    room r;
    room_open(&r);
    r.c.options.draft = BLZ_DRAFT_2019_09;
    json_t *json = NULL;
    const blz_resource *root =
        index_text(&r,
                   "{'$recursiveAnchor': true, '$dynamicAnchor': 'a', '$defs': {'x': {'$id': 'x', 'not': "
                   "{'$recursiveAnchor': true}}}}",
                   &json);
    ck_assert(root->recursive);
    const blz_resource *x = blz_hashmap_get(&r.c.resources, "http://ex/x");
    ck_assert(!x->recursive);
    ck_assert_ptr_null(blz_hashmap_get(&r.c.anchors, "http://ex/s#a"));
    room_close(&r);
    json_decref(json);
}
END_TEST

START_TEST(schemas_bring_words_with_them)
{
    room r;
    room_open(&r);
    json_t *json = NULL;
    const blz_resource *root =
        index_text(&r,
                   "{'title': 't', 'description': 'd', 'not': {'title': 't', 'x-blazon-noun': "
                   "'n', 'description': 'd', 'x-blazon-about': 'a'}, 'if': {'title': 1}}",
                   &json);
    const blz_node *other = node_at(&r, json, "not", NULL), *none = node_at(&r, json, "if", NULL);
    ck_assert_str_eq(root->root->noun, "t");
    ck_assert_str_eq(root->root->about, "d");
    ck_assert_str_eq(other->noun, "n");
    ck_assert_str_eq(other->about, "a");
    ck_assert_ptr_null(none->noun);
    ck_assert_ptr_null(none->about);
    room_close(&r);
    json_decref(json);
}
END_TEST

START_TEST(a_schema_may_be_true_or_false)
{
    static const struct {
        const char *text;
        blz_verdict verdict;
    } cases[] = {{"true", BLZ_VERDICT_TRUE}, {"false", BLZ_VERDICT_FALSE}, {"{}", BLZ_VERDICT_ASK}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        room r;
        room_open(&r);
        json_t *json = NULL;
        const blz_resource *root = index_text(&r, cases[i].text, &json);
        ck_assert_int_eq(root->root->verdict, cases[i].verdict);
        ck_assert_str_eq(root->uri, "http://ex/s");
        room_close(&r);
        json_decref(json);
    }
}
END_TEST

START_TEST(wrong_schemas_are_refused)
{
    sc_refuses("[]", "a schema is an object, or true or false");
    sc_refuses("null", "a schema is an object, or true or false");
    sc_refuses("{'$defs': {'a': {'$anchor': 'x'}, 'b': {'$anchor': 'x'}}}",
               "a second anchor 'x' (http://ex/schema#...$defs/b)");
    sc_refuses("{'$defs': {'a': {'$id': 'x'}, 'b': {'$id': '/x#'}}}",
               "a second schema with the '$id' http://ex/x (http://ex/x#...$defs/b)");
    sc_refuses("{'not': {'$id': 'http://ex/schema'}}",
               "a second schema with the '$id' http://ex/schema (http://ex/schema#...not)");
}
END_TEST

static json_t *nested(size_t depth)
{
    json_t *json = json_object();
    for (; depth; depth--)
        json = json_pack("{s:o}", "not", json);
    return json;
}

START_TEST(schemas_may_be_nested_only_so_deep)
{
    for (size_t depth = 200; depth <= 201; depth++) {
        room r;
        room_open(&r);
        json_t *json = nested(depth);
        blz_resource *resource = NULL;
        ck_assert_int_eq(blz_index_document(&r.c, json, "http://ex/s", &resource),
                         depth == 200 ? BLZ_OK : BLZ_ERR_LIMIT);
        room_close(&r);
        json_decref(json);
    }
}
END_TEST

START_TEST(memory_may_run_out)
{
    json_t *json =
        sc_json("{'$anchor': 'a', '$defs': {'x/y': {'$id': 'x'}}, 'allOf': [{}, {}], 'items': {}}");
    for (EACH_ALLOCATION_FAILS(f)) {
        room r;
        room_open(&r);
        blz_resource *resource = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_index_document(&r.c, json, "http://ex/s", &resource);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        room_close(&r);
    }
    json_decref(json);
}
END_TEST

UNIT_MAIN("schema/index", schemas_are_found_where_keywords_have_them, and_nowhere_else,
          an_id_opens_a_resource, anchors_belong_to_their_resource,
          the_older_draft_has_another_kind_of_anchor, schemas_bring_words_with_them,
          a_schema_may_be_true_or_false, wrong_schemas_are_refused, schemas_may_be_nested_only_so_deep,
          memory_may_run_out)
