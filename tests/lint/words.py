#!/usr/bin/env python3
"""Public text names no machine of ours: no absolute path into somebody's home or work folder, no address of a private
network; and it has no trailing blanks, no tabs where .editorconfig wants spaces, and a line end at its end."""

import re

import gate

PLACES = re.compile(r"(?<![\w$}.])/(?:work|home|root|Users|mnt)/\w")
ADDRESSES = re.compile(r"\b(?:10|192\.168|172\.16)\.\d+\.\d+\.\d+\b(?!/)")
# What must not be connected to is named where that is tested.
OF_ADDRESSES = ("tests/net/", "tests/unit/net/")
TEXT = (".c", ".h", ".py", ".sh", ".md", ".cmake", ".txt", ".yaml", ".json", ".js", ".mjs", ".in", ".map",
        ".1", ".3", ".5", ".7")
# Cases hold exact bytes, also of wrong input.
EXACT = re.compile(r"^tests/(cli|fuzz|suites|interop)/")


def check(tree):
    complaints = []
    for path in tree.files("**/*", ".ci/*"):
        if not path.endswith(TEXT) and "." in path.rsplit("/", 1)[-1]:
            continue
        text = tree.read(path)
        for number, line in enumerate(text.split("\n"), 1):
            if PLACES.search(line) or (ADDRESSES.search(line) and not path.startswith(OF_ADDRESSES)):
                complaints.append(f"{path}:{number}: names a place of one machine: {line.strip()}")
            if line != line.rstrip() and not EXACT.match(path):
                complaints.append(f"{path}:{number}: blanks at the end of the line")
        if text and not text.endswith("\n") and not EXACT.match(path):
            complaints.append(f"{path}: no line end at its end")
    return complaints


if __name__ == "__main__":
    gate.main(check, {"README.md": "See `$work/prefix` and /usr/share.\n"}, [
        ({"README.md": "cd /ho" + "me/jane/blazon\n"}, "README.md:1: names a place"),
        ({"lib/a.c": "/* as in /wo" + "rk/x */\n"}, "names a place"),
        ({"docs.md": "fetch 10.1" + ".2.3:8080\n"}, "names a place"),
        ({"lib/a.c": "int x; \n"}, "blanks at the end"),
        ({"lib/a.c": "int x;"}, "no line end"),
    ], __doc__)
