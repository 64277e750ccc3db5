"""What a JSON-LD context does, written out: the means to compare two texts of one context.

meaning(context) is a plain structure that is equal for two contexts if they change every active context in the same way
(JSON-LD API, 4.1 and 4.2). A name that the context does not define itself depends on where the context is used, and is
kept as it is written: what comes of it is the same for both if it is the same name.
"""

import hashlib
import json

KEYWORDS = {"@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included", "@index", "@json",
            "@language", "@list", "@nest", "@none", "@prefix", "@propagate", "@protected", "@reverse", "@set", "@type",
            "@value", "@version", "@vocab"}
SETTINGS = ("@base", "@direction", "@language", "@propagate", "@version", "@vocab")
ENTRIES = {"@container", "@context", "@direction", "@id", "@index", "@language", "@nest", "@prefix", "@protected",
           "@reverse", "@type"}
DELIMITERS = tuple(":/?#[]@")
NOTHING = "(not set)"


class Scope:
    """The terms of one context that names in it may mean: those of its own object, then those from before it."""

    def __init__(self, before, own):
        self.before, self.own, self.done = before, own, {}

    def find(self, name):
        if name in self.own and name not in KEYWORDS:
            if name not in self.done:
                self.done[name] = None  # a circle is an error of its own, and none of ours has one
                self.done[name] = define(name, self.own[name], self)
            return self.done[name]
        return self.before.get(name)

    def expand(self, name):
        """IRI expansion (JSON-LD API, 5.2) of what stands in a definition."""
        if name in KEYWORDS or name is None:
            return name
        term = self.find(name)
        if term:
            return term["iri"]
        prefix, colon, rest = name.partition(":")
        if colon and prefix and prefix != "_" and not rest.startswith("//"):
            term = self.find(prefix)
            if term and term["prefix"]:
                return term["iri"] + rest
        return name


def scoped(value):
    return meaning(value["@context"]) if "@context" in value else NOTHING


def own_iri(name, value, scope):
    """The IRI of a term, by @reverse, @id or its own name."""
    if "@reverse" in value:
        return scope.expand(value["@reverse"])
    if "@id" in value and value["@id"] != name:
        return scope.expand(value["@id"])
    prefix, colon, rest = name[1:].partition(":")
    if colon:
        term = scope.find(name[0] + prefix)
        return term["iri"] + rest if term else name
    return f"(vocabulary) {name}"


def define(name, value, scope):
    """Create Term Definition (JSON-LD API, 4.2.2)."""
    simple = isinstance(value, str)
    if value is None or simple:
        value = {"@id": value}
    unknown = set(value) - ENTRIES
    if unknown:
        raise ValueError(f"{name}: {', '.join(sorted(unknown))} has no place in a definition")
    iri = own_iri(name, value, scope)
    container = value.get("@container", [])
    plain = simple and iri and not {":", "/"} & set(name)
    prefix = plain and (iri.endswith(DELIMITERS) or iri.startswith("_:"))
    return {
        "iri": iri,
        "reverse": "@reverse" in value,
        "type": scope.expand(value["@type"]) if "@type" in value else NOTHING,
        "container": sorted([container] if isinstance(container, str) else container),
        "language": value.get("@language", NOTHING),
        "direction": value.get("@direction", NOTHING),
        "index": scope.expand(value["@index"]) if "@index" in value else NOTHING,
        "nest": value.get("@nest", NOTHING),
        "prefix": value.get("@prefix", bool(prefix)),
        "protected": value.get("@protected", scope.own.get("@protected", False)),
        "context": scoped(value),
    }


def add(result, entry, load):
    """Lets one entry of a list of contexts work upon what those before it made."""
    if entry is None:
        result.update(cleared=True, terms={}, **{key: NOTHING for key in SETTINGS})
    elif isinstance(entry, str):
        for each in listed(load(entry)):
            add(result, each, load)
    else:
        if "@import" in entry:
            raise ValueError("@import is not looked at here")
        scope = Scope(result["terms"], entry)
        fresh = {name: scope.find(name) for name in entry if name not in KEYWORDS or name == "@type"}
        if "@type" in fresh:
            fresh["@type"] = entry["@type"]
        result.update({key: entry[key] for key in SETTINGS if key in entry})
        result["terms"] = {**result["terms"], **fresh}


def listed(context):
    return context if isinstance(context, list) else [context]


def unknown(url):
    raise ValueError(f"the context {url} is not known")


def meaning(context, load=unknown):
    """`load` gives the value of @context that stands at a URL."""
    result = {"cleared": False, "terms": {}, **{key: NOTHING for key in SETTINGS}}
    for entry in listed(context):
        add(result, entry, load)
    return result


def differences(wanted, found, path=""):
    """One line for each place in which two meanings differ."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key in sorted(set(wanted) | set(found)):
            where = f"{path}/{key}"
            if key not in found:
                yield f"{where}: is missing"
            elif key not in wanted:
                yield f"{where}: is not in the published context"
            else:
                yield from differences(wanted[key], found[key], where)
    elif wanted != found or type(wanted) is not type(found):
        yield f"{path}: is {found!r}, and in the published context {wanted!r}"


def count(result):
    """How many terms a meaning defines, those of scoped contexts included."""
    return sum(1 + (count(term["context"]) if isinstance(term, dict) and isinstance(term["context"], dict) else 0)
               for term in result["terms"].values())


def digest(result):
    """What stands for a meaning in tests/contexts/compared.json."""
    return hashlib.sha256(json.dumps(result, sort_keys=True).encode()).hexdigest()
