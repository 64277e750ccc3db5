#!/usr/bin/env python3
"""Includes point down, or sideways within a folder, as lib/LAYERS draws it; the program stands on public headers; each
foreign library has the folders it lives in."""

import re

import gate

INCLUDE = re.compile(r'\s*#\s*include\s+(["<])([^">]+)[">]')
# Who may see whose header. A pattern on the left that includes one on the right must be listed.
FOREIGN = {
    "openssl/": ("lib/crypto/",),
    "yaml.h": ("lib/codec/",),
    "zlib.h": ("lib/codec/",),
    "expat.h": ("lib/image/",),
    "curl/": ("lib/net/",),
    "pcre2.h": ("lib/schema/",),
    "jansson.h": ("lib/", "include/blazon/json.h", "tests/"),
}


def read_layers(text):
    """Folder -> the folders that it may include."""
    allowed, below = {}, []
    for line in text.splitlines():
        line = line.split("#")[0].strip()
        here = []
        for group in line.split():
            here.append(group)
        folders = [word for word in here if word != "<"]
        for index, word in enumerate(here):
            if word == "<":
                continue
            allowed[word] = {word, *below}
            if index >= 2 and here[index - 1] == "<":
                allowed[word] |= {here[index - 2]}
        below += folders
    return allowed


def in_library(tree, path, allowed):
    floor = path.split("/")[1]
    for number, line in tree.lines(path):
        match = INCLUDE.match(line)
        if not match or match[1] != '"':
            continue
        target = match[2].split("/")[0]
        if "/" not in match[2]:
            yield f"{path}:{number}: write the floor: \"{floor}/{match[2]}\""
        elif target not in allowed.get(floor, ()):
            yield f"{path}:{number}: {floor} must not include {match[2]}"


def in_program(tree, path):
    for number, line in tree.lines(path):
        match = INCLUDE.match(line)
        if match and match[1] == '"' and "/" in match[2]:
            yield f"{path}:{number}: the program includes public headers only, not {match[2]}"


def foreign(tree, path):
    for number, line in tree.lines(path):
        match = INCLUDE.match(line)
        for header, homes in FOREIGN.items():
            if match and match[2].startswith(header) and not path.startswith(homes):
                yield f"{path}:{number}: {header} is at home in {' '.join(homes)}"


def check(tree):
    complaints = []
    allowed = read_layers(tree.read("lib/LAYERS"))
    for path in tree.files("lib/*/*.[ch]"):
        complaints += in_library(tree, path, allowed)
    for path in tree.files("cmd/*.[ch]"):
        complaints += in_program(tree, path)
    for path in tree.files("lib/*/*.[ch]", "cmd/*.[ch]", "include/blazon/*.h"):
        complaints += foreign(tree, path)
    return complaints


if __name__ == "__main__":
    gate.main(check, {
        "lib/LAYERS": "base < out\ncodec\njose net < did\n",
        "lib/base/a.c": '#include "base/a.h"\n#include <stdio.h>\n',
        "lib/out/a.c": '#include "base/a.h"\n',
        "lib/did/a.c": '#include "net/a.h"\n#include "codec/a.h"\n',
        "cmd/main.c": '#include <blazon/status.h>\n#include "opt.h"\n',
    }, [
        ({"lib/base/b.c": '#include "out/b.h"\n'}, "base must not include out/b.h"),
        ({"lib/codec/b.c": '#include "did/b.h"\n'}, "codec must not include did/b.h"),
        ({"lib/jose/b.c": '#include "net/b.h"\n'}, "jose must not include net/b.h"),
        ({"lib/did/b.c": '#include "jose/b.h"\n'}, "did must not include jose/b.h"),
        ({"lib/base/b.c": '#include "b.h"\n'}, "write the floor"),
        ({"cmd/b.c": '#include "base/buf.h"\n'}, "public headers only"),
        ({"lib/jose/b.c": "#include <openssl/evp.h>\n"}, "openssl/ is at home in lib/crypto/"),
        ({"include/blazon/key.h": "#include <jansson.h>\n"}, "jansson.h is at home"),
    ], __doc__)
