#include "ob2/scope.h"

#include <string.h>
#include <strings.h>

#include "base/uri.h"
#include "ob2/links.h"
#include "ob2/value.h"
#include "ob2/walk.h"

/* "a/../b" begins with "a/" and is "b" for whoever asks for it. */
static bool has_detour(const char *url)
{
    for (const char *c = url; *c; c++) {
        if (*c == '\\' || strncasecmp(c, "%2e", 3) == 0 || strncasecmp(c, "%2f", 3) == 0 ||
            strncasecmp(c, "%5c", 3) == 0)
            return true;
        if (c[0] != '/' || c[1] != '.') continue;
        const char *after = c + (c[2] == '.' ? 3 : 2);
        if (!*after || strchr("/?#", *after)) return true;
    }
    return false;
}

/* A beginning that ends within the name of a host is the beginning of other hosts too. */
static blz_status starts_with(bool *does, const char *id, const char *start)
{
    *does = false;
    if (strncmp(id, start, strlen(start)) != 0 || has_detour(id)) return BLZ_OK;
    return blz_ob2_same_host(does, id, start);
}

static blz_status starts_with_any(bool *does, const char *id, json_t *starts)
{
    *does = false;
    for (size_t i = 0; i < blz_ob2_many(starts) && !*does; i++) {
        const char *start = json_string_value(blz_ob2_many_at(starts, i));
        if (start) BLZ_TRY(starts_with(does, id, start));
    }
    return BLZ_OK;
}

/* The host and, unless it is the scheme's own, the port of the id are one of these. */
static blz_status is_at_any(bool *is, const char *id, json_t *origins)
{
    BLZ_AUTO(blz_text) origin = NULL;
    *is = false;
    BLZ_TRY(blz_uri_origin(&origin, id));
    for (size_t i = 0; i < blz_ob2_many(origins) && !*is; i++) {
        const char *allowed = json_string_value(blz_ob2_many_at(origins, i));
        *is = allowed && strcasecmp(strstr(origin, "//") + 2, allowed) == 0;
    }
    return BLZ_OK;
}

/* What the profile does not say is the rule for profiles that say nothing. */
static blz_status check_default(bool *within, const blz_ob2_listener *to, const char *pointer, const char *id,
                                const char *issuer, bool has_starts)
{
    BLZ_TRY(blz_ob2_same_host(within, id, issuer));
    if (*within) return BLZ_OK;
    if (has_starts) {
        *within = true;
        return blz_ob2_say(
            to, BLZ_OB2_WRONG_1EDTECH, pointer,
            "\"%s\" begins as the issuer says, but is on another host than the issuer, which has "
            "no allowedOrigins",
            id);
    }
    return blz_ob2_say(
        to, BLZ_OB2_WRONG, pointer,
        "\"%s\" is on another host than its issuer \"%s\", who does not say that badges may be "
        "hosted there: anybody could have put it there",
        id, issuer);
}

static blz_status check(bool *within, const blz_ob2_listener *to, const char *pointer, const char *id,
                        const json_t *issuer, const char *home)
{
    json_t *rules = json_object_get(issuer, "verification");
    json_t *starts = json_object_get(rules, "startsWith"),
           *origins = json_object_get(rules, "allowedOrigins");
    bool begins = true;
    if (starts) BLZ_TRY(starts_with_any(&begins, id, starts));
    if (!begins)
        return blz_ob2_say(
            to, BLZ_OB2_WRONG, pointer,
            "\"%s\" does not begin as badges of this issuer have to (startsWith in its profile)", id);
    if (!origins) return check_default(within, to, pointer, id, home, starts);
    BLZ_TRY(is_at_any(within, id, origins));
    if (*within) return BLZ_OK;
    return blz_ob2_say(to, BLZ_OB2_WRONG, pointer,
                       "\"%s\" is not on a host that its issuer allows (allowedOrigins in its profile)", id);
}

blz_status blz_ob2_check_scope(bool *within, const blz_ob2_listener *to, const char *pointer,
                               const json_t *id, const json_t *issuer, const json_t *home)
{
    *within = false;
    if (!blz_ob2_value_is(BLZ_OB2_URL, id))
        return blz_ob2_say(to, BLZ_OB2_WRONG, pointer,
                           "the badge says that it is hosted, but its id is no web address");
    if (!blz_ob2_value_is(BLZ_OB2_URL, home))
        return blz_ob2_say(
            to, BLZ_OB2_OPEN_SPEC, pointer,
            "the issuer's id \"%s\" is no web address, so nothing tells where its badges may be",
            json_is_string(home) ? json_string_value(home) : "");
    return check(within, to, pointer, json_string_value(id), issuer, json_string_value(home));
}
