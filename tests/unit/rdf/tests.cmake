blazon_unit_test(rdf canon canon_degree canon_first canon_line dataset nquads_read nquads_write term)
