#include "ob2/links.h"

#include <string.h>

#include "base/uri.h"

/* Without the scheme: https and http of one host are one site. */
blz_status blz_ob2_same_host(bool *same, const char *a, const char *b)
{
    BLZ_AUTO(blz_text) origin_a = NULL;
    BLZ_AUTO(blz_text) origin_b = NULL;
    *same = false;
    blz_status status = blz_uri_origin(&origin_a, a);
    if (status == BLZ_OK) status = blz_uri_origin(&origin_b, b);
    if (status == BLZ_ERR_NOMEM) return status;
    if (status == BLZ_OK) *same = strcmp(strstr(origin_a, "//"), strstr(origin_b, "//")) == 0;
    return BLZ_OK;
}

/* A site that sends on whoever asks for some address of it would otherwise lend its name to anybody. */
static blz_status check_redirect(const blz_ob2_listener *to, const blz_ob2_place *place)
{
    const blz_ob2_document *document = place->link->document;
    bool same = false;
    if (!document || !document->from) return BLZ_OK;
    BLZ_TRY(blz_ob2_same_host(&same, document->url, document->from));
    if (same)
        return blz_ob2_say(to, BLZ_OB2_NOTE, place->pointer, "\"%s\" was sent on to \"%s\"", document->url,
                           document->from);
    return blz_ob2_say(to, BLZ_OB2_OPEN_SPEC, place->pointer,
                       "\"%s\" was sent on to another site, \"%s\", and nothing says that this one may speak "
                       "for the first",
                       document->url, document->from);
}

static blz_status check_moved(const blz_ob2_listener *to, const blz_ob2_place *place)
{
    const blz_ob2_target *link = place->link;
    const char *declared = json_string_value(json_object_get(link->moved->node, "id"));
    BLZ_TRY(blz_ob2_say(to, BLZ_OB2_NOTE, place->pointer, "the document at \"%s\" says that its id is \"%s\"",
                        link->id, declared));
    if (link->node) return BLZ_OK;
    if (blz_ob2_document_is_open(link->document))
        return blz_ob2_say(to, BLZ_OB2_OPEN_SPEC, place->pointer, "\"%s\" cannot be read: %s", declared,
                           link->document->why);
    return blz_ob2_say(to, BLZ_OB2_WRONG_SPEC, place->pointer, "and \"%s\" is not a document of that id%s%s",
                       declared, link->document->why ? ": " : "",
                       link->document->why ? link->document->why : "");
}

static blz_status check_missing(const blz_ob2_listener *to, const blz_ob2_place *place)
{
    const blz_ob2_document *document = place->link->document;
    const char *id = place->link->id ? place->link->id : "";
    if (!document)
        return blz_ob2_say(to, BLZ_OB2_WRONG, place->pointer,
                           "\"%s\" is neither a web address nor something in this document", id);
    if (document->status == BLZ_ERR_GONE)
        return blz_ob2_say(to, BLZ_OB2_WRONG, place->pointer, "\"%s\" was taken back by its owner", id);
    if (blz_ob2_document_is_open(document))
        return blz_ob2_say(to, BLZ_OB2_OPEN, place->pointer, "\"%s\" cannot be read: %s", id, document->why);
    return blz_ob2_say(to, BLZ_OB2_WRONG, place->pointer, "what is at \"%s\" cannot be used: %s", id,
                       document->why);
}

blz_status blz_ob2_check_link(void *listener, const blz_ob2_place *place)
{
    if (place->last)
        BLZ_TRY(blz_ob2_say(listener, BLZ_OB2_OPEN, place->pointer,
                            "blazon follows links %d deep, and what this leads to was not looked at",
                            BLZ_OB2_LINKS_MAX));
    if (!place->link) return BLZ_OK;
    if (place->link->moved)
        BLZ_TRY(check_moved(listener, place));
    else if (!place->node)
        BLZ_TRY(check_missing(listener, place));
    return check_redirect(listener, place);
}
