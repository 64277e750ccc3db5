#include "credential/sd_value.h"

#include <stdlib.h>
#include <string.h>

#include "codec/base64url.h"
#include "codec/cbor.h"

/* The three bytes in front are a CBOR tag: 0xd95d00 of a base proof, 0xd95d01 of a derived one. */
enum { TAG_BASE = 0x5d00, TAG_DERIVED = 0x5d01, PARTS = 5 };

typedef struct reader {
    blz_cbor cbor;
    blz_arena *arena;
    const char **problem;
} reader;

static blz_status refuse(const reader *r, const char *problem)
{
    *r->problem = problem;
    return BLZ_ERR_INVALID;
}

/* What CBOR says of its own. */
static blz_status cbor(const reader *r, blz_status status)
{
    return status == BLZ_ERR_SYNTAX ? refuse(r, r->cbor.problem) : status;
}

static blz_status read_tag(reader *r)
{
    uint64_t tag = 0;
    bool tagged = blz_cbor_tag(&tag, &r->cbor) == BLZ_OK;
    if (tagged && tag == TAG_BASE)
        return refuse(r, "it is a base proof, which is for the holder alone and tells all that the badge can "
                         "leave out; the holder's wallet derives from it a badge to show to others, and that "
                         "one can be checked");
    return tagged && tag == TAG_DERIVED ? BLZ_OK
                                        : refuse(r, "it does not begin as a value of ecdsa-sd-2023 does");
}

/* Bytes of one length and no other. */
static blz_status read_exactly(const uint8_t **out, reader *r, size_t size, const char *problem)
{
    size_t length = 0;
    BLZ_TRY(cbor(r, blz_cbor_bytes(out, &length, &r->cbor)));
    return length == size ? BLZ_OK : refuse(r, problem);
}

static blz_status read_signatures(blz_sd_value *out, reader *r)
{
    BLZ_TRY(cbor(r, blz_cbor_array(&out->signature_count, &r->cbor)));
    const uint8_t **list = blz_arena_alloc(r->arena, (out->signature_count + 1) * sizeof *list);
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < out->signature_count; i++)
        BLZ_TRY(read_exactly(&list[i], r, BLZ_SD_SIGNATURE, "a signature in it does not have 64 bytes"));
    out->signatures = list;
    return BLZ_OK;
}

static blz_status read_label(const char **list, size_t count, reader *r)
{
    uint64_t number = 0;
    const uint8_t *bytes = NULL;
    BLZ_TRY(cbor(r, blz_cbor_uint(&number, &r->cbor)));
    BLZ_TRY(read_exactly(&bytes, r, BLZ_SD_LABEL, "a name in it does not have 32 bytes"));
    if (number >= count)
        return refuse(r, "it names a node without an id whose number is larger than there are names");
    if (list[number]) return refuse(r, "it names the same node without an id twice");
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_putc(&text, 'u'));
    BLZ_TRY(blz_base64url_encode(&text, bytes, BLZ_SD_LABEL));
    list[number] = blz_arena_strdup(r->arena, text.data);
    return list[number] ? BLZ_OK : BLZ_ERR_NOMEM;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Two nodes of one name would become one, with the statements about both. */
static blz_status check_names(const char *const *list, size_t count, reader *r)
{
    const char **sorted = blz_arena_alloc(r->arena, (count + 1) * sizeof *sorted);
    BLZ_TRY_MEM(sorted);
    memcpy(sorted, list, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_texts);
    for (size_t i = 1; i < count; i++)
        if (strcmp(sorted[i - 1], sorted[i]) == 0)
            return refuse(r, "it gives two nodes without an id the same name");
    return BLZ_OK;
}

static blz_status read_labels(blz_sd_value *out, reader *r)
{
    BLZ_TRY(cbor(r, blz_cbor_map(&out->label_count, &r->cbor)));
    const char **list = blz_arena_alloc(r->arena, (out->label_count + 1) * sizeof *list);
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < out->label_count; i++)
        BLZ_TRY(read_label(list, out->label_count, r));
    out->labels = list;
    return check_names(list, out->label_count, r);
}

static blz_status read_mandatory(blz_sd_value *out, reader *r)
{
    BLZ_TRY(cbor(r, blz_cbor_array(&out->mandatory_count, &r->cbor)));
    uint64_t *list = blz_arena_alloc(r->arena, (out->mandatory_count + 1) * sizeof *list);
    BLZ_TRY_MEM(list);
    for (size_t i = 0; i < out->mandatory_count; i++)
        BLZ_TRY(cbor(r, blz_cbor_uint(&list[i], &r->cbor)));
    out->mandatory = list;
    return BLZ_OK;
}

static blz_status read_parts(blz_sd_value *out, reader *r)
{
    size_t parts = 0;
    BLZ_TRY(read_tag(r));
    BLZ_TRY(cbor(r, blz_cbor_array(&parts, &r->cbor)));
    if (parts != PARTS) return refuse(r, "it does not have five parts");
    BLZ_TRY(read_exactly(&out->base_signature, r, BLZ_SD_SIGNATURE,
                         "the issuer's signature in it does not have 64 bytes"));
    BLZ_TRY(read_exactly(&out->key, r, BLZ_SD_KEY, "the key in it does not have 35 bytes"));
    BLZ_TRY(read_signatures(out, r));
    BLZ_TRY(read_labels(out, r));
    BLZ_TRY(read_mandatory(out, r));
    return cbor(r, blz_cbor_end(&r->cbor));
}

blz_status blz_sd_value_read(blz_sd_value *out, blz_arena *arena, const char **problem, const char *text)
{
    BLZ_AUTO(blz_octet) decoded = NULL;
    size_t length = 0;
    reader r = {.arena = arena, .problem = problem};
    *out = (blz_sd_value){0};
    if (*text != 'u')
        return refuse(&r, "it does not start with \"u\", which stands for base64url without padding");
    blz_status status = blz_base64url_decode(&decoded, &length, text + 1, strlen(text + 1));
    if (status == BLZ_ERR_SYNTAX) return refuse(&r, "it is not base64url without padding");
    BLZ_TRY(status);
    uint8_t *bytes = blz_arena_alloc(arena, length + 1);
    BLZ_TRY_MEM(bytes);
    memcpy(bytes, decoded, length);
    r.cbor = BLZ_CBOR(bytes, length);
    return read_parts(out, &r);
}
