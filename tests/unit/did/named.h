#ifndef BLAZON_TESTS_UNIT_DID_NAMED_H
#define BLAZON_TESTS_UNIT_DID_NAMED_H

/* DIDs that are made of a key alone. */

#include "unit/did/web.h"

#include "did/methods.h"

/* Making the name of a key, and the document of the name, with each allocation failing in turn. */
static inline void expect_no_name_without_memory(blz_status (*name)(char **out, const blz_key *key),
                                                 blz_status (*document_of)(json_t **out, const char *did,
                                                                           char **reason))
{
    BLZ_AUTO(blz_key) key = ed_key();
    json_set_alloc_funcs(blz_malloc, blz_free);
    for (EACH_ALLOCATION_FAILS(f)) {
        BLZ_AUTO(blz_text) did = NULL;
        json_t *document = NULL;
        blz_mem_set_failing(fails_at, &f);
        blz_status status = name(&did, key);
        if (status == BLZ_OK) status = document_of(&document, did, NULL);
        blz_mem_set_failing(NULL, NULL);
        ck_assert_int_eq(status, failed(&f) ? BLZ_ERR_NOMEM : BLZ_OK);
        ck_assert((document != NULL) == (status == BLZ_OK));
        json_decref(document);
    }
    json_set_alloc_funcs(malloc, free);
}

#endif
