blazon_unit_test(verify ob2 ob2_dates ob2_endorsement ob2_graph ob2_key ob2_nodes ob2_open ob2_recipient ob2_revocation
                 ob2_signature ob2_verification)
blazon_unit_test(verify verify check report report_text report_json steps proofs same_node part learner trust
                 step_parse step_context step_safe_mode step_type step_schema step_subject step_evidence step_issuer
                 step_jwt_header step_suite step_signature step_binding step_expires step_jwt_claims
                 known_list status_bit status_line step_status step_status_list step_validity step_recipient step_record step_refresh
                 step_results result_level result_value step_endorsement)
