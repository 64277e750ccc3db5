#!/usr/bin/env python3
"""Library and program are clean by cppcheck."""

import os

import gate

# It does not know the cleanup attribute behind BLZ_AUTO and BLZ_SCOPED, so it is told what they are.
KNOWN = ["-DBLZ_AUTO(type)=type *", "-DBLZ_SCOPED(type)=type", "-DBLZ_STEAL(p)=(p)", "-DBLZ_API=", "-DBLZ_MUST_USE=",
         "-DBLZ_PRINTF(a,b)=", "-D__GNUC__=12"]
SUPPRESSED = ["missingIncludeSystem", "missingInclude", "unmatchedSuppression", "unusedStructMember", "memleak",
              "unusedFunction", "variableScope", "constParameter", "constVariable", "constParameterCallback",
              "unreadVariable", "knownConditionTrueFalse", "checkersReport", "normalCheckLevelMaxBranches",
              "syntaxError:*blazon_*.c", "toomanyconfigs", "autoVariables"]


def check(tree):
    files = tree.files("lib/**/*.c", "cmd/*.c")
    command = [gate.tool("cppcheck"), "--quiet", "--std=c11", "--enable=warning,performance,portability",
               "--inline-suppr", "--error-exitcode=3", "--template={file}:{line}: {severity}: {message} [{id}]",
               "--max-configs=1", f"-j{os.cpu_count()}", "-Iinclude", "-Ilib",
               *(f"--suppress={name}" for name in SUPPRESSED), *KNOWN]
    if tree.build:
        cache = tree.build / "cppcheck"
        cache.mkdir(exist_ok=True)
        command += [f"--cppcheck-build-dir={cache}", f"-I{tree.build}/lib/include"]
    code, said = gate.run(*command, *files, cwd=tree.root)
    return said.splitlines() if code else []


if __name__ == "__main__":
    gate.main(check, {"lib/a.c": "int f(int x)\n{\n    return x;\n}\n"}, [
        ({"lib/b.c": "int f(void)\n{\n    int a[2];\n    a[2] = 0;\n    return a[0];\n}\n"}, "lib/b.c:4"),
        ({"cmd/b.c": "int f(int *p)\n{\n    int x = *p;\n    if (!p) return 0;\n    return x;\n}\n"}, "cmd/b.c:3"),
    ], __doc__)
