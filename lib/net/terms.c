#include "net/terms.h"

#include <string.h>
#include <strings.h>

enum { NUMBER_MAX = 1000000000 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static blz_slice trim(blz_slice text)
{
    while (text.length && is_blank(text.at[0])) {
        text.at++;
        text.length--;
    }
    while (text.length && is_blank(text.at[text.length - 1]))
        text.length--;
    return text;
}

static bool begins(blz_slice text, const char *word)
{
    size_t length = strlen(word);
    return text.length >= length && strncasecmp(text.at, word, length) == 0;
}

/* Digits, perhaps in quotes. What is no number counts as 0: then the copy is not used. */
static int64_t number(blz_slice text)
{
    int64_t value = 0;
    size_t quote = text.length && text.at[0] == '"';
    for (size_t i = quote; i < text.length && text.at[i] >= '0' && text.at[i] <= '9'; i++)
        if (value < NUMBER_MAX) value = value * 10 + (text.at[i] - '0');
    return value;
}

/* Of several that contradict each other the strictest counts. */
static void shorten(blz_net_terms *terms, int64_t seconds)
{
    if (terms->max_age < 0 || seconds < terms->max_age) terms->max_age = seconds;
}

static void take_directive(blz_net_terms *terms, blz_slice word)
{
    static const char max_age[] = "max-age=";
    if (begins(word, "no-store")) terms->no_store = true;
    if (begins(word, "no-cache")) shorten(terms, 0);
    if (begins(word, max_age))
        shorten(terms, number((blz_slice){word.at + sizeof max_age - 1, word.length - (sizeof max_age - 1)}));
}

static void take_directives(blz_net_terms *terms, blz_slice list)
{
    while (list.length) {
        const char *comma = memchr(list.at, ',', list.length);
        size_t length = comma ? (size_t)(comma - list.at) : list.length;
        take_directive(terms, trim((blz_slice){list.at, length}));
        length += comma != NULL;
        list = (blz_slice){list.at + length, list.length - length};
    }
}

void blz_net_terms_take(blz_net_terms *terms, const char *line, size_t length)
{
    const char *colon = memchr(line, ':', length);
    if (!colon) return;
    size_t name = (size_t)(colon - line);
    blz_slice value = trim((blz_slice){colon + 1, length - name - 1});
    if (name == strlen("cache-control") && strncasecmp(line, "cache-control", name) == 0)
        take_directives(terms, value);
    if (name == strlen("age") && strncasecmp(line, "age", name) == 0) terms->age = number(value);
}

int64_t blz_net_terms_fresh(const blz_net_terms *terms)
{
    int64_t most = terms->max_age < 0 ? BLZ_NET_FRESH_SECONDS : terms->max_age;
    if (terms->max_age >= 0) most -= terms->age;
    if (most > BLZ_NET_FRESH_SECONDS) most = BLZ_NET_FRESH_SECONDS;
    return most < 0 ? 0 : most;
}
