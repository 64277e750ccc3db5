blazon_unit_test(credential identity integrity integrity_sign jwt_claims jwt_payload method model proof_chain proof_hash proof_members sd_value sign_check sign_jwt sign_proof
                 suites suite_eddsa_rdfc_2022 suite_eddsa_jcs_2022 suite_ecdsa_rdfc_2019 suite_ecdsa_jcs_2019 suite_ecdsa_sd_2023 suite_ed25519_signature_2020
                 uuid)
