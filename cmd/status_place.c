#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <blazon/verify.h>

#include "report.h"
#include "status.h"

/* The subcommands of `status` that change places: allocate, revoke, suspend, reinstate. Each saves the list
 * before it says anything. */

enum { COUNT_MAX = 10000 };

/* allocate */

static const struct cmd_option allocate_options[] = {
    {.name = "id", .value = "URI", .help = "The id of the badge that gets the place."},
    {.name = "count",
     .value = "N",
     .help = "Allocate N places for badges that are not known yet, as a list."},
    {0},
};

/* A text that grows by pieces. */
struct text {
    char *bytes;
    size_t length;
};

static blz_status append(struct text *text, const char *piece)
{
    size_t size = strlen(piece);
    char *bytes = realloc(text->bytes, text->length + size + 1);
    if (!bytes) return BLZ_ERR_NOMEM;
    memcpy(bytes + text->length, piece, size + 1);
    text->bytes = bytes;
    text->length += size;
    return BLZ_OK;
}

static blz_status add_entry(struct cmd_env *env, const struct cmd_list *list, struct text *text,
                            const char *before)
{
    char *entry = NULL;
    size_t index = 0;
    blz_status status =
        blz_status_list_allocate(&index, list->list, env->ctx, cmd_value(env, "id"), list->diags);
    if (status == BLZ_OK) status = blz_status_list_entry(&entry, NULL, list->list, index, 0);
    if (status == BLZ_OK) status = append(text, before);
    if (status == BLZ_OK) status = append(text, entry);
    blz_free(entry);
    return status;
}

static blz_status make_entries(struct cmd_env *env, const struct cmd_list *list, struct text *text,
                               size_t count)
{
    bool several = cmd_has(env, "count");
    blz_status status = BLZ_OK;
    for (size_t i = 0; i < count && status == BLZ_OK; i++)
        status = add_entry(env, list, text, !several ? "" : i == 0 ? "[" : ",\n ");
    return status == BLZ_OK ? append(text, several ? "]\n" : "\n") : status;
}

static blz_status embed(struct cmd_env *env, const struct cmd_list *list, struct text *text, const char *path,
                        int *code)
{
    char *credential = NULL, *made = NULL;
    size_t length = 0;
    *code = cmd_read(env, path, &credential, &length);
    if (*code != CMD_OK) return BLZ_OK;
    blz_status status = blz_status_list_embed(&made, NULL, list->list, env->ctx, credential, length,
                                              cmd_input_name(path), list->diags);
    if (status == BLZ_OK) status = append(text, made);
    blz_free(made);
    blz_free(credential);
    return status;
}

static int chosen_count(const struct cmd_env *env, size_t *count)
{
    const char *text = cmd_value(env, "count");
    char *end = NULL;
    *count = 1;
    if (!text) return CMD_OK;
    *count = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end || *count < 1 || *count > COUNT_MAX)
        return cmd_usage(env, "--count is \"%s\"; use a number from 1 to %d", text, COUNT_MAX);
    return CMD_OK;
}

static int run_allocate(struct cmd_env *env, int argc, char **argv)
{
    struct cmd_list list;
    struct text text = {0};
    size_t count = 1;
    int code = chosen_count(env, &count);
    if (code != CMD_OK) return code;
    if ((argc > 1) + cmd_has(env, "id") + cmd_has(env, "count") > 1)
        return cmd_usage(env, "give one of them: a credential, --id or --count");
    code = cmd_list_open(env, &list, argv[0], true);
    if (code == CMD_OK) {
        blz_status status =
            argc > 1 ? embed(env, &list, &text, argv[1], &code) : make_entries(env, &list, &text, count);
        if (status != BLZ_OK) code = cmd_report(env, status, list.diags, "give a place");
    }
    if (code == CMD_OK) code = cmd_list_save(env, &list);
    if (code == CMD_OK) code = cmd_write(env, text.bytes, text.length);
    free(text.bytes);
    cmd_list_close(&list);
    return code;
}

