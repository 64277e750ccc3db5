"""The world of one case: a base, what the case changes in it, and where its documents are served."""

import copy
import hashlib
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent


def steps_of(pointer):
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def put(tree, pointer, value):
    """Sets what the pointer names; the step "-" appends to a list."""
    *way, last = steps_of(pointer)
    for step in way:
        tree = tree[int(step)] if isinstance(tree, list) else tree.setdefault(step, {})
    if not isinstance(tree, list):
        tree[last] = value
    elif last == "-":
        tree.append(value)
    else:
        tree[int(last)] = value


def drop(tree, pointer):
    *way, last = steps_of(pointer)
    for step in way:
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]
    del tree[int(last) if isinstance(tree, list) else last]


def identity_hash(algorithm, identity, salt="", upper=False):
    digest = hashlib.new(algorithm, (identity + salt).encode()).hexdigest()
    return f"{algorithm}${digest.upper() if upper else digest}"


class World:
    def __init__(self, bases, name):
        base = bases[name]
        if "from" in base:
            parent = World(bases, base["from"])
            self.documents, self.served = parent.documents, parent.served
            self.input, self.sign = parent.input, parent.sign
        else:
            self.documents, self.served = {}, {}
            self.input, self.sign = "assertion", None
        self.apply(base)

    def apply(self, change):
        """Takes over what a base or a case says. A document is served at the id that it comes with."""
        for name, document in change.get("documents", {}).items():
            self.documents[name] = copy.deepcopy(document)
            url = document.get("id") if isinstance(document, dict) else None
            if isinstance(url, str) and url.startswith("http"):
                self.served[url] = name
        self.served.update(change.get("serve", {}))
        gone = change.get("unserve", [])
        self.served = {url: name for url, name in self.served.items() if name not in gone and url not in gone}
        for name, other in change.get("copy", {}).items():
            self.documents[name] = copy.deepcopy(self.documents[other])
        for pointer in change.get("remove", []):
            drop(self.documents, pointer)
        for pointer, value in change.get("set", {}).items():
            put(self.documents, pointer, copy.deepcopy(value))
        self.input = change.get("input", self.input)
        if "sign" in change:
            self.sign = {**(self.sign or {}), **change["sign"]} if change["sign"] else None

    def resolve(self, value, keys):
        """The value with $embed, $pem and $hash worked out."""
        if isinstance(value, list):
            return [self.resolve(item, keys) for item in value]
        if not isinstance(value, dict):
            return value
        if "$embed" in value:
            inner = self.resolve(self.documents[value["$embed"]], keys)
            return {name: item for name, item in inner.items() if name not in value.get("without", [])}
        if "$pem" in value:
            return keys.pem(value["$pem"], value.get("form", "spki"))
        if "$hash" in value:
            return identity_hash(*value["$hash"])
        return {name: self.resolve(item, keys) for name, item in value.items()}

    def text(self, name, keys):
        document = self.resolve(self.documents[name], keys)
        return document if isinstance(document, str) else json.dumps(document, ensure_ascii=False, indent=1)

    def write(self, folder, keys):
        """Writes everything into the folder. Returns the input and what is served: URL -> path."""
        served = {}
        for number, (url, name) in enumerate(self.served.items()):
            path = folder / f"{number}-{name}"
            path.write_text(self.text(name, keys), encoding="utf-8")
            served[url] = path
        path = folder / "input"
        text = self.text(self.input, keys)
        path.write_text(keys.sign(text, self.sign) if self.sign else text, encoding="utf-8")
        return path, served


def bases():
    return json.loads((HERE / "bases.json").read_text(encoding="utf-8"))
