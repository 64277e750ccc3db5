/* A token in compact form: taken apart, checked, verified with a key of each type. What is taken apart must
 * be what was given: the parts, encoded again, are the token, so that no token has two forms. */

#include <string.h>

#include "codec/base64url.h"
#include "codec/json_write.h"
#include "did/method.h"
#include "jose/jws.h"

#include "fuzz.h"

static const char *const keys[] = {
    "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
    "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv",
    "z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9",
};

static void look_at(const blz_jws *jws, const char *token, size_t size)
{
    blz_buf again = BLZ_BUF(BLZ_BUF_MAX);
    FUZZ_ASSERT(blz_buf_append(&again, jws->signing_input, jws->signing_input_length) == BLZ_OK);
    FUZZ_ASSERT(blz_buf_putc(&again, '.') == BLZ_OK);
    FUZZ_ASSERT(blz_base64url_encode(&again, jws->signature, jws->signature_length) == BLZ_OK);
    FUZZ_ASSERT(again.length == size && memcmp(again.data, token, size) == 0);
    blz_buf_reset(&again);
    FUZZ_ASSERT(blz_base64url_encode(&again, jws->payload, jws->payload_length) == BLZ_OK);
    const char *dot = memchr(token, '.', size);
    FUZZ_ASSERT(memcmp(dot + 1, again.data ? again.data : "", again.length) == 0 &&
                dot[1 + again.length] == '.');
    blz_buf_reset(&again);
    FUZZ_ASSERT(blz_json_write(&again, jws->header, 0) == BLZ_OK);
    blz_buf_clear(&again);
}

static void verify(const blz_jws *jws, const blz_key *key)
{
    const char *reason = NULL;
    blz_status status = blz_jws_verify(jws, key, &reason);
    FUZZ_ASSERT(status != BLZ_OK || blz_jws_check(jws, NULL) == BLZ_OK);
    FUZZ_ASSERT(status == BLZ_OK || reason != NULL);
}

/* The header's kid, looked up where no document is to be had. */
static void find_key(blz_ctx *ctx, const blz_jws *jws)
{
    const char *kid = json_string_value(json_object_get(jws->header, "kid"));
    blz_verification_method *method = NULL;
    char *reason = NULL;
    if (!kid) return;
    blz_status status = blz_verification_method_find(&method, ctx, kid, &reason);
    FUZZ_ASSERT((status == BLZ_OK) == (method != NULL) && (status == BLZ_OK) == (reason == NULL));
    if (method) verify(jws, method->key);
    blz_verification_method_free(method);
    blz_free(reason);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    blz_ctx *ctx = NULL;
    blz_jws *jws = NULL;
    const char *reason = NULL, *token = size ? (const char *)data : "";
    FUZZ_ASSERT(blz_ctx_new(&ctx) == BLZ_OK);
    blz_status status = blz_jws_parse(&jws, ctx, token, size, &reason);
    FUZZ_ASSERT((status == BLZ_OK) == (jws != NULL) && (status == BLZ_OK) == (reason == NULL));
    for (size_t i = 0; jws && i < BLZ_COUNT_OF(keys); i++) {
        blz_key *key = NULL;
        FUZZ_ASSERT(blz_key_read_multikey(&key, keys[i]) == BLZ_OK);
        verify(jws, key);
        blz_key_free(key);
    }
    if (jws) {
        look_at(jws, token, size);
        find_key(ctx, jws);
    }
    blz_jws_free(jws);
    blz_ctx_free(ctx);
    return 0;
}
