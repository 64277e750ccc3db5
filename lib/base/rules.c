#include "base/rules.h"

#include <string.h>
#include <strings.h>

#include <blazon/diag.h>

#define ROW(code, name, severity, summary) {code, name, severity, summary},

static const blz_rule rules[] = {BLZ_RULE_TABLE(ROW)};

const blz_rule *blz_rules(size_t *count)
{
    *count = sizeof rules / sizeof rules[0];
    return rules;
}

const blz_rule *blz_rule_find(const char *code_or_name)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (strcasecmp(rules[i].code, code_or_name) == 0 || strcmp(rules[i].name, code_or_name) == 0)
            return &rules[i];
    return NULL;
}
