#ifndef BLZ_CRYPTO_KEY_H
#define BLZ_CRYPTO_KEY_H

/* Keys for the rest of the library. Only lib/crypto looks inside (crypto/evp.h). */

#include <blazon/key.h>

#include "base/mem.h"

BLZ_DEFINE_AUTO(blz_key, blz_key_free)

#endif
