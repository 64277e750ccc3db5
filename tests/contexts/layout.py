#!/usr/bin/env python3
"""The house layout of a context: a term is a line, keywords come first, then aliases of keywords, prefixes, types, and
the other terms, each group in the order of the alphabet; a definition that says no more than an IRI is that IRI.

    tests/contexts/layout.py FILE...       writes the files in this layout
"""

import json
import pathlib
import sys

import meaning
import ours

ORDER = ["@type", "@container", "@language", "@direction", "@index", "@nest", "@prefix", "@protected", "@reverse", "@id",
         "@context"]


def group(name, value):
    if name in meaning.KEYWORDS:
        return 0
    if isinstance(value, str) and value in meaning.KEYWORDS:
        return 1
    if isinstance(value, str) and value.endswith(meaning.DELIMITERS):
        return 2
    return 4 if name[0].islower() or name[0] in "_." else 3


def shortest(value):
    """A definition of nothing but an IRI; in its short form an IRI that ends like a prefix would be one."""
    alone = isinstance(value, dict) and set(value) == {"@id"} and isinstance(value["@id"], str)
    return value["@id"] if alone and not value["@id"].endswith(meaning.DELIMITERS) else value


def definition(value, indent):
    value = shortest(value)
    if not isinstance(value, dict):
        return json.dumps(value)
    members = [f'"{key}": {scope(value[key], indent + 2) if key == "@context" else json.dumps(value[key])}'
               for key in sorted(value, key=ORDER.index)]
    return "{" + ", ".join(members) + "}"


def scope(context, indent):
    """An object of terms; at the outermost level a blank line parts the groups."""
    if not isinstance(context, dict):
        return json.dumps(context)
    groups = {}
    for name in sorted(context, key=lambda name: (name.lower(), name)):
        text = definition(context[name], indent) if name not in meaning.KEYWORDS else json.dumps(context[name])
        groups.setdefault(group(name, context[name]), []).append(f"{' ' * indent}{json.dumps(name)}: {text}")
    apart = ",\n\n" if indent == 2 else ",\n"
    lines = apart.join(",\n".join(lines) for _, lines in sorted(groups.items()))
    return "{\n" + lines + "\n" + " " * (indent - 2) + "}"


def text(document):
    context = document["@context"]
    if isinstance(context, list):
        inner = "[" + ", ".join(scope(each, 2) for each in context) + "]"
    else:
        inner = scope(context, 2)
    return '{"@context": ' + inner + "}\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        pathlib.Path(name).write_text(text(ours.read(name)), encoding="utf-8")
