#ifndef BLAZON_TESTS_UNIT_ISSUE_OLDER_H
#define BLAZON_TESTS_UNIT_ISSUE_OLDER_H

/* The sample with what Open Badges 2.0 asks for: an image, and a key at an address of its own. */

#include "issue/ob2.h"
#include "unit/issue/sample.h"

#define OLDER_KEY "https://badges.example.edu/key.json"

static const char *const older_keys[] = {"https://badges.example.edu/issuer#z6Mk", OLDER_KEY,
                                         "https://badges.example.edu/next.json"};

struct older_file {
    struct sample_file file;
    blz_issuer issuer;
};

static inline blz_definition *older_open(struct older_file *older)
{
    blz_definition *definition = sample_open(&older->file);
    older->issuer = sample_issuer;
    older->issuer.keys = older_keys;
    older->issuer.key_count = 2;
    older->file.credential.image = "https://badges.example.edu/data.png";
    older->file.credential.issuer = &older->issuer;
    definition->issuer = &older->issuer;
    return definition;
}

/* The same issuer in a file of its own. */
static inline void older_alone(struct older_file *older)
{
    older->issuer.pointer = "";
    older->file.definition.kind = BLZ_DEFINITION_ISSUER;
    older->file.definition.id = older->issuer.id;
    older->file.definition.micro_credential = NULL;
    older->file.definition.rubric = NULL;
}

static inline void older_close(struct older_file *older)
{
    sample_close(&older->file);
}

#endif
