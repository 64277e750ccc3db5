#include "unit/unit.h"

#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "jsonld/embedded.h"
#include "jsonld/embedded_table.h"

#define OB "https://purl.imsglobal.org/spec/ob/v3p0/"

static const char *name_at(const char *url)
{
    size_t id = SIZE_MAX;
    const blz_embedded *text = blz_ld_embedded(url, &id);
    if (!text) return NULL;
    ck_assert_uint_lt(id, blz_ld_embedded_count());
    ck_assert_ptr_eq(text, blz_ld_embedded_at(id));
    ck_assert_ptr_eq(text, blz_ld_embedded(url, NULL));
    return blz_ld_embedded_name(id);
}

START_TEST(contexts_are_found_by_url)
{
    ck_assert_str_eq(name_at("https://www.w3.org/ns/credentials/v2"), "credentials-v2");
    ck_assert_str_eq(name_at("https://www.w3.org/2018/credentials/v1"), "credentials-v1");
    ck_assert_str_eq(name_at(OB "context-3.0.3.json"), "context-3.0.3");
    ck_assert_str_eq(name_at(OB "context.json"), "context-3.0");
    ck_assert_str_eq(name_at(OB "context/ob_v3p0.jsonld"), "context-3.0");
    ck_assert_str_eq(name_at("https://w3id.org/openbadges/v2"), "openbadges-2.0");
}
END_TEST

START_TEST(anything_else_is_unknown)
{
    static const char *const urls[] = {"",
                                       "a",
                                       "zzz",
                                       "https://www.w3.org/ns/credentials/v2#",
                                       "https://www.w3.org/ns/credentials/v2/",
                                       "https://www.w3.org/ns/credentials/v",
                                       "http://www.w3.org/ns/credentials/v2",
                                       "HTTPS://www.w3.org/ns/credentials/v2",
                                       OB "context-3.0.4.json",
                                       "context-3.0.3",
                                       "context-3.0.3-2025-04"};
    for (size_t i = 0; i < BLZ_COUNT_OF(urls); i++)
        ck_assert_ptr_null(name_at(urls[i]));
}
END_TEST

/* The search needs the order; the generator is asked to have kept it. */
START_TEST(the_table_is_in_order)
{
    ck_assert_uint_ge(blz_ld_urls_count, 50);
    for (size_t i = 0; i < blz_ld_urls_count; i++) {
        if (i > 0) ck_assert_int_lt(strcmp(blz_ld_urls[i - 1].url, blz_ld_urls[i].url), 0);
        ck_assert_str_eq(name_at(blz_ld_urls[i].url), blz_ld_names[blz_ld_urls[i].id]);
    }
}
END_TEST

/* A context has its name from its file, is JSON and has one member. */
START_TEST(each_text_is_a_context)
{
    ck_assert_uint_ge(blz_ld_embedded_count(), 40);
    for (size_t id = 0; id < blz_ld_embedded_count(); id++) {
        const blz_embedded *text = blz_ld_embedded_at(id);
        char path[200];
        snprintf(path, sizeof path, "schemas/contexts/%s.jsonld", blz_ld_embedded_name(id));
        ck_assert_str_eq(text->name, path);
        json_t *document = json_loadb(text->data, text->length, JSON_REJECT_DUPLICATES, NULL);
        ck_assert_msg(json_object_size(document) == 1 && json_object_get(document, "@context"),
                      "%s is not a context", path);
        json_decref(document);
    }
}
END_TEST

/* Which of the two texts of context-3.0.3.json has the URL. */
START_TEST(the_later_revision_has_the_url)
{
    const blz_embedded *later = blz_ld_embedded(OB "context-3.0.3.json", NULL), *earlier = NULL;
    for (size_t id = 0; id < blz_ld_embedded_count(); id++)
        if (strcmp(blz_ld_embedded_name(id), "context-3.0.3-2025-04") == 0) earlier = blz_ld_embedded_at(id);
    ck_assert_ptr_nonnull(later);
    ck_assert_ptr_nonnull(earlier);
    ck_assert_ptr_nonnull(strstr(later->data, "\"endorsementJwt\""));
    ck_assert_ptr_nonnull(strstr(later->data, "\"jti\""));
    ck_assert_ptr_null(strstr(earlier->data, "\"endorsementJwt\""));
    ck_assert_ptr_null(strstr(earlier->data, "\"jti\""));
}
END_TEST

UNIT_MAIN("jsonld/embedded", contexts_are_found_by_url, anything_else_is_unknown, the_table_is_in_order,
          each_text_is_a_context, the_later_revision_has_the_url)
