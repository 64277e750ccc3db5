#include <string.h>

#include "base/text.h"
#include "codec/json_ptr.h"
#include "definition/ids.h"
#include "definition/load.h"

enum {
    FINDINGS_MAX = 1000,  /* more than a collector keeps is not worth the work */
    SUGGESTIONS_MAX = 64, /* so many ids are compared, and so many times: the cost is quadratic */
    LISTED_MAX = 8,       /* more ids than that are not listed */
    ID_MAX = 64           /* nor longer ones: a message is repeated for each finding */
};

/* One run over one tree. */
typedef struct refs {
    const blz_definition *definition;
    blz_diags *diags;
    blz_buf path; /* pointer of the value that is being looked at */
    size_t findings, suggestions;
    json_t *evidence, *levels; /* ids; evidence is NULL in a rubric file */
    blz_buf who;               /* what messages call the criterion, or the passing rule */
} refs;

static void refs_clear(refs *run)
{
    blz_buf_clear(&run->path);
    blz_buf_clear(&run->who);
    json_decref(run->evidence);
    json_decref(run->levels);
}

static blz_status report(refs *run, const char *code, const blz_diag *diag)
{
    run->findings++;
    return blz_definition_report(run->definition, run->diags, code, run->path.data, diag);
}

static bool is_full(const refs *run)
{
    return run->findings >= FINDINGS_MAX;
}

/* The first ids of a list that are good to read; how many there are in `candidates`. */
static size_t first_ids(const char *candidates[SUGGESTIONS_MAX], json_t *ids)
{
    size_t count = 0;
    const char *id;
    json_t *index;
    json_object_foreach (ids, id, index) {
        (void)index;
        if (count < SUGGESTIONS_MAX && strlen(id) <= ID_MAX) candidates[count++] = id;
    }
    return count;
}

/* "there are "a", "b" and "c"", or as much of that as is good to read. */
static blz_status list_ids(blz_buf *out, const char *const *ids, size_t count)
{
    if (count == 0) return blz_buf_puts(out, "add an entry with this id to the list");
    if (count > LISTED_MAX) return blz_buf_puts(out, "use an id from the list, or add an entry with this id");
    for (size_t i = 0; i < count; i++) {
        const char *joint = i == 0 ? "there is " : i + 1 < count ? ", " : " and ";
        BLZ_TRY(blz_buf_printf(out, "%s\"%s\"", joint, ids[i]));
    }
    return BLZ_OK;
}

/* As the schemas want ids to be. */
static bool is_id(const char *text)
{
    return !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")];
}

/* `what` is about `word`, which is not among `ids`. */
static blz_status report_unknown(refs *run, const char *code, const char *word, json_t *ids,
                                 const blz_diag *what)
{
    const char *candidates[SUGGESTIONS_MAX];
    size_t count = first_ids(candidates, ids);
    bool may_compare = run->suggestions++ < SUGGESTIONS_MAX;
    const char *near = may_compare ? blz_suggest(word, candidates, count) : NULL;
    if (near && !is_id(near)) return BLZ_OK; /* told already where it is given */
    BLZ_SCOPED(blz_buf) hint = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(near ? blz_buf_printf(&hint, "did you mean \"%s\"?", near) : list_ids(&hint, candidates, count));
    blz_diag diag = *what;
    diag.hint = blz_diags_text(run->diags, "%s", hint.data);
    diag.fix = near ? blz_diags_text(run->diags, "%s", near) : NULL;
    if (!diag.hint || (near && !diag.fix)) return BLZ_ERR_NOMEM;
    return report(run, code, &diag);
}

