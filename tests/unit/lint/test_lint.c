#include "unit/lint/patch.h"

#include "base/ctx.h"

typedef struct lint_case {
    blz_ctx *ctx;
    blz_diags *diags;
} lint_case;

static lint_case setup(void)
{
    lint_case c = {0};
    ck_assert_ok(blz_ctx_new(&c.ctx));
    ck_assert_ok(blz_diags_new(&c.diags));
    return c;
}

static void teardown(lint_case *c)
{
    blz_diags_free(c->diags);
    blz_ctx_free(c->ctx);
}

START_TEST(a_good_file_has_no_findings)
{
    lint_case c = setup();
    ck_assert_ok(blz_lint_file(c.diags, c.ctx, PROJECT "base.yaml", NULL));
    ck_assert_ok(blz_lint_file(c.diags, c.ctx, PROJECT "issuer.yaml", NULL));
    ck_assert_ok(blz_lint_file(c.diags, c.ctx, PROJECT "rubric.yaml", NULL));
    ck_assert_uint_eq(blz_diags_count(c.diags), 0);
    ck_assert(!blz_lint_failed(c.diags, BLZ_NOTE));
    teardown(&c);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_is_a_finding)
{
    lint_case c = setup();
    ck_assert_ok(blz_lint_file(c.diags, c.ctx, PROJECT "none.yaml", NULL));
    ck_assert_str_eq(blz_diags_at(c.diags, 0)->rule->code, "BLZ001");
    blz_ctx_set_limit(c.ctx, BLZ_LIMIT_BYTES, 10);
    ck_assert_ok(blz_lint_file(c.diags, c.ctx, PROJECT "base.yaml", NULL));
    ck_assert_str_eq(blz_diags_at(c.diags, 1)->rule->code, "BLZ005");
    teardown(&c);
}
END_TEST

START_TEST(faults_of_shape_end_it)
{
    assert_codes("name: 7\ndescription: D\n", "101");
    assert_text_codes("blazon: rubric/1\nlevels: 3\n", "103 101");
    assert_text_codes("blazon: [", "002");
}
END_TEST

START_TEST(options_are_applied)
{
    lint_case c = setup();
    BLZ_AUTO(blz_text) text = patch_base("# language is left out\n# tags is left out\n");
    const char *ignore[] = {"BLZ801"}, *severity[] = {"BLZ804=error"}, *wrong[] = {"nonsense"};
    blz_lint_options options = {
        .ignore = ignore, .ignore_count = 1, .severity = severity, .severity_count = 1};
    ck_assert_ok(blz_lint_text(c.diags, c.ctx, PROJECT "page.yaml", text, strlen(text), &options));
    ck_assert_uint_eq(blz_diags_count(c.diags), 1);
    ck_assert_int_eq(blz_diags_at(c.diags, 0)->severity, BLZ_ERROR);
    options.ignore = wrong;
    ck_assert_int_eq(blz_lint_text(c.diags, c.ctx, PROJECT "page.yaml", text, strlen(text), &options),
                     BLZ_ERR_ARGUMENT);
    ck_assert_uint_eq(blz_diags_count(c.diags), 1);
    teardown(&c);
}
END_TEST

START_TEST(the_threshold_is_a_severity)
{
    lint_case c = setup();
    ck_assert_ok(blz_diags_add(c.diags, "BLZ804", &(blz_diag){.message = "m"}));
    ck_assert(blz_lint_failed(c.diags, BLZ_NOTE));
    ck_assert(!blz_lint_failed(c.diags, BLZ_WARNING));
    ck_assert_ok(blz_diags_add(c.diags, "BLZ801", &(blz_diag){.message = "m"}));
    ck_assert(blz_lint_failed(c.diags, BLZ_WARNING));
    ck_assert(!blz_lint_failed(c.diags, BLZ_ERROR));
    teardown(&c);
}
END_TEST

START_TEST(a_file_has_its_own_share_of_the_cap)
{
    lint_case c = setup();
    BLZ_AUTO(blz_text) text = patch_base("method: {key: Inquiry}\n");
    blz_ctx_set_limit(c.ctx, BLZ_LIMIT_DIAGNOSTICS, 2);
    for (int i = 0; i < 2; i++)
        ck_assert_ok(blz_lint_text(c.diags, c.ctx, PROJECT "page.yaml", text, strlen(text), NULL));
    ck_assert_uint_eq(blz_diags_count(c.diags), 4);
    ck_assert_uint_eq(blz_diags_dropped(c.diags), 2);
    teardown(&c);
}
END_TEST

/* Nearly every rule has something to say about this. */
static const char weak[] =
    "id: http://badges.example.edu/a\ndescription: TBD\nlanguage: eng\n# tags is left out\n# credits is "
    "left out\n"
    "# version is left out\nimage: images/untitled.svg\n"
    "competency: {statement: Understands data. Leads., alignments: [{name: A}]}\n"
    "method: {key: Inquiry, research: [{citation: A}]}\n"
    "evidence:\n  - {id: e, part: artifact, count: {min: 2, max: 1}}\n  - {id: f, part: overview, prompts: "
    "[{text: Q}]}\n"
    "rubric:\n  levels: [{id: a, name: A, points: 1}, {id: b, name: B, points: 1}, {id: c, name: C, points: "
    "2}]\n"
    "  passing: {points: 99}\n  criteria:\n"
    "    - {id: x, name: X, weight: 9, levels: {a: Some ask., b: Most ask., c: Most ask.}}\n"
    "    - {id: y, name: Y, evidence: [f], levels: {a: Some ask., c: ''}}\n    - {id: z, name: Z, levels: "
    "{}}\n"
    "assessment: {blind: none}\nrecognition: [{authority: A, kind: bonus}]\n";

typedef struct pressure {
    size_t calls, from;
    bool for_good; /* from then on, else once */
} pressure;

static bool fails(void *user)
{
    pressure *p = user;
    p->calls++;
    return p->for_good ? p->calls >= p->from : p->calls == p->from;
}

/* Lints with the k-th allocation failing; true once nothing fails any more. */
static bool lint_under_pressure(const char *text, size_t k, bool for_good, size_t expected)
{
    lint_case c = setup();
    pressure p = {.from = k, .for_good = for_good};
    blz_mem_set_failing(fails, &p);
    blz_status status = blz_lint_text(c.diags, c.ctx, PROJECT "page.yaml", text, strlen(text), NULL);
    blz_mem_set_failing(NULL, NULL);
    bool untouched = p.calls < k;
    ck_assert(status == BLZ_OK || status == BLZ_ERR_NOMEM);
    if (status == BLZ_OK) ck_assert_uint_eq(blz_diags_count(c.diags), expected);
    teardown(&c);
    return untouched;
}

START_TEST(no_memory_is_reported)
{
    BLZ_AUTO(blz_text) text = patch_base(weak);
    BLZ_AUTO(blz_diags) all = patch_lint(text);
    size_t count = blz_diags_count(all);
    ck_assert_uint_gt(count, 30);
    for (int for_good = 0; for_good < 2; for_good++)
        for (size_t k = 1; !lint_under_pressure(text, k, for_good, count);)
            k++;
}
END_TEST

UNIT_MAIN("lint/lint", a_good_file_has_no_findings, a_file_that_cannot_be_read_is_a_finding,
          faults_of_shape_end_it, options_are_applied, the_threshold_is_a_severity,
          a_file_has_its_own_share_of_the_cap, no_memory_is_reported)
