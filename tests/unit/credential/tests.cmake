blazon_unit_test(credential identity integrity jwt_claims jwt_payload method model proof_chain proof_members sign_jwt suites uuid)
