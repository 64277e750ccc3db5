#include "lists.h"

static bench b, other;
static served place[2];

static const int seven[] = {7, 131071, -1};

/* With this list published, a badge with this status gets that verdict and entry. */
static void expect_list(char *list, const char *members, blz_verdict verdict, blz_outcome outcome,
                        const char *words)
{
    publish(&b, place, list);
    expect_badge(&b, NULL, with_status(members), verdict, "status", outcome, words);
    free(list);
}

static void setup(void)
{
    bench_open(&b, BLZ_KEY_ED25519);
    bench_open(&other, BLZ_KEY_ED25519);
}

static void teardown(void)
{
    bench_close(&b);
    bench_close(&other);
}

START_TEST(the_bit_decides)
{
    setup();
    expect_list(sealed_list(&b, seven, NULL), REVOCATION("'7'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "the badge was revoked by its issuer (status list of 2026-05-02)");
    expect_list(sealed_list(&b, seven, NULL), REVOCATION("'131071'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "was revoked");
    expect_list(sealed_list(&b, seven, NULL), REVOCATION("'6'"), BLZ_VALID, BLZ_STEP_PASS,
                "not revoked (status list of 2026-05-02)");
    expect_list(sealed_list(&b, seven, NULL), REVOCATION("'0'"), BLZ_VALID, BLZ_STEP_PASS, "not revoked");
    teardown();
}
END_TEST

START_TEST(what_a_place_may_not_be)
{
    setup();
    expect_list(sealed_list(&b, NULL, NULL), REVOCATION("'131072'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "not in its status list, which has 131072 entries");
    expect_list(sealed_list(&b, NULL, NULL), REVOCATION("'18446744073709551617'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "not in its status list");
    expect_list(sealed_list(&b, NULL, NULL), REVOCATION("'-1'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "not a whole number of 0 or more");
    expect_list(sealed_list(&b, NULL, NULL), REVOCATION("1.5"), BLZ_INVALID, BLZ_STEP_FAIL,
                "not a whole number of 0 or more");
    expect_list(sealed_list(&b, NULL, NULL), REVOCATION("7"), BLZ_INVALID, BLZ_STEP_FAIL,
                "it has to be a text");
    publish(&b, place, NULL);
    teardown();
}
END_TEST

START_TEST(lists_that_are_not_to_be_believed)
{
    setup();
    json_t *changed = bare_list(&b, NULL, NULL);
    seal(&b, changed, NULL);
    json_object_set_new(changed, "validFrom", json_string("2026-05-03T00:00:00Z"));
    char *text = json_dumps(changed, 0);
    json_decref(changed);
    expect_list(text, REVOCATION("'6'"), BLZ_INVALID, BLZ_STEP_FAIL, "is not to be believed: the signature");
    json_t *bare = bare_list(&b, NULL, NULL);
    text = json_dumps(bare, 0);
    json_decref(bare);
    expect_list(text, REVOCATION("'6'"), BLZ_INVALID, BLZ_STEP_FAIL, "nothing proves who made this");
    char patch[300];
    snprintf(patch, sizeof patch, "{\"issuer\": \"%s\"}", b.did);
    expect_list(sealed_list(&other, NULL, patch), REVOCATION("'6'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "was signed with a key of somebody else");
    expect_list(sealed_list(&b, NULL, "{\"type\": [\"VerifiableCredential\"]}"), REVOCATION("'6'"),
                BLZ_INVALID, BLZ_STEP_FAIL, "this is no status list");
    expect_list(sealed_list(&b, NULL, "{\"credentialSubject\": {\"encodedList\": \"uAAAA\"}}"),
                REVOCATION("'6'"), BLZ_INVALID, BLZ_STEP_FAIL, "the packed bits of the list are damaged");
    expect_list(strdup("<html>"), REVOCATION("'6'"), BLZ_INVALID, BLZ_STEP_FAIL, "a web page");
    expect_list(strdup(""), REVOCATION("'6'"), BLZ_INVALID, BLZ_STEP_FAIL, "this is empty");
    teardown();
}
END_TEST

START_TEST(lists_that_say_nothing_of_today)
{
    setup();
    publish(&b, place, NULL);
    OPEN(&b, NULL, with_status(REVOCATION("'6'")), "status", "give it with --map " LIST_URL "=FILE");
    expect_list(sealed_list(&b, NULL, "{\"validUntil\": \"2026-05-10T00:00:00Z\"}"), REVOCATION("'6'"),
                BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "the status list has expired: it ended on 2026-05-10");
    expect_list(sealed_list(&b, NULL, "{\"validFrom\": \"2026-12-01T00:00:00Z\"}"), REVOCATION("'6'"),
                BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "the status list is not valid yet");
    expect_list(sealed_list(&b, NULL, "{\"validFrom\": null}"), REVOCATION("'6'"), BLZ_VALID, BLZ_STEP_PASS,
                "not revoked (status list)");
    teardown();
}
END_TEST

START_TEST(whose_list_it_is)
{
    setup();
    expect_list(sealed_list(&other, NULL, NULL), REVOCATION("'6'"), BLZ_UNDECIDED, BLZ_STEP_UNKNOWN,
                "nothing says that the issuer of the badge leaves this to it");
    expect_list(sealed_list(&other, seven, NULL), REVOCATION("'7'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "was revoked");
    expect_list(sealed_list(&b, NULL, "{\"id\": \"https://badges.example.edu/status/2\"}"), REVOCATION("'6'"),
                BLZ_UNDECIDED, BLZ_STEP_UNKNOWN, "says that it is \"https://badges.example.edu/status/2\"");
    teardown();
}
END_TEST

START_TEST(other_purposes)
{
    static const char many[] = "{\"credentialSubject\": {\"statusPurpose\": [\"suspension\", \"message\", "
                               "\"refresh\", \"parole\"]}}";
#define ABOUT(purpose, index) "'statusPurpose': '" purpose "', 'statusListIndex': '" index "'"
    setup();
    expect_list(sealed_list(&b, seven, NULL), ABOUT("suspension", "6"), BLZ_INVALID, BLZ_STEP_FAIL,
                "is not about \"suspension\"");
    expect_list(sealed_list(&b, seven, many), ABOUT("suspension", "7"), BLZ_INVALID, BLZ_STEP_FAIL,
                "the badge is suspended at the moment");
    expect_list(sealed_list(&b, seven, many), ABOUT("suspension", "6"), BLZ_VALID, BLZ_STEP_PASS,
                "not suspended");
    expect_list(sealed_list(&b, seven, many), ABOUT("refresh", "7"), BLZ_VALID, BLZ_STEP_WARN,
                "a newer copy of the badge is to be had");
    expect_list(sealed_list(&b, seven, many), ABOUT("message", "7"), BLZ_VALID, BLZ_STEP_WARN,
                "says of the badge: \"set\" (0x1");
    expect_list(sealed_list(&b, seven, many), ABOUT("parole", "7"), BLZ_UNDECIDED, BLZ_STEP_UNKNOWN,
                "does not know whether it holds then");
    expect_list(sealed_list(&b, seven, many), ABOUT("parole", "6"), BLZ_VALID, BLZ_STEP_PASS,
                "\"parole\" is not set");
    teardown();
}
END_TEST

START_TEST(entries_of_two_bits)
{
    static const int bits[] = {14, -1};
    static const char two[] = ABOUT(
        "message", "7") ", 'statusSize': 2, 'statusMessage': [{'status': '0x0', 'message': 'open'}, "
                        "{'status': '0x1', 'message': 'a'}, {'status': '0x2', 'message': 'under review'}, "
                        "{'status': '0x3', 'message': 'c'}]";
    setup();
    char *list = encoded(262144, bits), patch[2000];
    snprintf(patch, sizeof patch,
             "{\"credentialSubject\": {\"statusPurpose\": \"message\", \"encodedList\": \"%s\"}}", list);
    expect_list(sealed_list(&b, NULL, patch), two, BLZ_VALID, BLZ_STEP_WARN, "\"under review\" (0x2");
    expect_list(sealed_list(&b, NULL, "{\"credentialSubject\": {\"statusPurpose\": \"message\"}}"), two,
                BLZ_INVALID, BLZ_STEP_FAIL, "fewer than 131,072 entries of that size");
    blz_free(list);
    teardown();
}
END_TEST

/* A sealed badge with this status, whose list spec alone takes for what these words say. */
static void expect_list_strict(char *list, const char *members, blz_outcome outcome, const char *words)
{
    publish(&b, place, list);
    expect_json_strict(&b, sealed_badge(&b, with_status(members), NULL), "status", outcome, words);
    free(list);
}

START_TEST(the_policy_of_the_public_validator)
{
    setup();
    expect_list_strict(sealed_list(&other, NULL, NULL), REVOCATION("'6'"), BLZ_STEP_UNKNOWN,
                       "nothing says that the issuer of the badge leaves this to it");
    expect_list_strict(sealed_list(&b, NULL, "{\"id\": \"https://badges.example.edu/status/2\"}"),
                       REVOCATION("'6'"), BLZ_STEP_UNKNOWN, "in another list the place is that of");
    expect_list_strict(sealed_list(&b, NULL, NULL), REVOCATION("6"), BLZ_STEP_FAIL, "it has to be a text");
    expect_list_strict(sealed_list(&b, seven, NULL), ABOUT("suspension", "6"), BLZ_STEP_FAIL,
                       "is not about \"suspension\"");
    expect_list_strict(sealed_list(&b, seven, "{\"credentialSubject\": {\"statusPurpose\": \"parole\"}}"),
                       ABOUT("parole", "7"), BLZ_STEP_UNKNOWN, "does not know whether it holds then");
    char *list = sealed_list(&b, seven, "{\"credentialSubject\": {\"statusPurpose\": \"suspension\"}}");
    publish(&b, place, list);
    blz_report *report = NULL;
    json_t *document = sealed_badge(&b, with_status(ABOUT("suspension", "7")), NULL);
    report = verify_json(&b, document, &(blz_verify_options){.policy = BLZ_POLICY_1EDTECH});
    expect_step(report, "status", BLZ_STEP_WARN, "policy spec fails this: the badge is suspended");
    ck_assert_int_eq(blz_report_verdict(report), BLZ_VALID);
    blz_report_free(report);
    json_decref(document);
    free(list);
    list = sealed_list(&b, seven, NULL);
    publish(&b, place, list);
    document = sealed_badge(&b, with_status(REVOCATION("7")), NULL);
    report = verify_json(&b, document, &(blz_verify_options){.policy = BLZ_POLICY_1EDTECH});
    expect_step(report, "status", BLZ_STEP_FAIL, "was revoked");
    expect_step(report, "status", BLZ_STEP_WARN, "it has to be a text");
    blz_report_free(report);
    json_decref(document);
    free(list);
    teardown();
}
END_TEST

static char *list_of_2021(void)
{
    char *list = encoded(131072, seven), patch[1500];
    snprintf(patch, sizeof patch,
             "{\"@context\": [\"https://www.w3.org/2018/credentials/v1\", "
             "\"https://w3id.org/vc/status-list/2021/v1\", \"https://w3id.org/security/data-integrity/v2\"], "
             "\"type\": [\"VerifiableCredential\", \"StatusList2021Credential\"], "
             "\"validFrom\": null, \"issuanceDate\": \"2026-05-02T00:00:00Z\", "
             "\"credentialSubject\": {\"type\": \"StatusList2021\", \"encodedList\": \"%s\"}}",
             list + 1);
    blz_free(list);
    return sealed_list(&b, NULL, patch);
}

/* Of suspension spec alone asks it, of revocation both policies do. */
static void expect_of_revocation(char *list, const char *place_in_it, blz_outcome outcome, const char *words)
{
    char members[400];
    snprintf(members, sizeof members, "'statusPurpose': 'suspension', 'statusListIndex': %s", place_in_it);
    publish(&b, place, list);
    expect_json_strict(&b, sealed_badge(&b, with_status(members), NULL), "status", outcome, words);
    snprintf(members, sizeof members, "'statusPurpose': 'revocation', 'statusListIndex': %s", place_in_it);
    json_t *document = sealed_badge(&b, with_status(members), NULL);
    blz_report *report = verify_json(&b, document, &(blz_verify_options){.policy = BLZ_POLICY_1EDTECH});
    expect_step(report, "status", outcome, words);
    blz_report_free(report);
    json_decref(document);
    free(list);
}

START_TEST(what_both_policies_ask_of_revocation)
{
#define FOR_BOTH "{\"credentialSubject\": {\"statusPurpose\": [\"revocation\", \"suspension\"]}}"
    setup();
    json_t *unsure = bare_list(&b, NULL, FOR_BOTH);
    seal(&b, unsure, "{\"verificationMethod\": \"did:web:nowhere.example#k\"}");
    expect_of_revocation(NULL, "'6'", BLZ_STEP_UNKNOWN, "is not to be had here");
    expect_of_revocation(json_dumps(unsure, 0), "'6'", BLZ_STEP_UNKNOWN, "cannot be relied on");
    expect_of_revocation(strdup("<html>"), "'6'", BLZ_STEP_FAIL, "is not to be believed");
    expect_of_revocation(list_of_2021(), "'6'", BLZ_STEP_FAIL, "is of another kind than the badge says");
    expect_of_revocation(sealed_list(&b, NULL, "{\"credentialSubject\": {\"statusPurpose\": \"refresh\"}}"),
                         "'6'", BLZ_STEP_FAIL, "is not about");
    expect_of_revocation(
        sealed_list(&b, NULL, FOR_BOTH),
        "'6', 'statusSize': 2, 'statusMessage': [{'status': '0x0', 'message': 'a'}, {'status': "
        "'0x1', 'message': 'b'}, {'status': '0x2', 'message': 'c'}, {'status': '0x3', "
        "'message': 'd'}]",
        BLZ_STEP_FAIL, "fewer than 131,072 entries");
    expect_of_revocation(sealed_list(&b, NULL, FOR_BOTH), "'131072'", BLZ_STEP_FAIL,
                         "not in its status list");
    expect_of_revocation(sealed_list(&b, NULL, FOR_BOTH), "'-1'", BLZ_STEP_FAIL, "is not usable");
    json_decref(unsure);
    teardown();
}
END_TEST

START_TEST(a_list_in_a_token_and_one_of_2021)
{
    char header[400];
    setup();
    json_t *bare = bare_list(
        &b, seven, "{\"nbf\": 1777680000, \"jti\": \"" LIST_URL "\", \"sub\": \"" LIST_URL "#list\"}");
    json_object_set_new(bare, "iss", json_string(b.did));
    char *payload = json_dumps(bare, 0);
    snprintf(header, sizeof header, "{\"alg\": \"EdDSA\", \"kid\": \"%s\"}", b.kid);
    expect_list(token_of(&b, header, payload), REVOCATION("'7'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "was revoked by its issuer (status list of 2026-05-02)");
    free(payload);
    json_decref(bare);
    expect_list(list_of_2021(), REVOCATION("'7'"), BLZ_INVALID, BLZ_STEP_FAIL,
                "is of another kind than the badge says");
    char *old = list_of_2021();
    publish(&b, place, old);
    FAILS(&b, NULL,
          "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
          "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", "
          "\"https://w3id.org/vc/status-list/2021/v1\"], \"credentialStatus\": {\"id\": \"" LIST_URL "#7\", "
          "\"type\": \"StatusList2021Entry\", \"statusPurpose\": \"revocation\", \"statusListIndex\": \"7\", "
          "\"statusListCredential\": \"" LIST_URL "\"}}",
          "status", "was revoked by its issuer (status list of 2026-05-02)");
    free(old);
    teardown();
}
END_TEST

/* The id of the list is that of the list, and the public validator does not know lists of 2021. */
START_TEST(what_is_said_of_an_entry)
{
    static const char context[] = "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
                                  "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\", "
                                  "\"https://w3id.org/vc/status-list/2021/v1\"], ";
    char patch[1500];
    setup();
    expect_list(sealed_list(&b, NULL, NULL), "'id': '" LIST_URL "', " REVOCATION("'6'"), BLZ_VALID,
                BLZ_STEP_WARN, "has the id of its list");
    char *old = list_of_2021();
    publish(&b, place, old);
    snprintf(patch, sizeof patch,
             "%s\"credentialStatus\": {\"id\": \"" LIST_URL "#7\", \"type\": \"StatusList2021Entry\", "
             "\"statusPurpose\": \"revocation\", \"statusListIndex\": \"7\", "
             "\"statusListCredential\": \"" LIST_URL "\"}}",
             context);
    expect_json_strict(&b, sealed_badge(&b, patch, NULL), "status", BLZ_STEP_FAIL,
                       "was revoked by its issuer (status list of 2026-05-02)");
    free(old);
    teardown();
}
END_TEST

UNIT_MAIN("verify/status_bit", the_bit_decides, what_a_place_may_not_be, lists_that_are_not_to_be_believed,
          lists_that_say_nothing_of_today, whose_list_it_is, other_purposes, entries_of_two_bits,
          the_policy_of_the_public_validator, what_both_policies_ask_of_revocation,
          a_list_in_a_token_and_one_of_2021, what_is_said_of_an_entry)
