#include "did/self.h"

#include <string.h>

#include "did/methods.h"

bool blz_is_self_method(const char *url)
{
    const char *hash = strchr(url, '#');
    if (!hash) return false;
    size_t length = (size_t)(hash - url);
    if (strncmp(url, "did:jwk:", 8) == 0) return strcmp(hash, "#0") == 0;
    return strncmp(url, "did:key:", 8) == 0 && strlen(hash + 1) == length - 8 &&
           strncmp(url + 8, hash + 1, length - 8) == 0;
}

static blz_status read_key(blz_key **out, const char *did, char **reason)
{
    json_auto_t *jwk = NULL;
    if (strncmp(did, "did:jwk:", 8) == 0) return blz_did_jwk_read(out, &jwk, did, reason);
    return blz_did_key_read(out, did, reason);
}

blz_status blz_self_method(blz_verification_method **out, const char *url, char **reason)
{
    BLZ_AUTO(blz_verification_method) method = blz_calloc(1, sizeof *method);
    if (!method) return BLZ_ERR_NOMEM;
    size_t length = strcspn(url, "#");
    method->references = 1;
    method->home = BLZ_HOME_DID;
    method->ends = INT64_MAX;
    method->assertion = true;
    method->id = blz_strdup(url);
    method->controller = blz_strndup(url, length);
    method->document_url = blz_strndup(url, length);
    method->document_id = blz_strndup(url, length);
    BLZ_TRY_MEM(method->id && method->controller && method->document_url && method->document_id);
    BLZ_TRY(read_key(&method->key, method->controller, reason));
    *out = BLZ_STEAL(method);
    return BLZ_OK;
}
