blazon_unit_test(issue markdown number)
