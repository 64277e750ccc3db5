blazon_unit_test(
    definition kind path ids origin refs builder build build_rubric build_credential load include read)
blazon_unit_test(definition definition)
