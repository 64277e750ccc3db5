#include <string.h>

#include "rdf/canon_state.h"

void blz_issuer_clear(blz_issuer *issuer)
{
    blz_free(issuer->order);
    *issuer = (blz_issuer){0};
}

uint32_t blz_issuer_find(const blz_issuer *issuer, uint32_t blank)
{
    for (uint32_t i = 0; i < issuer->count; i++)
        if (issuer->order[i] == blank) return i;
    return BLZ_UNISSUED;
}

static blz_status reserve(blz_issuer *issuer, uint32_t count)
{
    if (count <= issuer->capacity) return BLZ_OK;
    uint32_t capacity = count < 8 ? 8 : count * 2;
    uint32_t *order = blz_realloc(issuer->order, capacity * sizeof *order);
    BLZ_TRY_MEM(order);
    issuer->order = order;
    issuer->capacity = capacity;
    return BLZ_OK;
}

blz_status blz_issuer_issue(blz_issuer *issuer, uint32_t blank, uint32_t *number, bool *fresh)
{
    *number = blz_issuer_find(issuer, blank);
    *fresh = *number == BLZ_UNISSUED;
    if (!*fresh) return BLZ_OK;
    BLZ_TRY(reserve(issuer, issuer->count + 1));
    *number = issuer->count;
    issuer->order[issuer->count++] = blank;
    return BLZ_OK;
}

blz_status blz_issuer_copy(blz_issuer *out, const blz_issuer *issuer)
{
    BLZ_TRY(reserve(out, issuer->count));
    out->count = issuer->count;
    if (issuer->count) memcpy(out->order, issuer->order, issuer->count * sizeof *out->order);
    return BLZ_OK;
}
