blazon_unit_test(badge bake convert input inspect inspect_read)
