#include "unit/unit.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>

#include "net/address.h"

static const char *barred(const char *text)
{
    struct sockaddr_in four = {.sin_family = AF_INET};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &four.sin_addr) == 1)
        return blz_address_barred((struct sockaddr *)&four, sizeof four);
    ck_assert_msg(inet_pton(AF_INET6, text, &six.sin6_addr) == 1, "%s", text);
    return blz_address_barred((struct sockaddr *)&six, sizeof six);
}

START_TEST(the_public_internet)
{
    static const char *const addresses[] = {
        "1.0.0.0",         "1.1.1.1",        "8.8.8.8",         "9.255.255.255", "11.0.0.0",
        "100.63.255.255",  "100.128.0.0",    "126.255.255.255", "128.0.0.0",     "169.253.255.255",
        "169.255.0.0",     "172.15.255.255", "172.32.0.0",      "192.0.1.0",     "192.0.3.0",
        "192.88.98.255",   "192.88.100.0",   "192.167.255.255", "192.169.0.0",   "198.17.255.255",
        "198.20.0.0",      "198.51.99.255",  "198.51.101.0",    "203.0.112.255", "203.0.114.0",
        "223.255.255.255", "2001:200::1",    "2001:db7::1",     "2001:db9::1",   "2003::1",
        "2606:4700::1111", "2a00:1450::1",   "3ffe::1",         "3fff:1000::1",  "2000::1"};
    for (size_t i = 0; i < BLZ_COUNT_OF(addresses); i++)
        ck_assert_msg(!barred(addresses[i]), "%s: %s", addresses[i], barred(addresses[i]));
}
END_TEST

struct row {
    const char *address, *word;
};

static void expect_barred(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *said = barred(rows[i].address);
        ck_assert_msg(said && strstr(said, rows[i].word), "%s: %s", rows[i].address, said);
    }
}

START_TEST(all_else_of_ipv4)
{
    static const struct row rows[] = {{"0.0.0.0", "this computer"},   {"0.255.255.255", "this computer"},
                                      {"10.0.0.0", "private"},        {"10.255.255.255", "private"},
                                      {"100.64.0.0", "private"},      {"100.127.255.255", "private"},
                                      {"127.0.0.1", "this computer"}, {"127.255.255.255", "this computer"},
                                      {"169.254.0.0", "next to"},     {"169.254.169.254", "next to"},
                                      {"172.16.0.0", "private"},      {"172.31.255.255", "private"},
                                      {"192.0.0.1", "reserved"},      {"192.0.0.170", "reserved"},
                                      {"192.0.2.255", "reserved"},    {"192.88.99.1", "reserved"},
                                      {"192.168.0.0", "private"},     {"192.168.255.255", "private"},
                                      {"198.18.0.0", "reserved"},     {"198.19.255.255", "reserved"},
                                      {"198.51.100.7", "reserved"},   {"203.0.113.7", "reserved"},
                                      {"224.0.0.1", "group"},         {"239.255.255.255", "group"},
                                      {"240.0.0.0", "reserved"},      {"255.255.255.255", "reserved"}};
    expect_barred(rows, BLZ_COUNT_OF(rows));
}
END_TEST

START_TEST(all_else_of_ipv6)
{
    static const struct row rows[] = {{"::", "this computer"},
                                      {"::1", "this computer"},
                                      {"::2", "another one"},
                                      {"::8.8.8.8", "another one"},
                                      {"::127.0.0.1", "another one"},
                                      {"::ffff:127.0.0.1", "another one"},
                                      {"::ffff:8.8.8.8", "another one"},
                                      {"64:ff9b::8.8.8.8", "another one"},
                                      {"64:ff9b:1::1", "another one"},
                                      {"100::1", "reserved"},
                                      {"1fff::1", "reserved"},
                                      {"2001::1", "reserved"},
                                      {"2001:2::1", "reserved"},
                                      {"2001:10::1", "reserved"},
                                      {"2001:1ff::1", "reserved"},
                                      {"2001:db8::1", "reserved"},
                                      {"2002:7f00:1::", "another one"},
                                      {"3fff::1", "reserved"},
                                      {"3fff:fff::1", "reserved"},
                                      {"4000::1", "reserved"},
                                      {"5f00::1", "reserved"},
                                      {"fc00::1", "private"},
                                      {"fdff::1", "private"},
                                      {"fe80::1", "next to"},
                                      {"febf::1", "next to"},
                                      {"fec0::1", "private"},
                                      {"feff::1", "private"},
                                      {"ff02::1", "group"},
                                      {"fe00::1", "reserved"}};
    expect_barred(rows, BLZ_COUNT_OF(rows));
}
END_TEST

/* What the resolver makes of odd spellings is an address like any other. */
START_TEST(however_it_is_spelled)
{
    static const char *const spellings[] = {"127.1",      "0177.0.0.1",        "0x7f000001", "2130706433",
                                            "0x7f.0.0.1", "017700000001",      "0",          "10.1",
                                            "0xa9fea9fe", "::ffff:0x7f.0.0.1", "3232235521"};
    for (size_t i = 0; i < BLZ_COUNT_OF(spellings); i++) {
        struct addrinfo *found = NULL;
        const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM};
        if (getaddrinfo(spellings[i], "443", &hints, &found) != 0) continue;
        ck_assert_msg(blz_address_barred(found->ai_addr, found->ai_addrlen) != NULL, "%s", spellings[i]);
        freeaddrinfo(found);
    }
}
END_TEST

START_TEST(what_is_no_address_of_the_internet)
{
    const struct sockaddr local = {.sa_family = AF_UNIX};
    const struct sockaddr_in four = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x08080808)};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6};
    char text[BLZ_ADDRESS_MAX];
    ck_assert_ptr_nonnull(blz_address_barred(&local, sizeof local));
    ck_assert_ptr_nonnull(blz_address_barred((const struct sockaddr *)&four, sizeof four - 1));
    ck_assert_ptr_null(blz_address_barred((const struct sockaddr *)&four, sizeof four));
    blz_address_text(text, (const struct sockaddr *)&four, sizeof four);
    ck_assert_str_eq(text, "8.8.8.8");
    six.sin6_addr.s6_addr[15] = 1;
    blz_address_text(text, (const struct sockaddr *)&six, sizeof six);
    ck_assert_str_eq(text, "::1");
    blz_address_text(text, &local, sizeof local);
    ck_assert_str_eq(text, "another kind of address");
}
END_TEST

UNIT_MAIN("net/address", the_public_internet, all_else_of_ipv4, all_else_of_ipv6, however_it_is_spelled,
          what_is_no_address_of_the_internet)
