#include <string.h>

#include "verify/known_list.h"
#include "verify/status_entry.h"

/* One entry of a Bitstring Status List. The public validator looks at those for revocation only. */

typedef blz_status say_fn(blz_check *check, blz_outcome outcome, const char *pointer, const char *format,
                          ...);

typedef struct look {
    blz_check *check;
    const char *at; /* pointer to the entry */
    blz_status_entry entry;
    blz_list_form form;
    say_fn *say;
    const blz_known_list *list;
} look;

static bool is(const look *l, const char *purpose)
{
    return strcmp(l->entry.purpose, purpose) == 0;
}

static const char *member_at(const look *l, const char *member)
{
    return blz_at(l->check, "%s/%s", l->at, member);
}

/* " of 2026-11-20", for who wants to know how fresh the answer is. */
static const char *of_date(const look *l)
{
    return l->list->date ? blz_at(l->check, " of %s", l->list->date) : "";
}

/* Whether the list can be asked; if not, why is in the report. */
static blz_status check_list(const look *l, bool *usable)
{
    const blz_known_list *list = l->list;
    const char *url = l->entry.list, *at = member_at(l, "statusListCredential");
    *usable = false;
    if (list->missing)
        return l->say(l->check, BLZ_STEP_UNKNOWN, at,
                      "whether the badge was taken back is not known: its status list is not to be had here "
                      "(%s); give it with --map %s=FILE",
                      list->why, url);
    if (list->verdict == BLZ_UNDECIDED)
        return l->say(
            l->check, BLZ_STEP_UNKNOWN, at,
            "whether the badge was taken back is not known: its status list \"%s\" cannot be relied "
            "on: %s",
            url, list->why);
    if (list->verdict != BLZ_VALID)
        return l->say(l->check, BLZ_STEP_FAIL, at, "the status list \"%s\" is not to be believed: %s", url,
                      list->why);
    if (list->form != l->form)
        return l->say(l->check, BLZ_STEP_FAIL, at,
                      "the status list \"%s\" is of another kind than the badge says", url);
    if (!blz_published_list_serves(list->purposes, l->entry.purpose))
        return l->say(l->check, BLZ_STEP_FAIL, member_at(l, "statusPurpose"),
                      "the status list \"%s\" is not about \"%s\"", url, l->entry.purpose);
    *usable = true;
    return BLZ_OK;
}

/* Whose list it is: one of somebody else may only add to the doubts. */
static blz_status check_owner(const look *l)
{
    const blz_known_list *list = l->list;
    const char *own = l->check->issuer_id, *at = member_at(l, "statusListCredential");
    if (list->id && strcmp(list->id, l->entry.list) != 0)
        BLZ_TRY(blz_say_strict(
            l->check, BLZ_STEP_UNKNOWN, at,
            "the status list at \"%s\" says that it is \"%s\": in another list the place is that of "
            "another badge",
            l->entry.list, list->id));
    if (own && list->issuer && strcmp(own, list->issuer) == 0) return BLZ_OK;
    return blz_say_strict(
        l->check, BLZ_STEP_UNKNOWN, at,
        "the status list is by \"%s\", and nothing says that the issuer of the badge leaves "
        "this to it",
        list->issuer ? list->issuer : "nobody who is named");
}

static blz_status say_of_validity(const look *l, bool set, const char *taken, const char *good)
{
    if (set) return l->say(l->check, BLZ_STEP_FAIL, l->at, "the badge %s (status list%s)", taken, of_date(l));
    blz_note_standing(l->check, good, l->list->date);
    return l->say(l->check, BLZ_STEP_PASS, l->at, "%s (status list%s)", good, of_date(l));
}

static blz_status say_message(const look *l, uint32_t value)
{
    const char *text = blz_status_entry_message(&l->entry, value);
    if (!text && !l->entry.messages) text = value ? "set" : "unset";
    return l->say(l->check, value ? BLZ_STEP_WARN : BLZ_STEP_PASS, l->at,
                  "the issuer says of the badge: \"%s\" (0x%x, status list%s)", text ? text : "undefined",
                  value, of_date(l));
}

static blz_status say_value(const look *l, uint32_t value)
{
    if (is(l, "revocation")) return say_of_validity(l, value, "was revoked by its issuer", "not revoked");
    if (is(l, "suspension")) return say_of_validity(l, value, "is suspended at the moment", "not suspended");
    if (is(l, "message")) return say_message(l, value);
    if (is(l, "refresh"))
        return l->say(l->check, value ? BLZ_STEP_WARN : BLZ_STEP_PASS, l->at, "%s (status list%s)",
                      value ? "a newer copy of the badge is to be had from its issuer"
                            : "no newer copy of the badge is waiting",
                      of_date(l));
    if (!value)
        return l->say(l->check, BLZ_STEP_PASS, l->at, "\"%s\" is not set (status list%s)", l->entry.purpose,
                      of_date(l));
    return l->say(l->check, BLZ_STEP_UNKNOWN, l->at,
                  "the issuer has set \"%s\" on the badge, and blazon does not know whether it holds then",
                  l->entry.purpose);
}

static blz_status check_value(const look *l)
{
    const blz_bits *bits = &l->list->bits;
    uint32_t value = 0;
    if (bits->count / l->entry.size < BLZ_STATUS_ENTRIES_MIN)
        return l->say(l->check, BLZ_STEP_FAIL, member_at(l, "statusSize"),
                      "the status list has fewer than 131,072 entries of that size");
    if (blz_bits_get(&value, bits, l->entry.index, l->entry.size) != BLZ_OK)
        return l->say(l->check, BLZ_STEP_FAIL, member_at(l, "statusListIndex"),
                      "the place of the badge is not in its status list, which has %zu entries",
                      bits->count / l->entry.size);
    BLZ_TRY(check_owner(l));
    return say_value(l, value);
}

/* What does not stop the question. */
static blz_status check_form(const look *l, json_t *entry)
{
    const char *id = blz_member(entry, "id");
    if (l->entry.index_is_number)
        BLZ_TRY(blz_say_strict(l->check, BLZ_STEP_FAIL, member_at(l, "statusListIndex"),
                               "the place in the list is written as a number; it has to be a text"));
    if (id && strcmp(id, l->entry.list) == 0)
        BLZ_TRY(blz_say(l->check, BLZ_STEP_WARN, member_at(l, "id"),
                        "the status has the id of its list, which it must not have"));
    return BLZ_OK;
}

/* What the public validator does not look at. */
static bool is_beyond_1edtech(json_t *entry, blz_list_form form)
{
    const char *purpose = blz_member(entry, "statusPurpose");
    return form == BLZ_LIST_2021 || !purpose || strcmp(purpose, "revocation") != 0;
}

blz_status blz_check_status_bit(blz_check *check, json_t *entry, const char *at, blz_list_form form)
{
    BLZ_AUTO(blz_known_list) list = NULL;
    const char *member = NULL, *why = NULL;
    bool usable = false;
    look l = {.check = check,
              .at = at,
              .form = form,
              .say = is_beyond_1edtech(entry, form) ? blz_say_strict : blz_say};
    blz_status status = blz_status_entry_read(&l.entry, entry, form, &member, &why);
    if (status == BLZ_ERR_INVALID)
        return l.say(check, BLZ_STEP_FAIL, member_at(&l, member), "the status of the badge is not usable: %s",
                     why);
    BLZ_TRY(status);
    BLZ_TRY(check_form(&l, entry));
    BLZ_TRY(blz_known_list_get(&list, check, l.entry.list));
    l.list = list;
    BLZ_TRY(check_list(&l, &usable));
    return usable ? check_value(&l) : check->status;
}
