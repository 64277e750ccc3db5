#include <string.h>

#include "base/text.h"
#include "base/uri.h"
#include "lint/check.h"

/* What the badge that comes out of it will need. */

enum { LEAST_DESCRIPTION = 30, MOST_DESCRIPTION = 400 };

blz_status blz_check_id(const blz_lint *lint)
{
    blz_badge badge;
    if (!blz_lint_badge(lint, &badge) || blz_uri_is_https(badge.id)) return BLZ_OK;
    bool http = strncmp(badge.id, "http:", 5) == 0;
    return blz_lint_report(
        lint, "BLZ701", "/id",
        &(blz_diag){
            .message = http ? "the id is an http address, not https" : "the id is not a web address",
            .reason = http ? "anybody between reader and server can change what the badge refers to"
                           : "who looks at the badge cannot open the page that says what it stands for",
            .hint =
                "use an https address that you control, as in https://badges.example.edu/ct/data-practices",
            .fix = http ? blz_lint_format(lint, "https%s", badge.id + 4) : NULL});
}

static blz_status report_no_alignment(const blz_lint *lint)
{
    return blz_lint_report(
        lint, "BLZ705", "/competency",
        &(blz_diag){.at_key = true,
                    .message = "the competency is not aligned with any framework",
                    .reason = "schools and states compare badges by the standards that they already use",
                    .hint =
                        "add \"alignments\" with the name and the url of the statement that says the same"});
}

blz_status blz_check_alignments(const blz_lint *lint)
{
    const blz_competency *competency = &lint->definition->micro_credential->competency;
    if (competency->alignment_count == 0) return report_no_alignment(lint);
    for (size_t i = 0; i < competency->alignment_count; i++) {
        const blz_alignment *alignment = &competency->alignments[i];
        if (alignment->url) continue;
        BLZ_TRY(blz_lint_report(
            lint, "BLZ706", alignment->pointer,
            &(blz_diag){.message = blz_lint_format(lint, "the alignment with \"%s\" has no web address",
                                                   alignment->name),
                        .reason = "an Open Badge cannot carry an alignment without one",
                        .hint = "add \"url\": the page of the statement, or of the framework that has it"}));
    }
    return BLZ_OK;
}

blz_status blz_check_credits(const blz_lint *lint)
{
    if (lint->definition->micro_credential->has_credits) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ707", "/blazon",
        &(blz_diag){.message = "the micro-credential does not say how much it is worth",
                    .reason = "educators weigh the work against the hours that it counts for",
                    .hint = "add \"credits\", as in {available: 15, unit: clock hours}"});
}

blz_status blz_check_description(const blz_lint *lint)
{
    blz_badge badge;
    if (!blz_lint_badge(lint, &badge)) return BLZ_OK;
    size_t length = blz_utf8_count(badge.description, strlen(badge.description));
    if (length >= LEAST_DESCRIPTION && length <= MOST_DESCRIPTION) return BLZ_OK;
    bool brief = length < LEAST_DESCRIPTION;
    return blz_lint_report(
        lint, "BLZ708", "/description",
        &(blz_diag){
            .message =
                blz_lint_format(lint, "the description has %zu character%s; %d to %d fit a wall of badges",
                                length, length == 1 ? "" : "s", LEAST_DESCRIPTION, MOST_DESCRIPTION),
            .reason = brief ? "people who see the badge do not learn what its holder has shown"
                            : "backpacks cut it off, or readers do",
            .hint =
                brief ? "say in one or two sentences what the holder has shown, and how"
                      : "keep one or two sentences; the method and the rubric are part of the badge anyway"});
}

blz_status blz_check_version(const blz_lint *lint)
{
    blz_badge badge;
    if (!blz_lint_badge(lint, &badge) || badge.version) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ709", "/blazon",
        &(blz_diag){.message = blz_lint_format(lint, "the %s has no version", badge.noun),
                    .reason = "after a change nobody can tell which wording a badge was earned by",
                    .hint = "add \"version: 1.0.0\" and raise it with each change of what is asked"});
}
