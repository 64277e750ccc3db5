#include <ctype.h>
#include <string.h>

#include "jsonld/expand.h"

/* A credential is a JSON-LD document in compacted form (VC Data Model 2.0, 1.3), and is read as JSON by the
 * names that its contexts give. A proof over RDF covers what the names mean, not the names: whoever holds a
 * badge could write its end or its status under another name, and the proof would still match. */

/* Whose words badges are read by. */
static const char *const vocabularies[] = {
    "https://www.w3.org/2018/credentials#",
    "https://www.w3.org/ns/credentials/status#",
    "https://w3id.org/security#",
    "http://purl.org/dc/terms/",
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
    "https://purl.imsglobal.org/spec/vc/clr/vocab.html#",
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

/* Contexts give one IRI two names where a class and a property have it ("Criteria", "criteria"),
 * and for the end of a proof, which is read by the name of VC Data Integrity 1.0, 2.1. */
static bool is_second_name(const blz_ld_iri *iri, const char *written, blz_ld_role role)
{
    if (role == BLZ_LD_A_PROPERTY && isupper((unsigned char)written[0])) return true;
    if (role == BLZ_LD_A_TYPE && islower((unsigned char)written[0])) return true;
    return strcmp(written, "expiration") == 0 &&
           strcmp(iri->text, "https://w3id.org/security#expiration") == 0;
}

/* Whether a term of the document's own is another way to write the word than the published one would be: by
 * name, by direction, or as a map with keys that nobody looks behind. */
static bool is_own_way(const blz_ld_term *term, const char *word, const char *written)
{
    unsigned plain = BLZ_LD_AS_SET | BLZ_LD_AS_LIST;
    return strcmp(word, written) != 0 || (term && (term->reverse || (term->container & ~plain)));
}

/* Whether ids, types or a property of what the values are stand as keys before them. */
static bool has_keys(const blz_ld_term *term)
{
    return term && !term->published && ((term->container & (BLZ_LD_AS_ID | BLZ_LD_AS_TYPE)) || term->index);
}

blz_status blz_ld_check_name(const blz_ld_members *m, const blz_ld_iri *iri, const char *written,
                             blz_ld_role role, const blz_ld_at *at)
{
    if (!m->run->options->compacted || !iri->text) return BLZ_OK;
    bool published = iri->term && iri->term->published, second = is_second_name(iri, written, role);
    if (published && !second && !m->nested) return BLZ_OK; /* as nearly all are */
    const char *word = word_of(iri->text);
    if (m->nested && (word || published))
        return blz_ld_drop(
            m->run, at, written,
            "\"%s\" is nested, where who reads the badge does not look for it; it has to stand "
            "in the object that it is about",
            written);
    if (role == BLZ_LD_A_PROPERTY && has_keys(iri->term))
        return blz_ld_drop(m->run, at, written,
                           "the values of \"%s\" have an id, type or property before them as a name, where "
                           "who reads the badge does not look for it",
                           written);
    if (iri->term && iri->term->hides)
        return blz_ld_drop(m->run, at, written,
                           "a published context defines \"%s\", and another one gives another meaning to it, "
                           "which who reads the badge does not know",
                           written);
    if (!word) return BLZ_OK;
    if (!second && (published || !is_own_way(iri->term, word, written))) return BLZ_OK;
    return blz_ld_drop(m->run, at, written,
                       "\"%s\" means \"%s\" of a known vocabulary, and who reads the badge does not find it "
                       "there; it has to stand as the published contexts have it",
                       written, word);
}

/* Keywords that a compacted document has: those of values and lists, `@type` only beside `@value`. What is
 * nested is looked at member by member. */
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
    if (!m->run->options->compacted || iri->keyword == BLZ_LD_NEST) return BLZ_OK;
    const char *keyword = blz_ld_keyword_text(iri->keyword);
    bool names = iri->keyword == BLZ_LD_ID || iri->keyword == BLZ_LD_TYPE;
    if (names && strcmp(written, keyword + 1) == 0 && !m->nested) return BLZ_OK;
    if (strcmp(written, keyword) == 0 && may_be_written(m, iri->keyword)) return BLZ_OK;
    if (names && !m->nested)
        return blz_ld_drop(m->run, at, written,
                           "\"%s\" has to be written as \"%s\", which a badge is read by", written,
                           keyword + 1);
    return blz_ld_drop(m->run, at, written,
                       "\"%s\" puts what is said in another place than where a badge is read; take it out, "
                       "and write its members where they belong",
                       written);
}

blz_status blz_ld_check_whole(blz_ld_run *run, const blz_ld_iri *iri, const char *written,
                              const blz_ld_at *at)
{
    if (!run->options->compacted || !iri->text) return BLZ_OK;
    if (!blz_ld_is_absolute(iri->text) && !blz_ld_is_blank(iri->text)) return BLZ_OK;
    if (strcmp(iri->text, written) == 0 || (iri->term && iri->term->published)) return BLZ_OK;
    return blz_ld_drop(
        run, at, written,
        "\"%s\" is short for \"%s\", and a context says so; it has to be written whole, because "
        "the badge is read as it is written",
        written, iri->text);
}
