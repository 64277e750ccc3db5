#!/usr/bin/env python3
"""Each context of schemas/contexts means what the published one means, term by term.

    tests/contexts/compare.py [--write]

The published ones are read from $BLAZON_SUITES/../reference: contexts/index.json has URL -> file, and
open-badges-data/2.0 is what stands at openbadgespec.org. Before anything is compared, differences are planted, and each
has to be found. Digests of what was found equal are in compared.json, so that a change is seen also where the published
contexts are not; --write puts them there.
"""

import copy
import json
import os
import pathlib
import sys

import meaning
import ours

CONTEXTS, TERMS = 41, 1708
COMPARED = pathlib.Path(__file__).with_name("compared.json")
SITE = "https://openbadgespec.org/"
REVISED = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
APART = {  # those whose file is not the one of their first URL
    "context-3.0.3": f"{REVISED}#1edtech-validator-copy",
    "context-3.0.3-2025-04": REVISED,
    "openbadges-legacy-v1": f"{SITE}v1/legacy-v1.json",
}
ADDED = ["/terms/endorsementJwt: is not in the published context", "/terms/jti: is not in the published context"]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


class Published:
    def __init__(self, folder):
        self.folder, self.ours = folder, ours.Ours()
        self.files = {url: entry["file"] for url, entry in ours.read(folder / "contexts" / "index.json").items()}

    def path(self, name):
        urls = [APART[name]] if name in APART else self.ours.urls[name]
        for url in urls:
            if url in self.files:
                return self.folder / "contexts" / self.files[url]
            if url.startswith(SITE):
                return self.folder / "open-badges-data" / "2.0" / url[len(SITE):]
        raise ValueError(f"nothing published is known of {name}")

    def context(self, name):
        return ours.read(self.path(name))["@context"]

    def load(self, url):
        return self.context(self.ours.by_url[url])


def drop_protected(context):
    del context["Achievement"]["@context"]["@protected"]


def change_iri(context):
    context["name"] = "https://schema.org/Name"


def change_scoped(context):
    context["Profile"]["@context"]["parentOrg"]["@type"] = "@vocab"


def drop_term(context):
    del context["Result"]["@context"]["value"]


def add_term(context):
    context["extra"] = "https://example.org/extra"


def change_container(context):
    context["ResultDescription"]["@context"]["allowedValue"]["@container"] = "@set"


def make_prefix(context):
    context["image"]["@prefix"] = True


def clear_scope(context):
    context["Image"]["@context"] = None


def resolve_free_name(context):
    context["awardedDate"]["@type"] = "http://www.w3.org/2001/XMLSchema#dateTime"


def set_language(context):
    context["@language"] = "en"


def set_propagate(context):
    context["Image"]["@context"]["@propagate"] = True


def null_term(context):
    context["narrative"] = None


PLANTED = {
    drop_protected: "/terms/Achievement/context/terms/version/protected",
    change_iri: "/terms/name/iri",
    change_scoped: "/terms/Profile/context/terms/parentOrg/type",
    drop_term: "/terms/Result/context/terms/value: is missing",
    add_term: "/terms/extra: is not in",
    change_container: "/terms/ResultDescription/context/terms/allowedValue/container",
    make_prefix: "/terms/image/prefix",
    clear_scope: "/terms/Image/context/cleared",
    resolve_free_name: "/terms/awardedDate/type",
    set_language: "/@language",
    set_propagate: "/terms/Image/context/@propagate",
    null_term: "/terms/narrative/iri",
}


def prove(context):
    """Exits unless each planted difference is found, and nothing is found where nothing was planted."""
    wanted = meaning.meaning(context)
    if list(meaning.differences(wanted, meaning.meaning(copy.deepcopy(context)))):
        sys.exit("the test is broken: a context differs from itself")
    for change, expected in PLANTED.items():
        changed = copy.deepcopy(context)
        change(changed)
        found = list(meaning.differences(wanted, meaning.meaning(changed)))
        if not any(line.startswith(expected) for line in found):
            sys.exit(f"the test is broken: {change.__name__} is not found; it says {found}")


def compare(published, own):
    """The complaints about all contexts, how many terms were compared, and the digests."""
    complaints, terms, digests = [], 0, {}
    for name in own.urls:
        wanted = meaning.meaning(published.context(name), published.load)
        found = meaning.differences(wanted, own.meaning(name))
        complaints += [f"schemas/contexts/{name}.jsonld: {line}" for line in found]
        terms += meaning.count(wanted)
        digests[name] = meaning.digest(wanted)
    return complaints, terms, digests


def compare_revisions(own):
    """The later text of context-3.0.3 says of everything else what the earlier one says: badges that use neither of the
    two new terms are the same under both."""
    found = list(meaning.differences(own.meaning("context-3.0.3-2025-04"), own.meaning("context-3.0.3")))
    return [] if found == ADDED else [f"context-3.0.3: the revisions differ in {found}"]


def open_published():
    """The published contexts; ends the test as skipped where they are not there."""
    suites = os.environ.get("BLAZON_SUITES")
    folder = pathlib.Path(suites or "").parent / "reference"
    if not suites or not (folder / "contexts" / "index.json").is_file():
        skip("the published contexts are not there ($BLAZON_SUITES/../reference/contexts)")
    return Published(folder)


def main():
    published, own = open_published(), ours.Ours()
    prove(published.context("context-3.0.3"))
    complaints, terms, digests = compare(published, own)
    complaints += compare_revisions(own)
    if "--write" in sys.argv and not complaints:
        COMPARED.write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")
    elif ours.read(COMPARED) != digests:
        complaints.append("tests/contexts/compared.json: has other digests; write it with --write")
    for complaint in complaints:
        print(complaint)
    print(f"{len(PLANTED)} differences planted and found; {len(own.urls)} contexts with {terms} terms compared, "
          f"{len(complaints)} differences")
    if (len(own.urls), terms) != (CONTEXTS, TERMS):
        sys.exit(f"expected are {CONTEXTS} contexts with {TERMS} terms")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
