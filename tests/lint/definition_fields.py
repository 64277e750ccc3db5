#!/usr/bin/env python3
"""blazon-definition(5) describes exactly the fields of the schemas: each has its entry, with its type and whether it
must be there, and no entry is without a field. In the schemas every property has a title and a description, no mapping
takes unknown keys, and what several schemas share is the same in all of them."""

import json
import re

import gate

PAGE = "man/blazon-definition.5"
KINDS = ["micro-credential", "rubric", "issuer", "stack", "trust"]
SHARED = ("rubric", "issuer")  # kinds that may also stand within another one, without their key "blazon"
ENTRY = re.compile(r"^\.It Va (\S+)(?: Pq (.*))?$")
HEADING = re.compile(r"^\.Ss Fields of an? (\S+)(?: file)?$")
WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "object": "mapping"}


def resolve(root, schema):
    while "$ref" in schema:
        target = root
        for step in schema["$ref"][2:].split("/"):
            target = target[step]
        schema = target
    return schema


def type_words(root, schema):
    """The type as the page says it: "text", "list of mappings", "path or mapping"."""
    schema = resolve(root, schema)
    if "const" in schema or "enum" in schema:
        return "text"
    if "oneOf" in schema:
        first, second = (type_words(root, branch) for branch in schema["oneOf"])
        return f"{'path' if second == 'mapping' else first} or {second}"
    if schema["type"] == "array":
        return f"list of {type_words(root, schema['items'])}s".replace("texts", "text")
    if isinstance(schema["type"], list):
        return WORDS[schema["type"][0]]
    return WORDS[schema["type"]]


def walk(root, schema, path, found):
    """Adds "path" -> "type, required" of everything below `schema`."""
    schema = resolve(root, schema)
    if "oneOf" in schema:
        for branch in schema["oneOf"]:
            walk(root, branch, path, found)
    for name, value in schema.get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        required = ", required" if name in schema.get("required", []) else ""
        found[here] = type_words(root, value) + required
        walk(root, value, here, found)
    if isinstance(schema.get("additionalProperties"), dict):
        here = f"{path}.LEVEL"
        found[here] = type_words(root, schema["additionalProperties"])
    if "items" in schema:
        walk(root, schema["items"], path + "[]", found)


def fields(kind, schema):
    found = {}
    walk(schema, schema, "", found)
    return {path: words for path, words in found.items()
            if not any(kind != other and path.startswith(other + ".") for other in SHARED)}


def documented(page):
    """Heading -> {path: (line, words)} of the page."""
    kinds, current = {}, None
    for number, line in enumerate(page.splitlines(), 1):
        heading, entry = HEADING.match(line), ENTRY.match(line)
        if heading:
            current = kinds.setdefault(heading.group(1), {})
        elif line.startswith((".Ss ", ".Sh ")):
            current = None
        elif entry and current is not None:
            current[entry.group(1)] = (number, entry.group(2))
    return kinds


def compare(kind, wanted, written):
    complaints = [f"{PAGE}: {kind}: no entry for {path} ({words})" for path, words in wanted.items()
                  if path not in written]
    for path, (number, words) in written.items():
        if path not in wanted:
            complaints.append(f"{PAGE}:{number}: {kind}: the schema has no {path}")
        elif words != wanted[path]:
            complaints.append(f"{PAGE}:{number}: {path}: the page says ({words}), the schema ({wanted[path]})")
    return complaints


def check_schema(name, schema, path=""):
    """Titles, descriptions, and no mapping that takes any key."""
    complaints = []
    if isinstance(schema, dict):
        for key, value in schema.get("properties", {}).items():
            if isinstance(value, dict) and "$ref" not in value and not (value.get("title") and value.get("description")):
                complaints.append(f"{name}: {path}/properties/{key} has no title or no description")
        if schema.get("type") == "object" and "additionalProperties" not in schema:
            complaints.append(f"{name}: {path} takes unknown keys")
        for key, value in schema.items():
            complaints += check_schema(name, value, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            complaints += check_schema(name, value, f"{path}/{index}")
    return complaints


def check_shared(schemas):
    """A rubric within a micro-credential is a rubric file without its first key, and the like."""
    complaints = []
    for kind, schema in schemas.items():
        for other in SHARED:
            within = schema.get("$defs", {}).get(other)
            if within is None or other not in schemas:
                continue
            alone = {k: v for k, v in schemas[other]["properties"].items() if k != "blazon"}
            required = [k for k in schemas[other]["required"] if k != "blazon"]
            if within["properties"] != alone or within.get("required") != required:
                complaints.append(f"schemas/{kind}.schema.json: {other} is not that of schemas/{other}.schema.json")
            for name, value in schemas[other].get("$defs", {}).items():
                if schema["$defs"].get(name) != value:
                    complaints.append(f"schemas/{kind}.schema.json: {name} differs from schemas/{other}.schema.json")
    return complaints


def check(tree):
    paths = {kind: f"schemas/{kind}.schema.json" for kind in KINDS}
    schemas = {kind: json.loads(tree.read(path)) for kind, path in paths.items() if (tree.root / path).exists()}
    written = documented(tree.read(PAGE))
    complaints = check_shared(schemas)
    for kind, schema in schemas.items():
        complaints += check_schema(paths[kind], schema)
        complaints += compare(kind, fields(kind, schema), written.get(kind, {}))
    return complaints


def schema_text(properties, required=(), **more):
    return json.dumps({"type": "object", "properties": properties, "required": list(required),
                       "additionalProperties": False, **more})


TEXT = {"title": "T", "description": "D", "type": "string"}
NAMES = {"title": "T", "description": "D", "type": "array", "items": TEXT}
HEAD = ".Ss Fields of an issuer\n.It Va blazon Pq text, required\n"
GOOD = HEAD + ".It Va name Pq text\n.It Va tags Pq list of text\n"
ISSUER = "schemas/issuer.schema.json"
PROPERTIES = {"blazon": TEXT, "name": TEXT, "tags": NAMES}
INNER = {"type": "object", "properties": {"name": TEXT}, "required": [], "additionalProperties": False}

if __name__ == "__main__":
    gate.main(check, {PAGE: GOOD, ISSUER: schema_text(PROPERTIES, ["blazon"])}, [
        ({PAGE: HEAD + ".It Va tags Pq list of text\n"}, "no entry for name"),
        ({PAGE: GOOD + ".It Va colour Pq text\n"}, "the schema has no colour"),
        ({PAGE: GOOD.replace("name Pq text", "name Pq number")}, "name: the page says (number)"),
        ({PAGE: GOOD.replace("name Pq text", "name Pq text, required")}, "the schema (text)"),
        ({ISSUER: schema_text({**PROPERTIES, "name": {"type": "string"}}, ["blazon"])}, "has no title"),
        ({ISSUER: schema_text({**PROPERTIES, "name": {"title": "T", "description": "D", "type": "object"}}, ["blazon"])},
         "takes unknown keys"),
        ({"schemas/stack.schema.json": schema_text({}, **{"$defs": {"issuer": INNER}})}, "issuer is not that of"),
    ], __doc__)
