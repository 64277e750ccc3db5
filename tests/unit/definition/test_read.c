#include "fixture.h"

#include "base/buf.h"

static blz_ctx *ctx;
static blz_diags *diags;

static const char minimal[] =
    "blazon: micro-credential/1\n"
    "id: https://badges.example.edu/ct/data\n"
    "name: Data\n"
    "description: Teaches with data.\n"
    "issuer: {id: 'did:web:badges.example.edu', name: District}\n"
    "competency: {statement: Teaches a lesson with data.}\n"
    "method: {key: Inquiry}\n"
    "evidence: [{id: lesson, part: artifact}]\n"
    "rubric:\n"
    "  levels: [{id: not-yet, name: Not yet}, {id: good, name: Good}]\n"
    "  passing: {level: good}\n"
    "  criteria: [{id: a, name: A, evidence: [lesson], levels: {not-yet: x, good: y}}]\n";

static void begin(void)
{
    ck_assert_ok(blz_ctx_new(&ctx));
    diags = new_diags();
}

static void end(void)
{
    blz_diags_free(diags);
    blz_ctx_free(ctx);
}

static blz_status read_text(blz_definition **out, const char *text)
{
    return blz_definition_read_text(out, ctx, "test.yaml", text, strlen(text), NULL, diags);
}

static void assert_example(const char *name, blz_definition_kind kind, const char *title)
{
    char path[256];
    blz_definition *definition = NULL;
    snprintf(path, sizeof path, "examples/computational-thinking/%s.yaml", name);
    blz_status status = blz_definition_read(&definition, ctx, path, NULL, diags);
    ck_assert_msg(status == BLZ_OK, "%s: %s", path, finding(diags, 0));
    ck_assert_int_eq(blz_definition_kind_of(definition), kind);
    ck_assert_str_eq(blz_definition_name(definition), title);
    ck_assert_str_eq(blz_source_name(blz_definition_source(definition)), path);
    blz_definition_free(definition);
}

START_TEST(the_examples_are_read)
{
    begin();
    assert_example("issuer", BLZ_DEFINITION_ISSUER, "Example Unified School District");
    assert_example("data-practices", BLZ_DEFINITION_MICRO_CREDENTIAL,
                   "Computational Thinking: Data Practices");
    assert_example("algorithmic-thinking", BLZ_DEFINITION_MICRO_CREDENTIAL,
                   "Computational Thinking: Algorithmic Thinking");
    assert_example("inclusive-computing", BLZ_DEFINITION_MICRO_CREDENTIAL,
                   "Computational Thinking: Inclusive Computing");
    assert_example("rubrics/inclusive-computing", BLZ_DEFINITION_RUBRIC,
                   "Scoring guide for redesigned activities");
    assert_example("stack", BLZ_DEFINITION_STACK, "Computational Thinking in the Classroom");
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    end();
}
END_TEST

START_TEST(a_text_in_memory)
{
    begin();
    blz_definition *definition = NULL;
    ck_assert_ok(read_text(&definition, minimal));
    ck_assert_str_eq(definition->micro_credential->rubric->criteria[0].name, "A");
    ck_assert_uint_eq(definition->micro_credential->rubric->criteria[0].passing, 1);
    blz_definition_free(definition);
    end();
}
END_TEST

START_TEST(faults_of_all_sorts_in_one_run)
{
    begin();
    blz_definition *definition = NULL;
    ck_assert_int_eq(read_text(&definition,
                               "blazon: micro-credential/1\n"
                               "nam: Data\n"
                               "issuer: gone.yaml\n"
                               "evidence: [{id: lesson, part: artifact}, {id: lesson, part: artifact}]\n"
                               "rubric:\n"
                               "  levels: [{id: not-yet, name: Not yet}]\n"
                               "  criteria: [{id: a, name: A, evidence: [lessn], levels: {good: y}}]\n"),
                     BLZ_ERR_INVALID);
    ck_assert_ptr_null(definition);
    static const char *const expected[] = {"BLZ102", "BLZ103", "BLZ101", "BLZ009",
                                           "BLZ105", "BLZ501", "BLZ502"};
    for (size_t i = 0; i < BLZ_COUNT_OF(expected); i++) {
        bool found = false;
        for (size_t j = 0; j < blz_diags_count(diags); j++)
            found = found || strcmp(blz_diags_at(diags, j)->rule->code, expected[i]) == 0;
        ck_assert_msg(found, "no %s", expected[i]);
    }
    end();
}
END_TEST

