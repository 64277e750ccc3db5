#include <string.h>

#include "base/uri.h"
#include "verify/known_list.h"
#include "verify/status_entry.h"

/* A list of 1EdTech's. It was given up for Bitstring Status List, and nobody has signed it; the public
 * validator takes one that it cannot have for a warning. */

static blz_status unknown(blz_check *check, const char *at, const char *url, const blz_known_list *list)
{
    if (list->missing)
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                              "whether the badge was revoked is not known: its revocation list is not to be "
                              "had here (%s); give "
                              "it with --map %s=FILE",
                              list->why, url);
    return blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                          "whether the badge was revoked is not known: \"%s\" is no revocation list: %s", url,
                          list->why);
}

static blz_status revoked(blz_check *check, const char *at, json_t *line)
{
    const char *reason = blz_member(line, "revocationReason");
    return blz_say(check, BLZ_STEP_FAIL, at, "the badge was revoked by its issuer%s%s", reason ? ": " : "",
                   reason ? reason : "");
}

static blz_status look_up(blz_check *check, const char *at, const blz_known_list *list)
{
    const char *id = blz_member(check->credential, "id");
    json_t *line = id ? json_object_get(list->revoked, id) : NULL;
    if (line) return revoked(check, at, line);
    if (!id)
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                              "the badge has no id by which the revocation list could name it");
    if (list->issuer && check->issuer_id && strcmp(list->issuer, check->issuer_id) != 0)
        return blz_say_strict(check, BLZ_STEP_UNKNOWN, at,
                              "the revocation list is by \"%s\", who did not issue the badge", list->issuer);
    blz_note_standing(check, "not revoked", NULL);
    return blz_say(check, BLZ_STEP_PASS, at, "not revoked (1EdTech revocation list, which is not signed)");
}

blz_status blz_check_status_line(blz_check *check, json_t *entry, const char *at)
{
    BLZ_AUTO(blz_known_list) list = NULL;
    const char *url = blz_member(entry, "id");
    if (!url || !blz_uri_is_absolute(url))
        return blz_say_strict(check, BLZ_STEP_FAIL, at,
                              "the status of the badge is not usable: the address of the list is missing");
    BLZ_TRY(blz_known_revocations_get(&list, check, url));
    return list->verdict == BLZ_VALID ? look_up(check, at, list) : unknown(check, at, url, list);
}
