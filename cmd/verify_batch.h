#ifndef BLAZON_CMD_VERIFY_BATCH_H
#define BLAZON_CMD_VERIFY_BATCH_H

#include "command.h"

#include <blazon/verify.h>

/* blazon verify --batch FILE --jobs N. Returns an exit code. */
int cmd_verify_batch(struct cmd_env *env, const blz_verify_options *how);

#endif
