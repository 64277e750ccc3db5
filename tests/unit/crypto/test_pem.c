#include "unit/crypto/keys.h"

#include "crypto/pkcs8.h"

/* One key in several wrappings, made with the openssl program; the passphrase is "secret". It signs nothing.
 */
static const char plain[] = "-----BEGIN PRIVATE KEY-----\n"
                            "MC4CAQAwBQYDK2VwBCIEIFalG02hfhl0gKctcO6peKA7IQZ43L63No79TyIi5QSL\n"
                            "-----END PRIVATE KEY-----\n";
static const char public_part[] = "-----BEGIN PUBLIC KEY-----\n"
                                  "MCowBQYDK2VwAyEAxkPff29Zd3l77ci0mRC9pRjlxmscDb0GCUoI/0f49JQ=\n"
                                  "-----END PUBLIC KEY-----\n";
static const char scrypt[] = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                             "MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAir4Ax2rZV0IwICQAAC\n"
                             "AQgCAQEwHQYJYIZIAWUDBAEqBBDMXhcUx+yaLMYjuqNFu6+BBEBDG0V071DyXOxP\n"
                             "CVGJYh7uOPAnEzCOdRxzvaEPJwB1q2IyFAu9wfK5Sbq9n3MSSJ6W2h/JE0Y5qDWn\n"
                             "Upl4KLrp\n"
                             "-----END ENCRYPTED PRIVATE KEY-----\n";
static const char pbkdf2[] = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                             "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAguS6LH6yAcyQICCAAw\n"
                             "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEMGAT/QmXS/99G+VqSuiFC4EQAL7\n"
                             "H/FL0+LB/2qgz0k5tpM/LGszVUGEOdFuiKdkOQGXnNg81QZAm3nYu7HqqgEFozOh\n"
                             "BCjlRwEhgsbYsiqReog=\n"
                             "-----END ENCRYPTED PRIVATE KEY-----\n";
static const char pbes1[] = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                            "MFgwHAYKKoZIhvcNAQwBAzAOBAglD6vBIOXAQwICCAAEOMLCYp0d+6AL9eJHXvbp\n"
                            "d5pBr+uj/rO+rdpAMlzxtmYJNJ0pNn6npnASTUE8aq9AmjDybK8gXAyK\n"
                            "-----END ENCRYPTED PRIVATE KEY-----\n";
static const char aria[] = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                           "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh4ZgQtnSorhgICCAAw\n"
                           "DAYIKoZIhvcNAgkFADAdBgkqgxqMmm4BAQwEECgX2tqjp4CH1OJ2TuJbZyMEQNvx\n"
                           "pOq/uqod8tM6xW1rlioTSay1EDV5Tv/RNsrRzlwBOj2yjsIKhCRn50CSXiFerpkP\n"
                           "wpXTMuHnZ7lqdjp0Ci8=\n"
                           "-----END ENCRYPTED PRIVATE KEY-----\n";
static const char x25519[] = "-----BEGIN PRIVATE KEY-----\n"
                             "MC4CAQAwBQYDK2VuBCIEIGDLpQgD4JBsIvtEZa0B/YsTFcKx1o30IF+no4ML1edG\n"
                             "-----END PRIVATE KEY-----\n";
static const char secp256k1[] = "-----BEGIN PRIVATE KEY-----\n"
                                "MIGEAgEAMBAGByqGSM49AgEGBSuBBAAKBG0wawIBAQQgi1n2Fb1/PiQq0fXHUAbC\n"
                                "K80Hha4o8FWuTHZ5Q/c4Dn2hRANCAAT1sqb7lP3wLlBpYFO5x+UClMo5T3h2D4d7\n"
                                "glrlTPCGJUGEd0bJXfEVadiLJnBk+RJKNEzcUcsyRk+PBzgN37FT\n"
                                "-----END PRIVATE KEY-----\n";
