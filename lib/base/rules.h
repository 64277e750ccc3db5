#ifndef BLZ_BASE_RULES_H
#define BLZ_BASE_RULES_H

/* Every rule code of blazon, in the order of the codes: RULE(code, name, severity, summary). Families: 0 files and
 * syntax, 1 shape, 2 competency, 3 method and research, 4 evidence, 5 rubric, 6 assessment and recognition,
 * 7 Open Badges output and profiles, 8 language, image and accessibility, 9 the tool itself. The page that
 * `blazon explain` shows is lib/lint/pages/CODE.md. */

#define BLZ_RULE_TABLE(RULE)                                                                                 \
    RULE("BLZ001", "unreadable", BLZ_ERROR, "A file cannot be opened or read.")                              \
    RULE("BLZ002", "yaml-syntax", BLZ_ERROR, "The text is not well-formed YAML.")                            \
    RULE("BLZ003", "duplicate-key", BLZ_ERROR, "A mapping has the same key twice.")                          \
    RULE("BLZ004", "yaml-feature", BLZ_ERROR, "Anchors, aliases and tags are not part of a definition.")     \
    RULE("BLZ005", "too-large", BLZ_ERROR, "The text is larger or deeper than blazon reads.")                \
    RULE("BLZ006", "encoding", BLZ_ERROR, "The text is not valid UTF-8.")                                    \
    RULE("BLZ007", "json-syntax", BLZ_ERROR, "The text is not well-formed JSON.")                            \
    RULE("BLZ101", "shape", BLZ_ERROR, "A value is not what the definition's schema asks for.")

#endif
