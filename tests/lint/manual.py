#!/usr/bin/env python3
"""Manual pages are clean by mandoc, every command has one, and a page refers only to pages that exist."""

import re

import gate

OURS = re.compile(r"^\.(?:It )?Xr ((?:lib)?blazon[\w-]*) (\d)", re.M)


def lint(tree, pages):
    if not pages:
        return []
    _, said = gate.run(gate.tool("mandoc"), "-Tlint", "-Wwarning", *pages, cwd=tree.root)
    return said.splitlines()


def command_names(tree):
    listed = tree.read("cmd/commands.c") if (tree.root / "cmd/commands.c").exists() else ""
    return re.findall(r"^\s+&cmd_(\w+),", listed, re.M)


def check(tree):
    pages = tree.files("man/*.[1357]")
    if tree.build:
        pages += [str(path) for path in sorted(tree.build.glob("man/*.[1357]"))]
    there = {tuple(page.rsplit("/", 1)[-1].rsplit(".", 1)) for page in pages}
    complaints = lint(tree, pages)
    for page in pages:
        for name, section in OURS.findall((tree.root / page).read_text(encoding="utf-8")):
            if (name, section) not in there:
                complaints.append(f"{page}: refers to {name}({section}), which does not exist")
    for name in command_names(tree):
        if (f"blazon-{name}", "1") not in there:
            complaints.append(f"cmd/commands.c: man/blazon-{name}.1 is missing")
    return complaints


PAGE = ".Dd January 1, 2026\n.Dt BLAZON-X 1\n.Os\n.Sh NAME\n.Nm blazon-x\n.Nd try\n.Sh DESCRIPTION\nIt does.\n"

if __name__ == "__main__":
    gate.main(check, {"man/blazon-x.1": PAGE, "cmd/commands.c": "    &cmd_x,\n"}, [
        ({"man/blazon-y.1": PAGE + ".Bogus\n"}, "blazon-y.1:9"),
        ({"man/blazon-y.1": PAGE + ".Xr blazon-z 1\n"}, "refers to blazon-z(1)"),
        ({"cmd/commands.c": "    &cmd_w,\n"}, "man/blazon-w.1 is missing"),
    ], __doc__)
