blazon_unit_test(jsonld active context define embedded fault iri keyword known lasting remote tree)