static const char sec1[] = "-----BEGIN EC PRIVATE KEY-----\n"
                           "MHcCAQEEIKE3DYzP/V+3XcofgqueaNcUe1a/rOmdcC8kK8v5IsG6oAoGCCqGSM49\n"
                           "AwEHoUQDQgAEUHlof0emVw4R8gW2k47I8fanxPHgrLKBOJo1WFVvs3wYtV7hcKvl\n"
                           "GSNE5lW+bBsFOjtgEn/U/YKW/WC3Z90vhg==\n"
                           "-----END EC PRIVATE KEY-----\n";
/* One RSA key in the form of PKCS#1, and in that of all keys. */
static const char rsa_pkcs1[] = "-----BEGIN RSA PUBLIC KEY-----\n"
                                "MIIBCgKCAQEAlklBi/OpW9rXF1y0YKgMO6YJXfZDJnKY2s92VGBPPQI2tm8JzZGK\n"
                                "AD/HUzqOPEu1iBocwKK/43k6AdKCAGuaZE+yTdTJ2077hiluGsbya4yil5kk9mOu\n"
                                "GAkAddHq7yMYifSZSs2gE5M7TdtfmjwxyIrkD51ETpgbLz0SOqutkHn4Y9XLAhio\n"
                                "Yx1xzXbgXg/1KjIWuYhMp8WbDWhWDI94vE6ZB9LxtehvTiA6CkZcJHZmc+ZApVIz\n"
                                "veHREt0SW/eqnuU8w5NGrgGEE89ID14cdye7FV0LP7IitPTJhDgzumNIbUGWrICR\n"
                                "Y4fy6dp2G/rxM7c+zvv9D2qo+IfJr0lmFQIDAQAB\n"
                                "-----END RSA PUBLIC KEY-----\n";
static const char rsa_spki[] = "-----BEGIN PUBLIC KEY-----\n"
                               "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlklBi/OpW9rXF1y0YKgM\n"
                               "O6YJXfZDJnKY2s92VGBPPQI2tm8JzZGKAD/HUzqOPEu1iBocwKK/43k6AdKCAGua\n"
                               "ZE+yTdTJ2077hiluGsbya4yil5kk9mOuGAkAddHq7yMYifSZSs2gE5M7Tdtfmjwx\n"
                               "yIrkD51ETpgbLz0SOqutkHn4Y9XLAhioYx1xzXbgXg/1KjIWuYhMp8WbDWhWDI94\n"
                               "vE6ZB9LxtehvTiA6CkZcJHZmc+ZApVIzveHREt0SW/eqnuU8w5NGrgGEE89ID14c\n"
                               "dye7FV0LP7IitPTJhDgzumNIbUGWrICRY4fy6dp2G/rxM7c+zvv9D2qo+IfJr0lm\n"
                               "FQIDAQAB\n"
                               "-----END PUBLIC KEY-----\n";

static uint8_t seed;

#define FRESH_CTX BLZ_AUTO(blz_ctx) ctx = fixed_ctx(&seed)

static blz_status answer(void *user, char *out, size_t size)
{
    ck_assert_uint_eq(size, BLZ_PASSPHRASE_MAX);
    memcpy(out, user, size);
    return BLZ_OK;
}

static blz_status refuse(void *user, char *out, size_t size)
{
    (void)user;
    (void)out;
    (void)size;
    return BLZ_ERR_IO;
}

static blz_status read_text(blz_key **out, const char *text, const char *passphrase)
{
    FRESH_CTX;
    char secret[BLZ_PASSPHRASE_MAX] = "";
    if (passphrase) memcpy(secret, passphrase, strlen(passphrase));
    return blz_key_read_pem(out, ctx, text, strlen(text), passphrase ? answer : NULL, secret);
}

