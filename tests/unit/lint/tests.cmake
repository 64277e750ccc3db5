blazon_unit_test(lint checks words select files unreadable explain pages lint paths
                 rule_competency rule_method rule_evidence rule_rubric rule_descriptor rule_passing rule_assessment
                 rule_openbadges rule_image rule_language rule_placeholder)
