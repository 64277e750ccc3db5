#!/usr/bin/env python3
"""Every file of the library has a unit test of its name: lib/FLOOR/NAME.c has tests/unit/FLOOR/test_NAME.c, and ctest
knows it."""

import pathlib
import re

import gate


def listed(tree, floor):
    path = f"tests/unit/{floor}/tests.cmake"
    text = tree.read(path) if path in tree.files(path) else ""
    return {name for words in re.findall(r"blazon_unit_test\(\s*\w+([^)]*)\)", text) for name in words.split()}


def check(tree):
    complaints = []
    tests = set(tree.files("tests/unit/*/test_*.c"))
    for path in tree.files("lib/*/*.c"):
        floor, name = pathlib.PurePath(path).parent.name, pathlib.PurePath(path).stem
        if f"tests/unit/{floor}/test_{name}.c" not in tests:
            complaints.append(f"{path}:1: write tests/unit/{floor}/test_{name}.c")
        elif name not in listed(tree, floor):
            complaints.append(f"{path}:1: name its test in tests/unit/{floor}/tests.cmake")
    return complaints


if __name__ == "__main__":
    test = {"lib/base/a.c": "", "tests/unit/base/test_a.c": "", "tests/unit/base/tests.cmake": "blazon_unit_test(base b\n  a)\n"}
    gate.main(check, test, [
        ({"lib/base/c.c": ""}, "lib/base/c.c:1: write tests/unit/base/test_c.c"),
        ({"lib/base/c.c": "", "tests/unit/base/test_c.c": ""}, "lib/base/c.c:1: name its test"),
    ], __doc__)
