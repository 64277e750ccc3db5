blazon_unit_test(schema decimal equal hashmap pattern pattern_ecma format)
