#include "unit/ob2/convert_run.h"

static convert_bench b;

static void expect_subject(const char *recipient, const char *expected)
{
    json_t *json = upgraded_json(recipient), *subject = json_object();
    convert_open(&b);
    ck_assert_ok(blz_convert_recipient(subject, &b.run, json));
    expect_json(subject, expected);
    json_decref(subject);
    json_decref(json);
    convert_close(&b);
}

#define IDENTITY(members) "{'identifier': [{'type': 'IdentityObject', " members "}]}"

START_TEST(who)
{
    expect_subject(
        "{'type': 'email', 'hashed': true, 'identity': 'sha256$ab', 'salt': 'sea'}",
        IDENTITY(
            "'hashed': true, 'identityHash': 'sha256$ab', 'identityType': 'emailAddress', 'salt': 'sea'"));
    expect_subject("{'type': 'email', 'hashed': false, 'identity': 'mailto:a@b', 'salt': 'sea'}",
                   IDENTITY("'hashed': false, 'identityHash': 'mailto:a@b', 'identityType': 'emailAddress'"));
    expect_subject("{'type': 'url', 'identity': 'https://a.example/jane'}",
                   "{'id': 'https://a.example/jane'}");
    expect_subject("{'type': 'id', 'hashed': true, 'identity': 'sha256$ab'}",
                   IDENTITY("'hashed': true, 'identityHash': 'sha256$ab', 'identityType': 'ext:id'"));
    expect_subject("{'type': 'telephone', 'identity': '+15'}",
                   IDENTITY("'hashed': false, 'identityHash': '+15', 'identityType': 'ext:telephone'"));
    expect_subject("[{'type': 'badge', 'identity': 'x'}]",
                   IDENTITY("'hashed': false, 'identityHash': 'x', 'identityType': 'identifier'"));
}
END_TEST

START_TEST(nobody)
{
    json_t *json = upgraded_json("{'type': 'email', 'identity': ''}"), *subject = json_object();
    convert_open(&b);
    expect_why(&b, blz_convert_recipient(subject, &b.run, json), BLZ_ERR_INVALID, "no identity");
    expect_why(&b, blz_convert_recipient(subject, &b.run, NULL), BLZ_ERR_INVALID, "no identity");
    json_decref(subject);
    json_decref(json);
    convert_close(&b);
}
END_TEST

UNIT_MAIN("ob2/convert_recipient", who, nobody)
