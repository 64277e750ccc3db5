"""The contexts of schemas/contexts, as the tests read them."""

import json
import pathlib

import meaning

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "schemas" / "contexts"


def read(path):
    """A JSON file; a member that stands twice is an error and not the last one that wins."""
    def once(pairs):
        members = dict(pairs)
        if len(members) != len(pairs):
            raise ValueError(f"{path}: a member stands twice")
        return members
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"), object_pairs_hook=once)


def index(folder=FOLDER):
    """Name -> URLs, the one to write first."""
    return read(folder / "index.json")


class Ours:
    def __init__(self, folder=FOLDER):
        self.folder, self.urls = folder, index(folder)
        self.by_url = {url: name for name, urls in self.urls.items() for url in urls}

    def context(self, name):
        return read(self.folder / f"{name}.jsonld")["@context"]

    def load(self, url):
        return self.context(self.by_url[url])

    def meaning(self, name):
        return meaning.meaning(self.context(name), self.load)
