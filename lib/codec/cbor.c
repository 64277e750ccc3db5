#include "codec/cbor.h"

/* The major types (RFC 8949, 3.1) that are read. */
enum { UINT = 0, BYTES = 2, ARRAY = 4, MAP = 5, TAG = 6 };

/* What the low five bits of the first byte say: below 24 the argument itself, up to 27 its width. */
enum { DIRECT_MAX = 23, WIDTH_MAX = 27, INDEFINITE = 31 };

static const char too_short[] = "it ends in the middle";

static blz_status refuse(blz_cbor *cbor, const char *problem)
{
    cbor->problem = problem;
    return BLZ_ERR_SYNTAX;
}

static const char *wanted(int major)
{
    switch (major) {
    case UINT:
        return "it has something else where a number has to be";
    case BYTES:
        return "it has something else where bytes have to be";
    case ARRAY:
        return "it has something else where a list has to be";
    case MAP:
        return "it has something else where a map has to be";
    default:
        return "it has something else where a tag has to be";
    }
}

/* The argument behind the first byte, in 1, 2, 4 or 8 bytes; no longer than it needs to be. */
static blz_status take_argument(uint64_t *out, blz_cbor *cbor, unsigned info)
{
    size_t width = (size_t)1 << (info - DIRECT_MAX - 1);
    uint64_t value = 0;
    if ((size_t)(cbor->end - cbor->at) < width) return refuse(cbor, too_short);
    for (size_t i = 0; i < width; i++)
        value = value << 8 | *cbor->at++;
    bool shorter = width == 1 ? value <= DIRECT_MAX : value >> (4 * width) == 0;
    if (shorter) return refuse(cbor, "it has a number that is not written in the shortest way");
    *out = value;
    return BLZ_OK;
}

/* The head of an item of this major type. */
static blz_status take_head(uint64_t *argument, blz_cbor *cbor, int major)
{
    if (cbor->at == cbor->end) return refuse(cbor, too_short);
    unsigned first = *cbor->at, info = first & 31;
    if ((int)(first >> 5) != major) return refuse(cbor, wanted(major));
    if (info == INDEFINITE) return refuse(cbor, "it has a part whose length is not said in front");
    if (info > WIDTH_MAX) return refuse(cbor, "it has a byte that stands for nothing");
    cbor->at++;
    if (info > DIRECT_MAX) return take_argument(argument, cbor, info);
    *argument = info;
    return BLZ_OK;
}

/* A head whose argument counts things of at least `each` bytes that follow. */
static blz_status take_count(size_t *count, blz_cbor *cbor, int major, size_t each)
{
    uint64_t value = 0;
    BLZ_TRY(take_head(&value, cbor, major));
    if (value > (size_t)(cbor->end - cbor->at) / each) return refuse(cbor, too_short);
    *count = (size_t)value;
    return BLZ_OK;
}

blz_status blz_cbor_uint(uint64_t *value, blz_cbor *cbor)
{
    return take_head(value, cbor, UINT);
}

blz_status blz_cbor_bytes(const uint8_t **bytes, size_t *length, blz_cbor *cbor)
{
    BLZ_TRY(take_count(length, cbor, BYTES, 1));
    *bytes = cbor->at;
    cbor->at += *length;
    return BLZ_OK;
}

blz_status blz_cbor_tag(uint64_t *tag, blz_cbor *cbor)
{
    return take_head(tag, cbor, TAG);
}

blz_status blz_cbor_array(size_t *count, blz_cbor *cbor)
{
    return take_count(count, cbor, ARRAY, 1);
}

blz_status blz_cbor_map(size_t *count, blz_cbor *cbor)
{
    return take_count(count, cbor, MAP, 2);
}

blz_status blz_cbor_end(blz_cbor *cbor)
{
    return cbor->at == cbor->end ? BLZ_OK : refuse(cbor, "it has bytes behind its end");
}
