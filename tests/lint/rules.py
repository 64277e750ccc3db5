#!/usr/bin/env python3
"""Every rule has a page with a bad and a good example, every page belongs to a rule, every code that the library
reports is in the table, and man/blazon-rules.7 is what man/rules.py writes."""

import importlib.util
import pathlib
import re
import tempfile

import gate

GENERATOR = pathlib.Path(__file__).resolve().parents[2] / "man" / "rules.py"
PAGE = "man/blazon-rules.7"


def load():
    spec = importlib.util.spec_from_file_location("rules_page", GENERATOR)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


RULES = load()


def examples_missing(text):
    for title in ("Bad", "Good"):
        if not re.search(rf"^## {title}\n\n```\w[^\n]*\n(?:.*\n)+?```$", text, re.M):
            yield title.lower()


def check(tree):
    codes = [code for code, *_ in RULES.rules(tree.root)]
    complaints = [] if codes == sorted(set(codes)) else ["lib/base/rules.h: the codes are not in order"]
    for code in codes:
        complaints += [f"lib/lint/pages/{code}.md: the {which} example is missing"
                       for which in examples_missing(RULES.page_of(tree.root, code))]
    for path in tree.files("lib/lint/pages/*"):
        if pathlib.Path(path).stem not in codes:
            complaints.append(f"{path}: belongs to no rule")
    for path in tree.files("lib/**/*.c"):
        for line, text in tree.lines(path):
            complaints += [f"{path}:{line}: {code} is not in the rule table"
                           for code in re.findall(r'"(BLZ\d{3})"', text) if code not in codes]
    there = tree.read(PAGE) if (tree.root / PAGE).exists() else ""
    if there != RULES.manual(tree.root):
        complaints.append(f"{PAGE}: is not what man/rules.py writes; run it")
    return complaints


ROW = '    RULE("BLZ{}", "a-name", BLZ_ERROR, "It is so.") \\\n'
TEXT = "Why.\n\n## Bad\n\n```yaml\na: 1\n```\n\n## Good\n\n```yaml\na: 2\n```\n"


def clean():
    files = {"lib/base/rules.h": ROW.format("101"), "lib/lint/pages/BLZ101.md": TEXT}
    with tempfile.TemporaryDirectory() as folder:
        gate.plant(folder, files)
        return {**files, PAGE: RULES.manual(pathlib.Path(folder))}


if __name__ == "__main__":
    gate.main(check, clean(), [
        ({"lib/lint/pages/BLZ101.md": TEXT.replace("## Good", "## Fine")}, "the good example is missing"),
        ({"lib/base/rules.h": ROW.format("101") + ROW.format("102")}, "BLZ102.md: the bad example is missing"),
        ({"lib/base/rules.h": ROW.format("102") + ROW.format("101")}, "not in order"),
        ({"lib/lint/pages/BLZ103.md": TEXT}, "belongs to no rule"),
        ({"lib/a.c": 'f("BLZ104");\n'}, "BLZ104 is not in the rule table"),
        ({PAGE: "old"}, "run it"),
    ], __doc__)
