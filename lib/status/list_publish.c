#include <string.h>

#include "base/time.h"
#include "base/uri.h"
#include "codec/json_write.h"
#include "credential/model.h"
#include "credential/put.h"
#include "ob2/value.h"
#include "status/encoded_list.h"
#include "status/entry.h"
#include "status/list.h"
#include "status/published.h"

/* What others get to see of a list. */

static blz_status text_of(char **out, size_t *length, const json_t *json, unsigned indent)
{
    BLZ_SCOPED(blz_buf) text = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_json_write(&text, json, indent));
    return blz_buf_take(&text, out, length);
}

blz_status blz_status_list_entry(char **out, size_t *length, const blz_status_list *list, size_t index,
                                 unsigned indent)
{
    json_auto_t *entry = NULL;
    BLZ_TRY(blz_status_entry_write(&entry, list->purpose, list->id, index));
    return text_of(out, length, entry, indent);
}

static blz_status encode(char **out, const blz_status_list *list)
{
    BLZ_SCOPED(blz_bits) bits = {0};
    const char *place;
    json_t *what;
    BLZ_TRY(blz_bits_new(&bits, list->taken.count));
    json_object_foreach (list->set, place, what) {
        uint64_t index = 0;
        if (blz_status_index_read(&index, place)) BLZ_TRY(blz_bits_put(&bits, index, true));
    }
    return blz_encoded_list_write(out, &bits);
}

static blz_status put_subject(json_t *credential, const blz_status_list *list,
                              const blz_status_list_publishing *how)
{
    BLZ_AUTO(blz_text) encoded = NULL;
    BLZ_SCOPED(blz_buf) id = BLZ_BUF(BLZ_BUF_MAX);
    json_auto_t *subject = json_object();
    BLZ_TRY(encode(&encoded, list));
    BLZ_TRY(blz_buf_printf(&id, "%s#list", list->id));
    BLZ_TRY(blz_put_text(subject, "id", id.data));
    BLZ_TRY(blz_put_text(subject, "type", "BitstringStatusList"));
    BLZ_TRY(blz_put_text(subject, "statusPurpose", list->purpose));
    BLZ_TRY(blz_put_text(subject, "encodedList", encoded));
    if (how->ttl) BLZ_TRY(blz_put(subject, "ttl", json_integer((json_int_t)how->ttl)));
    return blz_put(credential, "credentialSubject", BLZ_STEAL(subject));
}

static blz_status put_dates(json_t *credential, blz_ctx *ctx, const char *until, blz_diags *diags)
{
    char now[BLZ_TIME_MAX];
    int64_t end = 0;
    int nanos = 0;
    BLZ_TRY(blz_time_format(now, blz_ctx_now(ctx)));
    BLZ_TRY(blz_put_text(credential, "validFrom", now));
    if (!until) return BLZ_OK;
    if (blz_time_parse(&end, &nanos, until, strlen(until)) != BLZ_OK || nanos != 0 || end <= blz_ctx_now(ctx))
        return blz_list_refuse(diags,
                               blz_diags_text(diags, "\"%s\" is no time at which the list could end", until),
                               "a list ends in whole seconds, after it was made",
                               "write a later date with time and time zone, as 2026-12-31T00:00:00Z");
    return blz_put_text(credential, "validUntil", until);
}

static blz_status put_contexts(json_t *credential)
{
    json_auto_t *contexts = json_array();
    BLZ_TRY(blz_append(contexts, json_string(BLZ_VC2_CONTEXT)));
    return blz_put(credential, "@context", BLZ_STEAL(contexts));
}

blz_status blz_status_list_credential(char **out, size_t *length, const blz_status_list *list, blz_ctx *ctx,
                                      const blz_status_list_publishing *how, blz_diags *diags)
{
    static const blz_status_list_publishing plain = {0};
    json_auto_t *credential = json_object();
    if (!how) how = &plain;
    BLZ_TRY(put_contexts(credential));
    BLZ_TRY(blz_put_text(credential, "id", list->id));
    BLZ_TRY(blz_put_pair(credential, "type", "VerifiableCredential", BLZ_LIST_CREDENTIAL));
    BLZ_TRY(blz_put_text(credential, "issuer", list->issuer));
    BLZ_TRY(put_dates(credential, ctx, how->valid_until, diags));
    BLZ_TRY(put_subject(credential, list, how));
    return text_of(out, length, credential, how->indent);
}

/* No badge of Open Badges 2.0 has another id than a web address or a random one. */
static bool may_be(const char *id, blz_revocation_list form)
{
    return form != BLZ_REVOCATION_LIST_OB2 || blz_ob2_text_is(BLZ_OB2_IRI, id);
}

/* An entry about the badge that has this place; `*named`: whether it can be named. */
static blz_status add_revoked(bool *named, json_t *revoked, const blz_status_list *list, const char *place,
                              blz_revocation_list form)
{
    blz_status_list_place found;
    BLZ_TRY(blz_status_list_find(&found, list, place));
    *named = found.credential && may_be(found.credential, form);
    if (!*named) return BLZ_OK;
    json_auto_t *entry = json_object();
    BLZ_TRY(blz_put_text(entry, "id", found.credential));
    if (form == BLZ_REVOCATION_LIST_1EDTECH) BLZ_TRY(blz_put(entry, "revoked", json_true()));
    BLZ_TRY(blz_put_text(entry, "revocationReason", found.reason));
    return blz_append(revoked, BLZ_STEAL(entry));
}

static blz_status check_revocations(const blz_status_list *list, const char *id, blz_diags *diags)
{
    if (strcmp(list->purpose, BLZ_PURPOSE_REVOCATION) != 0)
        return blz_list_refuse(diags, "this list is for suspension", "a list of ids knows revocation only",
                               "publish it as a Bitstring Status List");
    if (id && blz_uri_is_https(id)) return BLZ_OK;
    return blz_list_refuse(diags,
                           blz_diags_text(diags, "\"%s\" is no address for a revocation list", id ? id : ""),
                           "every badge in it says where the list can be had",
                           "give the https address at which you will publish it");
}

/* What stands before the entries. */
static blz_status put_head(json_t *document, const blz_status_list *list, blz_revocation_list form,
                           const char *id)
{
    if (form == BLZ_REVOCATION_LIST_OB2) {
        BLZ_TRY(blz_put_text(document, "@context", BLZ_OB2_CONTEXT));
        BLZ_TRY(blz_put_text(document, "type", "RevocationList"));
    }
    BLZ_TRY(blz_put_text(document, "id", id));
    return blz_put_text(document, "issuer", list->issuer);
}

blz_status blz_status_list_revocations(char **out, size_t *length, size_t *unnamed,
                                       const blz_status_list *list, blz_revocation_list form, const char *id,
                                       unsigned indent, blz_diags *diags)
{
    static const char *const entries[] = {"revokedCredential", "revokedAssertions"};
    json_auto_t *document = json_object();
    json_auto_t *revoked = json_array();
    const char *place;
    json_t *what;
    *unnamed = 0;
    BLZ_TRY(check_revocations(list, id, diags));
    json_object_foreach (list->set, place, what) {
        bool named = false;
        BLZ_TRY(add_revoked(&named, revoked, list, place, form));
        *unnamed += !named;
    }
    BLZ_TRY(put_head(document, list, form, id));
    BLZ_TRY(blz_put(document, entries[form], BLZ_STEAL(revoked)));
    return text_of(out, length, document, indent);
}
