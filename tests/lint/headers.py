#!/usr/bin/env python3
"""Every header compiles alone: the public ones as C and as C++ with every warning, the inner ones as C."""

import tempfile

import gate

STRICT = ["-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only"]
C = ["-std=c17", "-x", "c"]
CXX = ["-std=c++17", "-x", "c++"]


def compile_alone(tree, header, compiler, flags, where):
    with tempfile.NamedTemporaryFile("w", suffix=".c") as unit:
        unit.write(f"#include {header}\n#include {header}\ntypedef int not_empty;\n")
        unit.flush()
        code, said = gate.run(gate.tool(compiler), *flags, *where, unit.name, cwd=tree.root)
    return [f"{header} does not compile alone by {compiler}: {said.strip()}"] if code else []


def check(tree):
    complaints = []
    where = ["-Iinclude"]
    if tree.build:
        where.append(f"-I{tree.build}/lib/include")
    public = tree.files("include/blazon/*.h")
    for path in public:
        header = f"<{path.removeprefix('include/')}>"
        for compiler, language in (("gcc", C), ("clang", C), ("g++", CXX)):
            complaints += compile_alone(tree, header, compiler, [*language, *STRICT], where)
    inner = ["-D_POSIX_C_SOURCE=200809L", "-D_DEFAULT_SOURCE", "-Ilib"]
    for path in tree.files("lib/*/*.h", "cmd/*.h"):
        header = f'"{path.removeprefix("lib/")}"'
        complaints += compile_alone(tree, header, "gcc", [*C, *STRICT, *inner, "-I."], where)
    return complaints


if __name__ == "__main__":
    gate.main(check, {"include/blazon/a.h": "#ifndef A\n#define A\n#include <stddef.h>\nsize_t a(void);\n#endif\n"}, [
        ({"include/blazon/b.h": "size_t b(void);\n"}, "<blazon/b.h> does not compile alone"),
        ({"include/blazon/b.h": "int class;\n"}, "by g++"),
        ({"include/blazon/b.h": "struct s {int a;};\n"}, "<blazon/b.h>"),
        ({"lib/base/b.h": "static inline uint8_t b(void);\n"}, '"base/b.h"'),
    ], __doc__)
