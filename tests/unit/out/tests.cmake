blazon_unit_test(out cell wrap snippet text json github out)
