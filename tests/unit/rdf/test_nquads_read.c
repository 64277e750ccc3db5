#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

#include "rdf/nquads.h"
#include "unit/failing.h"

/* What is read of the text, as it is written. */
static void reads_as(const char *text, size_t length, const char *wanted)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_buf) out = BLZ_BUF(BLZ_BUF_MAX);
    blz_nquads_fault fault = {0};
    blz_status status = blz_nquads_read(&data, text, length, &fault);
    ck_assert_msg(status == BLZ_OK, "%s: %zu:%zu: %s", text, fault.line, fault.column,
                  fault.message ? fault.message : "");
    ck_assert_ok(blz_buf_puts(&out, ""));
    ck_assert_ok(blz_nquads_write(&out, &data));
    ck_assert_str_eq(out.data, wanted);
}

static void refused(const char *text, size_t length, size_t line, size_t column, const char *message)
{
    BLZ_SCOPED(blz_dataset) data = {0};
    blz_nquads_fault fault = {0};
    ck_assert_msg(blz_nquads_read(&data, text, length, &fault) == BLZ_ERR_SYNTAX, "%s", text);
    ck_assert_msg(fault.line == line && fault.column == column && strcmp(fault.message, message) == 0,
                  "%s: %zu:%zu: %s", text, fault.line, fault.column, fault.message);
    ck_assert_int_eq(blz_nquads_read(&data, text, length, NULL), BLZ_ERR_SYNTAX);
}

typedef struct example {
    const char *text, *wanted;
} example;

START_TEST(what_the_grammar_has)
{
    static const example cases[] = {
        {"", ""},
        {"# a comment", ""},
        {"\n\r\n \t\r", ""},
        {"<urn:s><urn:p><urn:o>.", "<urn:s> <urn:p> <urn:o> .\n"},
        {"  <urn:s>\t<urn:p>  <urn:o> <urn:g>\t. # <urn:x>\r\n", "<urn:s> <urn:p> <urn:o> <urn:g> .\n"},
        {"<urn:s> <urn:p> \"\" .\n\n<urn:s> <urn:p> \"a\" .",
         "<urn:s> <urn:p> \"\" .\n<urn:s> <urn:p> \"a\" .\n"},
        {"_:a <urn:p> _:b _:c .", "_:a <urn:p> _:b _:c .\n"},
        {"_:0.1-a:b_ <urn:p> _:\u00c0.\u00b7\u0300.", "_:0.1-a:b_ <urn:p> _:\u00c0.\u00b7\u0300 .\n"},
        {"_:\U00010000 <urn:p> _:::.", "_:\U00010000 <urn:p> _::: .\n"},
        {"<a:> <urn:p> <A1+-.:x> .", "<a:> <urn:p> <A1+-.:x> .\n"},
        {"<urn:\\u00fc\\U0001F600-\u00fc> <urn:p> <urn:\\u0041> .",
         "<urn:\u00fc\U0001f600-\u00fc> <urn:p> <urn:A> .\n"},
        {"<urn:s> <urn:p> \"\\t\\b\\n\\r\\f\\\"\\'\\\\\" .",
         "<urn:s> <urn:p> \"\\t\\b\\n\\r\\f\\\"'\\\\\" .\n"},
        {"<urn:s> <urn:p> \"a\\u00E9\\U0010ffffb\\u0000\" .",
         "<urn:s> <urn:p> \"a\u00e9\U0010ffffb\\u0000\" .\n"},
        {"<urn:s> <urn:p> \"raw \t\x01\x7f\u2028\" .", "<urn:s> <urn:p> \"raw \\t\\u0001\\u007F\u2028\" .\n"},
        {"<urn:s> <urn:p> \"x\"@en-419-x .", "<urn:s> <urn:p> \"x\"@en-419-x .\n"},
        {"<urn:s> <urn:p> \"x\"@EN<urn:g>.", "<urn:s> <urn:p> \"x\"@EN <urn:g> .\n"},
        {"<urn:s> <urn:p> \"1\\t\"^^<urn:\\u0074> _:g .", "<urn:s> <urn:p> \"1\\t\"^^<urn:t> _:g .\n"},
        {"<urn:s> <urn:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#string> .", "<urn:s> <urn:p> \"x\" .\n"},
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++)
        reads_as(cases[i].text, strlen(cases[i].text), cases[i].wanted);
    static const char nul[] = "<urn:s> <urn:p> \"a\0b\" .";
    reads_as(nul, sizeof nul - 1, "<urn:s> <urn:p> \"a\\u0000b\" .\n");
}
END_TEST

typedef struct fault_example {
    const char *text;
    size_t line, column;
    const char *message;
} fault_example;

static void all_refused(const fault_example *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        refused(cases[i].text, strlen(cases[i].text), cases[i].line, cases[i].column, cases[i].message);
}

