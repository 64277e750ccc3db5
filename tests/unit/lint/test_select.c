#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "lint/select.h"

/* One finding of each of these rules. */
static const char *const codes[] = {"BLZ002", "BLZ201", "BLZ202", "BLZ503", "BLZ804"};

static blz_diags *all(void)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    for (size_t i = 0; i < BLZ_COUNT_OF(codes); i++)
        ck_assert_ok(blz_diags_add(diags, codes[i], &(blz_diag){.message = "m"}));
    return diags;
}

/* What is left, as "BLZ201 BLZ503", with E, W or N behind each. */
static void assert_left(const blz_lint_options *options, const char *expected)
{
    char text[200] = "";
    blz_diags *diags = all();
    blz_select_apply(diags, 0, options);
    for (size_t i = 0; i < blz_diags_count(diags); i++) {
        const blz_diag *diag = blz_diags_at(diags, i);
        size_t length = strlen(text);
        snprintf(text + length, sizeof text - length, "%s%s%c", i ? " " : "", diag->rule->code + 3,
                 "NWE"[diag->severity]);
    }
    ck_assert_str_eq(text, expected);
    blz_diags_free(diags);
}

#define LIST(...) (const char *const[]){__VA_ARGS__}, BLZ_COUNT_OF(((const char *const[]){__VA_ARGS__}))

START_TEST(without_options_all_stay)
{
    assert_left(&(blz_lint_options){0}, "002E 201W 202W 503E 804N");
}
END_TEST

START_TEST(select_and_ignore)
{
    assert_left(&(blz_lint_options){.select = LIST("BLZ2")}, "002E 201W 202W");
    assert_left(&(blz_lint_options){.select = LIST("blz503", "no-tags")}, "002E 503E 804N");
    assert_left(&(blz_lint_options){.ignore = LIST("BLZ2", "empty-descriptor")}, "002E 804N");
    assert_left(&(blz_lint_options){.select = LIST("BLZ2"), .ignore = LIST("BLZ202")}, "002E 201W");
    assert_left(&(blz_lint_options){.select = LIST("BLZ202"), .ignore = LIST("BLZ2")}, "002E 202W");
    assert_left(&(blz_lint_options){.select = LIST("BLZ202"), .ignore = LIST("unmeasurable-verb")}, "002E");
    assert_left(&(blz_lint_options){.ignore = LIST("BLZ0")}, "002E 201W 202W 503E 804N");
}
END_TEST

START_TEST(severities)
{
    assert_left(
        &(blz_lint_options){.severity = LIST("BLZ2=error", "BLZ202=note", "no-tags=off", "BLZ002=note")},
        "002E 201E 202N 503E");
    assert_left(&(blz_lint_options){.severity = LIST("BLZ503=off", "BLZ503=warning")},
                "002E 201W 202W 503W 804N");
}
END_TEST

START_TEST(earlier_findings_are_left_alone)
{
    blz_diags *diags = all();
    blz_select_apply(diags, 2, &(blz_lint_options){.select = LIST("BLZ9")});
    ck_assert_uint_eq(blz_diags_count(diags), 2);
    blz_diags_free(diags);
}
END_TEST

static void assert_refused(const blz_lint_options *options, const char *message, const char *hint)
{
    blz_diags *diags = NULL;
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert(!blz_select_is_valid(options));
    ck_assert_int_eq(blz_lint_check_options(diags, options), BLZ_ERR_INVALID);
    ck_assert_uint_eq(blz_diags_count(diags), 1);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ902");
    ck_assert_str_eq(blz_diags_at(diags, 0)->message, message);
    ck_assert_str_eq(blz_diags_at(diags, 0)->hint, hint);
    blz_diags_free(diags);
}

START_TEST(what_names_no_rule_is_refused)
{
    assert_refused(&(blz_lint_options){.select = LIST("BLZ2", "no-tag")},
                   "\"no-tag\" is neither the code nor the name of a rule, nor a family",
                   "did you mean \"no-tags\"? \"blazon explain\" lists every rule");
    assert_refused(&(blz_lint_options){.ignore = LIST("")},
                   "\"\" is neither the code nor the name of a rule, nor a family",
                   "\"blazon explain\" lists every rule");
    assert_refused(&(blz_lint_options){.severity = LIST("zzzzzzzzzz=off")},
                   "\"zzzzzzzzzz\" is neither the code nor the name of a rule, nor a family",
                   "\"blazon explain\" lists every rule");
    assert_refused(&(blz_lint_options){.severity = LIST("BLZ503=fatal")},
                   "\"BLZ503=fatal\" does not set a severity",
                   "write RULE=error, RULE=warning, RULE=note or RULE=off, as in BLZ201=error");
    assert_refused(&(blz_lint_options){.severity = LIST("BLZ503")}, "\"BLZ503\" does not set a severity",
                   "write RULE=error, RULE=warning, RULE=note or RULE=off, as in BLZ201=error");
}
END_TEST

START_TEST(good_options_pass)
{
    blz_diags *diags = NULL;
    blz_lint_options options = {.select = LIST("BLZ5", "no-tags"),
                                .ignore = LIST("blz804"),
                                .severity = LIST("BLZ2=off", "no-image=error")};
    ck_assert_ok(blz_diags_new(&diags));
    ck_assert(blz_select_is_valid(&options));
    ck_assert_ok(blz_lint_check_options(diags, &options));
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    blz_diags_free(diags);
}
END_TEST

UNIT_MAIN("lint/select", without_options_all_stay, select_and_ignore, severities,
          earlier_findings_are_left_alone, what_names_no_rule_is_refused, good_options_pass)
