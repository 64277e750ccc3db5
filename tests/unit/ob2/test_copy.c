#include "ob2/copy.h"
#include "school.h"

/* `as_good`: what is said is a note at most. */
static void expect(const char *copy, const char *original, bool as_good, const char *words)
{
    site s;
    bool same = false;
    BLZ_AUTO(blz_ob2_graph) graph = NULL;
    json_t *a = json_of(copy), *b = json_of(original);
    open_badge(&s, school, ASSERTION, &graph);
    blz_ob2_listener to = listener_of(&s);
    ck_assert_ok(blz_ob2_compare(&same, &to, graph, a, b));
    ck_assert(same == as_good);
    if (words) expect_said(&s, words);
    if (!words) expect_silence(&s);
    json_decref(a);
    json_decref(b);
    site_close(&s);
}

static void compare(const char *copy, const char *original, const char *words)
{
    expect(copy, original, !words, words);
}

START_TEST(less_than_a_copy)
{
#define WHOLE "{'id': 'a', 'type': 'Assertion', 'badge': 'b', 'issuedOn': 'c', 'evidence': 'd'}"
    expect("{'id': 'a', 'type': 'Assertion', 'issuedOn': 'c', 'evidence': 'd'}", WHOLE, true,
           "note /badge this copy is without");
    expect("{'id': 'a', 'type': 'Assertion', 'badge': 'b', 'issuedOn': 'c'}", WHOLE, true, NULL);
}
END_TEST

START_TEST(copies)
{
    compare("{'id': 'a', 'tags': ['x', 'y']}", "{'id': 'a', 'tags': ['y', 'x'], 'more': 1}", NULL);
    compare("{'id': 'a', 'name': 'x'}", "{'id': 'a', 'name': 'y'}", "wrong-spec /name this copy");
    compare("{'expires': 'x'}", "{}", "\"expires\" is missing there");
    compare("{'tags': ['x', 'z']}", "{'tags': ['x', 'y']}", "/tags");
    compare("{'o': {'a': 1, 'id': '_:b0'}}", "{'o': {'a': 1, 'id': '_:b1'}}", NULL);
}
END_TEST

START_TEST(embedded_and_named)
{
    compare("{'badge': {'id': '" S "badge', 'name': 'Badge'}}", "{'badge': '" S "badge'}", NULL);
    compare("{'badge': '" S "badge'}", "{'badge': {'id': '" S "badge', 'name': 'Badge'}}", NULL);
    compare("{'badge': {'id': '" S "badge', 'name': 'Better'}}", "{'badge': '" S "badge'}", "/badge");
    compare("{'badge': {'id': '" S "other'}}", "{'badge': '" S "badge'}", "/badge");
}
END_TEST

UNIT_MAIN("ob2/copy", copies, less_than_a_copy, embedded_and_named)
