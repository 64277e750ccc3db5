#ifndef BLAZON_TESTS_UNIT_CREDENTIAL_SD_H
#define BLAZON_TESTS_UNIT_CREDENTIAL_SD_H

/* Derived ecdsa-sd-2023 proofs of our own, right and wrong: what an issuer and a holder make together. */

#include "unit/credential/proofs.h"

#include "codec/multibase.h"
#include "credential/sd_value.h"
#include "crypto/sign.h"

enum { SD_PARTS_MAX = 40 };

/* The parts of a proof value before they are written; a test changes what it likes. */
typedef struct sd_parts {
    unsigned tag;
    uint8_t base[BLZ_SD_SIGNATURE + 1], key[BLZ_SD_KEY + 1];
    size_t base_size, key_size, signature_size, label_size;
    uint8_t signatures[SD_PARTS_MAX][BLZ_SD_SIGNATURE + 1];
    size_t signature_count;
    uint8_t labels[SD_PARTS_MAX][BLZ_SD_LABEL + 1];
    uint64_t label_numbers[SD_PARTS_MAX];
    size_t label_count;
    uint64_t mandatory[SD_PARTS_MAX];
    size_t mandatory_count;
} sd_parts;

/* Parts of the right sizes and of no meaning. */
static inline sd_parts sd_blank(void)
{
    return (sd_parts){.tag = 0x5d01,
                      .base_size = BLZ_SD_SIGNATURE,
                      .key_size = BLZ_SD_KEY,
                      .signature_size = BLZ_SD_SIGNATURE,
                      .label_size = BLZ_SD_LABEL};
}

static inline void cbor_head(blz_buf *out, int major, uint64_t value)
{
    unsigned info = value < 24 ? (unsigned)value : value < 256 ? 24 : value < 65536 ? 25 : 27;
    size_t width = info < 24 ? 0 : (size_t)1 << (info - 24);
    (void)blz_buf_putc(out, (char)(major << 5 | (int)info));
    while (width--)
        (void)blz_buf_putc(out, (char)(value >> 8 * width));
}

static inline void cbor_bytes(blz_buf *out, const uint8_t *bytes, size_t size)
{
    cbor_head(out, 2, size);
    (void)blz_buf_append(out, bytes, size);
}

/* The parts behind their tag, in CBOR. */
static inline void sd_write(blz_buf *out, const sd_parts *parts)
{
    cbor_head(out, 6, parts->tag);
    cbor_head(out, 4, 5);
    cbor_bytes(out, parts->base, parts->base_size);
    cbor_bytes(out, parts->key, parts->key_size);
    cbor_head(out, 4, parts->signature_count);
    for (size_t i = 0; i < parts->signature_count; i++)
        cbor_bytes(out, parts->signatures[i], parts->signature_size);
    cbor_head(out, 5, parts->label_count);
    for (size_t i = 0; i < parts->label_count; i++) {
        cbor_head(out, 0, parts->label_numbers[i]);
        cbor_bytes(out, parts->labels[i], parts->label_size);
    }
    cbor_head(out, 4, parts->mandatory_count);
    for (size_t i = 0; i < parts->mandatory_count; i++)
        cbor_head(out, 0, parts->mandatory[i]);
}

/* Multibase of those bytes; static. */
static inline const char *sd_text_of(const blz_buf *bytes)
{
    static char text[10000];
    BLZ_SCOPED(blz_buf) coded = BLZ_BUF(sizeof text - 1);
    ck_assert_ok(blz_multibase_encode(&coded, 'u', bytes->data, bytes->length));
    memcpy(text, coded.data, coded.length + 1);
    return text;
}

static inline const char *sd_text(const sd_parts *parts)
{
    BLZ_SCOPED(blz_buf) bytes = BLZ_BUF(10000);
    sd_write(&bytes, parts);
    return sd_text_of(&bytes);
}

