#ifndef BLZ_BASE_CTX_H
#define BLZ_BASE_CTX_H

#include "base/mem.h"

BLZ_DEFINE_AUTO(blz_ctx, blz_ctx_free)

#endif
