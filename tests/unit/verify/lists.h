#ifndef BLAZON_TESTS_VERIFY_LISTS_H
#define BLAZON_TESTS_VERIFY_LISTS_H

/* Published status lists for the tests: a good one, changed by a merge patch, sealed by a bench. */

#include "sealed.h"

#include "status/encoded_list.h"

#define LIST_URL "https://badges.example.edu/status/1"

/* `encodedList` of this many bits, those of `set` (ends with -1) set. */
static inline char *encoded(size_t count, const int *set)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    char *text = NULL;
    ck_assert_ok(blz_bits_new(&bits, count));
    for (; set && *set >= 0; set++)
        ck_assert_ok(blz_bits_put(&bits, (uint64_t)*set, true));
    ck_assert_ok(blz_encoded_list_write(&text, &bits));
    return text;
}

/* A list that nobody has sealed yet. */
static inline json_t *bare_list(const bench *b, const int *set, const char *patch)
{
    char *list = encoded(131072, set);
    json_t *document =
        json_pack("{s:[s], s:s, s:[s, s], s:s, s:s, s:{s:s, s:s, s:s, s:s}}", "@context",
                  "https://www.w3.org/ns/credentials/v2", "id", LIST_URL, "type", "VerifiableCredential",
                  "BitstringStatusListCredential", "issuer", b->did, "validFrom", "2026-05-02T00:00:00Z",
                  "credentialSubject", "id", LIST_URL "#list", "type", "BitstringStatusList", "statusPurpose",
                  "revocation", "encodedList", list);
    json_t *change = patch ? json_loads(patch, 0, NULL) : NULL;
    ck_assert(document && (!patch || change));
    merge(document, change);
    json_decref(change);
    blz_free(list);
    return document;
}

/* The text of a list, sealed; free it with free(). */
static inline char *sealed_list(const bench *b, const int *set, const char *patch)
{
    json_t *document = bare_list(b, set, patch);
    seal(b, document, NULL);
    char *text = json_dumps(document, JSON_COMPACT);
    json_decref(document);
    return text;
}

/* A patch for a badge with this status: the members behind id, type and list, with ' for ". Static. */
static inline const char *with_status(const char *members)
{
    static char text[2000];
    snprintf(text, sizeof text,
             "{\"credentialStatus\": {\"id\": \"" LIST_URL "#7\", \"type\": \"BitstringStatusListEntry\", "
             "\"statusListCredential\": \"" LIST_URL "\", %s}}",
             members);
    for (char *c = strchr(text, '\''); c; c = strchr(c, '\''))
        *c = '"';
    return text;
}

#define REVOCATION(index) "'statusPurpose': 'revocation', 'statusListIndex': " index

/* Lets the loader have this text under LIST_URL. */
static inline void publish(bench *b, served *place, const char *text)
{
    place[0] = (served){text ? LIST_URL : NULL, text};
    place[1] = (served){NULL, NULL};
    b->documents = place;
    blz_ctx_forget(b->ctx);
}

#endif
