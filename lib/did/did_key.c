#include "did/methods.h"

#include <string.h>

#include "base/buf.h"
#include "base/why.h"
#include "did/build.h"

/* did:key: the name is the key. */

static const char prefix[] = "did:key:";

blz_status blz_did_key(char **out, const blz_key *key)
{
    BLZ_AUTO(blz_text) multikey = NULL;
    BLZ_SCOPED(blz_buf) did = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_key_write_multikey(&multikey, key));
    BLZ_TRY(blz_buf_puts(&did, prefix));
    BLZ_TRY(blz_buf_puts(&did, multikey));
    return blz_buf_take(&did, out, NULL);
}

blz_status blz_did_key_read(blz_key **out, const char *did, char **reason)
{
    blz_status status = blz_key_read_multikey(out, did + sizeof prefix - 1);
    switch (status) {
    case BLZ_ERR_SYNTAX:
        return blz_why(reason, status, "\"%s\" is not a did:key: what follows is not a key in base58", did);
    case BLZ_ERR_UNSUPPORTED:
        return blz_why(reason, status, "\"%s\" is a key that is neither Ed25519, P-256, P-384 nor RSA", did);
    case BLZ_ERR_INVALID:
        return blz_why(reason, status, "\"%s\" has no sound key in it", did);
    default:
        return status;
    }
}

blz_status blz_did_key_document(json_t **out, const char *did, char **reason)
{
    BLZ_AUTO(blz_key) key = NULL;
    BLZ_SCOPED(blz_buf) id = BLZ_BUF(BLZ_BUF_MAX);
    json_t *method = NULL;
    json_auto_t *methods = json_array();
    BLZ_TRY_MEM(methods);
    BLZ_TRY(blz_did_key_read(&key, did, reason));
    BLZ_TRY(blz_buf_printf(&id, "%s#%s", did, did + sizeof prefix - 1));
    BLZ_TRY(blz_did_build_method(&method, id.data, did, key));
    BLZ_TRY_MEM(json_array_append_new(methods, method) == 0);
    return blz_did_build_document(out, did, methods);
}
