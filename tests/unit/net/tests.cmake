blazon_unit_test(net loader map)
