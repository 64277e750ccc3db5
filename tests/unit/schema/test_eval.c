#include "unit/schema/schema.h"

#include "schema/errors.h"

START_TEST(places_are_seen_one_by_one)
{
    blz_seen seen = {0};
    ck_assert(!blz_seen_has(&seen, 0) && !blz_seen_has(&seen, 1000));
    static const size_t marks[] = {0, 7, 8, 63, 64, 1000};
    for (size_t i = 0; i < BLZ_COUNT_OF(marks); i++)
        ck_assert_ok(blz_seen_mark(&seen, marks[i]));
    size_t found = 0;
    for (size_t i = 0; i < 5000; i++)
        found += blz_seen_has(&seen, i);
    ck_assert_uint_eq(found, BLZ_COUNT_OF(marks));
    for (size_t i = 0; i < BLZ_COUNT_OF(marks); i++)
        ck_assert(blz_seen_has(&seen, marks[i]));
    blz_seen_clear(&seen);
    ck_assert(!blz_seen_has(&seen, 0));
}
END_TEST

START_TEST(all_may_be_seen_at_once)
{
    blz_seen seen = {0};
    blz_seen_mark_all(&seen);
    ck_assert(blz_seen_has(&seen, 0) && blz_seen_has(&seen, 1000000));
    ck_assert_ok(blz_seen_mark(&seen, 1000000));
    ck_assert_ptr_null(seen.bits);
    blz_seen_mark_all(NULL);
    ck_assert_ok(blz_seen_mark(NULL, 5));
    ck_assert_ok(blz_seen_merge(NULL, &seen));
}
END_TEST

START_TEST(what_was_seen_is_merged)
{
    blz_seen a = {0}, b = {0}, none = {0};
    ck_assert_ok(blz_seen_mark(&a, 1));
    ck_assert_ok(blz_seen_mark(&b, 100));
    ck_assert_ok(blz_seen_merge(&a, &b));
    ck_assert(blz_seen_has(&a, 1) && blz_seen_has(&a, 100) && !blz_seen_has(&a, 2));
    ck_assert(!blz_seen_has(&b, 1));
    ck_assert_ok(blz_seen_merge(&a, &none));
    ck_assert(blz_seen_has(&a, 1) && !blz_seen_has(&a, 2));
    blz_seen_mark_all(&b);
    ck_assert_ok(blz_seen_merge(&a, &b));
    ck_assert(blz_seen_has(&a, 2));
    blz_seen_clear(&a);
    blz_seen_clear(&b);
}
END_TEST

START_TEST(without_memory_nothing_more_is_seen)
{
    blz_seen seen = {0};
    struct failing f = {0};
    ck_assert_ok(blz_seen_mark(&seen, 1));
    blz_mem_set_failing(fails_at, &f);
    blz_status status = blz_seen_mark(&seen, 100000);
    blz_mem_set_failing(NULL, NULL);
    ck_assert_int_eq(status, BLZ_ERR_NOMEM);
    ck_assert(blz_seen_has(&seen, 1) && !blz_seen_has(&seen, 100000));
    blz_seen_clear(&seen);
}
END_TEST

