blazon_unit_test(verify inspect step_parse)
