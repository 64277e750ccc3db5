#!/usr/bin/env python3
"""Writes man/blazon-rules.7 from the rule table (lib/base/rules.h) and the pages of the rules (lib/lint/pages).

    python3 man/rules.py            writes the manual page
    python3 man/rules.py --print    prints it instead
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
ROW = re.compile(r'RULE\(\s*"(BLZ\d{3})",[\s\\]*"([a-z0-9-]+)",[\s\\]*BLZ_(\w+),[\s\\]*"((?:[^"\\]|\\.)*)"\s*\)')
FAMILIES = ["Files and syntax", "Shape", "Competency", "Method and research", "Evidence", "Rubric",
            "Assessment and recognition", "Open Badges output", "Language, image and accessibility", "The tool itself"]
WIDTH = 110

HEAD = """\
.\\" Written by man/rules.py from the rule table and lib/lint/pages: change those, not this file.
.Dd January 1, 2026
.Dt BLAZON-RULES 7
.Os
.Sh NAME
.Nm blazon-rules
.Nd what blazon looks for in definitions, and why
.Sh DESCRIPTION
Every finding of
.Xr blazon-lint 1
and of the commands that build and sign belongs to a rule.
A rule has a code, as BLZ503, and a name, as empty-descriptor; both mean the same wherever an option asks for a rule.
The first digit of the code is its family, as BLZ5 for the rubric.
Codes stay what they are; a rule that goes leaves its number unused.
.Pp
An
.Em error
is wrong,
a
.Em warning
is allowed but weak,
a
.Em note
is worth knowing.
The options
.Fl -select , -ignore
and
.Fl -severity
of
.Xr blazon-lint 1
choose among the rules and weigh them anew.
.Ql blazon explain
shows the same pages on the terminal.
"""

FOOT = """\
.Sh SEE ALSO
.Xr blazon-explain 1 ,
.Xr blazon-lint 1 ,
.Xr blazon-definition 5
"""


def escape(text):
    text = text.replace("\\", "\\e")
    return "\\&" + text if text[:1] in (".", "'") else text


def quote(word):
    """One argument of a macro."""
    word = escape(word).replace("-", "\\-").replace('"', "\\(dq")
    return f'"{word}"' if " " in word or word in ("|", ".", ",", ":", ";", "(", ")", "[", "]", "?", "!") else word


def wrap(text):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [escape(each) for each in [*lines, line] if each]


def sentences(text):
    """Each sentence starts on a line of its own, as mdoc wants it."""
    return [part for part in re.split(r"(?<=[.?!])\s+(?=[A-Z`\"(])", text) if part]


def sentence_lines(text):
    """Text with `code` in it: code becomes .Ql with the punctuation that touches it."""
    lines = []
    rest = text
    pattern = re.compile(r"(\(?)`([^`]+)`([.,;:)?!]*)")
    while True:
        found = pattern.search(rest)
        if not found:
            return lines + wrap(rest)
        lines += wrap(rest[:found.start()])
        before, code, after = found.groups()
        lines.append(" ".join([".Ql", *before, quote(code), *after]))
        rest = rest[found.end():]
        glued = re.match(r"[\w-]+", rest)
        if glued:
            lines[-1] += f" Ns {glued[0]}"
            rest = rest[glued.end():]


def paragraph(text):
    return [line for sentence in sentences(" ".join(text.split())) for line in sentence_lines(sentence)]


def page_lines(page):
    lines = []
    for number, part in enumerate(re.split(r"\n\n(?=[^\n])", page.strip())):
        if part.startswith("## "):
            lines += [".Pp", f".Em {part[3:]}"]
        elif part.startswith("```"):
            body = part.split("\n", 1)[1].rsplit("\n```", 1)[0]
            lines += [".Bd -literal -offset indent", *(escape(each) for each in body.split("\n")), ".Ed"]
        else:
            lines += [".Pp"] * (number > 0) + paragraph(part)
    return lines


def rules(root):
    return ROW.findall((root / "lib/base/rules.h").read_text(encoding="utf-8"))


def page_of(root, code):
    path = root / "lib/lint/pages" / f"{code}.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def manual(root):
    """The whole manual page."""
    lines, family = [], None
    for code, name, severity, summary in rules(root):
        if code[3] != family:
            family = code[3]
            lines.append(f".Sh {FAMILIES[int(family)].upper()}")
        lines += [f".Ss {code} {name} ({severity.lower()})", *paragraph(summary), ".Pp", *page_lines(page_of(root, code))]
    return HEAD + "\n".join(lines) + "\n" + FOOT


if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        sys.stdout.write(manual(ROOT))
    else:
        (ROOT / "man/blazon-rules.7").write_text(manual(ROOT), encoding="utf-8")
