#!/usr/bin/env python3
"""Functions that are not used here, and what the library leaves to its callers."""

import re

import gate

EVERYWHERE = {
    "sprintf": "snprintf", "vsprintf": "vsnprintf", "strcat": "blz_buf", "strcpy": "blz_strdup or blz_buf",
    "strncpy": "blz_strndup", "strncat": "blz_buf", "gets": "cmd_read", "atoi": "strtol", "atol": "strtol",
    "atof": "strtod", "strtok": "strcspn", "sscanf": "a parser that says where it stopped", "alloca": "blz_malloc",
    "tmpnam": "mkstemp", "mktemp": "mkstemp", "system": "nothing", "popen": "nothing",
}
LIBRARY = {
    "malloc": "blz_malloc", "calloc": "blz_calloc", "realloc": "blz_realloc", "strdup": "blz_strdup",
    "strndup": "blz_strndup", "free": "blz_free", "printf": "blz_diags", "fprintf": "blz_diags", "puts": "blz_diags",
    "perror": "blz_diags", "exit": "blz_status", "abort": "blz_status", "_exit": "blz_status", "getenv": "blz_ctx",
    "json_dumps": "blz_json_write", "json_dumpb": "blz_json_write", "json_dump_file": "blz_json_write",
    "json_pack": "json_object_set_new, checked", "json_copy": "blz_json_copy", "json_loads": "blz_json_read", "json_loadb": "blz_json_parse",
    "setlocale": "nothing", "rand": "blz_ctx_random", "random": "blz_ctx_random", "time": "blz_ctx_now", "localtime": "blz_time_format",
}
# Where a function of the second list is at home.
HOMES = {
    "lib/base/mem.c": {"malloc", "calloc", "realloc", "free"},
    "lib/base/ctx.c": {"time"},
    "lib/base/file_write.c": {"free"},  # what realpath() gave
    "lib/codec/json_read.c": {"json_loadb", "json_loads"},
}
MARKS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def blank_comments_and_text(text):
    """The same lines without comments, strings and characters, so that only code is looked at."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0])
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


def check(tree):
    complaints = []
    for path in tree.files("lib/**/*.[ch]", "cmd/*.[ch]", "include/**/*.h", "tests/**/*.[ch]"):
        text = tree.read(path)
        for number, line in enumerate(text.splitlines(), 1):
            if MARKS.search(line):
                complaints.append(f"{path}:{number}: finish it or leave it out: {line.strip()}")
        rules = {**EVERYWHERE, **LIBRARY} if path.startswith("lib/") else EVERYWHERE
        for number, line in enumerate(blank_comments_and_text(text).splitlines(), 1):
            for name in re.findall(r"(?<![\w.>])(\w+)\s*\(", line):
                if name in rules and name not in HOMES.get(path, ()):
                    complaints.append(f"{path}:{number}: {name}() is not used here; use {rules[name]}")
            if re.search(r"\bgoto\b", line):
                complaints.append(f"{path}:{number}: no goto; use BLZ_AUTO or a smaller function")
    return complaints


if __name__ == "__main__":
    gate.main(check, {"lib/base/a.c": '/* strcpy( */ const char *s = "sprintf(";\nint x = blz_malloc(1);\n', "cmd/a.c": "printf(1);\n"}, [
        ({"cmd/b.c": "x = atoi(y);\n"}, "cmd/b.c:1: atoi() is not used here"),
        ({"lib/base/b.c": "\nfree(p);\n"}, "lib/base/b.c:2: free()"),
        ({"lib/jose/b.c": "s = json_dumps (v, 0);\n"}, "json_dumps()"),
        ({"lib/jose/b.c": "    goto out;\n"}, "no goto"),
        ({"lib/jose/b.c": "/* TO" + "DO: later */\n"}, "finish it"),
    ], __doc__)
