blazon_unit_test(schema decimal equal hashmap pattern pattern_ecma format words errors branches index resolve
                 vocabulary keywords metaschema embedded compile eval validate lint kw_type kw_number kw_text kw_array
                 kw_contains kw_object kw_members kw_logic kw_ref kw_unevaluated)
