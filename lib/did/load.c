#include "did/load.h"

#include "base/why.h"
#include "codec/json_read.h"

/* Whatever keeps a document away, nothing is known about what is in it: that is one status. */
blz_status blz_load_text(blz_document *out, blz_ctx *ctx, const char *url, char **reason)
{
    blz_status status = blz_ctx_load(ctx, url, out);
    if (status == BLZ_OK || status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_ERR_NOT_FOUND)
        return blz_why(reason, status, "the document \"%s\" is not at hand; get a copy and say --map %s=FILE",
                       url, url);
    status = blz_why(reason, BLZ_ERR_NOT_FOUND, "the document \"%s\" cannot be used: %s", url,
                     blz_document_why(out, status));
    blz_document_clear(out);
    return status;
}

blz_status blz_load_parse(json_t **out, blz_ctx *ctx, const blz_document *document, const char *url,
                          char **reason)
{
    const char *why = "not JSON";
    blz_status status = blz_json_parse(out, document->bytes, document->length,
                                       blz_ctx_limit(ctx, BLZ_LIMIT_DEPTH), NULL, &why);
    if (status != BLZ_ERR_SYNTAX && status != BLZ_ERR_LIMIT) return status;
    return blz_why(reason, BLZ_ERR_SYNTAX, "the document \"%s\" is not JSON that blazon reads: %s", url, why);
}
