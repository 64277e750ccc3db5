#include "unit/schema/room.h"

static json_t *metaschema(const char *uri)
{
    size_t length = 0;
    const char *text = blz_metaschema_text(uri, &length);
    ck_assert_msg(text != NULL, "%s", uri);
    ck_assert_uint_eq(strlen(text), length);
    json_t *json = json_loads(text, 0, NULL);
    ck_assert_ptr_nonnull(json);
    return json;
}

START_TEST(each_draft_is_one_document)
{
    static const char *const prefixes[] = {"https://json-schema.org/draft/2020-12/",
                                           "https://json-schema.org/draft/2019-09/"};
    static const char *const rest[] = {"schema", "meta/core", "meta/validation"};
    for (size_t i = 0; i < BLZ_COUNT_OF(prefixes); i++)
        for (size_t j = 0; j < BLZ_COUNT_OF(rest); j++) {
            char uri[100], id[100];
            snprintf(uri, sizeof uri, "%s%s", prefixes[i], rest[j]);
            snprintf(id, sizeof id, "%sschema", prefixes[i]);
            json_t *json = metaschema(uri);
            ck_assert_str_eq(json_string_value(json_object_get(json, "$id")), id);
            json_decref(json);
        }
}
END_TEST

START_TEST(others_are_not_there)
{
    static const char *const uris[] = {"", "https://json-schema.org/draft/2020-12",
                                       "https://json-schema.org/draft-07/schema",
                                       "http://json-schema.org/draft/2020-12/schema"};
    for (size_t i = 0; i < BLZ_COUNT_OF(uris); i++) {
        size_t length = 7;
        ck_assert_ptr_null(blz_metaschema_text(uris[i], &length));
        ck_assert_uint_eq(length, 7);
    }
}
END_TEST

/* Each describes itself and the other one, and tells right schemas from wrong ones, keyword by keyword. */
START_TEST(they_know_right_schemas_from_wrong_ones)
{
    static const char *const right[] = {
        "true", "{}", "{'$schema': 'http://ex/s', 'type': ['null', 'array']}",
        "{'properties': {'a': false}, 'required': ['a'], 'if': {}, 'minItems': 0}"};
    static const char *const wrong[] = {"1",
                                        "[]",
                                        "{'type': 'text'}",
                                        "{'type': []}",
                                        "{'required': ['a', 'a']}",
                                        "{'allOf': []}",
                                        "{'not': 1}",
                                        "{'multipleOf': 0}",
                                        "{'minItems': -1}",
                                        "{'properties': {'a': []}}",
                                        "{'$anchor': '1'}",
                                        "{'title': 1}",
                                        "{'format': 1}",
                                        "{'contentEncoding': 1}",
                                        "{'unevaluatedItems': 1}"};
    static const char *const uris[] = {"https://json-schema.org/draft/2020-12/schema",
                                       "https://json-schema.org/draft/2019-09/schema"};
    for (size_t i = 0; i < BLZ_COUNT_OF(uris); i++) {
        json_t *document = metaschema(uris[i]);
        blz_schema *schema = NULL;
        ck_assert_ok(blz_schema_compile(&schema, NULL, document, NULL, NULL));
        bool valid = false;
        ck_assert_ok(blz_schema_validate(&valid, schema, document, NULL, NULL));
        ck_assert(valid);
        for (size_t j = 0; j < BLZ_COUNT_OF(right) + BLZ_COUNT_OF(wrong); j++) {
            bool is_right = j < BLZ_COUNT_OF(right);
            const char *text = is_right ? right[j] : wrong[j - BLZ_COUNT_OF(right)];
            json_t *json = sc_json(text);
            ck_assert_ok(blz_schema_validate(&valid, schema, json, NULL, NULL));
            ck_assert_msg(valid == is_right, "%s: %s", uris[i], text);
            json_decref(json);
        }
        blz_schema_free(schema);
        json_decref(document);
    }
}
END_TEST

UNIT_MAIN("schema/metaschema", each_draft_is_one_document, others_are_not_there,
          they_know_right_schemas_from_wrong_ones)
