#include <string.h>

#include "lint/check.h"
#include "lint/words.h"

blz_status blz_check_components(const blz_lint *lint)
{
    const blz_method *method = &lint->definition->micro_credential->method;
    if (method->component_count) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ301", method->pointer,
        &(blz_diag){.at_key = true,
                    .message = blz_lint_format(lint, "the method \"%s\" has no components", method->key),
                    .reason = "an educator who wants to try it does not know what the steps or parts are",
                    .hint =
                        "add \"components\" with a title and a text for each step, usually three to five"});
}

static bool has_digits_after(const char *at)
{
    return at && at[strcspn(at, "0123456789")] != '\0';
}

/* A web address of its own, or one or a DOI inside the citation. */
static bool is_traceable(const blz_research *research)
{
    if (research->url) return true;
    const char *text = research->citation;
    if (blz_text_find(text, "https://") || blz_text_find(text, "http://")) return true;
    return has_digits_after(blz_text_find(text, "doi:")) || has_digits_after(blz_text_find(text, "doi.org/"));
}

static blz_status check_source(const blz_lint *lint, const blz_research *research)
{
    if (!is_traceable(research))
        BLZ_TRY(
            blz_lint_report(lint, "BLZ303", blz_lint_format(lint, "%s/citation", research->pointer),
                            &(blz_diag){.message = "this citation has neither a web address nor a DOI",
                                        .reason = "readers cannot look up what the method rests on",
                                        .hint = "add \"url\", best with the DOI: https://doi.org/10..."}));
    if (!blz_text_is_blank(research->finding)) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ304", research->pointer,
        &(blz_diag){
            .message = "this source does not say what it shows that supports the method",
            .reason = "a title alone leaves it to the reader to guess why the source is here",
            .hint =
                "add \"finding\": in a sentence or two, what was found, with whom, and how strong it was"});
}

blz_status blz_check_research(const blz_lint *lint)
{
    const blz_method *method = &lint->definition->micro_credential->method;
    for (size_t i = 0; i < method->research_count; i++)
        BLZ_TRY(check_source(lint, &method->research[i]));
    if (method->research_count) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ302", method->pointer,
        &(blz_diag){.at_key = true,
                    .message = blz_lint_format(lint, "the method \"%s\" cites no research", method->key),
                    .reason = "educators and districts want to know why it should work",
                    .hint = "add \"research\" with a citation, its url and what it found"});
}

blz_status blz_check_resources(const blz_lint *lint)
{
    const blz_method *method = &lint->definition->micro_credential->method;
    if (method->resource_count) return BLZ_OK;
    return blz_lint_report(
        lint, "BLZ305", method->pointer,
        &(blz_diag){.at_key = true,
                    .message = "the method offers no resources",
                    .reason = "an educator who is new to it does not know where to start",
                    .hint =
                        "add \"resources\": something to read, watch or use, each with a title and a url"});
}
