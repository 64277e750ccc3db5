#include "issue_ob2.h"

#include <string.h>

#include <blazon/json.h>
#include <blazon/ob2.h>

#include "issue_write.h"
#include "keyfile.h"
#include "report.h"

bool cmd_ob2_is_asked(const struct cmd_env *env)
{
    const char *version = cmd_value(env, "ob");
    return version && strcmp(version, "2.0") == 0;
}

int cmd_ob2_check(const struct cmd_env *env)
{
    static const char *const strangers[] = {"proof", "embed-key", "unsigned", "subject-id"};
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        if (cmd_has(env, strangers[i])) return cmd_usage(env, "--%s does not go with --ob 2.0", strangers[i]);
    bool hosted = cmd_has(env, "hosted"), key = cmd_has(env, "key");
    if (!hosted && !key)
        return cmd_usage(env, "a badge of 2.0 is hosted or signed: say --hosted URL or --key FILE");
    if (hosted && key)
        return cmd_usage(env, "--hosted and --key do not go together: a badge of 2.0 is hosted or signed");
    if (hosted && cmd_has(env, "id"))
        return cmd_usage(env, "--id does not go with --hosted, whose address is the id");
    if (hosted && cmd_has(env, "verification-method"))
        return cmd_usage(env, "--verification-method does not go with --hosted: no key is needed");
    if (hosted && cmd_has(env, "status"))
        return cmd_usage(env,
                         "--status does not go with --hosted: a hosted badge is taken back at its address");
    return CMD_OK;
}

/* The badge does not say where its list is: its issuer's profile does. */
static int take_place(struct cmd_env *env, struct cmd_place *place, const blz_definition *definition)
{
    const json_t *issuer = json_object_get(blz_definition_json(definition), "issuer");
    if (cmd_has(env, "status") && !json_object_get(issuer, "revocations"))
        return cmd_usage(env,
                         "--status: the issuer names no list under \"revocations\", so nobody would look");
    return cmd_place_take(env, place, definition);
}

/* What else has to be where, for the badge to be one. */
static void tell_places(const struct cmd_env *env, const blz_definition *definition)
{
    const json_t *json = blz_definition_json(definition);
    const char *id = json_string_value(json_object_get(json, "id"));
    const char *issuer = json_string_value(json_object_get(json_object_get(json, "issuer"), "id"));
    if (cmd_has(env, "hosted"))
        cmd_note(env, "publish %s at %s",
                 cmd_has(env, "bake") ? "what \"blazon unbake\" takes out of the picture" : "this badge",
                 cmd_value(env, "hosted"));
    cmd_note(env, "it counts once its class is published at %s and the issuer's profile at %s%s", id, issuer,
             cmd_has(env, "hosted")
                 ? ""
                 : ", with the key's document at its address (blazon key public --format ob2)");
}

static int write_hosted(struct cmd_env *env, const blz_definition *definition,
                        const blz_credential_options *what, blz_diags *diags)
{
    blz_credential_options options = *what;
    char *text = NULL;
    size_t length = 0;
    options.id = cmd_value(env, "hosted");
    options.indent = 2;
    blz_status status = blz_ob2_assertion_build(&text, &length, env->ctx, definition, &options, diags);
    int code = status == BLZ_OK ? cmd_issue_write(env, text, length, false, NULL)
                                : cmd_report(env, status, diags, "issue the badge");
    blz_free(text);
    return code;
}

static int write_signed(struct cmd_env *env, const blz_definition *definition,
                        const blz_credential_options *what, struct cmd_place *place, blz_diags *diags)
{
    blz_credential_options options = *what;
    blz_key *key = NULL;
    char *token = NULL;
    int code = cmd_key_open(env, &key, cmd_value(env, "key"));
    if (code == CMD_OK) code = take_place(env, place, definition);
    if (code == CMD_OK) {
        if (place->id) options.id = place->id;
        blz_status status = blz_ob2_assertion_sign(&token, env->ctx, definition, &options, key,
                                                   cmd_value(env, "verification-method"), diags);
        code = status == BLZ_OK ? cmd_issue_write(env, token, strlen(token), true, place)
                                : cmd_report(env, status, diags, "issue the badge");
    }
    blz_free(token);
    blz_key_free(key);
    return code;
}

int cmd_ob2_issue(struct cmd_env *env, const blz_definition *definition, const blz_credential_options *what,
                  struct cmd_place *place)
{
    blz_diags *diags = NULL;
    blz_status status = blz_diags_new(&diags);
    if (status != BLZ_OK) return cmd_fail_status(env, status, "issue the badge");
    int code = cmd_has(env, "hosted") ? write_hosted(env, definition, what, diags)
                                      : write_signed(env, definition, what, place, diags);
    if (code == CMD_OK) tell_places(env, definition);
    blz_diags_free(diags);
    return code;
}
