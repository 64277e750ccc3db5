blazon_unit_test(credential identity integrity jwt_claims jwt_payload method model proof_chain proof_hash proof_members sign_check sign_jwt sign_proof suites uuid)
