blazon_unit_test(ob2 value names compact classes copy document extension graph image key links properties revocation rules
                 say scope told walk)
blazon_unit_test(ob2 upgrade upgrade_0_5 upgrade_1_0 upgrade_1_1)
blazon_unit_test(ob2 convert convert_achievement convert_parts convert_profile convert_recipient)
