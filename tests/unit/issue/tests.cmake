blazon_unit_test(issue achievement credential dates image markdown narrative number profile recipient results rubric signed)
