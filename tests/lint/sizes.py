#!/usr/bin/env python3
"""Files have at most 500 lines (beyond 400 it is time to think), functions at most 60."""

import re

import gate

FILE_WARN, FILE_MAX, FUNCTION_MAX = 400, 500, 60
DATA = re.compile(r"^tests/.*/(in|files)/")


def functions(tree, path):
    """(name, first line, lines) of each function: the house style puts its braces into the first column."""
    start, before = None, ""
    for number, line in tree.lines(path):
        if line == "{":
            start = number
            name = re.findall(r"(\w+)\(", before)
        elif line == "}" and start:
            yield (name[0] if name else "?"), start, number - start + 1
            start = None
        elif start is None:
            before = line if line[:1].strip() and not line.startswith((" ", "\t")) else before
            if not line:
                before = ""


def check(tree):
    complaints = []
    for path in tree.files("**/*.[ch]", "**/*.py", "**/*.sh", "**/*.cmake", "**/CMakeLists.txt", "**/*.js", "**/*.mjs"):
        if DATA.match(path):
            continue
        count = tree.read(path).count("\n")
        if count > FILE_MAX:
            complaints.append(f"{path}:1: {count} lines, at most {FILE_MAX}: it has more than one reason to change")
        elif count > FILE_WARN:
            print(f"{path}:1: warning: {count} lines; beyond {FILE_WARN} it is time to think")
    for path in tree.files("**/*.[ch]"):
        for name, line, count in functions(tree, path):
            if count > FUNCTION_MAX:
                complaints.append(f"{path}:{line}: {name}() has {count} lines, at most {FUNCTION_MAX}")
    return complaints


if __name__ == "__main__":
    gate.main(check, {"lib/a.c": "int f(void)\n{\n" + "    x();\n" * 58 + "}\n"}, [
        ({"lib/b.c": "int f(void)\n{\n" + "    x();\n" * 59 + "}\n"}, "f() has 61 lines"),
        ({"cmd/c.c": "static int g(int a,\n             int b)\n{\n" + "    x();\n" * 80 + "}\n"}, "g() has 82 lines"),
        ({"lib/d.h": "\n" * 501}, "501 lines"),
        ({"tests/e.py": "\n" * 600}, "600 lines"),
    ], __doc__)