const struct cmd_command cmd_status_allocate = {
    .name = "status allocate",
    .group = CMD_GROUP_BADGES,
    .summary = "give a badge a place in a list",
    .operands = "LIST [CREDENTIAL]",
    .least = 1,
    .most = 2,
    .common = CMD_OUTPUT,
    .options = allocate_options,
    .description = "Gives a place, drawn at random, to a badge that is not signed yet. With CREDENTIAL,\n"
                   "writes that credential with its credentialStatus, ready for \"blazon sign\". Without\n"
                   "it, writes the credentialStatus alone.\n",
    .examples = "blazon status allocate revoked.json credential.json -o with-status.json\n"
                "blazon status allocate revoked.json --id urn:uuid:6a8d7c9e-0000-4000-8000-000000000000\n"
                "blazon status allocate revoked.json --count 30\n",
    .run = run_allocate,
};

/* revoke, suspend, reinstate */

/* What each of them does to its list. */
struct change {
    const char *purpose; /* that the list has to have */
    bool on;
    const char *done, *already; /* "2 badges DONE", "BADGE ALREADY" */
};

static int check_purpose(const struct cmd_env *env, const struct cmd_list *list, const struct change *change)
{
    blz_status_list_summary summary = blz_status_list_summarize(list->list);
    if (strcmp(summary.purpose, change->purpose) == 0) return CMD_OK;
    if (!change->on)
        return cmd_usage(env,
                         "\"%s\" is a list for revocation, which is for ever: nothing in it can be "
                         "reinstated",
                         list->path);
    return cmd_usage(env, "\"%s\" is a list for %s, and this needs one for %s", list->path, summary.purpose,
                     change->purpose);
}

/* The id of the badge in a file. */
static int id_of_file(struct cmd_env *env, char **out, const char *path)
{
    blz_report *report = NULL;
    char *badge = NULL;
    size_t length = 0;
    int code = cmd_read_badge(env, path, &badge, &length);
    if (code != CMD_OK) return code;
    blz_status status = blz_verify(&report, env->ctx, path, badge, length, NULL);
    const char *id = status == BLZ_OK ? blz_report_id(report) : NULL;
    *out = id ? strdup(id) : NULL;
    if (status == BLZ_OK && id && !*out) status = BLZ_ERR_NOMEM;
    if (status != BLZ_OK)
        code = cmd_fail_status(env, status, "read \"%s\"", path);
    else if (!id)
        code = cmd_fail(env, "\"%s\" has no id, so the list cannot know it; give its statusListIndex", path);
    blz_report_free(report);
    blz_free(badge);
    return code;
}

/* What names the badge in the list: the text itself, or the id of the badge in the file of that name. */
static int name_of(struct cmd_env *env, char **out, const struct cmd_list *list, const char *text)
{
    blz_status_list_place place;
    if (blz_status_list_find(&place, list->list, text) != BLZ_OK && access(text, F_OK) == 0)
        return id_of_file(env, out, text);
    *out = strdup(text);
    return *out ? CMD_OK : cmd_fail_status(env, BLZ_ERR_NOMEM, "find \"%s\"", text);
}

static int change_one(struct cmd_env *env, const struct cmd_list *list, const struct change *change,
                      const char *which, size_t *count)
{
    const char *reason = change->on ? cmd_value(env, "reason") : NULL;
    bool changed = false;
    blz_status status =
        blz_status_list_set(&changed, list->list, env->ctx, which, change->on, reason, list->diags);
    if (status != BLZ_OK) return cmd_report(env, status, list->diags, "change the list");
    if (!changed)
        cmd_note(env, "\"%s\" %s%s", which, change->already, reason ? "; the reason stays as it was" : "");
    *count += changed;
    return CMD_OK;
}

