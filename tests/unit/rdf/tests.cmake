blazon_unit_test(rdf canon dataset nquads_read nquads_write term)
