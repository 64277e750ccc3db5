blazon_unit_test(credential identity jwt_claims model uuid)