START_TEST(reads_what_openssl_wrote)
{
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(read_text(&key, plain, NULL));
    ck_assert(blz_key_is_private(key));
    ck_assert_int_eq(blz_key_type_of(key), BLZ_KEY_ED25519);
    const char *const others[] = {public_part, scrypt, pbkdf2};
    for (size_t i = 0; i < BLZ_COUNT_OF(others); i++) {
        BLZ_AUTO(blz_key) other = NULL;
        ck_assert_ok(read_text(&other, others[i], "secret"));
        ck_assert(blz_key_equal(key, other));
        ck_assert_int_eq(blz_key_is_private(other), i > 0);
    }
}
END_TEST

START_TEST(reads_the_older_form_of_rsa)
{
    BLZ_AUTO(blz_key) older = NULL;
    BLZ_AUTO(blz_key) key = NULL;
    ck_assert_ok(read_text(&older, rsa_pkcs1, NULL));
    ck_assert_ok(read_text(&key, rsa_spki, NULL));
    ck_assert_int_eq(blz_key_type_of(older), BLZ_KEY_RSA);
    ck_assert(!blz_key_is_private(older));
    ck_assert(blz_key_equal(older, key));
}
END_TEST

START_TEST(passphrases)
{
    FRESH_CTX;
    blz_key *key = NULL;
    ck_assert_int_eq(read_text(&key, pbkdf2, NULL), BLZ_ERR_PASSPHRASE);
    ck_assert_int_eq(read_text(&key, pbkdf2, "Secret"), BLZ_ERR_PASSPHRASE);
    ck_assert_int_eq(read_text(&key, scrypt, ""), BLZ_ERR_PASSPHRASE);
    ck_assert_int_eq(blz_key_read_pem(&key, ctx, pbkdf2, sizeof pbkdf2 - 1, refuse, NULL), BLZ_ERR_IO);
    ck_assert_ptr_null(key);
}
END_TEST

START_TEST(what_is_not_supported)
{
    static const char certificate[] = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    static const char old[] = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
                              "DEK-Info: AES-128-CBC,EA8A9BAF3D12C3976F1188E11AAD77BA\n\nAAAA\n"
                              "-----END RSA PRIVATE KEY-----\n";
    const char *const texts[] = {pbes1, aria, x25519, secp256k1, sec1, certificate, old};
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        blz_key *key = NULL;
        ck_assert_int_eq(read_text(&key, texts[i], "secret"), BLZ_ERR_UNSUPPORTED);
        ck_assert_ptr_null(key);
    }
}
END_TEST

START_TEST(weak_keys_are_refused_in_every_form)
{
    /* A modulus of 16 bits. */
    static const char weak[] =
        "-----BEGIN RSA PUBLIC KEY-----\nMAgCAwDE7wIBAw==\n-----END RSA PUBLIC KEY-----\n";
    blz_key *key = NULL;
    ck_assert_int_eq(read_text(&key, weak, NULL), BLZ_ERR_INVALID);
    ck_assert_ptr_null(key);
}
END_TEST

START_TEST(what_is_not_well_formed)
{
    static const char *const texts[] = {
        "",
        "no key at all",
        "-----BEGIN PUBLIC KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----\n",
        "-----BEGIN RSA PUBLIC KEY-----\nMAcCAgEBAgEDAA==\n-----END RSA PUBLIC KEY-----\n",
        /* one byte too many behind the key */
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAxkPff29Zd3l77ci0mRC9pRjlxmscDb0GCUoI/0f49JQA\n"
        "-----END PUBLIC KEY-----\n",
    };
    for (size_t i = 0; i < BLZ_COUNT_OF(texts); i++) {
        blz_key *key = NULL;
        ck_assert_int_eq(read_text(&key, texts[i], "secret"), BLZ_ERR_SYNTAX);
        ck_assert_ptr_null(key);
    }
}
END_TEST

START_TEST(two_keys_in_one_file_are_refused)
{
    char both[sizeof plain + sizeof public_part];
    snprintf(both, sizeof both, "%s%s", public_part, plain);
    blz_key *key = NULL;
    ck_assert_int_eq(read_text(&key, both, NULL), BLZ_ERR_SYNTAX);
    snprintf(both, sizeof both, "a remark\n%s", public_part);
    ck_assert_ok(read_text(&key, both, NULL));
    blz_key_free(key);
}
END_TEST