START_TEST(warnings_do_not_keep_it_from_being_read)
{
    begin();
    char text[sizeof minimal + 32];
    blz_definition *definition = NULL;
    snprintf(text, sizeof text, "version: 1.0.0\n%s", minimal);
    ck_assert_ok(read_text(&definition, text));
    ck_assert_uint_eq(blz_diags_count_of(diags, BLZ_WARNING), 1);
    blz_definition_free(definition);
    end();
}
END_TEST

START_TEST(files_that_cannot_be_opened)
{
    begin();
    blz_definition *definition = NULL;
    ck_assert_int_eq(blz_definition_read(&definition, ctx, "gone.yaml", NULL, diags), BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(errno, ENOENT);
    ck_assert_int_eq(blz_definition_read(&definition, ctx, "examples", NULL, diags), BLZ_ERR_IO);
    blz_ctx_set_limit(ctx, BLZ_LIMIT_BYTES, 10);
    ck_assert_int_eq(
        blz_definition_read(&definition, ctx, "examples/computational-thinking/stack.yaml", NULL, diags),
        BLZ_ERR_LIMIT);
    ck_assert_uint_eq(blz_diags_count(diags), 0);
    ck_assert_int_eq(read_text(&definition, "a: [b"), BLZ_ERR_SYNTAX);
    ck_assert_int_eq(read_text(&definition, ""), BLZ_ERR_SYNTAX);
    ck_assert_ptr_null(definition);
    end();
}
END_TEST

START_TEST(the_project_bounds_what_is_included)
{
    begin();
    char folder[PATH_MAX], text[sizeof minimal + 64];
    make_folder(folder);
    ck_assert_int_eq(mkdir(in(folder, "ct"), 0700), 0);
    write_file(folder, "issuer.yaml", "blazon: issuer/1\nid: did:web:badges.example.edu\nname: Shared\n");
    const char *inlined = strstr(minimal, "issuer:"), *rest = strstr(minimal, "competency:");
    snprintf(text, sizeof text, "%.*sissuer: ../issuer.yaml\n%s", (int)(inlined - minimal), minimal, rest);
    write_file(folder, "ct/a.yaml", text);
    blz_definition *definition = NULL;
    ck_assert_int_eq(blz_definition_read(&definition, ctx, in(folder, "ct/a.yaml"), NULL, diags),
                     BLZ_ERR_INVALID);
    ck_assert_str_eq(blz_diags_at(diags, 0)->rule->code, "BLZ008");
    const blz_definition_options outside = {.allow_outside = true};
    ck_assert_ok(blz_definition_read(&definition, ctx, in(folder, "ct/a.yaml"), &outside, diags));
    ck_assert_str_eq(definition->issuer->name, "Shared");
    blz_definition_free(definition);
    const blz_definition_options above = {.project_root = folder};
    ck_assert_ok(blz_definition_read(&definition, ctx, in(folder, "ct/a.yaml"), &above, diags));
    blz_definition_free(definition);
    const blz_definition_options gone = {.project_root = "/gone"};
    ck_assert_int_eq(blz_definition_read(&definition, ctx, in(folder, "ct/a.yaml"), &gone, diags),
                     BLZ_ERR_NOT_FOUND);
    ck_assert_int_eq(mkdir(in(folder, ".git"), 0700), 0);
    ck_assert_ok(blz_definition_read(&definition, ctx, in(folder, "ct/a.yaml"), NULL, diags));
    blz_definition_free(definition);
    remove_folder(folder);
    end();
}
END_TEST

START_TEST(a_text_from_nowhere_includes_nothing)
{
    begin();
    blz_definition *definition = NULL;
    const char text[] = "blazon: stack/1\nid: urn:s\nname: S\ndescription: D\nissuer: issuer.yaml\n"
                        "requires: [{credential: 'urn:a'}]\n";
    ck_assert_int_eq(
        blz_definition_read_text(&definition, ctx, "/gone/test.yaml", text, sizeof text - 1, NULL, diags),
        BLZ_ERR_INVALID);
    ck_assert_finding(diags, 0, "/gone/test.yaml: BLZ009 /issuer there is no file \"issuer.yaml\"");
    end();
}
END_TEST

START_TEST(ten_thousand_criteria)
{
    begin();
    blz_buf text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(
        blz_buf_puts(&text, "blazon: rubric/1\nlevels: [{id: a, name: A}, {id: b, name: B}]\ncriteria:\n"));
    for (int i = 0; i < 10000; i++)
        ck_assert_ok(blz_buf_printf(
            &text, "  - {id: c%d, name: C, evidence: [e%d], levels: {a: x, z%d: y}}\n", i, i, i));
    blz_definition *definition = NULL;
    ck_assert_int_eq(read_text(&definition, text.data), BLZ_ERR_INVALID);
    ck_assert_uint_ge(blz_diags_count(diags), 1000);
    blz_buf_clear(&text);
    end();
}
END_TEST

static blz_status read_again(void *user)
{
    BLZ_AUTO(blz_ctx) context = NULL;
    BLZ_AUTO(blz_diags) found = NULL;
    BLZ_AUTO(blz_definition) definition = NULL;
    BLZ_TRY(blz_ctx_new(&context));
    BLZ_TRY(blz_diags_new(&found));
    blz_status status = blz_definition_read(&definition, context, user, NULL, found);
    ck_assert((status == BLZ_OK) == (definition != NULL));
    return status;
}

START_TEST(every_allocation_may_fail)
{
    char folder[PATH_MAX], path[PATH_MAX + 16];
    make_folder(folder);
    snprintf(path, sizeof path, "%s/stack.yaml", folder);
    write_file(folder, "issuer.yaml", "blazon: issuer/1\nid: did:web:badges.example.edu\nname: D\n");
    write_file(folder, "a.yaml", minimal);
    write_file(folder, "stack.yaml",
               "blazon: stack/1\nid: urn:s\nname: S\ndescription: D\nissuer: issuer.yaml\n"
               "requires: [{credential: a.yaml}]\nearn: all\n");
    ck_assert_ok(read_again(path));
    sweep(read_again, path);
    write_file(folder, "stack.yaml", minimal);
    sweep(read_again, path);
    remove_folder(folder);
}
END_TEST

static blz_status read_bad_again(void *user)
{
    blz_status status = read_again(user);
    return status == BLZ_ERR_INVALID ? BLZ_OK : status == BLZ_OK ? BLZ_ERR_SIGNATURE : status;
}

START_TEST(faults_are_never_missed_for_want_of_memory)
{
    char folder[PATH_MAX], path[PATH_MAX + 16];
    make_folder(folder);
    snprintf(path, sizeof path, "%s/stack.yaml", folder);
    write_file(folder, "stack.yaml",
               "blazon: stack/1\nid: urn:s\nnam: S\nissuer: ../issuer.yaml\n"
               "requires: [{credential: gone.yaml}]\nearn: 3\n");
    ck_assert_ok(read_bad_again(path));
    sweep(read_bad_again, path);
    remove_folder(folder);
}
END_TEST

UNIT_MAIN("definition/read", the_examples_are_read, a_text_in_memory, faults_of_all_sorts_in_one_run,
          warnings_do_not_keep_it_from_being_read, files_that_cannot_be_opened,
          the_project_bounds_what_is_included, a_text_from_nowhere_includes_nothing, ten_thousand_criteria,
          every_allocation_may_fail, faults_are_never_missed_for_want_of_memory)