START_TEST(work_is_taken_off_a_budget)
{
    blz_eval eval = {.work = 5};
    ck_assert_ok(blz_eval_charge(&eval, 0));
    ck_assert_ok(blz_eval_charge(&eval, 4));
    ck_assert_int_eq(blz_eval_charge(&eval, 2), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(eval.work, 1);
    ck_assert_ok(blz_eval_charge(&eval, 1));
    ck_assert_int_eq(blz_eval_charge(&eval, 1), BLZ_ERR_LIMIT);
}
END_TEST

/* A keyword that remembers what it was called with. */
typedef struct call {
    const blz_resource *resources[4];
    unsigned depth, calls;
    bool loud, ok, final;
    blz_status status;
} call;

static blz_status remember(blz_eval *eval, const void *data, blz_frame *frame)
{
    call *c;
    memcpy(&c, data, sizeof c);
    size_t i = 0;
    for (const blz_scope *scope = eval->scope; scope && i < 4; scope = scope->outer)
        c->resources[i++] = scope->resource;
    c->depth = eval->depth;
    c->calls++;
    c->loud = eval->errors != NULL;
    frame->ok = c->ok;
    frame->final = c->final;
    return c->status;
}

START_TEST(the_scope_is_that_of_the_resources_entered)
{
    call c = {.ok = true}, *data = &c;
    blz_keyword keyword = {.evaluate = remember, .data = &data};
    blz_resource a = {.uri = "a"}, b = {.uri = "b"};
    blz_node node = {.resource = &b, .keywords = &keyword, .noun = "n", .about = "t"};
    blz_scope outer = {.resource = &a};
    blz_eval eval = {.scope = &outer, .work = 100, .depth = 3};
    json_t *value = sc_json("1");
    blz_at at = {.value = value};
    bool ok = false;
    ck_assert_ok(blz_eval_node(&eval, &node, &at, NULL, &ok));
    ck_assert(ok && c.resources[0] == &b && c.resources[1] == &a && !c.resources[2]);
    ck_assert_uint_eq(c.depth, 4);
    ck_assert_ptr_eq(eval.scope, &outer);
    ck_assert_uint_eq(eval.depth, 3);
    ck_assert_str_eq(at.noun, "n");
    ck_assert_str_eq(at.about, "t");
    c.resources[1] = NULL;
    node.resource = &a;
    ck_assert_ok(blz_eval_node(&eval, &node, &at, NULL, &ok));
    ck_assert(c.resources[0] == &a && !c.resources[1]);
    json_decref(value);
}
END_TEST

START_TEST(the_depth_is_limited)
{
    call c = {.ok = true}, *data = &c;
    blz_keyword keyword = {.evaluate = remember, .data = &data};
    blz_resource resource = {.uri = "a"};
    blz_node node = {.resource = &resource, .keywords = &keyword}, all = {.verdict = BLZ_VERDICT_TRUE};
    json_t *value = sc_json("1");
    blz_at at = {.value = value};
    bool ok = false;
    blz_eval eval = {.work = 100, .depth = 499};
    ck_assert_ok(blz_eval_node(&eval, &node, &at, NULL, &ok));
    eval.depth = 500;
    ck_assert_int_eq(blz_eval_node(&eval, &node, &at, NULL, &ok), BLZ_ERR_LIMIT);
    ck_assert_ok(blz_eval_node(&eval, &all, &at, NULL, &ok));
    ck_assert_uint_eq(c.calls, 1);
    json_decref(value);
}
END_TEST

static unsigned calls_of(const char *instance, bool ok, bool final, blz_errors *errors)
{
    call c = {.ok = ok, .final = final}, *data = &c;
    blz_keyword second = {.evaluate = remember, .data = &data},
                first = {.evaluate = remember, .data = &data, .next = &second};
    blz_resource resource = {.uri = "a"};
    blz_node node = {.resource = &resource, .keywords = &first};
    json_t *value = sc_json(instance);
    blz_at at = {.value = value};
    blz_eval eval = {.work = 100, .errors = errors};
    bool holds = false;
    ck_assert_ok(blz_eval_node(&eval, &node, &at, NULL, &holds));
    ck_assert(holds == ok);
    json_decref(value);
    return c.calls;
}

START_TEST(after_a_failure_only_containers_go_on)
{
    blz_errors errors = {0};
    ck_assert_uint_eq(calls_of("1", true, false, NULL), 2);
    ck_assert_uint_eq(calls_of("{}", false, false, NULL), 1);
    ck_assert_uint_eq(calls_of("{}", false, false, &errors), 2);
    ck_assert_uint_eq(calls_of("[]", false, false, &errors), 2);
    ck_assert_uint_eq(calls_of("1", false, false, &errors), 1);
    ck_assert_uint_eq(calls_of("{}", false, true, &errors), 1);
}
END_TEST

START_TEST(quietly_nobody_hears_and_nothing_is_learnt)
{
    call c = {0}, *data = &c;
    blz_keyword keyword = {.evaluate = remember, .data = &data};
    blz_resource resource = {.uri = "a"};
    blz_node node = {.resource = &resource, .keywords = &keyword, .noun = "n", .about = "t"};
    blz_errors errors = {0};
    blz_eval eval = {.work = 100, .errors = &errors};
    json_t *value = sc_json("1");
    blz_at at = {.value = value};
    bool ok = true;
    ck_assert_ok(blz_eval_quietly(&eval, &node, &at, NULL, &ok));
    ck_assert(!ok && !c.loud && eval.errors == &errors && !at.noun && !at.about);
    ck_assert_ok(blz_eval_node(&eval, &node, &at, NULL, &ok));
    ck_assert(c.loud && at.noun);
    blz_frame frame = {.node = &node, .at = &at, .ok = true};
    ck_assert_ok(blz_eval_must(&eval, &node, &frame, &at, NULL));
    ck_assert(!frame.ok);
    c.ok = true;
    ck_assert_ok(blz_eval_must(&eval, &node, &frame, &at, NULL));
    ck_assert(!frame.ok);
    c.status = BLZ_ERR_NOMEM;
    ck_assert_int_eq(blz_eval_quietly(&eval, &node, &at, NULL, &ok), BLZ_ERR_NOMEM);
    ck_assert_ptr_eq(eval.errors, &errors);
    json_decref(value);
    blz_errors_clear(&errors);
}
END_TEST

START_TEST(false_refuses_everything)
{
    static const sc_case cases[] = {{"1", "@ false: the document must not be there"}};
    sc_checks("false", cases, 1);
    static const sc_case member[] = {{"{'a': 1}", "@/a false: 'a' must not be there"}};
    sc_checks("{'additionalProperties': {'not': false}, 'properties': {'a': false}}", member, 1);
    static const sc_case right[] = {{"null", ""}};
    sc_checks("true", right, 1);
}
END_TEST

UNIT_MAIN("schema/eval", places_are_seen_one_by_one, all_may_be_seen_at_once, what_was_seen_is_merged,
          without_memory_nothing_more_is_seen, work_is_taken_off_a_budget,
          the_scope_is_that_of_the_resources_entered, the_depth_is_limited,
          after_a_failure_only_containers_go_on, quietly_nobody_hears_and_nothing_is_learnt,
          false_refuses_everything)
