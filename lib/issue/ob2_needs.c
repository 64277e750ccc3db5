#include "base/uri.h"
#include "issue/ob2.h"
#include "ob2/links.h"

/* Goes over the definition; nothing stops it but memory. */
typedef struct needs {
    const blz_definition *definition;
    blz_diags *diags;
    bool met;
} needs;

static blz_status lack(needs *run, const char *pointer, const char *message, const char *reason,
                       const char *hint)
{
    run->met = false;
    return blz_definition_report(run->definition, run->diags, "BLZ750", pointer,
                                 &(blz_diag){.message = message, .reason = reason, .hint = hint});
}

/* At the value where there is one, else at the issuer. */
static blz_status lack_of_issuer(needs *run, const char *key, const char *message, const char *reason,
                                 const char *hint)
{
    BLZ_SCOPED(blz_buf) pointer = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_puts(&pointer, run->definition->issuer->pointer));
    if (key) BLZ_TRY(blz_buf_printf(&pointer, "/%s", key));
    return lack(run, pointer.data, message, reason, hint);
}

static blz_status check_issuer(needs *run)
{
    const blz_issuer *issuer = run->definition->issuer;
    if (!blz_uri_is_https(issuer->id))
        BLZ_TRY(lack_of_issuer(
            run, "id",
            blz_diags_text(run->diags, "the issuer's id \"%s\" is not an https address", issuer->id),
            "verifiers of Open Badges 2.0 fetch the issuer's profile from it; they know no DIDs",
            "for badges of 2.0, give the issuer an id as https://badges.example.edu/issuer.json"));
    if (!issuer->url)
        BLZ_TRY(lack_of_issuer(run, NULL, "the issuer has no website",
                               "Open Badges 2.0 asks every issuer for one", "add url: with its web address"));
    if (!issuer->email)
        BLZ_TRY(lack_of_issuer(run, NULL, "the issuer has no e-mail address",
                               "Open Badges 2.0 asks every issuer for one, for questions about badges",
                               "add email: with an address that is read"));
    return BLZ_OK;
}

static blz_status check_place(needs *run)
{
    const char *id = run->definition->id, *issuer = run->definition->issuer->id;
    bool same = false;
    if (!blz_uri_is_https(id))
        return lack(run, "/id", blz_diags_text(run->diags, "the id \"%s\" is not an https address", id),
                    "verifiers of Open Badges 2.0 fetch the badge class from it",
                    "use an id as https://badges.example.edu/data-practices.json");
    if (!blz_uri_is_https(issuer)) return BLZ_OK;
    BLZ_TRY(blz_ob2_same_host(&same, id, issuer));
    if (same) return BLZ_OK;
    return lack(run, "/id", blz_diags_text(run->diags, "the id is on another host than \"%s\"", issuer),
                "in Open Badges 2.0 the host is what shows that a badge class is its issuer's",
                "use ids on one host for both");
}

static blz_status check_credential(needs *run)
{
    BLZ_TRY(check_place(run));
    if (run->definition->micro_credential->image) return BLZ_OK;
    return lack(run, "/blazon", "the badge has no image", "in Open Badges 2.0 a badge is a picture",
                "add image: with the path or address of a PNG or SVG file");
}

blz_status blz_ob2_needs(const blz_definition *definition, blz_diags *diags)
{
    needs run = {.definition = definition, .diags = diags, .met = true};
    if (!definition->issuer) return BLZ_ERR_ARGUMENT;
    if (definition->micro_credential) BLZ_TRY(check_credential(&run));
    BLZ_TRY(check_issuer(&run));
    return run.met ? BLZ_OK : BLZ_ERR_INVALID;
}
