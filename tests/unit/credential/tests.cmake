blazon_unit_test(credential identity jwt_claims jwt_payload method model sign_jwt uuid)
