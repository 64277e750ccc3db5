#include "unit/rdf/state.h"

static struct state s;

/* The line of the quad at `index`; `self` is the label of the node that is _:a, or NULL. */
static void expect_line(size_t index, const char *self, const char *expected)
{
    const blz_quad *quad = &s.data.quads[index];
    size_t most = blz_line_max(quad, BLZ_IDENTIFIER_MAX);
    char *text = blz_malloc(most);
    blz_line line = {.quad = quad};
    char *end = blz_line_put(&s.canon, text, &line, self ? s.data.blanks[blank_of(&s, self)] : NULL);
    ck_assert_ptr_eq(line.text, text);
    ck_assert_ptr_eq(end, text + line.length);
    ck_assert_uint_le(line.length, most);
    ck_assert_uint_eq(line.length, strlen(expected));
    ck_assert_mem_eq(text, expected, line.length);
    blz_free(text);
}

START_TEST(a_line_seen_from_one_node)
{
    state_open(&s, "_:x <urn:p> _:y _:x .\n<urn:s> <urn:p> \"l\"@en .\n");
    expect_line(0, "x", "_:a <urn:p> _:z _:a .\n");
    expect_line(0, "y", "_:z <urn:p> _:a _:z .\n");
    expect_line(1, "x", "<urn:s> <urn:p> \"l\"@en .\n");
    state_close(&s);
}
END_TEST

START_TEST(a_line_with_canonical_identifiers)
{
    state_open(&s, "_:x <urn:p> _:y <urn:g> .\n_:x <urn:p> _:x _:x .\n");
    blz_canon_node *x = &s.canon.nodes[blank_of(&s, "x")], *y = &s.canon.nodes[blank_of(&s, "y")];
    x->issued = 0;
    y->issued = 1009;
    expect_line(0, NULL, "_:c14n0 <urn:p> _:c14n1009 <urn:g> .\n");
    x->issued = BLZ_CANON_UNISSUED - 1; /* there is room for the longest, three times */
    expect_line(1, NULL, "_:c14n4294967294 <urn:p> _:c14n4294967294 _:c14n4294967294 .\n");
    ck_assert_uint_eq(blz_line_max(&s.data.quads[1], BLZ_IDENTIFIER_MAX),
                      strlen("_:c14n4294967294 <urn:p> _:c14n4294967294 _:c14n4294967294 .\n"));
    state_close(&s);
}
END_TEST

static blz_line line_of(const char *text, const blz_quad *quad)
{
    return (blz_line){.text = text, .length = strlen(text), .quad = quad};
}

START_TEST(lines_are_sorted_by_bytes_and_the_shorter_first)
{
    const blz_quad quad = {0};
    static const char *const sorted[] = {
        "a", "aa", "ab", "b", "\xc3\xa9", "\xef\xbf\xbf", "\xf0\x90\x80\x80"};
    blz_line lines[BLZ_COUNT_OF(sorted)];
    for (size_t i = 0; i < BLZ_COUNT_OF(sorted); i++)
        lines[i] = line_of(sorted[(3 * i + 2) % BLZ_COUNT_OF(sorted)], &quad);
    blz_line_sort(lines, BLZ_COUNT_OF(sorted));
    for (size_t i = 0; i < BLZ_COUNT_OF(sorted); i++)
        ck_assert_str_eq(lines[i].text, sorted[i]);
    blz_line_sort(NULL, 0);
}
END_TEST

/* Lines with one text are one quad only if their blank nodes are the same. */
START_TEST(the_same_text_of_other_nodes)
{
    state_open(&s, "_:x <urn:p> _:y .\n_:x <urn:p> _:w .\n_:x <urn:p> _:y .\n_:w <urn:p> _:y .\n"
                   "_:x <urn:p> _:y _:y .\n_:x <urn:p> _:y _:w .\n");
    const blz_quad *quads = s.data.quads;
    static const struct {
        size_t a, b;
        bool same;
    } cases[] = {{0, 2, true}, {0, 1, false}, {0, 3, false}, {4, 5, false}, {4, 4, true}};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        blz_line a = line_of("same", &quads[cases[i].a]), b = line_of("same", &quads[cases[i].b]);
        ck_assert_msg(blz_line_is_same(&a, &b) == cases[i].same, "case %zu", i);
    }
    blz_line shorter = line_of("sam", &quads[0]), longer = line_of("same", &quads[0]);
    ck_assert(!blz_line_is_same(&shorter, &longer));
    blz_line lines[] = {line_of("same", &quads[1]), line_of("same", &quads[0]), line_of("same", &quads[2])};
    blz_line_sort(lines, 3);
    ck_assert(blz_line_is_same(&lines[0], &lines[1])); /* those of one quad stand side by side */
    ck_assert_ptr_eq(lines[2].quad, &quads[1]);
    state_close(&s);
}
END_TEST

UNIT_MAIN("rdf/canon_line", a_line_seen_from_one_node, a_line_with_canonical_identifiers,
          lines_are_sorted_by_bytes_and_the_shorter_first, the_same_text_of_other_nodes)
