blazon_unit_test(ob2 upgrade upgrade_0_5 upgrade_1_0 upgrade_1_1)
