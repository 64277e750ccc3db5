#!/usr/bin/env python3
"""Random JSON-LD documents come to the same RDF here and in npm's jsonld.

    tests/interop/jsonld/differ.py --blazon PROGRAM --modules NODE_MODULES [--seed N] [--count N] [--show]

Documents are the seeds of tests/fuzz/corpus/jsonld and the inputs of the suite in $BLAZON_SUITES/json-ld, crossed with each
other and changed at random. Where both take a document, their canonical forms have to be the same.
"""

import argparse
import collections
import concurrent.futures
import copy
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BASE = "https://base.example/a/b"
CHANGES, COUNT = 4, 1500
KEYWORDS = ("@id", "@type", "@value", "@language", "@direction", "@list", "@set", "@graph", "@index", "@none", "@nest",
            "@reverse", "@included", "@json", "@vocab", "@base", "@container", "@context", "@version", "@protected",
            "@propagate", "@prefix")
VALUES = (None, True, False, 0, 1, -1, 1.5, 1e21, "", "a", "en", "ltr", "_:b", "x:y", "https://a.example/", "#f",
          "../c", "?q", "//h/p", "2026-01-01", [], {}, [[]], [None], {"@value": None}, {"@list": []}, {"@id": "_:b"},
          "@id", "@vocab", "@json", "@none", "@type", ["@set", "@list"], ["@graph", "@id"])
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")
NO_IRI = re.compile(r"<[^>]*#[^>]*#[^>]*>")
# How many of the documents both take and give one form; the rest is refused by one of them, most by both.
SAME = 532


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def seeds():
    paths = [*sorted((ROOT / "tests/fuzz/corpus/jsonld").iterdir()),
             *sorted(pathlib.Path(os.environ["BLAZON_SUITES"], "json-ld").rglob("*-in.jsonld"))]
    found = []
    for path in paths:
        try:
            found.append(json.loads(path.read_text(encoding="utf-8")))
        except ValueError:
            continue
    return found


def places(value, path=()):
    """Every place in the document: its path."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in items:
        yield from places(child, (*path, name))


def at(value, path):
    for name in path:
        value = value[name]
    return value


def is_wrong(name, value, parent):
    """Whether the peer is known to be wrong about such a member: it makes 0 of small numbers, keeps what is the tag of no
    language, takes an array in a @list for a list of its own where no container asks for one, loses a direction for all
    texts, does not enter the context of a term for @nest, and drops graphs with nothing in them and what stands under a
    name with a space."""
    if isinstance(value, float) and 0 < abs(value) < 1e-6:
        return True
    if name == "@language" and isinstance(value, str) and not LANGUAGE.match(value):
        return True
    if name == "@list" and isinstance(value, list) and any(isinstance(item, list) for item in value):
        return True
    if name == "@direction" and "@value" not in parent:
        return True
    if value == "@nest" and "@context" in parent:
        return True
    if name == "@container" and "@graph" in str(value):
        return True
    return isinstance(name, str) and re.search("[ <>]", name) is not None


def is_compared(document):
    return not any(is_wrong(path[-1], at(document, path), at(document, path[:-1])) for path in places(document) if path)


def lines(form):
    """The peer repeats lines, and lets IRIs pass that have two fragments."""
    return sorted({line for line in form.splitlines() if not NO_IRI.search(line)})


def names(documents):
    return sorted({name for document in documents for path in places(document) for name in path
                   if isinstance(name, str)})


class Writer:
    """Changes documents at random."""

    def __init__(self, seed):
        self.random, self.seeds = random.Random(seed), seeds()
        self.names = [*KEYWORDS, *KEYWORDS, *names(self.seeds)]

    def part(self):
        """Some part of another document, or a plain value."""
        if self.random.random() < 0.6:
            return copy.deepcopy(self.random.choice(VALUES))
        other = self.random.choice(self.seeds)
        return copy.deepcopy(at(other, self.random.choice(list(places(other)))))

    def change(self, document):
        path = self.random.choice(list(places(document)))
        if not path:
            return document
        parent, name = at(document, path[:-1]), path[-1]
        kind = self.random.choice(("value", "value", "name", "drop", "wrap", "more"))
        if kind == "value":
            parent[name] = self.part()
        elif kind == "drop":
            del parent[name]
        elif kind == "wrap":
            inside = parent[name]
            parent[name] = self.random.choice(([inside], {self.random.choice(self.names): inside}, [inside, self.part()]))
        elif isinstance(parent, dict):
            value = parent.pop(name) if kind == "name" else self.part()
            parent[self.random.choice(self.names)] = value
        return document

    def document(self):
        document = copy.deepcopy(self.random.choice(self.seeds))
        if isinstance(document, dict) and self.random.random() < 0.2:
            document["@context"] = [document.get("@context"), self.part()]
        for _ in range(self.random.randint(0, CHANGES)):
            document = self.change(document)
        return document


def ask_peer(modules, documents):
    folder = pathlib.Path(os.environ["BLAZON_SUITES"]).parent / "reference" / "contexts"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    contexts = {url: json.loads((folder / entry["file"]).read_text(encoding="utf-8")) for url, entry in index.items()}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(HERE / "peer.mjs", folder)
        os.symlink(modules.resolve(), pathlib.Path(folder, "node_modules"))
        job = {"contexts": contexts, "base": BASE, "documents": documents}
        done = subprocess.run(["node", pathlib.Path(folder, "peer.mjs")], input=json.dumps(job), text=True, check=True,
                              stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def ask_blazon(blazon, document):
    done = subprocess.run([blazon, "canon", "--base", BASE, "--rdf-direction", "i18n-datatype", "-"], check=False,
                          input=json.dumps(document), capture_output=True, text=True, timeout=30)
    if done.returncode not in (0, 1):
        raise SystemExit(f"blazon ended with {done.returncode}: {done.stderr}\n{json.dumps(document)}")
    return done.stdout if done.returncode == 0 else None


def verdict(mine, peer):
    if mine is None or peer is None:
        return "only blazon" if mine is not None else "only the peer" if peer is not None else "neither"
    return "same" if lines(mine) == lines(peer) else "different"


def main():
    parser = argparse.ArgumentParser(description="Compares blazon with npm's jsonld on random documents.")
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--show", action="store_true", help="also what only one of them takes")
    args = parser.parse_args()
    if not os.environ.get("BLAZON_SUITES"):
        skip("BLAZON_SUITES does not say where the suite and the published contexts are")
    if not shutil.which("node") or not (args.modules / "jsonld").is_dir():
        skip("node or the packages of tests/interop are not there")
    writer = Writer(args.seed)
    documents = list(filter(is_compared, (writer.document() for _ in range(args.count))))
    theirs = ask_peer(args.modules, documents)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        ours = list(pool.map(lambda document: ask_blazon(args.blazon.resolve(), document), documents))
    found = collections.Counter(verdict(*each) for each in zip(ours, theirs))
    for document, mine, peer in zip(documents, ours, theirs):
        if verdict(mine, peer) == "different" or (args.show and verdict(mine, peer).startswith("only")):
            print(f"{verdict(mine, peer)}: {json.dumps(document)}\n-- peer\n{peer}-- here\n{mine}")
    print(", ".join(f"{kind}: {number}" for kind, number in sorted(found.items())))
    pinned = args.seed != 1 or args.count != COUNT or found["same"] == SAME
    if not pinned:
        print(f"both should take {SAME} documents")
    return 0 if pinned and not found["different"] else 1


if __name__ == "__main__":
    sys.exit(main())
