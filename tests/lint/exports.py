#!/usr/bin/env python3
"""What the shared library exports, what the public headers declare and what libblazon(3) names is the same."""

import re

import gate

DECLARATION = re.compile(r"BLZ_API[^;{]*?\b(blz_\w+)\(", re.S)
MAN = "man/libblazon.3"


def declared(tree):
    names = {}
    for path in tree.files("include/blazon/*.h"):
        text = re.sub(r"/\*.*?\*/|//[^\n]*", "", tree.read(path), flags=re.S)
        for name in DECLARATION.findall(text):
            names[name] = path
    return names


def exported(tree):
    """None where nothing was built: a planted tree brings a list in place of a library."""
    if not tree.build:
        listing = tree.root / "exports.txt"
        return set(listing.read_text(encoding="utf-8").split()) if listing.exists() else None
    code, said = gate.run(gate.tool("nm"), "-D", "--defined-only", tree.build / "lib/libblazon.so")
    if code:
        return set()
    return {line.split()[-1].split("@")[0] for line in said.splitlines() if line.split()[-2] in "TDBR"}


def check(tree):
    headers, library = declared(tree), exported(tree)
    manual = set(re.findall(r"^\.Fn (blz_\w+)", tree.read(MAN), re.M))
    complaints = [f"{path}: {name}() is not in {MAN}" for name, path in headers.items() if name not in manual]
    complaints += [f"{MAN}: {name}() is in no public header" for name in sorted(manual - set(headers))]
    if library is not None:
        library = {name for name in library if not name.startswith("BLAZON_")}
        complaints += [f"{path}: {name}() is not exported" for name, path in headers.items() if name not in library]
        complaints += [f"the library exports {name}, which no header declares" for name in sorted(library - set(headers))]
    return complaints


if __name__ == "__main__":
    gate.main(check, {
        "include/blazon/a.h": "/** BLZ_API int blz_no(void); */\nBLZ_API BLZ_MUST_USE blz_status\nblz_a(int **out);\n",
        "man/libblazon.3": ".Fn blz_a \"int **out\"\n", "exports.txt": "blz_a",
    }, [
        ({"man/libblazon.3": ""}, "blz_a() is not in man"),
        ({"man/libblazon.3": ".Fn blz_a\n.Fn blz_b\n"}, "blz_b() is in no public header"),
        ({"exports.txt": "blz_a blz_hidden"}, "exports blz_hidden"),
        ({"exports.txt": ""}, "blz_a() is not exported"),
    ], __doc__)
