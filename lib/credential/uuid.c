#include "credential/uuid.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

blz_status blz_urn_uuid(char out[BLZ_URN_UUID_MAX], blz_ctx *ctx)
{
    uint8_t bytes[16];
    BLZ_TRY(blz_ctx_random(ctx, bytes, sizeof bytes));
    bytes[6] = (uint8_t)((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80);
    char *at = out + snprintf(out, BLZ_URN_UUID_MAX, "urn:uuid:");
    for (size_t i = 0; i < sizeof bytes; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10) *at++ = '-';
        at += snprintf(at, 3, "%02x", bytes[i]);
    }
    return BLZ_OK;
}
