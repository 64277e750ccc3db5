#include "unit/codec/scan.h"

static void says_of(const char *text, size_t length, const char *expected)
{
    BLZ_SCOPED(bare_text) bare = {0};
    bare_text_start(&bare, text, length);
    ck_assert_int_eq(blz_json_refuse_foreign(&bare.scanner), BLZ_ERR_SYNTAX);
    ck_assert_str_eq(fault_text(&bare.scanner.fault), expected);
}

#define SAYS(text, expected) says_of(text, sizeof(text) - 1, expected)

static void passes(const char *text, size_t length)
{
    BLZ_SCOPED(bare_text) bare = {0};
    bare_text_start(&bare, text, length);
    ck_assert_msg(blz_json_refuse_foreign(&bare.scanner) == BLZ_OK, "%.*s", (int)length, text);
}

#define PASSES_BY(text) passes(text, sizeof(text) - 1)

START_TEST(files_of_other_kinds)
{
    SAYS("\x89PNG\r\n", "0-4 BLZ007 this is a PNG image, not JSON / take the badge out of the image first");
    SAYS("\xFF\xD8\xFF\xE0",
         "0-3 BLZ007 this is a JPEG image, not JSON / ask for the badge itself, a .json file");
    SAYS("GIF89a", "0-4 BLZ007 this is a GIF image, not JSON / ask for the badge itself, a .json file");
    SAYS("%PDF-1.7", "0-4 BLZ007 this is a PDF document, not JSON / ask for the badge itself, a .json file");
    SAYS("PK\x03\x04rest", "0-4 BLZ007 this is a ZIP archive, not JSON / unpack it first");
    SAYS("\x1F\x8B\x08", "0-2 BLZ007 this is a gzip file, not JSON / unpack it first");
    SAYS("-----BEGIN PRIVATE KEY-----", "0-10 BLZ007 this is a PEM file, a key or a certificate, not JSON / "
                                        "were two files mixed up? a key stays "
                                        "with you");
    SAYS("eyJhbGciOiJFUzI1NiJ9.e30.AA",
         "0-3 BLZ007 this looks like a signed token (JWT), not like JSON / blazon "
         "inspect shows the JSON that is in it");
}
END_TEST

START_TEST(statements_of_rdf)
{
    SAYS("_:b0 <urn:p> \"a\" .",
         "0-2 BLZ007 this looks like N-Quads, not like JSON / blazon canon --nquads reads it");
    SAYS("<urn:s> <urn:p> \"a\" .",
         "0-1 BLZ007 this looks like N-Quads, not like JSON / blazon canon --nquads reads it");
    PASSES_BY("<html> <body>");
    PASSES_BY("<a href=x:y> <b>");
    PASSES_BY("<urn:s>");
    PASSES_BY("<urn:s> ");
    PASSES_BY("<urn:s");
    PASSES_BY("<");
}
END_TEST

START_TEST(what_may_be_json_is_left_to_the_reader)
{
    PASSES_BY("");
    PASSES_BY("{\"a\": 1}");
    PASSES_BY("[");
    PASSES_BY("\"eyJ\"");
    PASSES_BY("17");
    PASSES_BY("null");
    PASSES_BY("\0PNG");
    PASSES_BY("ey");
    PASSES_BY("-----BEGI");
}
END_TEST

UNIT_MAIN("codec/json_foreign", files_of_other_kinds, statements_of_rdf,
          what_may_be_json_is_left_to_the_reader)
