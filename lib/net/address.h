#ifndef BLZ_NET_ADDRESS_H
#define BLZ_NET_ADDRESS_H

/* Which addresses a badge may lead to. What counts is the address that the system is about to connect to, in
 * binary: however a name or a number was spelled, and whatever a name server said a moment ago, it ends here.
 */

#include <sys/socket.h>

#include "base/text.h"

enum { BLZ_ADDRESS_MAX = 64 };

/* What kind of address it is, as in "127.0.0.1, an address of this computer", if it is not one of the public
 * internet (IANA's registries of special-purpose addresses); NULL if it is. Static. Other families than IPv4
 * and IPv6 are never public. */
const char *blz_address_barred(const struct sockaddr *address, socklen_t length);
/* The address for people, without the port: "127.0.0.1", "::1". */
void blz_address_text(char out[BLZ_ADDRESS_MAX], const struct sockaddr *address, socklen_t length);

#endif
