blazon_unit_test(batch batch lines work)