/* Entries of the list at run->path that repeat the text at `key`. `what` names the entries. */
static blz_status check_unique(refs *run, const json_t *list, const char *key, const char *what)
{
    size_t mark = run->path.length;
    json_auto_t *seen = json_object();
    BLZ_TRY_MEM(seen);
    for (size_t i = 0; i < json_array_size(list) && !is_full(run); i++) {
        const char *id = json_string_value(json_object_get(json_array_get(list, i), key));
        if (!id) continue;
        if (!json_object_get(seen, id)) {
            BLZ_TRY_MEM(json_object_set_new(seen, id, json_true()) == 0);
            continue;
        }
        BLZ_TRY(blz_json_ptr_index(&run->path, i));
        BLZ_TRY(blz_json_ptr_push(&run->path, key));
        BLZ_TRY(
            report(run, "BLZ105",
                   &(blz_diag){.message = blz_diags_text(run->diags, "two %s are called \"%s\"", what, id),
                               .reason = "what refers to one of them cannot tell which",
                               .hint = "give each of them its own id"}));
        blz_json_ptr_cut(&run->path, mark);
    }
    return BLZ_OK;
}

static blz_status check_list(refs *run, const json_t *parent, const char *key, const char *what)
{
    size_t mark = run->path.length;
    BLZ_TRY(blz_json_ptr_push(&run->path, key));
    BLZ_TRY(check_unique(run, json_object_get(parent, key), "id", what));
    blz_json_ptr_cut(&run->path, mark);
    return BLZ_OK;
}

static blz_status report_level(refs *run, const char *level, bool at_key, const char *says)
{
    const char *message = blz_diags_text(run->diags, "%s %s the level \"%s\", which the rubric does not have",
                                         run->who.data, says, level);
    return report_unknown(
        run, "BLZ502", level, run->levels,
        &(blz_diag){.at_key = at_key,
                    .message = message,
                    .reason = "every level stands once in the list \"levels\" of the rubric"});
}

/* A member `key` that names a level. */
static blz_status check_level(refs *run, const json_t *parent, const char *key)
{
    const char *level = json_string_value(json_object_get(parent, key));
    if (!level || json_object_get(run->levels, level)) return BLZ_OK;
    size_t mark = run->path.length;
    BLZ_TRY(blz_json_ptr_push(&run->path, key));
    BLZ_TRY(report_level(run, level, false, "asks for"));
    blz_json_ptr_cut(&run->path, mark);
    return BLZ_OK;
}

static blz_status check_descriptors(refs *run, const json_t *criterion)
{
    size_t mark = run->path.length;
    const char *level;
    json_t *text;
    json_object_foreach (json_object_get(criterion, "levels"), level, text) {
        if (json_object_get(run->levels, level) || is_full(run)) continue;
        BLZ_TRY(blz_json_ptr_push(&run->path, "levels"));
        BLZ_TRY(blz_json_ptr_push(&run->path, level));
        BLZ_TRY(report_level(run, level, true, "describes"));
        blz_json_ptr_cut(&run->path, mark);
    }
    return BLZ_OK;
}

static blz_status report_evidence(refs *run, const char *id)
{
    const char *message =
        blz_diags_text(run->diags, "%s looks at the evidence \"%s\", which is not there", run->who.data, id);
    return report_unknown(
        run, "BLZ501", id, run->evidence,
        &(blz_diag){.message = message, .reason = "an assessor would have nothing to score it by"});
}

static blz_status check_evidence(refs *run, const json_t *criterion)
{
    size_t mark = run->path.length;
    const json_t *list = json_object_get(criterion, "evidence");
    for (size_t i = 0; run->evidence && i < json_array_size(list) && !is_full(run); i++) {
        const char *id = json_string_value(json_array_get(list, i));
        if (!id || json_object_get(run->evidence, id)) continue;
        BLZ_TRY(blz_json_ptr_push(&run->path, "evidence"));
        BLZ_TRY(blz_json_ptr_index(&run->path, i));
        BLZ_TRY(report_evidence(run, id));
        blz_json_ptr_cut(&run->path, mark);
    }
    return BLZ_OK;
}

