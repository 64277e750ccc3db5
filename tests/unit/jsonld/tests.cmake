blazon_unit_test(jsonld active compacted context define define_iri define_rest embedded expand expand_keyword expand_map expand_member
                 expand_value fault iri jsonld keyword known lasting literal remote safe seen text to_json to_rdf tree)
