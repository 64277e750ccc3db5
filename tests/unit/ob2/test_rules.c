#include "ob2/rules.h"
#include "site.h"

static const page pages[] = {{"https://a.example/c",
                              "{'@context': {'obi': 'https://w3id.org/openbadges#'}, 'obi:validation': "
                              "[{'obi:validatesType': 'extensions:Mine', 'obi:validationSchema': "
                              "'https://a.example/s'}, {}]}",
                              BLZ_OK, NULL},
                             {0}};

START_TEST(of_contexts)
{
    site s;
    json_t *rules = NULL;
    site_open(&s, pages);
    ck_assert_ok(blz_ob2_rules_of(&rules, s.ctx, "https://a.example/c"));
    ck_assert_uint_eq(json_array_size(rules), 1);
    json_t *rule = json_array_get(rules, 0);
    ck_assert_str_eq(json_string_value(json_array_get(rule, 0)),
                     "https://w3id.org/openbadges/extensions#Mine");
    ck_assert_str_eq(json_string_value(json_array_get(rule, 1)), "https://a.example/s");
    json_decref(rules);
    ck_assert_ok(blz_ob2_rules_of(&rules, s.ctx,
                                  "https://w3id.org/openbadges/extensions/applyLinkExtension/context.json"));
    ck_assert(json_is_object(json_array_get(json_array_get(rules, 0), 2)));
    json_decref(rules);
    ck_assert_ok(blz_ob2_rules_of(&rules, s.ctx, "https://w3id.org/openbadges/v2"));
    ck_assert_uint_eq(json_array_size(rules), 0);
    json_decref(rules);
    ck_assert_int_eq(blz_ob2_rules_of(&rules, s.ctx, "https://a.example/none"), BLZ_ERR_NOT_FOUND);
    site_close(&s);
}
END_TEST

UNIT_MAIN("ob2/rules", of_contexts)
