#include "credential/uuid.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "crypto/digest.h"

enum { BYTES = 16 };

static void write(char out[BLZ_URN_UUID_MAX], uint8_t bytes[BYTES], unsigned version)
{
    bytes[6] = (uint8_t)((bytes[6] & 0x0f) | version << 4);
    bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80);
    char *at = out + snprintf(out, BLZ_URN_UUID_MAX, "urn:uuid:");
    for (size_t i = 0; i < BYTES; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10) *at++ = '-';
        at += snprintf(at, 3, "%02x", bytes[i]);
    }
}

blz_status blz_urn_uuid(char out[BLZ_URN_UUID_MAX], blz_ctx *ctx)
{
    uint8_t bytes[BYTES];
    BLZ_TRY(blz_ctx_random(ctx, bytes, sizeof bytes));
    write(out, bytes, 4);
    return BLZ_OK;
}

blz_status blz_urn_uuid_of(char out[BLZ_URN_UUID_MAX], const char *name)
{
    uint8_t digest[BLZ_DIGEST_MAX];
    BLZ_TRY(blz_sha256(digest, name, strlen(name)));
    write(out, digest, 8);
    return BLZ_OK;
}
