#ifndef BLZ_CODEC_YAML_READ_H
#define BLZ_CODEC_YAML_READ_H

/* YAML in. blz_yaml_read() is declared in <blazon/json.h>. */

#include "base/diag.h"

#include <blazon/json.h>

#endif
