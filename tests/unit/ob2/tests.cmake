blazon_unit_test(ob2 value names compact)
