#include "schema/compile.h"

#include <string.h>

#define DRAFT_2020 "https://json-schema.org/draft/2020-12/"
#define DRAFT_2019 "https://json-schema.org/draft/2019-09/"

static const struct {
    const char *uri;
    blz_schema_draft draft;
    unsigned vocabularies;
} known[] = {
    {DRAFT_2020 "vocab/core", BLZ_DRAFT_2020_12, BLZ_VOCABULARY_CORE},
    {DRAFT_2020 "vocab/applicator", BLZ_DRAFT_2020_12, BLZ_VOCABULARY_APPLICATOR},
    {DRAFT_2020 "vocab/unevaluated", BLZ_DRAFT_2020_12, BLZ_VOCABULARY_UNEVALUATED},
    {DRAFT_2020 "vocab/validation", BLZ_DRAFT_2020_12, BLZ_VOCABULARY_VALIDATION},
    {DRAFT_2020 "vocab/meta-data", BLZ_DRAFT_2020_12, BLZ_VOCABULARY_METADATA},
    {DRAFT_2020 "vocab/format-annotation", BLZ_DRAFT_2020_12, BLZ_VOCABULARY_FORMAT},
    {DRAFT_2020 "vocab/format-assertion", BLZ_DRAFT_2020_12,
     BLZ_VOCABULARY_FORMAT | BLZ_VOCABULARY_ASSERT_FORMAT},
    {DRAFT_2020 "vocab/content", BLZ_DRAFT_2020_12, BLZ_VOCABULARY_CONTENT},
    {DRAFT_2019 "vocab/core", BLZ_DRAFT_2019_09, BLZ_VOCABULARY_CORE},
    {DRAFT_2019 "vocab/applicator", BLZ_DRAFT_2019_09,
     BLZ_VOCABULARY_APPLICATOR | BLZ_VOCABULARY_UNEVALUATED},
    {DRAFT_2019 "vocab/validation", BLZ_DRAFT_2019_09, BLZ_VOCABULARY_VALIDATION},
    {DRAFT_2019 "vocab/meta-data", BLZ_DRAFT_2019_09, BLZ_VOCABULARY_METADATA},
    {DRAFT_2019 "vocab/format", BLZ_DRAFT_2019_09, BLZ_VOCABULARY_FORMAT},
    {DRAFT_2019 "vocab/content", BLZ_DRAFT_2019_09, BLZ_VOCABULARY_CONTENT},
};

enum {
    ALL = BLZ_VOCABULARY_CORE | BLZ_VOCABULARY_APPLICATOR | BLZ_VOCABULARY_UNEVALUATED |
          BLZ_VOCABULARY_VALIDATION | BLZ_VOCABULARY_METADATA | BLZ_VOCABULARY_FORMAT |
          BLZ_VOCABULARY_CONTENT,
};

unsigned blz_vocabulary_default(blz_schema_draft draft, bool assert_formats)
{
    (void)draft;
    return assert_formats ? ALL | BLZ_VOCABULARY_ASSERT_FORMAT : ALL;
}

/* Whether `uri` is a published metaschema; an empty fragment does not count. */
static bool published(const char *uri, blz_schema_draft *draft)
{
    size_t length = strcspn(uri, "#");
    if (uri[length] && uri[length + 1]) return false;
    if (length == strlen(DRAFT_2020 "schema") && strncmp(uri, DRAFT_2020 "schema", length) == 0)
        *draft = BLZ_DRAFT_2020_12;
    else if (length == strlen(DRAFT_2019 "schema") && strncmp(uri, DRAFT_2019 "schema", length) == 0)
        *draft = BLZ_DRAFT_2019_09;
    else
        return false;
    return true;
}

static blz_status add_vocabulary(blz_compiler *c, const char *uri, bool required, blz_schema_draft *draft,
                                 unsigned *vocabularies)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(known); i++) {
        if (strcmp(known[i].uri, uri) != 0) continue;
        *draft = known[i].draft;
        *vocabularies |= known[i].vocabularies;
        return BLZ_OK;
    }
    if (!required) return BLZ_OK;
    (void)blz_compile_problem(c, NULL, "it needs the vocabulary %s, which is not known here", uri);
    return BLZ_ERR_UNSUPPORTED;
}

/* A metaschema that is not a published one says with "$vocabulary" which keywords it has. */
static blz_status read_metaschema(blz_compiler *c, const json_t *metaschema, blz_schema_draft *draft,
                                  unsigned *vocabularies)
{
    const char *dialect = json_string_value(json_object_get(metaschema, "$schema"));
    json_t *list = json_object_get(metaschema, "$vocabulary");
    *draft = c->options.draft;
    if (dialect) (void)published(dialect, draft);
    *vocabularies = blz_vocabulary_default(*draft, c->options.assert_formats);
    if (!json_is_object(list)) return BLZ_OK;
    *vocabularies = c->options.assert_formats ? BLZ_VOCABULARY_ASSERT_FORMAT : 0;
    const char *uri;
    json_t *required;
    json_object_foreach (list, uri, required)
        BLZ_TRY(add_vocabulary(c, uri, json_is_true(required), draft, vocabularies));
    return BLZ_OK;
}

blz_status blz_vocabulary_find(blz_compiler *c, const char *uri, blz_schema_draft *draft,
                               unsigned *vocabularies)
{
    if (published(uri, draft)) {
        *vocabularies = blz_vocabulary_default(*draft, c->options.assert_formats);
        return BLZ_OK;
    }
    const json_t *metaschema = NULL;
    blz_status status = blz_resolve_document(c, uri, &metaschema);
    if (status == BLZ_ERR_NOT_FOUND) {
        (void)blz_compile_problem(c, NULL, "it is written for %s, which is not known here", uri);
        return BLZ_ERR_UNSUPPORTED;
    }
    BLZ_TRY(status);
    return read_metaschema(c, metaschema, draft, vocabularies);
}
