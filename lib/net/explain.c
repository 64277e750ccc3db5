#include "net/explain.h"

#include "base/ctx.h"

/* How messages write a slice. */
#define HOST(fetch) (int)(fetch)->target.host.length, (fetch)->target.host.at

/* What OpenSSL says of a certificate, by its numbers (x509_vfy.h); libcurl's own check of the name comes
 * after that and has none. */
enum {
    CERTIFICATE_GOOD = 0,
    CERTIFICATE_UNSAID = 1,
    CERTIFICATE_NOT_YET = 9,
    CERTIFICATE_EXPIRED = 10,
    CERTIFICATE_NAME = 62
};

static blz_status explain_certificate(blz_document *out, const blz_fetch *fetch)
{
    long said = 0;
    fetch->curl->easy_getinfo(fetch->easy, CURLINFO_SSL_VERIFYRESULT, &said);
    switch (said) {
    case CERTIFICATE_EXPIRED:
        return blz_document_fail(out, BLZ_ERR_NETWORK, "the certificate of \"%.*s\" has expired",
                                 HOST(fetch));
    case CERTIFICATE_NOT_YET:
        return blz_document_fail(out, BLZ_ERR_NETWORK, "the certificate of \"%.*s\" is not valid yet",
                                 HOST(fetch));
    case CERTIFICATE_GOOD:
    case CERTIFICATE_UNSAID:
    case CERTIFICATE_NAME:
        return blz_document_fail(out, BLZ_ERR_NETWORK,
                                 "the server shows a certificate for another name than \"%.*s\"",
                                 HOST(fetch));
    default:
        return blz_document_fail(out, BLZ_ERR_NETWORK,
                                 "the certificate of \"%.*s\" is from nobody who is trusted here",
                                 HOST(fetch));
    }
}

static blz_status explain_barred(blz_document *out, const blz_fetch *fetch)
{
    blz_slice host = fetch->target.host;
    if (blz_slice_is(host, fetch->barred_address))
        return blz_document_fail(out, BLZ_ERR_PERMISSION,
                                 "%s is %s, and a badge has no business there; --allow-host %s allows it",
                                 fetch->barred_address, fetch->barred, fetch->barred_address);
    return blz_document_fail(out, BLZ_ERR_PERMISSION,
                             "\"%.*s\" leads to %s, %s, and a badge has no business there; --allow-host %.*s "
                             "allows it",
                             HOST(fetch), fetch->barred_address, fetch->barred, HOST(fetch));
}

static const struct {
    CURLcode result;
    const char *words; /* with room for the host */
} failures[] = {
    {CURLE_COULDNT_RESOLVE_HOST, "no server is known by the name \"%.*s\""},
    {CURLE_COULDNT_CONNECT, "no server answers at \"%.*s\""},
    {CURLE_SSL_CONNECT_ERROR, "no secure connection to \"%.*s\" comes about"},
    {CURLE_GOT_NOTHING, "the server at \"%.*s\" hung up without an answer"},
    {CURLE_PARTIAL_FILE, "the answer of \"%.*s\" broke off"},
    {CURLE_RECV_ERROR, "the answer of \"%.*s\" broke off"},
    {CURLE_SEND_ERROR, "the server at \"%.*s\" hung up without an answer"},
    {CURLE_BAD_CONTENT_ENCODING, "the answer of \"%.*s\" is packed in a way that cannot be read"},
    {CURLE_WEIRD_SERVER_REPLY, "what \"%.*s\" answers is not of the web"},
    {CURLE_UNSUPPORTED_PROTOCOL, "what \"%.*s\" answers is not of the web"},
    {CURLE_HTTP2, "the answer of \"%.*s\" broke off"},
    {CURLE_HTTP2_STREAM, "the answer of \"%.*s\" broke off"},
};

static blz_status explain_by_table(blz_document *out, const blz_fetch *fetch)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(failures); i++) {
        if (failures[i].result != fetch->result) continue;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        return blz_document_fail(out, BLZ_ERR_NETWORK, failures[i].words, HOST(fetch));
#pragma GCC diagnostic pop
    }
    return blz_document_fail(out, BLZ_ERR_NETWORK, "nothing came from \"%.*s\" (%s)", HOST(fetch),
                             fetch->curl->easy_strerror(fetch->result));
}

blz_status blz_explain_failure(blz_document *out, const blz_fetch *fetch, unsigned seconds)
{
    if (fetch->too_large || fetch->result == CURLE_FILESIZE_EXCEEDED)
        return blz_document_fail(out, BLZ_ERR_LIMIT, "it is larger than the %zu bytes that blazon reads",
                                 fetch->max);
    if (fetch->head_too_large)
        return blz_document_fail(out, BLZ_ERR_NETWORK,
                                 "the server at \"%.*s\" does not come to its answer: the head has no end",
                                 HOST(fetch));
    if (fetch->barred && !fetch->code) return explain_barred(out, fetch);
    if (fetch->result == CURLE_PEER_FAILED_VERIFICATION) return explain_certificate(out, fetch);
    if (fetch->result == CURLE_SSL_CACERT_BADFILE)
        return blz_document_fail(out, BLZ_ERR_NETWORK, "the authorities in \"%s\" cannot be read",
                                 fetch->ca_file ? fetch->ca_file : "the system's file");
    if (fetch->result == CURLE_OPERATION_TIMEDOUT)
        return blz_document_fail(
            out, BLZ_ERR_NETWORK,
            "\"%.*s\" is too slow: its answer was not there within %u seconds, or hardly "
            "came forward",
            HOST(fetch), seconds);
    return explain_by_table(out, fetch);
}

blz_status blz_explain_code(blz_document *out, const blz_fetch *fetch)
{
    switch (fetch->code) {
    case 404:
        return blz_document_fail(out, BLZ_ERR_NOT_FOUND, "the server at \"%.*s\" has no such document (404)",
                                 HOST(fetch));
    case 410:
        return blz_document_fail(
            out, BLZ_ERR_GONE, "the server at \"%.*s\" says that its owner took it back (410)", HOST(fetch));
    default:
        return blz_document_fail(out, BLZ_ERR_NETWORK, "the server at \"%.*s\" answered %ld", HOST(fetch),
                                 fetch->code);
    }
}
