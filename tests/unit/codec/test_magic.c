#include "unit/unit.h"

#include <string.h>

#include "codec/magic.h"

static const char *what(const char *bytes)
{
    const blz_magic *magic = blz_magic_of(bytes, strlen(bytes));
    return magic ? magic->what : NULL;
}

START_TEST(files_that_people_try)
{
    ck_assert_str_eq(what("\xff\xd8\xff\xe0"), "a JPEG image");
    ck_assert_str_eq(what("RIFF____WEBP"), "a WebP image");
    ck_assert_str_eq(what("%PDF-1.7"), "a PDF document");
    ck_assert_str_eq(what("-----BEGIN PUBLIC KEY-----"), "a PEM file");
    ck_assert_ptr_null(what("{}"));
    ck_assert_ptr_null(what("<svg/>"));
    ck_assert_ptr_null(what("%PD"));
    ck_assert_ptr_null(what(""));
}
END_TEST

UNIT_MAIN("codec/magic", files_that_people_try)