START_TEST(size_is_capped)
{
    static char large[(64 << 10) + 2];
    memset(large, '\n', sizeof large - 1);
    blz_key *key = NULL;
    ck_assert_int_eq(read_text(&key, large, NULL), BLZ_ERR_LIMIT);
}
END_TEST

START_TEST(writes_what_it_reads)
{
    FRESH_CTX;
    for (int type = 0; type <= BLZ_KEY_RSA; type++) {
        BLZ_AUTO(blz_key) key = fixed_key(type, 40);
        for (int with_secret = 0; with_secret < 2; with_secret++) {
            BLZ_AUTO(blz_key) again = NULL;
            char *text = NULL;
            size_t length = 0;
            ck_assert_ok(blz_key_write_pem(&text, &length, ctx, key, NULL, with_secret));
            ck_assert_uint_eq(length, strlen(text));
            ck_assert_ok(read_text(&again, text, NULL));
            ck_assert(blz_key_equal(key, again));
            ck_assert_int_eq(blz_key_is_private(again), with_secret);
            blz_free_secret(text, length);
        }
    }
}
END_TEST

START_TEST(encrypts)
{
    FRESH_CTX;
    BLZ_AUTO(blz_key) key = fixed_key(BLZ_KEY_P256, 40);
    BLZ_AUTO(blz_key) again = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    ck_assert_ok(blz_key_write_pem(&text, NULL, ctx, key, "correct horse", true));
    ck_assert_ptr_eq(strstr(text, "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), text);
    ck_assert_int_eq(read_text(&again, text, "correct horses"), BLZ_ERR_PASSPHRASE);
    ck_assert_ok(read_text(&again, text, "correct horse"));
    ck_assert(blz_key_equal(key, again));
    ck_assert(blz_key_is_private(again));
}
END_TEST

START_TEST(wrong_use)
{
    FRESH_CTX;
    BLZ_AUTO(blz_key) key = NULL;
    char *text = NULL;
    ck_assert_ok(read_text(&key, public_part, NULL));
    ck_assert_int_eq(blz_key_write_pem(&text, NULL, ctx, key, NULL, true), BLZ_ERR_ARGUMENT);
    BLZ_AUTO(blz_key) secret = NULL;
    ck_assert_ok(read_text(&secret, plain, NULL));
    ck_assert_int_eq(blz_key_write_pem(&text, NULL, ctx, secret, "", true), BLZ_ERR_ARGUMENT);
    char longest[BLZ_PASSPHRASE_MAX + 1];
    memset(longest, 'x', sizeof longest);
    longest[BLZ_PASSPHRASE_MAX] = '\0';
    ck_assert_int_eq(blz_key_write_pem(&text, NULL, ctx, secret, longest, true), BLZ_ERR_ARGUMENT);
    ck_assert_ptr_null(text);
}
END_TEST

START_TEST(a_failing_allocation_is_reported)
{
    FRESH_CTX;
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_key) key = NULL;
        BLZ_AUTO(blz_text) text = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = blz_key_read_pem(&key, ctx, plain, sizeof plain - 1, NULL, NULL);
        if (status == BLZ_OK) status = blz_key_write_pem(&text, NULL, ctx, key, NULL, true);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((text != NULL) == (status == BLZ_OK));
    }
}
END_TEST

UNIT_MAIN("crypto/pem", reads_what_openssl_wrote, reads_the_older_form_of_rsa, passphrases,
          what_is_not_supported, weak_keys_are_refused_in_every_form, what_is_not_well_formed,
          two_keys_in_one_file_are_refused, size_is_capped, writes_what_it_reads, encrypts, wrong_use,
          a_failing_allocation_is_reported)
