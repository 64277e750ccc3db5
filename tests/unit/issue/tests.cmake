blazon_unit_test(issue dates image markdown narrative number profile recipient results rubric)
