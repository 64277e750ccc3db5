#include "ob2/value.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/time.h"
#include "base/uri.h"
#include "ob2/classes.h"

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

static bool starts(const char *text, const char *with)
{
    return strncasecmp(text, with, strlen(with)) == 0;
}

static bool is_url(const char *text)
{
    blz_uri uri;
    return (starts(text, "http://") || starts(text, "https://")) && blz_uri_split(&uri, text) == BLZ_OK &&
           uri.host.length;
}

static bool is_data_uri(const char *text)
{
    return starts(text, "data:") && strchr(text, ',');
}

/* urn:uuid of a version from 1 to 5 and the usual variant. */
static bool is_uuid(const char *text)
{
    static const char form[] = "xxxxxxxx-xxxx-vxxx-rxxx-xxxxxxxxxxxx";
    if (!starts(text, "urn:uuid:") || strlen(text + 9) != strlen(form)) return false;
    for (size_t i = 0; i < strlen(form); i++) {
        char c = text[9 + i];
        bool fits = form[i] == '-'   ? c == '-'
                    : form[i] == 'v' ? c >= '1' && c <= '5'
                    : form[i] == 'r' ? strchr("89abAB", c) != NULL
                                     : isxdigit((unsigned char)c) != 0;
        if (!fits) return false;
    }
    return true;
}

static bool is_iri(const char *text)
{
    return is_url(text) || (starts(text, "_:") && text[2]) || is_uuid(text);
}

static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');
    if (!at || at == text || !at[1] || strchr(at + 1, '@')) return false;
    for (const char *c = text; *c; c++)
        if (isspace((unsigned char)*c)) return false;
    return true;
}

static bool is_telephone(const char *text)
{
    text += *text == '+';
    size_t count = digits(text);
    if (count < 2 || count > 15 || *text == '0') return false;
    text += count;
    if (!*text) return true;
    return strncmp(text, ";ext=", 5) == 0 && text[5] && !text[5 + digits(text + 5)];
}

/* A name of labels with letters, digits and hyphens within, the last one of letters; no port. */
static bool is_authority(const char *text)
{
    size_t length = strlen(text), label = 0, labels = 0, letters = 0;
    if (length < 4 || length > 253) return false;
    for (size_t i = 0; i <= length; i++) {
        if (text[i] == '.' || !text[i]) {
            if (!label || label > 63 || text[i - 1] == '-') return false;
            labels++;
            if (!text[i]) return labels > 1 && letters == label && label > 1;
            label = letters = 0;
            continue;
        }
        if (!isalnum((unsigned char)text[i]) && (text[i] != '-' || !label)) return false;
        if ((unsigned char)text[i] >= 0x80) return false;
        letters += isalpha((unsigned char)text[i]) != 0;
        label++;
    }
    return false;
}

/* BCP 47, as far as its shape goes: a language of 2 to 8 letters, then parts of 1 to 8 letters and digits. */
static bool is_language(const char *text)
{
    size_t part = 0, parts = 0;
    for (const char *c = text;; c++) {
        if (*c == '-' || !*c) {
            if (part < (parts ? 1 : 2) || part > 8) return false;
            if (!*c) return true;
            parts++;
            part = 0;
            continue;
        }
        bool fits = parts ? isalnum((unsigned char)*c) != 0 : isalpha((unsigned char)*c) != 0;
        if (!fits || (unsigned char)*c >= 0x80) return false;
        part++;
    }
}

/* A class that the contexts know has got its name or a short form with a prefix; one that none knows is a
 * word by itself. */
static bool is_type(const char *text)
{
    static const char *const lower[] = {"id", "email", "url", "telephone", "hosted", "signed", "name"};
    for (size_t i = 0; i < BLZ_COUNT_OF(lower); i++)
        if (strcmp(text, lower[i]) == 0) return true;
    return strchr(text, ':') != NULL;
}

static const char *const classes[] = {
    "AlignmentObject", "Assertion",        "BadgeClass",
    "Criteria",        "CryptographicKey", "Endorsement",
    "Evidence",        "Extension",        "FrameValidation",
    "HostedBadge",     "IdentityObject",   "Image",
    "Issuer",          "Profile",          "RevocationList",
    "SignedBadge",     "TypeValidation",   "VerificationObject",
};

static bool is_rdf_type(const char *text)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(classes); i++)
        if (strcmp(text, classes[i]) == 0) return true;
    return is_type(text);
}

/* A property that some class has, or an IRI, or one with a prefix. */
static bool is_compact_iri(const char *text)
{
    for (const blz_ob2_property *p = blz_ob2_properties; p->name; p++)
        if (strcmp(p->name, text) == 0) return true;
    return is_iri(text) || (*text != ':' && strchr(text, ':') && !strpbrk(text, " \t\r\n"));
}

bool blz_ob2_text_is(blz_ob2_type type, const char *text)
{
    int64_t seconds;
    switch (type) {
    case BLZ_OB2_COMPACT_IRI:
        return is_compact_iri(text);
    case BLZ_OB2_DATA_URI:
        return is_data_uri(text);
    case BLZ_OB2_DATA_URI_OR_URL:
        return is_data_uri(text) || is_url(text);
    case BLZ_OB2_DATETIME:
        return blz_ob2_time_parse(&seconds, NULL, text) == BLZ_OK;
    case BLZ_OB2_EMAIL:
        return is_email(text);
    case BLZ_OB2_ID:
    case BLZ_OB2_IRI:
        return is_iri(text);
    case BLZ_OB2_LANGUAGE:
        return is_language(text);
    case BLZ_OB2_RDF_TYPE:
        return is_rdf_type(text);
    case BLZ_OB2_TELEPHONE:
        return is_telephone(text);
    case BLZ_OB2_URL:
        return is_url(text);
    case BLZ_OB2_URL_AUTHORITY:
        return is_authority(text);
    case BLZ_OB2_IDENTITY_HASH:
    case BLZ_OB2_MARKDOWN_TEXT:
    case BLZ_OB2_TEXT:
    case BLZ_OB2_TEXT_OR_NUMBER:
        return true;
    case BLZ_OB2_BOOLEAN:
        break;
    }
    return false;
}

