#ifndef BLZ_BASE_RULES_H
#define BLZ_BASE_RULES_H

/* Every rule code of blazon, in the order of the codes: RULE(code, name, severity, summary). Families: 0
 * files and syntax, 1 shape, 2 competency, 3 method and research, 4 evidence, 5 rubric, 6 assessment and
 * recognition, 7 Open Badges output and profiles, 8 language, image and accessibility, 9 the tool itself. The
 * page that `blazon explain` shows is lib/lint/pages/CODE.md. An error is wrong, a warning is weak, a note is
 * nice to have. Codes are for ever: a rule that goes leaves its number unused. */

#define BLZ_RULE_TABLE(RULE)                                                                                 \
    RULE("BLZ001", "unreadable", BLZ_ERROR, "A file cannot be opened or read.")                              \
    RULE("BLZ002", "yaml-syntax", BLZ_ERROR, "The text is not well-formed YAML.")                            \
    RULE("BLZ003", "duplicate-key", BLZ_ERROR, "A mapping has the same key twice.")                          \
    RULE("BLZ004", "yaml-feature", BLZ_ERROR, "Anchors, aliases and tags are not part of a definition.")     \
    RULE("BLZ005", "too-large", BLZ_ERROR, "The text is larger or deeper than blazon reads.")                \
    RULE("BLZ006", "encoding", BLZ_ERROR, "The text is not valid UTF-8.")                                    \
    RULE("BLZ007", "json-syntax", BLZ_ERROR, "The text is not well-formed JSON.")                            \
    RULE("BLZ008", "include-outside", BLZ_ERROR, "A path leads out of the project folder.")                  \
    RULE("BLZ009", "include-missing", BLZ_ERROR, "A file that the definition names is not there.")           \
    RULE("BLZ101", "shape", BLZ_ERROR, "A value is not what the definition's schema asks for.")              \
    RULE("BLZ102", "unknown-key", BLZ_ERROR, "A key is not part of this kind of definition.")                \
    RULE("BLZ103", "missing-key", BLZ_ERROR, "A key that must be there is missing.")                         \
    RULE("BLZ104", "unknown-kind", BLZ_ERROR, "The first key, blazon, does not name a known kind.")          \
    RULE("BLZ105", "duplicate-id", BLZ_ERROR, "Two entries of one list have the same id.")                   \
    RULE("BLZ106", "unknown-choice", BLZ_ERROR, "A value is not one of those that its key allows.")          \
    RULE("BLZ107", "malformed-text", BLZ_ERROR, "A text does not have the form that its key asks for.")      \
    RULE("BLZ108", "include-kind", BLZ_ERROR, "An included file is not of the kind that belongs there.")     \
    RULE("BLZ109", "kind-not-first", BLZ_WARNING, "The key blazon is not the first one of the file.")        \
    RULE("BLZ201", "several-competencies", BLZ_WARNING, "The statement joins several competencies.")         \
    RULE("BLZ202", "unmeasurable-verb", BLZ_WARNING, "The statement uses a verb that nobody can observe.")   \
    RULE("BLZ203", "statement-length", BLZ_WARNING, "The statement is too short or too long.")               \
    RULE("BLZ204", "statement-preamble", BLZ_NOTE, "The statement starts with words that say nothing yet.")  \
    RULE("BLZ301", "no-components", BLZ_WARNING, "The method has no components.")                            \
    RULE("BLZ302", "no-research", BLZ_WARNING, "The method cites no research.")                              \
    RULE("BLZ303", "untraceable-research", BLZ_WARNING, "A citation has neither a URL nor a DOI.")           \
    RULE("BLZ304", "research-without-finding", BLZ_WARNING, "A citation does not say what it shows.")        \
    RULE("BLZ305", "no-resources", BLZ_NOTE, "The method offers no resources to learn from.")                \
    RULE("BLZ401", "missing-part", BLZ_WARNING,                                                              \
         "The evidence lacks an overview, an artifact or a reflection.")                                     \
    RULE("BLZ402", "prompt-without-limit", BLZ_WARNING, "A prompt has no word limit.")                       \
    RULE("BLZ403", "accepts-unstated", BLZ_WARNING, "An artifact does not say which files it accepts.")      \
    RULE("BLZ404", "unscored-evidence", BLZ_WARNING, "No criterion looks at a piece of evidence.")           \
    RULE("BLZ405", "impossible-range", BLZ_ERROR, "A minimum is above its maximum.")                         \
    RULE("BLZ406", "evidence-without-task", BLZ_WARNING, "A piece of evidence does not say what to submit.") \
    RULE("BLZ501", "unknown-evidence", BLZ_ERROR, "A criterion names evidence that is not there.")           \
    RULE("BLZ502", "unknown-level", BLZ_ERROR, "A level is named that the rubric does not have.")            \
    RULE("BLZ503", "empty-descriptor", BLZ_ERROR, "A level of a criterion has no descriptor.")               \
    RULE("BLZ504", "criterion-without-evidence", BLZ_WARNING, "A criterion is not tied to any evidence.")    \
    RULE("BLZ505", "same-descriptor", BLZ_WARNING, "Two levels of a criterion say nearly the same.")         \
    RULE("BLZ506", "vague-difference", BLZ_NOTE, "Two levels differ only in words such as some and most.")   \
    RULE("BLZ507", "no-passing-rule", BLZ_WARNING, "The rubric does not say what passes.")                   \
    RULE("BLZ508", "unreachable-pass", BLZ_ERROR, "No submission can meet the passing rule.")                \
    RULE("BLZ509", "empty-pass", BLZ_WARNING, "Every submission meets the passing rule.")                    \
    RULE("BLZ510", "points-order", BLZ_ERROR, "The points do not rise from level to level.")                 \
    RULE("BLZ511", "lopsided-weights", BLZ_WARNING, "One criterion outweighs all others together.")          \
    RULE("BLZ601", "no-assessment", BLZ_WARNING, "How submissions are assessed is not stated.")              \
    RULE("BLZ602", "not-double-blind", BLZ_WARNING, "The assessment is not double-blind.")                   \
    RULE("BLZ603", "no-resubmission", BLZ_WARNING, "Resubmission is not stated or not allowed.")             \
    RULE("BLZ604", "no-feedback", BLZ_WARNING, "Feedback is not stated or not given.")                       \
    RULE("BLZ605", "no-turnaround", BLZ_NOTE, "How long the assessment takes is not stated.")                \
    RULE("BLZ606", "recognition-without-amount", BLZ_WARNING, "A recognition has no amount or no unit.")     \
    RULE("BLZ701", "id-not-https", BLZ_WARNING, "The id is not an https address.")                           \
    RULE("BLZ702", "no-image", BLZ_WARNING, "The badge has no image.")                                       \
    RULE("BLZ703", "image-missing", BLZ_ERROR, "The image file is not there.")                               \
    RULE("BLZ704", "image-format", BLZ_ERROR, "The image is not a PNG or SVG file.")                         \
    RULE("BLZ705", "no-alignment", BLZ_WARNING, "The competency is not aligned with any framework.")         \
    RULE("BLZ706", "alignment-without-url", BLZ_ERROR, "An alignment has no web address.")                   \
    RULE("BLZ707", "no-credits", BLZ_NOTE, "The credits that the badge is worth are not stated.")            \
    RULE("BLZ708", "description-length", BLZ_WARNING, "The description does not fit a wall of badges.")      \
    RULE("BLZ709", "no-version", BLZ_NOTE, "The definition has no version.")                                 \
    RULE("BLZ720", "image-too-large", BLZ_ERROR, "The image is too large to stand in a badge.")              \
    RULE("BLZ721", "incomplete-results", BLZ_ERROR, "Results are given for some criteria, not for all.")     \
    RULE("BLZ722", "not-earned", BLZ_ERROR, "The results do not meet the passing rule.")                     \
    RULE("BLZ723", "not-a-credential", BLZ_ERROR, "A text to sign is not an Open Badges 3.0 credential.")    \
    RULE("BLZ724", "token-claims", BLZ_ERROR, "A credential lacks what a signed token must repeat.")         \
    RULE("BLZ725", "signed-already", BLZ_ERROR, "A credential to sign has a signature already.")             \
    RULE("BLZ726", "never-valid", BLZ_ERROR, "A credential ends before it begins.")                          \
    RULE("BLZ727", "lossy-json-ld", BLZ_ERROR, "A credential has content that JSON-LD would drop.")          \
    RULE("BLZ729", "nothing-to-endorse", BLZ_ERROR,                                                          \
         "A text has nothing that an endorsement could be about.")                                           \
    RULE("BLZ730", "trusted-key", BLZ_ERROR, "A key of a trust file cannot be used.")                        \
    RULE("BLZ731", "json-ld-refused", BLZ_ERROR, "A document breaks a rule of JSON-LD.")                     \
    RULE("BLZ732", "json-ld-unsafe", BLZ_ERROR, "A part of a document would be lost in its RDF.")            \
    RULE("BLZ733", "context-missing", BLZ_ERROR, "A context that a document names cannot be had.")           \
    RULE("BLZ734", "n-quads-syntax", BLZ_ERROR, "The text is not well-formed N-Quads.")                      \
    RULE("BLZ735", "too-much-work", BLZ_ERROR, "A document asks for more work than blazon does.")            \
    RULE("BLZ736", "generalized-rdf", BLZ_ERROR, "A property is a blank node, which RDF does not allow.")    \
    RULE("BLZ740", "status-list-file", BLZ_ERROR, "A file is not that of a status list.")                    \
    RULE("BLZ750", "older-version-lacks", BLZ_ERROR, "A definition lacks what Open Badges 2.0 asks for.")    \
    RULE("BLZ751", "older-version-loss", BLZ_NOTE, "Open Badges 2.0 cannot say all of a definition.")        \
    RULE("BLZ801", "no-language", BLZ_WARNING, "The language of the texts is not stated.")                   \
    RULE("BLZ802", "language-tag", BLZ_ERROR, "The language is not a BCP 47 tag.")                           \
    RULE("BLZ803", "image-without-title", BLZ_WARNING, "The SVG image has no title for screen readers.")     \
    RULE("BLZ804", "no-tags", BLZ_NOTE, "The badge has no tags to be found by.")                             \
    RULE("BLZ805", "placeholder", BLZ_WARNING, "A text is still a placeholder.")                             \
    RULE("BLZ901", "nothing-to-check", BLZ_ERROR, "There is no definition to check.")                        \
    RULE("BLZ902", "unknown-rule", BLZ_ERROR, "An option names a rule that does not exist.")                 \
    RULE("BLZ903", "unusable-option", BLZ_ERROR, "An option has a value that cannot be used.")               \
    RULE("BLZ904", "invalid-output", BLZ_ERROR, "What blazon made is not what it should be.")

#endif
