blazon_unit_test(definition kind path ids origin refs)
