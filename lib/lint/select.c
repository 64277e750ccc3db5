#include "lint/select.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { FAMILY = 4, MOST_NAME = 64 }; /* "BLZ5" */

/* How exactly a selector names a rule. */
typedef enum aim { MISSED, BY_FAMILY, BY_RULE } aim;

static aim aim_at(const char *selector, size_t length, const blz_rule *rule)
{
    if (length == FAMILY && strncasecmp(selector, rule->code, FAMILY) == 0) return BY_FAMILY;
    bool code = length == strlen(rule->code) && strncasecmp(selector, rule->code, length) == 0;
    bool name = length == strlen(rule->name) && strncmp(selector, rule->name, length) == 0;
    return code || name ? BY_RULE : MISSED;
}

static aim best_aim(const char *const *selectors, size_t count, const blz_rule *rule)
{
    aim best = MISSED;
    for (size_t i = 0; i < count; i++) {
        aim this = aim_at(selectors[i], strlen(selectors[i]), rule);
        if (this > best) best = this;
    }
    return best;
}

static bool is_dropped(const blz_rule *rule, const blz_lint_options *options)
{
    aim selected = options->select_count ? best_aim(options->select, options->select_count, rule) : BY_FAMILY;
    aim ignored = best_aim(options->ignore, options->ignore_count, rule);
    return selected == MISSED || (ignored != MISSED && ignored >= selected);
}

/* `name` of "off" is dropped; false for a word that is no severity. */
static bool severity_by_name(const char *name, blz_severity *severity, bool *off)
{
    static const char *const names[] = {"note", "warning", "error"};
    *off = strcmp(name, "off") == 0;
    for (size_t i = 0; i < BLZ_COUNT_OF(names); i++) {
        if (strcmp(name, names[i]) != 0) continue;
        *severity = (blz_severity)i;
        return true;
    }
    return *off;
}

/* Gives the diagnostic the severity that the last fitting option sets; true if that is "off". */
static bool reweigh(blz_diag *diag, const blz_lint_options *options)
{
    bool off = false;
    for (size_t i = 0; i < options->severity_count; i++) {
        const char *entry = options->severity[i], *equals = strchr(entry, '=');
        if (equals && aim_at(entry, (size_t)(equals - entry), diag->rule) != MISSED)
            severity_by_name(equals + 1, &diag->severity, &off);
    }
    return off;
}

static bool drop(blz_diag *diag, void *user)
{
    const blz_lint_options *options = user;
    if (diag->rule->code[FAMILY - 1] == '0') return false;
    bool off = reweigh(diag, options);
    return off || is_dropped(diag->rule, options);
}

void blz_select_apply(blz_diags *diags, size_t first, const blz_lint_options *options)
{
    blz_lint_options copy = *options;
    blz_diags_filter(diags, first, drop, &copy);
}

static bool names_a_rule(const char *selector, size_t length)
{
    size_t count = 0;
    const blz_rule *rules = blz_rules(&count);
    for (size_t i = 0; i < count; i++)
        if (aim_at(selector, length, &rules[i]) != MISSED) return true;
    return false;
}

static bool is_valid_severity(const char *entry)
{
    blz_severity severity = BLZ_NOTE;
    bool off = false;
    const char *equals = strchr(entry, '=');
    return equals && severity_by_name(equals + 1, &severity, &off);
}

static blz_status report_unknown(blz_diags *diags, const char *selector, size_t length)
{
    char word[MOST_NAME] = "";
    if (length < sizeof word) memcpy(word, selector, length);
    const char *near = blz_rule_suggest(word);
    const char *hint =
        near ? blz_diags_text(diags, "did you mean \"%s\"? \"blazon explain\" lists every rule", near)
             : "\"blazon explain\" lists every rule";
    BLZ_TRY_MEM(hint);
    return blz_diags_add(
        diags, "BLZ902",
        &(blz_diag){.message = blz_diags_text(
                        diags, "\"%.*s\" is neither the code nor the name of a rule, nor a family",
                        (int)length, selector),
                    .reason = "a misspelt rule would be checked, or left out, without notice",
                    .hint = hint});
}

static blz_status report_severity(blz_diags *diags, const char *entry)
{
    return blz_diags_add(
        diags, "BLZ902",
        &(blz_diag){.message = blz_diags_text(diags, "\"%s\" does not set a severity", entry),
                    .hint = "write RULE=error, RULE=warning, RULE=note or RULE=off, as in BLZ201=error"});
}

static blz_status check_list(blz_diags *diags, const char *const *selectors, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!names_a_rule(selectors[i], strlen(selectors[i])))
            BLZ_TRY(report_unknown(diags, selectors[i], strlen(selectors[i])));
    return BLZ_OK;
}

blz_status blz_lint_check_options(blz_diags *diags, const blz_lint_options *options)
{
    size_t before = blz_diags_count(diags);
    BLZ_TRY(check_list(diags, options->select, options->select_count));
    BLZ_TRY(check_list(diags, options->ignore, options->ignore_count));
    for (size_t i = 0; i < options->severity_count; i++) {
        const char *entry = options->severity[i];
        size_t length = strcspn(entry, "=");
        if (!is_valid_severity(entry))
            BLZ_TRY(report_severity(diags, entry));
        else if (!names_a_rule(entry, length))
            BLZ_TRY(report_unknown(diags, entry, length));
    }
    return blz_diags_count(diags) > before ? BLZ_ERR_INVALID : BLZ_OK;
}

static bool all_name_rules(const char *const *selectors, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!names_a_rule(selectors[i], strlen(selectors[i]))) return false;
    return true;
}

bool blz_select_is_valid(const blz_lint_options *options)
{
    for (size_t i = 0; i < options->severity_count; i++)
        if (!is_valid_severity(options->severity[i]) ||
            !names_a_rule(options->severity[i], strcspn(options->severity[i], "=")))
            return false;
    return all_name_rules(options->select, options->select_count) &&
           all_name_rules(options->ignore, options->ignore_count);
}