static int change_all(struct cmd_env *env, const struct cmd_list *list, const struct change *change, int argc,
                      char **argv)
{
    size_t count = 0;
    int code = CMD_OK;
    for (int i = 0; i < argc && code == CMD_OK; i++) {
        char *which = NULL;
        code = name_of(env, &which, list, argv[i]);
        if (code == CMD_OK) code = change_one(env, list, change, which, &count);
        free(which);
    }
    if (code == CMD_OK && count) code = cmd_list_save(env, list);
    if (code == CMD_OK && count)
        cmd_note(env, "%zu %s %s; verifiers will know when the list is published again", count,
                 count == 1 ? "badge" : "badges", change->done);
    return code;
}

static int run_change(struct cmd_env *env, int argc, char **argv, const struct change *change)
{
    struct cmd_list list;
    int code = cmd_list_open(env, &list, argv[0], true);
    if (code == CMD_OK) code = check_purpose(env, &list, change);
    if (code == CMD_OK) code = change_all(env, &list, change, argc - 1, argv + 1);
    cmd_list_close(&list);
    return code;
}

static const struct cmd_option reason_options[] = {
    {.name = "reason", .value = "TEXT", .help = "Why, in a few words, for the list's owner."},
    {0},
};

static int run_revoke(struct cmd_env *env, int argc, char **argv)
{
    return run_change(
        env, argc, argv,
        &(struct change){
            .purpose = "revocation", .on = true, .done = "revoked", .already = "was revoked already"});
}

const struct cmd_command cmd_status_revoke = {
    .name = "status revoke",
    .group = CMD_GROUP_BADGES,
    .summary = "take badges back for ever",
    .operands = "LIST BADGE...",
    .least = 2,
    .most = CMD_MANY,
    .common = CMD_QUIET | CMD_NOW,
    .options = reason_options,
    .description = "Marks badges as revoked in a list for revocation, all that are named or none. BADGE\n"
                   "is the file of a badge, its id, or the statusListIndex that stands in it. What is\n"
                   "revoked stays so.\n",
    .examples = "blazon status revoke revoked.json badge.json \\\n"
                "    --reason \"issued to the wrong person\"\n",
    .run = run_revoke,
};

static int run_suspend(struct cmd_env *env, int argc, char **argv)
{
    return run_change(
        env, argc, argv,
        &(struct change){
            .purpose = "suspension", .on = true, .done = "suspended", .already = "was suspended already"});
}

const struct cmd_command cmd_status_suspend = {
    .name = "status suspend",
    .group = CMD_GROUP_BADGES,
    .summary = "take badges back for a time",
    .operands = "LIST BADGE...",
    .least = 2,
    .most = CMD_MANY,
    .common = CMD_QUIET | CMD_NOW,
    .options = reason_options,
    .description = "Marks badges as suspended in a list for suspension, all that are named or none.\n"
                   "BADGE is the file of a badge, its id, or the statusListIndex that stands in it.\n",
    .examples = "blazon status suspend suspended.json 94567 --reason \"under review\"\n",
    .run = run_suspend,
};

static int run_reinstate(struct cmd_env *env, int argc, char **argv)
{
    return run_change(
        env, argc, argv,
        &(struct change){
            .purpose = "suspension", .on = false, .done = "reinstated", .already = "is not suspended"});
}

const struct cmd_command cmd_status_reinstate = {
    .name = "status reinstate",
    .group = CMD_GROUP_BADGES,
    .summary = "let suspended badges be good again",
    .operands = "LIST BADGE...",
    .least = 2,
    .most = CMD_MANY,
    .common = CMD_QUIET,
    .description = "Takes the mark off badges in a list for suspension, all that are named or none.\n"
                   "BADGE is the file of a badge, its id, or the statusListIndex that stands in it.\n",
    .examples = "blazon status reinstate suspended.json 94567\n",
    .run = run_reinstate,
};
