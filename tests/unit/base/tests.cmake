blazon_unit_test(base buf arena diag)
