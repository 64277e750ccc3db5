#include "schema/keywords.h"

/* In the order in which they are evaluated, which is also that of the messages: first what a value is, then
 * what is in it, then what other schemas say about it, and last what nobody has looked at. */

#define CORE BLZ_VOCABULARY_CORE
#define APPLY BLZ_VOCABULARY_APPLICATOR
#define CHECK BLZ_VOCABULARY_VALIDATION
#define FORMAT BLZ_VOCABULARY_ASSERT_FORMAT
#define REST BLZ_VOCABULARY_UNEVALUATED

/* "contains" reads its limits and "if" its consequences; alone they mean nothing. */
static blz_status read_by_another(blz_compiler *c, blz_node *node, const json_t *value)
{
    (void)c;
    (void)node;
    (void)value;
    return BLZ_OK;
}

const blz_keyword_rule blz_keyword_rules[] = {
    {"type", CHECK, BLZ_IN_BOTH, blz_compile_type},
    {"const", CHECK, BLZ_IN_BOTH, blz_compile_const},
    {"enum", CHECK, BLZ_IN_BOTH, blz_compile_enum},
    {"minimum", CHECK, BLZ_IN_BOTH, blz_compile_minimum},
    {"maximum", CHECK, BLZ_IN_BOTH, blz_compile_maximum},
    {"exclusiveMinimum", CHECK, BLZ_IN_BOTH, blz_compile_exclusive_minimum},
    {"exclusiveMaximum", CHECK, BLZ_IN_BOTH, blz_compile_exclusive_maximum},
    {"multipleOf", CHECK, BLZ_IN_BOTH, blz_compile_multiple_of},
    {"minLength", CHECK, BLZ_IN_BOTH, blz_compile_length},
    {"maxLength", CHECK, BLZ_IN_BOTH, blz_compile_length},
    {"format", FORMAT, BLZ_IN_BOTH, blz_compile_format},
    {"pattern", CHECK, BLZ_IN_BOTH, blz_compile_text_pattern},
    {"minItems", CHECK, BLZ_IN_BOTH, blz_compile_item_count},
    {"maxItems", CHECK, BLZ_IN_BOTH, blz_compile_item_count},
    {"required", CHECK, BLZ_IN_BOTH, blz_compile_required},
    {"minProperties", CHECK, BLZ_IN_BOTH, blz_compile_property_count},
    {"maxProperties", CHECK, BLZ_IN_BOTH, blz_compile_property_count},
    {"dependentRequired", CHECK, BLZ_IN_BOTH, blz_compile_dependent_required},
    {"propertyNames", APPLY, BLZ_IN_BOTH, blz_compile_property_names},
    {"properties", APPLY, BLZ_IN_BOTH, blz_compile_members},
    {"patternProperties", APPLY, BLZ_IN_BOTH, blz_compile_members},
    {"additionalProperties", APPLY, BLZ_IN_BOTH, blz_compile_members},
    {"prefixItems", APPLY, BLZ_IN_2020, blz_compile_items},
    {"items", APPLY, BLZ_IN_BOTH, blz_compile_items},
    {"additionalItems", APPLY, BLZ_IN_2019, blz_compile_items},
    {"contains", APPLY, BLZ_IN_BOTH, blz_compile_contains},
    {"minContains", CHECK, BLZ_IN_BOTH, read_by_another},
    {"maxContains", CHECK, BLZ_IN_BOTH, read_by_another},
    {"uniqueItems", CHECK, BLZ_IN_BOTH, blz_compile_unique_items},
    {"$ref", CORE, BLZ_IN_BOTH, blz_compile_ref},
    {"$dynamicRef", CORE, BLZ_IN_2020, blz_compile_dynamic_ref},
    {"$recursiveRef", CORE, BLZ_IN_2019, blz_compile_recursive_ref},
    {"allOf", APPLY, BLZ_IN_BOTH, blz_compile_all_of},
    {"anyOf", APPLY, BLZ_IN_BOTH, blz_compile_any_of},
    {"oneOf", APPLY, BLZ_IN_BOTH, blz_compile_one_of},
    {"not", APPLY, BLZ_IN_BOTH, blz_compile_not},
    {"if", APPLY, BLZ_IN_BOTH, blz_compile_if},
    {"then", APPLY, BLZ_IN_BOTH, read_by_another},
    {"else", APPLY, BLZ_IN_BOTH, read_by_another},
    {"dependentSchemas", APPLY, BLZ_IN_BOTH, blz_compile_dependent_schemas},
    {"unevaluatedProperties", REST, BLZ_IN_BOTH, blz_compile_unevaluated_properties},
    {"unevaluatedItems", REST, BLZ_IN_BOTH, blz_compile_unevaluated_items},
    {0},
};
