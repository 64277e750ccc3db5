#include <string.h>

#include "jsonld/expand.h"

/* A credential is a JSON-LD document in compacted form (VC Data Model 2.0, 1.3), and is read as JSON by the
 * names that its contexts give. A proof over RDF covers what the names mean, not the names: whoever holds a
 * badge could write its end or its status under another name, and the proof would still match. */

static const char *const vocabularies[] = {
    "https://www.w3.org/2018/credentials#",
    "https://www.w3.org/ns/credentials/status#",
    "https://w3id.org/security#",
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
    "https://imsglobal.github.io/openbadges-specification/ob_v3p0.html#",
};

/* The word that the IRI is in one of the vocabularies; NULL if it is in none. */
static const char *word_of(const char *iri)
{
    for (size_t i = 0; i < BLZ_COUNT_OF(vocabularies); i++) {
        size_t length = strlen(vocabularies[i]);
        if (strncmp(iri, vocabularies[i], length) == 0) return iri + length;
    }
    return NULL;
}

/* The end of a proof has two names in published contexts; it is read by the one of VC Data
 * Integrity 1.0, 2.1. */
static bool is_old_name(const blz_ld_iri *iri, const char *written)
{
    return strcmp(written, "expiration") == 0 &&
           strcmp(iri->text, "https://w3id.org/security#expiration") == 0;
}

blz_status blz_ld_check_name(blz_ld_run *run, const blz_ld_iri *iri, const char *written, const blz_ld_at *at)
{
    if (!run->options->compacted || !iri->text) return BLZ_OK;
    bool old = is_old_name(iri, written);
    if (iri->term && iri->term->published && !old) return BLZ_OK;
    const char *word = word_of(iri->text);
    bool turned = iri->term && iri->term->reverse;
    if (!word || (strcmp(word, written) == 0 && !turned && !old)) return BLZ_OK;
    return blz_ld_drop(
        run, at, written,
        "\"%s\" means \"%s\" of a known vocabulary, and who reads the badge does not find it there; "
        "it has to stand under the name that the published context gives to it",
        written, word);
}

/* Keywords that a compacted document has: those of values and lists, and `@type` only beside `@value`. */
static bool may_be_written(const blz_ld_members *m, blz_ld_keyword keyword)
{
    switch (keyword) {
    case BLZ_LD_VALUE:
    case BLZ_LD_LANGUAGE:
    case BLZ_LD_DIRECTION:
    case BLZ_LD_INDEX:
    case BLZ_LD_LIST:
        return true;
    case BLZ_LD_TYPE:
        return json_object_get(m->element, "@value");
    default:
        return false;
    }
}

blz_status blz_ld_check_keyword(const blz_ld_members *m, const blz_ld_iri *iri, const char *written,
                                const blz_ld_at *at)
{
    if (!m->run->options->compacted) return BLZ_OK;
    const char *keyword = blz_ld_keyword_text(iri->keyword);
    bool named = (iri->keyword == BLZ_LD_ID && strcmp(written, "id") == 0) ||
                 (iri->keyword == BLZ_LD_TYPE && strcmp(written, "type") == 0);
    if (named || (strcmp(written, keyword) == 0 && may_be_written(m, iri->keyword))) return BLZ_OK;
    if (iri->keyword == BLZ_LD_ID || iri->keyword == BLZ_LD_TYPE)
        return blz_ld_drop(m->run, at, written,
                           "\"%s\" has to be written as \"%s\", which a badge is read by", written,
                           keyword + 1);
    return blz_ld_drop(
        m->run, at, written,
        "\"%s\" puts what is said in another place than where a badge is read; take it out, and "
        "write its members where they belong",
        written);
}

blz_status blz_ld_check_whole(blz_ld_run *run, const blz_ld_iri *iri, const char *written,
                              const blz_ld_at *at)
{
    if (!run->options->compacted || !iri->text || !blz_ld_is_absolute(iri->text)) return BLZ_OK;
    if (iri->text == written || strcmp(iri->text, written) == 0) return BLZ_OK;
    if (iri->term && iri->term->published) return BLZ_OK;
    return blz_ld_drop(
        run, at, written,
        "\"%s\" is short for \"%s\", and a context says so; it has to be written whole, because "
        "the badge is read as it is written",
        written, iri->text);
}
