blazon_unit_test(issue markdown narrative number rubric)
