blazon_unit_test(issue achievement credential dates endorsed endorsement image markdown narrative narrative_evidence narrative_scoring number output profile recipient results rubric signed)