bool blz_ob2_value_is(blz_ob2_type type, const json_t *value)
{
    if (type == BLZ_OB2_BOOLEAN) return json_is_boolean(value);
    if (type == BLZ_OB2_TEXT_OR_NUMBER && json_is_number(value)) return true;
    return json_is_string(value) && blz_ob2_text_is(type, json_string_value(value));
}

const char *blz_ob2_type_text(blz_ob2_type type)
{
    static const char *const texts[] = {
        [BLZ_OB2_BOOLEAN] = "true or false",
        [BLZ_OB2_COMPACT_IRI] = "the name of a property, like \"id\"",
        [BLZ_OB2_DATA_URI] = "data in a URL, like data:image/png;base64,...",
        [BLZ_OB2_DATA_URI_OR_URL] = "a web address or data in a URL",
        [BLZ_OB2_DATETIME] = "a date with a time and a time zone, like 2026-05-01T08:30:00Z",
        [BLZ_OB2_EMAIL] = "an e-mail address",
        [BLZ_OB2_ID] = "a web address, a urn:uuid, or an object",
        [BLZ_OB2_IDENTITY_HASH] = "a text",
        [BLZ_OB2_IRI] = "a web address or a urn:uuid",
        [BLZ_OB2_LANGUAGE] = "a language tag, like \"en\" or \"es-MX\"",
        [BLZ_OB2_MARKDOWN_TEXT] = "a text",
        [BLZ_OB2_RDF_TYPE] = "the name of a class that the @context knows",
        [BLZ_OB2_TELEPHONE] = "a telephone number with its country, like +16175551212",
        [BLZ_OB2_TEXT] = "a text",
        [BLZ_OB2_TEXT_OR_NUMBER] = "a text or a number",
        [BLZ_OB2_URL] = "a web address, http or https",
        [BLZ_OB2_URL_AUTHORITY] = "the name of a host, like badges.example.edu",
    };
    return (size_t)type < BLZ_COUNT_OF(texts) ? texts[type] : "";
}

bool blz_ob2_is_hashed(const char *identity)
{
    size_t want = strncmp(identity, "md5$", 4) == 0 ? 32 : strncmp(identity, "sha256$", 7) == 0 ? 64 : 0;
    const char *hex = strchr(identity, '$');
    return want && strlen(hex + 1) == want && strspn(hex + 1, "0123456789abcdefABCDEF") == want;
}

/* Moves `count` digits from `*text` to the end of `out`, behind `before`. */
static bool move(char **out, const char **text, size_t count, char before)
{
    if (digits(*text) < count) return false;
    if (before) *(*out)++ = before;
    memcpy(*out, *text, count);
    *out += count;
    *text += count;
    return true;
}

/* Two digits behind a separator, or 0 where a date or a time is written without any. */
static bool move_two(char **out, const char **text, char separator, char before)
{
    if (separator && **text != separator) return false;
    *text += separator != 0;
    return move(out, text, 2, before);
}

/* hh, hhmm or hh:mm behind the sign. */
static bool move_zone(char **out, const char **text)
{
    if (**text == 'Z' || **text == 'z') {
        *(*out)++ = 'Z';
        return !*++*text;
    }
    if (**text != '+' && **text != '-') return false;
    *(*out)++ = *(*text)++;
    if (!move(out, text, 2, 0)) return false;
    if (!**text) {
        memcpy(*out, ":00", 3);
        *out += 3;
        return true;
    }
    return move_two(out, text, **text == ':' ? ':' : 0, ':') && !**text;
}

/* YYYYMMDD or YYYY-MM-DD. */
static bool move_date(char **out, const char **text)
{
    if (!move(out, text, 4, 0)) return false;
    char separator = **text == '-' ? '-' : 0;
    if (!move_two(out, text, separator, '-')) return false; /* the month, and then the day */
    return move_two(out, text, separator, '-');
}

/* hhmm, hhmmss, hh:mm or hh:mm:ss, with a fraction or without. */
static bool move_time(char **out, const char **text)
{
    if (!move(out, text, 2, 'T')) return false;
    char separator = **text == ':' ? ':' : 0;
    if (!move_two(out, text, separator, ':')) return false;
    if (!(separator ? **text == separator : digits(*text))) {
        memcpy(*out, ":00", 3);
        *out += 3;
    } else if (!move_two(out, text, separator, ':')) {
        return false;
    }
    if ((**text != '.' && **text != ',') || !digits(*text + 1)) return true;
    ++*text;
    return move(out, text, digits(*text), '.');
}

blz_status blz_ob2_time_parse(int64_t *seconds, int *nanos, const char *text)
{
    char rfc3339[64], *out = rfc3339;
    if (strlen(text) > 40 || !move_date(&out, &text) || *text++ != 'T') return BLZ_ERR_SYNTAX;
    if (!move_time(&out, &text) || !move_zone(&out, &text)) return BLZ_ERR_SYNTAX;
    return blz_time_parse(seconds, nanos, rfc3339, (size_t)(out - rfc3339));
}