static blz_status check_criterion(refs *run, const json_t *criterion, size_t index)
{
    const char *id = json_string_value(json_object_get(criterion, "id"));
    blz_buf_reset(&run->who);
    BLZ_TRY(id && strlen(id) <= ID_MAX ? blz_buf_printf(&run->who, "criterion \"%s\"", id)
                                       : blz_buf_printf(&run->who, "criterion %zu", index + 1));
    BLZ_TRY(check_evidence(run, criterion));
    BLZ_TRY(check_level(run, criterion, "passing"));
    return check_descriptors(run, criterion);
}

/* `rubric` is the value at run->path. */
static blz_status check_rubric(refs *run, const json_t *rubric)
{
    size_t mark = run->path.length;
    BLZ_TRY(blz_ids_index(&run->levels, json_object_get(rubric, "levels")));
    BLZ_TRY(check_list(run, rubric, "levels", "levels"));
    BLZ_TRY(check_list(run, rubric, "criteria", "criteria"));
    BLZ_TRY(blz_json_ptr_push(&run->path, "passing"));
    BLZ_TRY(blz_buf_puts(&run->who, "the passing rule"));
    BLZ_TRY(check_level(run, json_object_get(rubric, "passing"), "level"));
    blz_json_ptr_cut(&run->path, mark);
    const json_t *criteria = json_object_get(rubric, "criteria");
    for (size_t i = 0; i < json_array_size(criteria) && !is_full(run); i++) {
        BLZ_TRY(blz_json_ptr_push(&run->path, "criteria"));
        BLZ_TRY(blz_json_ptr_index(&run->path, i));
        BLZ_TRY(check_criterion(run, json_array_get(criteria, i), i));
        blz_json_ptr_cut(&run->path, mark);
    }
    return BLZ_OK;
}

static blz_status check_credential(refs *run, const json_t *tree)
{
    const json_t *rubric = json_object_get(tree, "rubric");
    /* Without the list, as when its key is misspelt, every reference into it would be one more finding. */
    if (json_object_get(tree, "evidence"))
        BLZ_TRY(blz_ids_index(&run->evidence, json_object_get(tree, "evidence")));
    BLZ_TRY(check_list(run, tree, "evidence", "pieces of evidence"));
    if (!json_is_object(rubric)) return BLZ_OK;
    BLZ_TRY(blz_json_ptr_push(&run->path, "rubric"));
    return check_rubric(run, rubric);
}

static blz_status check_stack(refs *run, const json_t *tree)
{
    const json_t *requires = json_object_get(tree, "requires");
    json_int_t earn = json_integer_value(json_object_get(tree, "earn"));
    BLZ_TRY(blz_json_ptr_push(&run->path, "requires"));
    BLZ_TRY(check_unique(run, requires, "credential", "entries of the stack"));
    blz_json_ptr_cut(&run->path, 0);
    if (!json_is_array(requires) || earn <= (json_int_t)json_array_size(requires)) return BLZ_OK;
    BLZ_TRY(blz_json_ptr_push(&run->path, "earn"));
    const char *message = blz_diags_text(run->diags, "%lld are to be earned, but the stack has only %zu",
                                         (long long)earn, json_array_size(requires));
    return report(run, "BLZ508",
                  &(blz_diag){.message = message,
                              .reason = "nobody could ever complete it",
                              .hint = "write a smaller number, or all"});
}

blz_status blz_refs_check(const blz_definition *definition, blz_diags *diags)
{
    BLZ_SCOPED(refs) run = {
        .definition = definition, .diags = diags, .path = BLZ_BUF(BLZ_BUF_MAX), .who = BLZ_BUF(BLZ_BUF_MAX)};
    BLZ_TRY(blz_buf_puts(&run.path, ""));
    switch (definition->kind) {
    case BLZ_DEFINITION_MICRO_CREDENTIAL:
        return check_credential(&run, definition->json);
    case BLZ_DEFINITION_RUBRIC:
        return check_rubric(&run, definition->json);
    case BLZ_DEFINITION_STACK:
        return check_stack(&run, definition->json);
    case BLZ_DEFINITION_TRUST:
        return check_list(&run, definition->json, "issuers", "issuers");
    default:
        return BLZ_OK;
    }
}
