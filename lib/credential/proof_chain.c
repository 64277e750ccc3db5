#include <string.h>

#include "credential/proof.h"

/* The name at `index` of a `previousProof`, which is one text or an array of them; NULL beyond the end and
 * for what is no text. */
static const char *name_at(const json_t *previous, size_t index)
{
    if (json_is_array(previous)) return json_string_value(json_array_get(previous, index));
    return index == 0 ? json_string_value(previous) : NULL;
}

static size_t names_in(const json_t *previous)
{
    return json_is_array(previous) ? json_array_size(previous) : previous != NULL;
}

/* The entries with this id, as bits. */
static uint64_t having(const blz_integrity *sealed, const char *id)
{
    uint64_t found = 0;
    for (size_t i = 0; id && i < sealed->count; i++) {
        const char *own = sealed->entries[i].shown.id;
        if (own && strcmp(own, id) == 0) found |= UINT64_C(1) << i;
    }
    return found;
}

uint64_t blz_proof_named(const blz_integrity *sealed, const json_t *previous)
{
    uint64_t found = 0;
    for (size_t i = 0; i < names_in(previous) && i < BLZ_PROOFS_MAX; i++)
        found |= having(sealed, name_at(previous, i));
    return found;
}

static const json_t *previous_of(const json_t *proof)
{
    return json_object_get(proof, "previousProof");
}

/* All proofs on which those in `from` build, in any number of steps. */
static uint64_t reach(const blz_integrity *sealed, uint64_t from)
{
    uint64_t seen = 0;
    while (from & ~seen) {
        size_t next = (size_t)__builtin_ctzll(from & ~seen);
        seen |= UINT64_C(1) << next;
        from |= sealed->entries[next].before;
    }
    return seen;
}

void blz_proof_link(blz_integrity *sealed)
{
    for (size_t i = 0; i < sealed->count; i++) {
        blz_proof_entry *entry = &sealed->entries[i];
        entry->before = blz_proof_named(sealed, previous_of(entry->shown.json));
    }
    for (size_t i = 0; i < sealed->count; i++)
        sealed->entries[i].shown.previous = reach(sealed, sealed->entries[i].before);
}

static blz_status check_name(blz_proof_run *run, const char *name)
{
    uint64_t found = having(run->sealed, name);
    if (!found)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, "previousProof",
                                "the proof builds on the proof \"%s\", which is not there", name);
    if (found & (found - 1))
        return blz_proof_refuse(run, BLZ_ERR_INVALID, "previousProof",
                                "the proof builds on the proof \"%s\", and two have that id", name);
    return BLZ_OK;
}

/* What a new proof builds on, in any number of steps: it holds only while that does. An old one need not be
 * asked this, as those before it are verified, too. */
static blz_status check_before(blz_proof_run *run)
{
    const blz_integrity *sealed = run->sealed;
    uint64_t before = reach(sealed, run->before);
    for (size_t i = 0; i < sealed->count; i++) {
        const json_t *previous = previous_of(sealed->entries[i].shown.json);
        if (!(before >> i & 1)) continue;
        for (size_t name = 0; name < names_in(previous) && name < BLZ_PROOFS_MAX; name++)
            BLZ_TRY(check_name(run, name_at(previous, name)));
        if (sealed->entries[i].shown.previous >> i & 1)
            return blz_proof_refuse(run, BLZ_ERR_INVALID, "previousProof",
                                    "the proof builds on one that, by way of others, builds on itself");
    }
    return BLZ_OK;
}

blz_status blz_proof_check_chain(blz_proof_run *run)
{
    const blz_integrity *sealed = run->sealed;
    const json_t *previous = previous_of(run->proof);
    const char *id = json_string_value(json_object_get(run->proof, "id"));
    uint64_t own = run->index < sealed->count ? UINT64_C(1) << run->index : 0;
    if (having(sealed, id) & ~own)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, "id", "another proof has the same id \"%s\"", id);
    if (names_in(previous) > BLZ_PROOFS_MAX)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, "previousProof",
                                "the proof builds on more proofs than there are");
    for (size_t i = 0; i < names_in(previous); i++)
        BLZ_TRY(check_name(run, name_at(previous, i)));
    if (reach(sealed, run->before) & own)
        return blz_proof_refuse(run, BLZ_ERR_INVALID, "previousProof",
                                "the proof builds on itself, by way of the proofs before it");
    return own ? BLZ_OK : check_before(run);
}
