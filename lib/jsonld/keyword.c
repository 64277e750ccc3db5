#include "jsonld/keyword.h"

#include <string.h>

static const char *const names[] = {
    [BLZ_LD_NO_KEYWORD] = "",
    [BLZ_LD_BASE] = "@base",
    [BLZ_LD_CONTAINER] = "@container",
    [BLZ_LD_CONTEXT] = "@context",
    [BLZ_LD_DIRECTION] = "@direction",
    [BLZ_LD_GRAPH] = "@graph",
    [BLZ_LD_ID] = "@id",
    [BLZ_LD_IMPORT] = "@import",
    [BLZ_LD_INCLUDED] = "@included",
    [BLZ_LD_INDEX] = "@index",
    [BLZ_LD_JSON] = "@json",
    [BLZ_LD_LANGUAGE] = "@language",
    [BLZ_LD_LIST] = "@list",
    [BLZ_LD_NEST] = "@nest",
    [BLZ_LD_NONE] = "@none",
    [BLZ_LD_PREFIX] = "@prefix",
    [BLZ_LD_PROPAGATE] = "@propagate",
    [BLZ_LD_PROTECTED] = "@protected",
    [BLZ_LD_REVERSE] = "@reverse",
    [BLZ_LD_SET] = "@set",
    [BLZ_LD_TYPE] = "@type",
    [BLZ_LD_VALUE] = "@value",
    [BLZ_LD_VERSION] = "@version",
    [BLZ_LD_VOCAB] = "@vocab",
};

blz_ld_keyword blz_ld_keyword_of(const char *text)
{
    if (text[0] != '@') return BLZ_LD_NO_KEYWORD;
    for (size_t i = 1; i < sizeof names / sizeof *names; i++)
        if (text[1] == names[i][1] && strcmp(text, names[i]) == 0) return (blz_ld_keyword)i;
    return BLZ_LD_NO_KEYWORD;
}

const char *blz_ld_keyword_text(blz_ld_keyword keyword)
{
    return names[keyword];
}

bool blz_ld_has_keyword_form(const char *text)
{
    if (*text++ != '@' || !*text) return false;
    for (; *text; text++)
        if ((*text < 'a' || *text > 'z') && (*text < 'A' || *text > 'Z')) return false;
    return true;
}
