#ifndef BLAZON_TESTS_VERIFY_RESULTS_H
#define BLAZON_TESTS_VERIFY_RESULTS_H

/* Patches that give the good badge results and the descriptions that they refer to. */

#define LEVEL(id, name, more)                                                                                \
    "{\"type\": \"RubricCriterionLevel\", \"id\": \"" id "\", \"name\": \"" name "\"" more "}"
#define LEVELS(a, b, c)                                                                                      \
    "\"rubricCriterionLevel\": [" LEVEL("urn:l:no", "Not yet", a) "," LEVEL(                                 \
        "urn:l:basic", "Basic", b) "," LEVEL("urn:l:good", "Proficient", c) "]"
#define PLAIN LEVELS("", "", "")
#define DESCRIPTION(more)                                                                                    \
    "{\"id\": \"urn:r:1\", \"type\": \"ResultDescription\", \"name\": \"Driving question\","                 \
    " \"resultType\": \"RubricCriterionLevel\"" more "}"
#define SUBJECT(results, descriptions)                                                                       \
    "{\"credentialSubject\": {\"result\": [" results                                                         \
    "], \"achievement\": {\"resultDescription\": [" descriptions "]}}}"
#define RESULT(more) "{\"type\": \"Result\", \"resultDescription\": \"urn:r:1\"" more "}"
#define AT_LEVEL(id) RESULT(", \"achievedLevel\": \"" id "\"")
#define VALUE(text) RESULT(", \"value\": \"" text "\"")
#define REQUIRED_BASIC ", \"requiredLevel\": \"urn:l:basic\","

#endif
