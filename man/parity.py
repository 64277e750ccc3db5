#!/usr/bin/env python3
"""Writes man/blazon-parity.7 from the tables that `blazon help parity` shows (cmd/parity*.c).

    python3 man/parity.py            writes the manual page
    python3 man/parity.py --print    prints it instead
"""

import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
WIDTH = 110
STRING = r'"(?:[^"\\]|\\.)*"'
STRINGS = rf"({STRING}(?:\s*{STRING})*)"
LIST = re.compile(r"struct cmd_parity_row cmd_parity_(\w+)\[\] = \{\n(.*?)\n\};", re.S)
ROW = re.compile(rf"\{{\s*{STRINGS},\s*{STRINGS},\s*{STRINGS},\s*CMD_PARITY_(\w+),\s*{STRINGS}\s*\}}")
GROUP = re.compile(rf"\{{\s*{STRINGS},\s*cmd_parity_(\w+)\s*\}}")
OWN = re.compile(r"own\[\] = \{\n(.*?)\n\};", re.S)
PAIR = re.compile(rf"\{{\s*{STRINGS},\s*{STRINGS}\s*\}}")

Row = collections.namedtuple("Row", "name checks steps relation why")

HEAD = """\
.\\" Written by man/parity.py from the tables in cmd/parity*.c: change those, not this file.
.Dd January 1, 2026
.Dt BLAZON-PARITY 7
.Os
.Sh NAME
.Nm blazon-parity
.Nd how verifying compares with the official validators
.Sh DESCRIPTION
Two programs are official for Open Badges: 1EdTech's public validator, inspector-vc, which is written in Java, and the validator
of Open Badges 2.0, openbadges-validator-core, in Python.
Here is what each of their probes, tasks and types of values looks at, which steps of
.Xr blazon-verify 1
do, and where the two differ.
.Ql blazon help parity
shows the same.
.Pp
How the verdicts of the policy
.Cm spec
compare is one of
.Bl -tag -width Ds
.It Em same
The same badges pass; what is only warned of may differ.
.It Em stricter
Fewer pass here, or are left open.
.It Em looser
More pass here.
.It Em mixed
Stricter in one point, looser in another.
.It Em not done
No step looks at it.
.El
.Pp
Under
.Fl -policy Cm 1edtech
most of what is stricter here is a warning.
"""

FOOT = """\
.Sh SEE ALSO
.Xr blazon-help 1 ,
.Xr blazon-verify 1
"""


def text(strings):
    """What adjacent C strings say."""
    return re.sub(r"\\(.)", r"\1", "".join(part[1:-1] for part in re.findall(STRING, strings)))


def sources(root):
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "cmd").glob("parity*.c")))


def tables(root):
    """(title, key, rows) in the order of the help."""
    code = sources(root)
    lists = {key: [Row(text(name), text(checks), text(steps).split(), relation.lower().replace("_", " "), text(why))
                   for name, checks, steps, relation, why in ROW.findall(body)] for key, body in LIST.findall(code)}
    return [(text(title), key, lists.get(key, [])) for title, key in GROUP.findall(code)]


def own(root):
    """(step, why) of the steps that neither validator has."""
    found = OWN.search(sources(root))
    return [(text(step), text(why)) for step, why in PAIR.findall(found[1])] if found else []


def wrap(words):
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [("\\&" if each[0] in ".'" else "") + each.replace("\\", "\\e") for each in [*lines, line] if each]


def sentence(words):
    """Capital first, full stop last."""
    return wrap(words[:1].upper() + words[1:] + "." if words else "")


def entry(row):
    lines = [f".It Cm {row.name} Pq {row.relation}", *sentence(row.checks)]
    if row.steps:
        lines += ["Steps:", *(f".Cm {step}" + (" ,"if step != row.steps[-1] else " .") for step in row.steps)]
    return lines + sentence(row.why)


def manual(root):
    """The whole manual page."""
    lines = []
    for title, _, rows in tables(root):
        lines += [f".Sh {title.upper()}", ".Bl -tag -width Ds", *(line for row in rows for line in entry(row)), ".El"]
    lines += [".Sh STEPS OF BLAZON'S OWN", ".Bl -tag -width Ds"]
    for step, why in own(root):
        lines += [f".It Cm {step}", *sentence(why)]
    return HEAD + "\n".join([*lines, ".El"]) + "\n" + FOOT


if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        sys.stdout.write(manual(ROOT))
    else:
        (ROOT / "man/blazon-parity.7").write_text(manual(ROOT), encoding="utf-8")
