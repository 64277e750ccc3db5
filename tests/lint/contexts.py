#!/usr/bin/env python3
"""schemas/contexts: each file is in the index and each entry has its file, each is in the house layout and means what was
last found equal to the published one, and blazon-contexts(7) lists them with the URLs that they go by."""

import pathlib
import re
import sys

import gate

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "contexts"))

import layout  # noqa: E402
import meaning  # noqa: E402
import ours  # noqa: E402

FOLDER, PAGE, COMPARED = "schemas/contexts", "man/blazon-contexts.7", "tests/contexts/compared.json"
URL = re.compile(r"^https?://[\w.-]+(/[\w./-]*)?$")
ENTRY = re.compile(r"^\.It Cm (\S+)$")
LINK = re.compile(r"^\.Lk (\S+)$")


def listed(page):
    """Name -> URLs of the entries of the page."""
    entries, current = {}, None
    for line in page.splitlines():
        entry, link = ENTRY.match(line), LINK.match(line)
        if entry:
            current = entries.setdefault(entry.group(1), [])
        elif link and current is not None:
            current.append(link.group(1))
    return entries


def check_index(tree, index):
    files = {pathlib.Path(path).stem: path for path in tree.files(f"{FOLDER}/*.jsonld")}
    complaints = [f"{files[name]}: is not in {FOLDER}/index.json" for name in files if name not in index]
    complaints += [f"{FOLDER}/index.json: {name} has no file" for name in index if name not in files]
    urls = [url for name in index for url in index[name]]
    complaints += [f"{FOLDER}/index.json: {url} stands twice" for url in sorted(set(urls)) if urls.count(url) > 1]
    return complaints + [f"{FOLDER}/index.json: {url} is no plain address" for url in urls if not URL.match(url)]


def check_page(tree, index):
    written = listed(tree.read(PAGE))
    complaints = [f"{PAGE}: no entry for {name} with {' and '.join(urls) or 'no URL'}" for name, urls in index.items()
                  if written.get(name) != urls]
    return complaints + [f"{PAGE}: {name} is not in the index" for name in written if name not in index]


def check(tree):
    folder = tree.root / FOLDER
    index = ours.index(folder)
    complaints = check_index(tree, index)
    if complaints:
        return complaints
    own, compared = ours.Ours(folder), ours.read(tree.root / COMPARED)
    for name in index:
        path = f"{FOLDER}/{name}.jsonld"
        if tree.read(path) != layout.text(ours.read(tree.root / path)):
            complaints.append(f"{path}: is not in the house layout; tests/contexts/layout.py writes it")
        if meaning.digest(own.meaning(name)) != compared.get(name):
            complaints.append(f"{path}: means something else than what was compared (tests/contexts/compare.py)")
    return complaints + check_page(tree, index)


TEXT = '{"@context": {\n  "id": "@id",\n\n  "name": "https://example.org/name"\n}}\n'
DIGEST = meaning.digest(meaning.meaning({"id": "@id", "name": "https://example.org/name"}))
INDEX = '{"a": ["https://example.org/v1"]}\n'
CLEAN = {f"{FOLDER}/index.json": INDEX, f"{FOLDER}/a.jsonld": TEXT, COMPARED: f'{{"a": "{DIGEST}"}}\n',
         PAGE: ".It Cm a\n.Lk https://example.org/v1\n"}

if __name__ == "__main__":
    gate.main(check, CLEAN, [
        ({f"{FOLDER}/b.jsonld": TEXT}, "b.jsonld: is not in"),
        ({f"{FOLDER}/index.json": '{"a": ["https://example.org/v1"], "b": []}\n'}, "b has no file"),
        ({f"{FOLDER}/index.json": '{"a": ["https://example.org/v1", "https://example.org/v1"]}\n'}, "stands twice"),
        ({f"{FOLDER}/index.json": '{"a": ["https://example.org/v1#x"]}\n'}, "no plain address"),
        ({f"{FOLDER}/a.jsonld": TEXT.replace("\n\n", "\n")}, "house layout"),
        ({f"{FOLDER}/a.jsonld": TEXT.replace('"https://example.org/name"', '{"@id": "https://example.org/name"}')},
         "house layout"),
        ({f"{FOLDER}/a.jsonld": TEXT.replace("org/name", "org/nam")}, "means something else"),
        ({PAGE: ".It Cm a\n.Lk https://example.org/v2\n"}, "no entry for a with https://example.org/v1"),
        ({PAGE: CLEAN[PAGE] + ".It Cm b\n"}, "b is not in the index"),
    ], __doc__)
