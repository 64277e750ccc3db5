blazon_unit_test(issue achievement credential dates image issue_jwt markdown narrative number profile recipient results rubric)
