#include "unit/schema/schema.h"

#include "schema/errors.h"

/* A list of failures of the value /list/1 and a schema to blame. */
typedef struct fixture {
    blz_errors errors;
    blz_eval eval;
    blz_resource resource;
    blz_node root, node;
    blz_at top, list, item;
    blz_frame frame;
} fixture;

static void set_up(fixture *x)
{
    *x = (fixture){.resource = {.uri = "http://ex/s"}};
    x->eval = (blz_eval){.errors = &x->errors, .work = 1000000};
    x->root = (blz_node){.resource = &x->resource, .token = ""};
    x->node = (blz_node){.resource = &x->resource, .parent = &x->root, .token = "properties/a~1b"};
    x->list = (blz_at){.parent = &x->top, .key = "li/st"};
    x->item = (blz_at){.parent = &x->list, .index = 1, .about = "what it is"};
    x->frame = (blz_frame){.node = &x->node, .at = &x->item, .ok = true};
}

static const blz_error *error_at(const fixture *x, size_t i)
{
    ck_assert_uint_lt(i, x->errors.count);
    ck_assert_ptr_nonnull(x->errors.items);
    return x->errors.items[i];
}

static const blz_failure failure = {
    .class = BLZ_SCHEMA_FORMAT, .keyword = "pattern", .hint = "h", .fix = "f"};

START_TEST(a_failure_has_its_places)
{
    fixture x;
    set_up(&x);
    ck_assert_ok(blz_errors_add(&x.eval, &x.frame, &failure, "%s and %d", "one", 2));
    ck_assert_uint_eq(x.errors.count, 1);
    const blz_error *error = error_at(&x, 0);
    ck_assert_str_eq(error->is.message, "one and 2");
    ck_assert_str_eq(error->is.pointer, "/li~1st/1");
    ck_assert_str_eq(error->is.schema_path, "http://ex/s#/properties/a~1b/pattern");
    ck_assert_str_eq(error->is.keyword, "pattern");
    ck_assert_str_eq(error->is.reason, "what it is");
    ck_assert_str_eq(error->is.hint, "h");
    ck_assert_str_eq(error->is.fix, "f");
    ck_assert_int_eq(error->is.class, BLZ_SCHEMA_FORMAT);
    ck_assert(!error->is.at_key);
    ck_assert_uint_eq(error->depth, 2);
    ck_assert_str_eq(error->because.keyword, "pattern");
    blz_errors_clear(&x.errors);
    ck_assert_uint_eq(x.errors.count, 0);
}
END_TEST

START_TEST(at_the_root_the_places_are_short)
{
    fixture x;
    set_up(&x);
    x.frame = (blz_frame){.node = &x.root, .at = &x.top};
    ck_assert_ok(blz_errors_add(&x.eval, &x.frame, &failure, "m"));
    ck_assert_str_eq(error_at(&x, 0)->is.pointer, "");
    ck_assert_str_eq(error_at(&x, 0)->is.schema_path, "http://ex/s#/pattern");
    ck_assert_uint_eq(error_at(&x, 0)->depth, 0);
    blz_errors_clear(&x.errors);
}
END_TEST

START_TEST(some_failures_are_about_the_name)
{
    fixture x;
    set_up(&x);
    ck_assert_ok(blz_errors_add(&x.eval, &x.frame, &(blz_failure){.keyword = "k", .at_key = true}, "m"));
    x.list.is_key = true;
    x.frame.at = &x.list;
    ck_assert_ok(blz_errors_add(&x.eval, &x.frame, &failure, "m"));
    ck_assert(error_at(&x, 0)->is.at_key && error_at(&x, 1)->is.at_key);
    blz_errors_clear(&x.errors);
}
END_TEST

/* The purpose of what the member is missing from would be no reason. */
START_TEST(what_is_missing_has_no_reason)
{
    fixture x;
    set_up(&x);
    ck_assert_ok(
        blz_errors_add(&x.eval, &x.frame,
                       &(blz_failure){.class = BLZ_SCHEMA_MISSING, .keyword = "required", .name = "n"}, "m"));
    ck_assert_ptr_null(error_at(&x, 0)->is.reason);
    ck_assert_str_eq(error_at(&x, 0)->because.name, "n");
    blz_errors_clear(&x.errors);
}
END_TEST

START_TEST(only_a_thousand_are_kept)
{
    fixture x;
    set_up(&x);
    for (int i = 0; i < 1005; i++)
        ck_assert_ok(blz_errors_add(&x.eval, &x.frame, &failure, "%d", i));
    ck_assert_uint_eq(x.errors.count, 1000);
    ck_assert_str_eq(error_at(&x, 999)->is.message, "999");
    blz_errors_cut(&x.errors, 2000);
    ck_assert_uint_eq(x.errors.count, 1000);
    blz_errors_cut(&x.errors, 1);
    ck_assert_ok(blz_errors_add(&x.eval, &x.frame, &failure, "again"));
    ck_assert_uint_eq(x.errors.count, 2);
    ck_assert_str_eq(error_at(&x, 0)->is.message, "0");
    ck_assert_str_eq(error_at(&x, 1)->is.message, "again");
    blz_errors_clear(&x.errors);
}
END_TEST

START_TEST(a_failure_is_work)
{
    fixture x;
    set_up(&x);
    x.eval.work = 19;
    ck_assert_ok(blz_errors_add(&x.eval, &x.frame, &failure, "m"));
    ck_assert_int_eq(blz_errors_add(&x.eval, &x.frame, &failure, "m"), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(x.errors.count, 1);
    blz_errors_clear(&x.errors);
}
END_TEST

START_TEST(only_who_listens_hears_of_it)
{
    fixture x;
    set_up(&x);
    ck_assert(blz_failed(&x.eval, &x.frame));
    ck_assert(!x.frame.ok);
    x.frame.ok = true;
    x.eval.errors = NULL;
    ck_assert(!blz_failed(&x.eval, &x.frame));
    ck_assert(!x.frame.ok);
}
END_TEST

START_TEST(memory_may_run_out)
{
    for (EACH_ALLOCATION_FAILS(f)) {
        fixture x;
        set_up(&x);
        blz_mem_set_failing(fails_at, &f);
        const char *word = blz_errors_text(&x.errors, "%s", "word");
        blz_status status = blz_errors_add(&x.eval, &x.frame, &failure, "%s", word);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert_uint_eq(x.errors.count, failed(&f) ? 0 : 1);
        blz_errors_clear(&x.errors);
    }
}
END_TEST

UNIT_MAIN("schema/errors", a_failure_has_its_places, at_the_root_the_places_are_short,
          some_failures_are_about_the_name, what_is_missing_has_no_reason, only_a_thousand_are_kept,
          a_failure_is_work, only_who_listens_hears_of_it, memory_may_run_out)
