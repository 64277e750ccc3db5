blazon_unit_test(verify verify report inspect step_parse step_content step_suite step_endorsement step_safe_mode proofs step_jwt_header step_jwt_claims
                 step_signature step_binding step_validity step_recipient step_results)
