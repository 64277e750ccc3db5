#!/usr/bin/env python3
"""C is laid out by clang-format and the .clang-format at the root."""

import gate


def check(tree):
    files = tree.files("lib/**/*.[ch]", "cmd/*.[ch]", "include/**/*.h", "tests/**/*.[ch]", "tests/**/*.cpp")
    code, said = gate.run(gate.tool("clang-format", "clang-format-14"), "--dry-run", "-Werror", "--style=file", *files,
                          cwd=tree.root)
    places = [line for line in said.splitlines() if "clang-format-violations" in line]
    return places or ([said] if code else [])


if __name__ == "__main__":
    gate.main(check, {".clang-format": "BasedOnStyle: LLVM\n", "lib/a.c": "int x;\n"}, [
        ({"lib/b.c": "int   x ;\n"}, "lib/b.c:1"),
        ({"cmd/b.h": "void f(void){}\n"}, "cmd/b.h:1"),
    ], __doc__)