static inline void sd_sign(uint8_t *out, const blz_key *key, const void *data, size_t length)
{
    BLZ_AUTO(blz_octet) signature = NULL;
    size_t size = 0;
    ck_assert_ok(blz_sign(&signature, &size, key, BLZ_HASH_SHA256, data, length));
    ck_assert_uint_eq(size, BLZ_SD_SIGNATURE);
    memcpy(out, signature, size);
}

static inline bool sd_is_mandatory(const sd_parts *parts, size_t index)
{
    for (size_t i = 0; i < parts->mandatory_count; i++)
        if (parts->mandatory[i] == index) return true;
    return false;
}

/* Signs the statements of `text`, each by itself or all that are always shown together. */
static inline void sd_sign_statements(sd_parts *parts, const blz_buf *text, const blz_buf *options,
                                      const blz_key *issuer, const blz_key *key)
{
    BLZ_SCOPED(blz_buf) shown = BLZ_BUF(BLZ_BUF_MAX);
    uint8_t data[2 * BLZ_DIGEST_MAX + BLZ_SD_KEY];
    size_t index = 0;
    for (const char *at = text->data; *at; index++) {
        size_t length = (size_t)(strchr(at, '\n') - at) + 1;
        if (sd_is_mandatory(parts, index))
            ck_assert_ok(blz_buf_append(&shown, at, length));
        else
            sd_sign(parts->signatures[parts->signature_count++], key, at, length);
        at += length;
    }
    ck_assert_ok(blz_sha256(data, options->data, options->length));
    memcpy(data + 32, parts->key, BLZ_SD_KEY);
    ck_assert_ok(blz_sha256(data + 32 + BLZ_SD_KEY, shown.data, shown.length));
    sd_sign(parts->base, issuer, data, 32 + BLZ_SD_KEY + 32);
}

/* The parts of a right proof of `document`, whose `labels` blank nodes get names; its `proof` is all of it
 * but the value. The statements in parts->mandatory are always shown. */
static inline void sd_make(sd_parts *parts, const json_t *document, size_t labels, const blz_key *issuer,
                           const blz_key *key)
{
    BLZ_AUTO(blz_ctx) ctx = ctx_new();
    BLZ_AUTO(blz_integrity) sealed = NULL;
    blz_integrity_fault fault = {0};
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) options = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) name = BLZ_BUF(1000);
    char names[SD_PARTS_MAX][50];
    const char *list[SD_PARTS_MAX];
    BLZ_AUTO(blz_text) multikey = NULL;
    BLZ_AUTO(blz_octet) bytes = NULL;
    size_t size = 0;
    parts->label_count = labels;
    for (size_t i = 0; i < labels; i++) {
        parts->label_numbers[i] = i;
        memset(parts->labels[i], (int)(200 - 7 * i), BLZ_SD_LABEL);
        blz_buf_reset(&name);
        ck_assert_ok(blz_multibase_encode(&name, 'u', parts->labels[i], BLZ_SD_LABEL));
        snprintf(names[i], sizeof names[i], "%s", name.data);
        list[i] = names[i];
    }
    ck_assert_ok(blz_key_write_multikey(&multikey, key));
    ck_assert_ok(blz_multibase_decode(&bytes, &size, multikey, strlen(multikey)));
    ck_assert_uint_eq(size, BLZ_SD_KEY);
    memcpy(parts->key, bytes, size);
    ck_assert_ok(blz_integrity_open(&sealed, ctx, document));
    blz_proof_run run = {.sealed = sealed,
                         .proof = json_object_get(document, "proof"),
                         .suite = &blz_suite_ecdsa_sd_2023,
                         .fault = &fault};
    ck_assert_ok(blz_proof_labelled_text(&run, list, labels, &text));
    ck_assert_ok(blz_proof_options_text(&run, BLZ_HASH_SHA256, &options));
    sd_sign_statements(parts, &text, &options, issuer, key);
}

#endif
