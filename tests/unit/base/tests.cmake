blazon_unit_test(base buf arena cache diag)
blazon_unit_test(base ctx text time uri file file_write)
blazon_unit_test(base embed mem rules source status why)
