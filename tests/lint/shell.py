#!/usr/bin/env python3
"""Shell scripts, also the completion that the program writes, are clean by shellcheck."""

import pathlib
import tempfile

import gate


def completion(tree, folder):
    code, text = gate.run(tree.program, "completion", "bash")
    path = pathlib.Path(folder) / "completion.bash"
    path.write_text(text, encoding="utf-8")
    return [path] if code == 0 else []


def is_shell(tree, path):
    return path.endswith(".sh") or ("." not in path.rsplit("/", 1)[-1] and tree.read(path).startswith("#!/bin/sh"))


def check(tree):
    scripts = [tree.root / path for path in tree.files("tests/**/*", "examples/**/*", ".ci/*") if is_shell(tree, path)]
    with tempfile.TemporaryDirectory() as folder:
        if tree.program:
            scripts += completion(tree, folder)
        if not scripts:
            return []
        code, said = gate.run(gate.tool("shellcheck"), "--external-sources", "--format=gcc", *scripts, cwd=tree.root)
    return said.splitlines() if code else []


if __name__ == "__main__":
    gate.main(check, {"tests/run.sh": "#!/bin/sh\necho \"$1\"\n"}, [
        ({"tests/a.sh": "#!/bin/sh\nrm -rf $1/x\n"}, "tests/a.sh:2"),
        ({".ci/run": "#!/bin/sh\ncd $1\n"}, ".ci/run:2"),
    ], __doc__)
