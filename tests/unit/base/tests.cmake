blazon_unit_test(base buf arena diag)
blazon_unit_test(base text time uri file)
