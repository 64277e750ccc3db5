blazon_unit_test(jsonld active context define embedded expand expand_keyword expand_map expand_member expand_value fault iri
                 keyword known lasting literal remote seen to_rdf tree)
