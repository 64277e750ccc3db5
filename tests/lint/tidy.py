#!/usr/bin/env python3
"""Library and program are clean by clang-tidy; .clang-tidy says what is switched off and why."""

import concurrent.futures
import json
import os
import re

import gate

WARNING = re.compile(r"^\S+:\d+:\d+: (?:warning|error): .*\[[\w.,-]+\]$", re.M)


def sources(tree):
    """What the build compiled of library and program: not what it generated, not the tests."""
    if not tree.build:
        return tree.files("lib/**/*.c", "cmd/*.c")
    entries = json.loads((tree.build / "compile_commands.json").read_text(encoding="utf-8"))
    wanted = tuple(f"{tree.root}/{folder}/" for folder in ("lib", "cmd"))
    built = f"{tree.build.resolve()}/"
    return sorted({entry["file"] for entry in entries
                   if entry["file"].startswith(wanted) and not entry["file"].startswith(built)})


def tidy(tree, program, path):
    how = ["-p", tree.build] if tree.build else []
    _, said = gate.run(program, "--quiet", *how, path, *([] if tree.build else ["--", "-std=c17"]), cwd=tree.root)
    return WARNING.findall(said) or ([said] if "error:" in said else [])


def check(tree):
    program = gate.tool("clang-tidy", "clang-tidy-14")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda path: tidy(tree, program, path), sources(tree))
    return sorted({complaint.replace(f"{tree.root}/", "") for complaints in found for complaint in complaints})


if __name__ == "__main__":
    gate.main(check, {
        ".clang-tidy": "Checks: 'bugprone-*,readability-else-after-return'\nWarningsAsErrors: '*'\n", "lib/a.c": "int x;\n",
    }, [
        ({"lib/b.c": "int f(int a)\n{\n    if (a) return 1;\n    else return 2;\n}\n"}, "lib/b.c:4"),
        ({"cmd/b.c": "#define TWICE(a) a * 2\nint x = TWICE(1);\n"}, "cmd/b.c:1"),
    ], __doc__)
