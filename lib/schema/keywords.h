#ifndef BLZ_SCHEMA_KEYWORDS_H
#define BLZ_SCHEMA_KEYWORDS_H

/* How each keyword is compiled; one family per file kw_*.c. Keywords that work together (properties,
 * patternProperties and additionalProperties) share a function: the first that is met does the work for all.
 */

#include "schema/compile.h"

typedef blz_status blz_keyword_compile_fn(blz_compiler *c, blz_node *node, const json_t *value);

blz_keyword_compile_fn blz_compile_type, blz_compile_enum, blz_compile_const;
blz_keyword_compile_fn blz_compile_minimum, blz_compile_maximum, blz_compile_exclusive_minimum,
    blz_compile_exclusive_maximum, blz_compile_multiple_of;
blz_keyword_compile_fn blz_compile_length, blz_compile_text_pattern, blz_compile_format;
blz_keyword_compile_fn blz_compile_required, blz_compile_property_count, blz_compile_dependent_required,
    blz_compile_dependent_schemas, blz_compile_members, blz_compile_property_names;
blz_keyword_compile_fn blz_compile_item_count, blz_compile_unique_items, blz_compile_items,
    blz_compile_contains;
blz_keyword_compile_fn blz_compile_all_of, blz_compile_any_of, blz_compile_one_of, blz_compile_not,
    blz_compile_if;
blz_keyword_compile_fn blz_compile_ref, blz_compile_dynamic_ref, blz_compile_recursive_ref;
blz_keyword_compile_fn blz_compile_unevaluated_properties, blz_compile_unevaluated_items;

#endif
