blazon_unit_test(did did did_web document lists material method publish remember self)
blazon_unit_test(did did_jwk did_key load)
