#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

/* RFC 6890 and its successors in the registries of IANA. */

static const char here[] = "an address of this computer";
static const char private[] = "an address of a private network";
static const char link[] = "an address of the network next to this computer";
static const char group[] = "an address of a group of computers";
static const char reserved[] = "an address that is reserved";
static const char wrapped[] = "an address that stands for another one";

typedef struct range {
    unsigned char start[16];
    unsigned char bits; /* how many of them tell that an address is in the range */
    const char *what;
} range;

static const range ranges4[] = {
    {{0}, 8, here},                 /* this host on this network */
    {{10}, 8, private},             /* RFC 1918 */
    {{100, 64}, 10, private},       /* behind a provider's address translation, RFC 6598 */
    {{127}, 8, here},               /* loopback */
    {{169, 254}, 16, link},         /* link-local; clouds give keys away at 169.254.169.254 */
    {{172, 16}, 12, private},       /* RFC 1918 */
    {{192, 0, 0}, 24, reserved},    /* IETF protocols, RFC 6890 */
    {{192, 0, 2}, 24, reserved},    /* documentation, RFC 5737 */
    {{192, 88, 99}, 24, reserved},  /* relays of 6to4, RFC 7526 */
    {{192, 168}, 16, private},      /* RFC 1918 */
    {{198, 18}, 15, reserved},      /* benchmarks, RFC 2544 */
    {{198, 51, 100}, 24, reserved}, /* documentation */
    {{203, 0, 113}, 24, reserved},  /* documentation */
    {{224}, 4, group},              /* multicast */
    {{240}, 4, reserved},           /* the future, and broadcast */
};

/* All that is public is in 2000::/3, so that only what is special in there and what deserves words of its own
 * is named; the rest is reserved. Addresses that carry an IPv4 address (mapped, compatible, NAT64, 6to4,
 * Teredo) would lead around the table above. */
static const range ranges6[] = {
    {{[15] = 1}, 128, here},                   /* ::1 */
    {{0}, 128, here},                          /* :: */
    {{[10] = 0xff, [11] = 0xff}, 96, wrapped}, /* ::ffff:0:0/96, mapped */
    {{0}, 96, wrapped},                        /* ::/96, compatible */
    {{0, 0x64, 0xff, 0x9b}, 32, wrapped},      /* 64:ff9b::/96 and 64:ff9b:1::/48, NAT64 */
    {{0x20, 0x01}, 23, reserved},              /* IETF protocols: Teredo, benchmarks, ORCHID */
    {{0x20, 0x01, 0x0d, 0xb8}, 32, reserved},  /* documentation */
    {{0x20, 0x02}, 16, wrapped},               /* 6to4 */
    {{0x3f, 0xff}, 20, reserved},              /* documentation, RFC 9637 */
    {{0xfc}, 7, private},                      /* unique local */
    {{0xfe, 0x80}, 10, link},                  /* link-local */
    {{0xfe, 0xc0}, 10, private},               /* site-local, RFC 3879 */
    {{0xff}, 8, group},                        /* multicast */
};

static bool is_in(const range *r, const unsigned char *address)
{
    size_t whole = r->bits / 8, rest = r->bits % 8;
    if (memcmp(r->start, address, whole) != 0) return false;
    return !rest || ((r->start[whole] ^ address[whole]) >> (8 - rest)) == 0;
}

static const char *look_up(const range *ranges, size_t count, const unsigned char *address)
{
    for (size_t i = 0; i < count; i++)
        if (is_in(&ranges[i], address)) return ranges[i].what;
    return NULL;
}

/* The bytes of the address; NULL for another family, or if the structure is cut. */
static const unsigned char *bytes_of(const struct sockaddr *address, socklen_t length)
{
    const void *any = address;
    if (address->sa_family == AF_INET && length >= sizeof(struct sockaddr_in))
        return (const unsigned char *)&((const struct sockaddr_in *)any)->sin_addr;
    if (address->sa_family == AF_INET6 && length >= sizeof(struct sockaddr_in6))
        return (const unsigned char *)&((const struct sockaddr_in6 *)any)->sin6_addr;
    return NULL;
}

const char *blz_address_barred(const struct sockaddr *address, socklen_t length)
{
    const unsigned char *bytes = bytes_of(address, length);
    if (!bytes) return reserved;
    if (address->sa_family == AF_INET) return look_up(ranges4, BLZ_COUNT_OF(ranges4), bytes);
    const char *special = look_up(ranges6, BLZ_COUNT_OF(ranges6), bytes);
    return special || bytes[0] >> 5 == 1 ? special : reserved;
}

void blz_address_text(char out[BLZ_ADDRESS_MAX], const struct sockaddr *address, socklen_t length)
{
    const unsigned char *bytes = bytes_of(address, length);
    if (!bytes || !inet_ntop(address->sa_family, bytes, out, BLZ_ADDRESS_MAX))
        snprintf(out, BLZ_ADDRESS_MAX, "another kind of address");
}
