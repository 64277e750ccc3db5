#include "kept.h"

#include "unit/credential/credential.h"

static blz_status embed(kept *k, const char *text, char **out)
{
    return blz_status_list_embed(out, NULL, k->list, k->ctx, text, strlen(text), "badge.json", k->diags);
}

/* The credential is of another issuer than the list of kept.h. */
static void adopt(kept *k)
{
    ck_assert_int_eq(
        json_object_set_new(k->list->document, "issuer", json_string("https://badges.example.edu/issuer")),
        0);
    k->list->issuer = json_string_value(json_object_get(k->list->document, "issuer"));
}

START_TEST(a_status_before_the_signature)
{
    kept k = kept_open(NULL);
    BLZ_AUTO(blz_text) text = NULL;
    blz_status_list_place place;
    adopt(&k);
    ck_assert_ok(embed(&k, CREDENTIAL(OB3, ""), &text));
    ck_assert_ptr_nonnull(strstr(text, "\"credentialStatus\": {"));
    ck_assert_ok(blz_status_list_find(&place, k.list, "urn:uuid:6f1c2c7e-0000-4000-8000-000000000000"));
    kept_close(&k);
}
END_TEST

START_TEST(what_is_refused)
{
    kept k = kept_open(NULL);
    char *text = NULL;
    refused(&k, embed(&k, CREDENTIAL(OB3, ""), &text), BLZ_ERR_INVALID, "the list is by \"" LIST_ISSUER "\"");
    adopt(&k);
    refused(&k, embed(&k, "{\"id\": 1", &text), BLZ_ERR_SYNTAX, "BLZ007");
    refused(&k, embed(&k, "a.b.c", &text), BLZ_ERR_INVALID, "a signed token already");
    refused(&k, embed(&k, CREDENTIAL(OB3, ", \"proof\": {}"), &text), BLZ_ERR_INVALID, "a proof already");
    refused(&k, embed(&k, CREDENTIAL(OB3, ", \"credentialStatus\": {}"), &text), BLZ_ERR_INVALID,
            "a status already");
    refused(&k, embed(&k, "{\"issuer\": \"https://badges.example.edu/issuer\"}", &text), BLZ_ERR_INVALID,
            "has no id");
    ck_assert_ptr_null(text);
    ck_assert_uint_eq(blz_status_list_summarize(k.list).allocated, 0);
    kept_close(&k);
}
END_TEST

static blz_status embed_again(void *user)
{
    kept *k = user;
    BLZ_AUTO(blz_diags) diags = NULL;
    BLZ_AUTO(blz_status_list) list = NULL;
    BLZ_AUTO(blz_text) text = NULL;
    static const char credential[] = "{\"id\": \"urn:x:1\", \"issuer\": \"" LIST_ISSUER "\"}";
    BLZ_TRY(blz_diags_new(&diags));
    BLZ_TRY(blz_status_list_open(&list, "list.json", false, diags));
    return blz_status_list_embed(&text, NULL, list, k->ctx, credential, strlen(credential), "x", diags);
}

START_TEST(memory)
{
    kept k = kept_open(NULL);
    sweep_run(embed_again, &k);
    kept_close(&k);
}
END_TEST

UNIT_MAIN("status/list_embed", a_status_before_the_signature, what_is_refused, memory)
