#include "issue_write.h"

#include <string.h>

#include <blazon/image.h>

#include "report.h"

int cmd_issue_check_bake(const struct cmd_env *env, const char *definition)
{
    if (!cmd_has(env, "bake")) return CMD_OK;
    if (cmd_has(env, "unsigned"))
        return cmd_usage(env,
                         "--bake does not go with --unsigned: nobody could verify what is in the picture");
    if (strcmp(cmd_value(env, "bake"), "-") == 0 && strcmp(definition, "-") == 0)
        return cmd_usage(env, "the definition and the picture cannot both be standard input");
    return cmd_check_image_output(env);
}

/* Whatever is wrong is the picture's fault: the badge was made a moment ago. */
static int refuse(struct cmd_env *env, blz_status status, const char *why)
{
    const char *name = cmd_input_name(cmd_value(env, "bake"));
    if (status == BLZ_ERR_NOMEM || !why) return cmd_fail_status(env, status, "bake into \"%s\"", name);
    cmd_fail(env, "\"%s\": %s%s", name, why,
             status == BLZ_ERR_EXISTS ? "; take the picture as it was before" : "");
    return CMD_FINDINGS;
}

static int bake(struct cmd_env *env, char **picture, size_t *length, const char *badge, size_t badge_length)
{
    char *image = NULL, *why = NULL;
    size_t image_length = 0;
    int code = cmd_read(env, cmd_value(env, "bake"), &image, &image_length);
    if (code != CMD_OK) return code;
    blz_status status =
        blz_bake(picture, length, env->ctx, image, image_length, badge, badge_length, NULL, &why);
    if (status != BLZ_OK) code = refuse(env, status, why);
    blz_free(why);
    blz_free(image);
    return code;
}

static void tell_place(const struct cmd_env *env, const struct cmd_place *place)
{
    bool revocation = strcmp(blz_status_list_summarize(place->list.list).purpose, "revocation") == 0;
    cmd_note(env, "the list knows the badge as \"%s\"; \"blazon status %s\" takes it back", place->id,
             revocation ? "revoke" : "suspend");
}

int cmd_issue_write(struct cmd_env *env, const char *badge, size_t length, bool is_token,
                    const struct cmd_place *place)
{
    char *picture = NULL;
    size_t picture_length = 0;
    int code = CMD_OK;
    if (cmd_has(env, "bake")) code = bake(env, &picture, &picture_length, badge, length);
    if (code == CMD_OK && place) code = cmd_place_save(env, place);
    if (code == CMD_OK && picture)
        code = cmd_write(env, picture, picture_length);
    else if (code == CMD_OK)
        code = is_token ? cmd_write_line(env, badge) : cmd_write(env, badge, length);
    if (code == CMD_OK && place && place->entry) tell_place(env, place);
    blz_free(picture);
    return code;
}