START_TEST(faults_of_statements)
{
    static const char subject[] = "a subject is <IRI> or _:label", predicate[] = "a predicate is <IRI>",
                      object[] = "an object is <IRI>, _:label or \"text\"",
                      graph[] = "a statement ends with a dot, before it may be a graph, <IRI> or _:label",
                      dot[] = "a statement ends with a dot",
                      more[] = "there is something behind the dot of a statement";
    static const fault_example cases[] = {
        {"x", 1, 1, subject},
        {"\"x\" <urn:p> <urn:o> .", 1, 1, subject},
        {"<urn:s> .", 1, 9, predicate},
        {"<urn:s> _:p <urn:o> .", 1, 9, predicate},
        {"<urn:s> \"p\" <urn:o> .", 1, 9, predicate},
        {"<urn:s> <urn:p> .", 1, 17, object},
        {"<urn:s> <urn:p>\n<urn:o> .", 1, 16, object},
        {"<urn:s> <urn:p> 1 .", 1, 17, object},
        {"<urn:s> <urn:p> 'x' .", 1, 17, object},
        {"<urn:s> <urn:p> <urn:o>", 1, 24, graph},
        {"<urn:s> <urn:p> <urn:o> \"g\" .", 1, 25, graph},
        {"<urn:s> <urn:p> <urn:o> <urn:g>", 1, 32, dot},
        {"<urn:s> <urn:p> <urn:o> <urn:g> <urn:x> .", 1, 33, dot},
        {"<urn:s> <urn:p> \"x\"@en--ltr .", 1, 24, "a language tag is not complete"},
        {"<urn:s> <urn:p> <urn:o> . <urn:s>", 1, 27, more},
        {"<urn:s> <urn:p> <urn:o> ..", 1, 26, more},
        {"\n# x\r\n\r<urn:s> <urn:p> <urn:o> .\n\n x", 6, 2, subject},
        {"\r\r x", 3, 2, subject},
        {"<urn:s> <urn:p> \"\u00fc\U0001f600\" , .", 1, 22, graph},
        {"_x <urn:p> <urn:o> .", 1, 1, "a blank node starts with _:"},
        {"_", 1, 1, "a blank node starts with _:"},
        {"_: <urn:p> <urn:o> .", 1, 3, "a blank node has no label"},
        {"_:-a <urn:p> <urn:o> .", 1, 3, "a blank node has no label"},
        {"_:.a <urn:p> <urn:o> .", 1, 3, "a blank node has no label"},
        {"_:\u00b7 <urn:p> <urn:o> .", 1, 3, "a blank node has no label"},
        {"_:a\u00d7 <urn:p> <urn:o> .", 1, 4, predicate},
        {"_:a. <urn:p> <urn:o> .", 1, 4, predicate},
    };
    all_refused(cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(faults_of_iris)
{
    static const char bad[] = "an IRI has a character that must not be in it",
                      relative[] = "an IRI is relative; N-Quads has absolute ones only",
                      letter[] = "a backslash is followed by a character that makes no escape",
                      never[] = "an escape stands for a character that no IRI may have",
                      none[] = "an escape stands for no character",
                      digits[] = "an escape has too few hexadecimal digits";
    static const fault_example cases[] = {
        {"<urn:s", 1, 7, "an IRI has no > at its end"},
        {"<urn:s\\u0041", 1, 13, "an IRI has no > at its end"},
        {"<urn:s\n> <urn:p> <urn:o> .", 1, 7, bad},
        {"<urn: s> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:<s> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:\"> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:{> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:}> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:|> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:^> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:`> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:\x1f> <urn:p> <urn:o> .", 1, 6, bad},
        {"<urn:\\u0041 > <urn:p> <urn:o> .", 1, 12, bad},
        {"<> <urn:p> <urn:o> .", 1, 1, relative},
        {"<s> <urn:p> <urn:o> .", 1, 1, relative},
        {"<1a:s> <urn:p> <urn:o> .", 1, 1, relative},
        {"<:s> <urn:p> <urn:o> .", 1, 1, relative},
        {"<u_n:s> <urn:p> <urn:o> .", 1, 1, relative},
        {"<urn:s> <urn:p> \"x\"^^<t> .", 1, 22, relative},
        {"<urn:\\n> <urn:p> <urn:o> .", 1, 6, letter},
        {"<urn:\\\\> <urn:p> <urn:o> .", 1, 6, letter},
        {"<urn:\\", 1, 6, letter},
        {"<urn:\\u0020> <urn:p> <urn:o> .", 1, 6, never},
        {"<urn:a\\u0000> <urn:p> <urn:o> .", 1, 7, never},
        {"<urn:\\u003E> <urn:p> <urn:o> .", 1, 6, never},
        {"<urn:\\u005c> <urn:p> <urn:o> .", 1, 6, never},
        {"<urn:\\ud800> <urn:p> <urn:o> .", 1, 6, none},
        {"<urn:\\u00g0> <urn:p> <urn:o> .", 1, 10, digits},
    };
    all_refused(cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(faults_of_literals)
{
    static const char open[] = "a text has no quotation mark at its end",
                      tag[] = "a language tag is not complete", type[] = "a datatype is written ^^<IRI>",
                      letter[] = "a backslash is followed by a character that makes no escape",
                      none[] = "an escape stands for no character",
                      digits[] = "an escape has too few hexadecimal digits";
    static const fault_example cases[] = {
        {"<urn:s> <urn:p> \"x", 1, 19, open},
        {"<urn:s> <urn:p> \"x\n\" .", 1, 19, open},
        {"<urn:s> <urn:p> \"x\r\" .", 1, 19, open},
        {"<urn:s> <urn:p> \"\\\"", 1, 20, open},
        {"<urn:s> <urn:p> \"x\\", 1, 19, letter},
        {"<urn:s> <urn:p> \"x\\a\" .", 1, 19, letter},
        {"<urn:s> <urn:p> \"x\\\n\" .", 1, 19, letter},
        {"<urn:s> <urn:p> \"\\u12\" .", 1, 22, digits},
        {"<urn:s> <urn:p> \"\\U0001f60\" .", 1, 27, digits},
        {"<urn:s> <urn:p> \"\\u", 1, 20, digits},
        {"<urn:s> <urn:p> \"\\ud83d\\ude00\" .", 1, 18, none},
        {"<urn:s> <urn:p> \"\\udfff\" .", 1, 18, none},
        {"<urn:s> <urn:p> \"\\U00110000\" .", 1, 18, none},
        {"<urn:s> <urn:p> \"\\Uffffffff\" .", 1, 18, none},
        {"<urn:s> <urn:p> \"x\"@ .", 1, 21, tag},
        {"<urn:s> <urn:p> \"x\"@1 .", 1, 21, tag},
        {"<urn:s> <urn:p> \"x\"@-en .", 1, 21, tag},
        {"<urn:s> <urn:p> \"x\"@en- .", 1, 24, tag},
        {"<urn:s> <urn:p> \"x\"@en--a .", 1, 24, tag},
        {"<urn:s> <urn:p> \"x\"^<urn:t> .", 1, 20, type},
        {"<urn:s> <urn:p> \"x\"^^ <urn:t> .", 1, 20, type},
        {"<urn:s> <urn:p> \"x\"^^_:t .", 1, 20, type},
        {"<urn:s> <urn:p> \"x\"^", 1, 20, type},
        {"<urn:s> <urn:p> \"x\"@e1 .", 1, 22,
         "a statement ends with a dot, before it may be a graph, <IRI> or _:label"},
    };
    all_refused(cases, BLZ_COUNT_OF(cases));
}
END_TEST

START_TEST(bytes_that_are_not_utf8)
{
    static const char *const cases[] = {"\x80",         "\xc0\x80",         "\xc3",
                                        "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff"};
    for (size_t i = 0; i < BLZ_COUNT_OF(cases); i++) {
        char text[100];
        snprintf(text, sizeof text, "<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p> \"\u00fc%s\" .", cases[i]);
        refused(text, strlen(text), 2, 19, "this is not UTF-8");
    }
    refused("# \xff", 3, 1, 3, "this is not UTF-8");
}
END_TEST

START_TEST(a_tag_and_names_of_any_length)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    ck_assert_ok(blz_buf_puts(&text, "_:"));
    ck_assert_ok(blz_buf_fill(&text, 'x', 5000));
    ck_assert_ok(blz_buf_puts(&text, " <urn:p> \"x\"@"));
    ck_assert_ok(blz_buf_fill(&text, 'y', 5000));
    ck_assert_ok(blz_buf_puts(&text, " .\n"));
    reads_as(text.data, text.length, text.data);
}
END_TEST

START_TEST(quads_before_the_fault_stay_and_the_cap_counts)
{
    static const char text[] = "<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p> <urn:q> .\nx\n";
    BLZ_SCOPED(blz_dataset) data = {0};
    BLZ_SCOPED(blz_dataset) small = {.max_quads = 1};
    ck_assert_int_eq(blz_nquads_read(&data, text, strlen(text), NULL), BLZ_ERR_SYNTAX);
    ck_assert_uint_eq(data.count, 2);
    ck_assert_int_eq(blz_nquads_read(&small, text, strlen(text), NULL), BLZ_ERR_LIMIT);
    ck_assert_uint_eq(small.count, 1);
}
END_TEST

START_TEST(every_allocation_can_fail)
{
    static const char text[] = "<urn:\\u0041> <urn:p> \"\\t\"@en .\n_:a <urn:p> \"x\"^^<urn:t> <urn:g> .\n";
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_SCOPED(blz_dataset) data = {0};
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_nquads_read(&data, text, strlen(text), NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
    }
}
END_TEST

UNIT_MAIN("rdf/nquads_read", what_the_grammar_has, faults_of_statements, faults_of_iris, faults_of_literals,
          bytes_that_are_not_utf8, a_tag_and_names_of_any_length,
          quads_before_the_fault_stay_and_the_cap_counts, every_allocation_can_fail)
