#ifndef BLZ_BASE_URI_H
#define BLZ_BASE_URI_H

/* RFC 3986. Everything here reads the text alone: nothing is looked up, nothing is normalised unless it is
 * said. */

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* The parts of a URI or of a relative reference, borrowed from its text. Absent parts have a NULL `at`; the
 * path is always there. scheme, userinfo, host, port, query and fragment come without their delimiters; an
 * IPv6 host keeps its brackets. */
typedef struct blz_uri {
    blz_slice scheme, authority, userinfo, host, port, path, query, fragment;
} blz_uri;

/* Errors: BLZ_ERR_SYNTAX for characters that no URI has (spaces, letters beyond ASCII, a broken % escape) and
 * for a port that is not a number up to 65535. */
blz_status blz_uri_split(blz_uri *out, const char *text) BLZ_MUST_USE;
/* A scheme and, in the hierarchical ones (http, https, ftp), a host. */
bool blz_uri_is_absolute(const char *text);
bool blz_uri_is_https(const char *text);
/* An e-mail address without the "mailto:", as far as one can tell without sending a letter: one @, a dotted
 * host. */
bool blz_uri_is_email(const char *text);

/* RFC 3986 section 5.2 (strict), dot segments removed. Errors: BLZ_ERR_SYNTAX (also if `base` has no scheme).
 */
blz_status blz_uri_resolve(char **out, const char *base, const char *reference) BLZ_MUST_USE;
/* "https://Badges.example.edu:443/x" -> "https://badges.example.edu": scheme and host in small letters, the
 * port unless it is the scheme's own, no userinfo. Errors: BLZ_ERR_INVALID without an authority,
 * BLZ_ERR_SYNTAX. */
blz_status blz_uri_origin(char **out, const char *text) BLZ_MUST_USE;

/* Takes the % escapes out. The result has a NUL behind `*length` and may have some within: callers for whom
 * that is dangerous compare with strlen. Errors: BLZ_ERR_SYNTAX for a broken escape. `length_out` may be
 * NULL. */
blz_status blz_uri_decode(char **out, size_t *length_out, const char *text, size_t length) BLZ_MUST_USE;
/* Appends with everything but RFC 3986's unreserved characters escaped. */
blz_status blz_uri_encode(blz_buf *out, const char *text, size_t length);

#endif
