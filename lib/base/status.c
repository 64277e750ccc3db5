#include <blazon/status.h>

const char *blz_status_text(blz_status status)
{
    switch (status) {
    case BLZ_OK:
        return "done";
    case BLZ_ERR_NOMEM:
        return "out of memory";
    case BLZ_ERR_ARGUMENT:
        return "wrong use of the library";
    case BLZ_ERR_IO:
        return "cannot be read or written";
    case BLZ_ERR_NOT_FOUND:
        return "not found";
    case BLZ_ERR_EXISTS:
        return "exists already";
    case BLZ_ERR_PERMISSION:
        return "not permitted";
    case BLZ_ERR_LIMIT:
        return "larger than the limit";
    case BLZ_ERR_SYNTAX:
        return "not well-formed";
    case BLZ_ERR_INVALID:
        return "not valid";
    case BLZ_ERR_PASSPHRASE:
        return "the passphrase is missing or wrong";
    case BLZ_ERR_SIGNATURE:
        return "the signature does not match";
    case BLZ_ERR_UNSUPPORTED:
        return "not supported by this version";
    case BLZ_ERR_CRYPTO:
        return "the cryptographic library failed";
    case BLZ_ERR_NETWORK:
        return "not reachable";
    case BLZ_ERR_GONE:
        return "taken back by its owner";
    }
    return "unknown status";
}
