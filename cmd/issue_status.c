#include "issue_status.h"

#include <stdlib.h>
#include <string.h>

#include <blazon/issue.h>
#include <blazon/json.h>

#include "report.h"

static blz_status choose_id(struct cmd_env *env, char **out)
{
    const char *wanted = cmd_value(env, "id");
    if (!wanted) return blz_credential_id_new(out, env->ctx);
    *out = strdup(wanted);
    return *out ? BLZ_OK : BLZ_ERR_NOMEM;
}

/* Verifiers believe a list of the badge's own issuer. */
static int check_issuer(const struct cmd_env *env, const struct cmd_list *list,
                        const blz_definition *definition)
{
    const json_t *issuer = json_object_get(blz_definition_json(definition), "issuer");
    const char *id = json_string_value(json_object_get(issuer, "id"));
    const char *owner = blz_status_list_summarize(list->list).issuer;
    if (id && strcmp(id, owner) == 0) return CMD_OK;
    return cmd_usage(env, "the list \"%s\" is by \"%s\", but the badge is by \"%s\"", list->path, owner,
                     id ? id : "nobody");
}

int cmd_place_take(struct cmd_env *env, struct cmd_place *place, const blz_definition *definition)
{
    const char *path = cmd_value(env, "status");
    size_t index = 0;
    if (!path) return CMD_OK;
    int code = cmd_list_open(env, &place->list, path, true);
    if (code == CMD_OK) code = check_issuer(env, &place->list, definition);
    if (code != CMD_OK) return code;
    blz_status status = choose_id(env, &place->id);
    if (status == BLZ_OK)
        status = blz_status_list_allocate(&index, place->list.list, env->ctx, place->id, place->list.diags);
    if (status == BLZ_OK) status = blz_status_list_entry(&place->entry, NULL, place->list.list, index, 0);
    return status == BLZ_OK ? CMD_OK : cmd_report(env, status, place->list.diags, "give a place in the list");
}

int cmd_place_save(struct cmd_env *env, const struct cmd_place *place)
{
    return place->entry ? cmd_list_save(env, &place->list) : CMD_OK;
}

void cmd_place_free(struct cmd_place *place)
{
    blz_free(place->id);
    blz_free(place->entry);
    cmd_list_close(&place->list);
}
