blazon_unit_test(jsonld embedded)
