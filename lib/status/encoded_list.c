#include "status/encoded_list.h"

#include "base/buf.h"
#include "codec/base64url.h"
#include "codec/deflate.h"
#include "codec/multibase.h"

enum { BYTE = 8, MULTIBASE_BASE64URL = 'u' };

blz_status blz_encoded_list_write(char **out, const blz_bits *bits)
{
    BLZ_SCOPED(blz_buf) packed = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_deflate(&packed, BLZ_WRAP_GZIP, bits->bytes, bits->count / BYTE));
    BLZ_TRY(blz_multibase_encode(&text, MULTIBASE_BASE64URL, packed.data, packed.length));
    return blz_buf_take(&text, out, NULL);
}

static blz_status refuse(const char **why, blz_status status, const char *words)
{
    *why = words;
    return status;
}

static blz_status decode(uint8_t **out, size_t *length, const char *text, size_t text_length,
                         blz_list_form form, const char **why)
{
    bool multibase = form == BLZ_LIST_BITSTRING;
    if (multibase && (text_length == 0 || text[0] != MULTIBASE_BASE64URL))
        return refuse(why, BLZ_ERR_SYNTAX,
                      "the text of the list does not begin with \"u\", the mark of multibase base64url");
    blz_status status =
        blz_base64url_decode(out, length, text + (multibase ? 1 : 0), text_length - (multibase ? 1 : 0));
    if (status != BLZ_ERR_SYNTAX) return status;
    return refuse(why, status, "the text of the list is not base64url without padding");
}

blz_status blz_encoded_list_read(blz_bits *out, const char *text, size_t length, blz_list_form form,
                                 size_t max, const char **why)
{
    BLZ_AUTO(blz_octet) packed = NULL;
    size_t packed_length = 0, size = 0;
    char *bytes = NULL;
    BLZ_SCOPED(blz_buf) unpacked = BLZ_BUF(max);
    BLZ_TRY(decode(&packed, &packed_length, text, length, form, why));
    blz_status status = blz_inflate(&unpacked, BLZ_WRAP_GZIP, packed, packed_length);
    if (status == BLZ_ERR_LIMIT)
        return refuse(why, status, "the list is larger, when it is unpacked, than blazon reads");
    if (status == BLZ_ERR_SYNTAX)
        return refuse(why, status, "the packed bits of the list are damaged: they are not one whole gzip");
    BLZ_TRY(status);
    BLZ_TRY(blz_buf_take(&unpacked, &bytes, &size));
    *out = (blz_bits){.bytes = (uint8_t *)bytes, .count = size * BYTE};
    return BLZ_OK;
}
