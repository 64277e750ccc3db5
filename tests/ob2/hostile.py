#!/usr/bin/env python3
"""Open Badges 2.0 that mean harm: forgeries are never valid, and nothing makes the program crash, hang or fill up.

    tests/ob2/hostile.py --blazon PROGRAM [--count N] [NAME...]

forgeries.py has the badges that somebody made up. The others are cycles, crowds, depths and broken texts: they may get
any verdict, unless one is named, within SECONDS; together they may take MEBIBYTES of memory each.
"""

import argparse
import copy
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

import forgeries
import run
import world

SECONDS = 30
MEBIBYTES = 1024
SCHOOL = forgeries.SCHOOL
ANY = ("valid", "invalid", "undecided")
NEVER = ("invalid", "undecided")


def cycles():
    """Each is (name, base, change, verdicts)."""
    endorsement = {"@context": "https://w3id.org/openbadges/v2", "id": f"{SCHOOL}/praise", "type": "Endorsement",
                   "claim": {"id": f"{SCHOOL}/issuer"}, "issuer": f"{SCHOOL}/issuer", "issuedOn": "2020-01-01T00:00:00Z",
                   "verification": {"type": "HostedBadge"}, "endorsement": f"{SCHOOL}/praise"}
    yield "an issuer that endorses itself", "hosted", {
        "documents": {"praise": endorsement}, "set": {"/issuer/endorsement": f"{SCHOOL}/praise"}}, ANY
    yield "an endorsement of an endorsement", "hosted", {
        "documents": {"praise": {**endorsement, "claim": {"id": f"{SCHOOL}/praise"}}},
        "set": {"/badge/endorsement": f"{SCHOOL}/praise"}}, ANY
    yield "relatives that are related to each other", "hosted", {"set": {"/badge/related": [f"{SCHOOL}/badges/soil"] * 50}}, ANY
    yield "a key that owns itself", "signed", {"set": {"/key/owner": f"{SCHOOL}/keys/1"}}, NEVER
    yield "a list that revokes itself", "listed", {"set": {"/list/revokedAssertions": [f"{SCHOOL}/revoked"]}}, ANY
    yield "two documents that say they are each other", "hosted", {
        "copy": {"a": "badge", "b": "badge"}, "serve": {f"{SCHOOL}/a": "a", f"{SCHOOL}/b": "b"},
        "set": {"/a/id": f"{SCHOOL}/b", "/b/id": f"{SCHOOL}/a", "/assertion/badge": f"{SCHOOL}/a"}}, NEVER
    chain = {f"{SCHOOL}/chain/{i}": {"@context": "https://w3id.org/openbadges/v2", "id": f"{SCHOOL}/chain/{i + 1}", "type": "BadgeClass"}
             for i in range(400)}
    yield "a chain of documents, each of which says it is the next", "hosted", {
        "documents": {f"chain{i}": document for i, document in enumerate(chain.values())},
        "serve": {url: f"chain{i}" for i, url in enumerate(chain)}, "set": {"/assertion/badge": f"{SCHOOL}/chain/0"}}, NEVER
    inner = {"id": f"{SCHOOL}/issuer"}
    for _ in range(40):
        inner = {"@context": "https://w3id.org/openbadges/v2", "id": f"{SCHOOL}/issuer", "type": "Issuer", "endorsement":
                 {**endorsement, "claim": {"id": f"{SCHOOL}/badges/soil", "issuer": inner}}}
    yield "issuers in endorsements in issuers", "hosted", {"set": {"/badge/issuer": inner}}, ANY
    chain = {"name": "end"}
    for _ in range(8):
        chain = {"id": f"{SCHOOL}/awards/7", "related": chain}
    yield "a copy in which one is in the other, beside many links to itself", "hosted", {
        "documents": {"hand": {"$embed": "assertion"}}, "input": "hand",
        "copy": {"hand": "assertion"}, "set": {"/hand/related": chain, "/assertion/related": [f"{SCHOOL}/awards/7"] * 200}}, NEVER
    yield "three hundred thousand names", "hosted", {
        "set": {f"/assertion/x:{n}": n for n in range(300000)}}, NEVER
    for where in ("/assertion/type", "/assertion/recipient/type", "/badge/type", "/issuer/type"):
        for value in ("@thing", ["Assertion", "@thing"], ["@thing", "@other"]):
            yield f"{value} in {where}", "hosted", {"set": {where: value}}, NEVER
    yield "a context with a word that looks like a keyword", "extended", {"set": {"/context/@context/@thing": "https://a.example/t"}}, ANY


def nested(depth, opening, closing, core='"x"'):
    return opening * depth + core + closing * depth


def crowds():
    many = [f"{SCHOOL}/praise/{i}" for i in range(10000)]
    yield "ten thousand endorsements that are not there", "hosted", {"set": {"/badge/endorsement": many}}, NEVER
    praise = {"@context": "https://w3id.org/openbadges/v2", "type": "Endorsement", "claim": {"id": f"{SCHOOL}/badges/soil"},
              "issuer": f"{SCHOOL}/issuer", "issuedOn": "2020-01-01T00:00:00Z", "verification": {"type": "HostedBadge"}}
    yield "ten thousand endorsements in the badge", "hosted", {
        "set": {"/badge/endorsement": [{**praise, "id": url} for url in many]}}, NEVER
    yield "a thousand endorsements that are there", "hosted", {
        "documents": {f"praise{i}": {**praise, "id": url} for i, url in enumerate(many[:1000])},
        "set": {"/badge/endorsement": many[:1000]}}, ANY
    yield "ten thousand keys", "signed", {
        "remove": ["/assertion/verification/creator"], "set": {"/issuer/publicKey": [f"{SCHOOL}/keys/{i}" for i in range(2, 10002)]}}, NEVER
    listed = [f"urn:uuid:0c9a3a4e-6f0b-4a76-9d9c-{i:012x}" for i in range(50000)]
    own = "urn:uuid:0c9a3a4e-6f0b-4a76-9d9c-0f1c5d1b7e21"
    yield "fifty thousand revoked badges, and this one last", "listed", {"set": {"/list/revokedAssertions": [*listed, own]}}, NEVER
    yield "fifty thousand tags", "hosted", {"set": {"/badge/tags": listed}}, ANY
    yield "fifty thousand pieces of evidence", "hosted", {"set": {"/assertion/evidence": listed}}, ANY
    yield "ten thousand types", "hosted", {"set": {"/badge/type": ["BadgeClass", *many]}}, ANY
    yield "ten thousand contexts", "hosted", {"set": {"/badge/@context": ["https://w3id.org/openbadges/v2"] * 10000}}, ANY
    yield "five million letters", "hosted", {"set": {"/badge/description": "\u00e4" * 5000000}}, ANY
    yield "a large image in the badge", "hosted", {"set": {"/badge/image": "data:image/png;base64," + "A" * 4000000}}, NEVER


def depths():
    for depth in (100, 5000, 200000):
        yield f"{depth} objects in each other", "hosted", {
            "documents": {"page": nested(depth, '{"related":', "}")}, "serve": {f"{SCHOOL}/badges/soil": "page"}}, NEVER
        yield f"{depth} lists in each other", "hosted", {
            "documents": {"page": nested(depth, "[", "]")}, "serve": {f"{SCHOOL}/badges/soil": "page"}}, NEVER
    yield "400 contexts in each other", "hosted", {"documents": {"page": nested(
        400, '{"@context": {"@vocab": "https://example.org/"}, "a":', "}")}, "serve": {f"{SCHOOL}/badges/soil": "page"}}, NEVER


def schemas():
    looks = {"loops": {"$ref": "#"}, "far away": {"$ref": "https://evil.example/schema.json"},
             "pattern": {"properties": {"label": {"pattern": "^(a+)+$"}}},
             "alternatives": {"properties": {"label": {"pattern": "^(a|a|aa|aaa)*b$"}}},
             "no schema": 7, "definitions": {"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}},
                                             "$ref": "#/definitions/a"}}
    for name, schema in looks.items():
        yield f"a schema of an extension: {name}", "extended", {
            "documents": {"evil": schema}, "serve": {f"{SCHOOL}/ext/seeds.schema.json": "evil"},
            "set": {"/badge/extensions:seedBox/label": "a" * 200 + "!"}}, NEVER
    yield "an extension whose context includes itself", "extended", {
        "set": {"/context/@context": ["https://badges.example.edu/ext/seeds.json", {"seeds": "https://example.org/seeds"}]}}, NEVER


def texts():
    whole = ('{"@context": "https://w3id.org/openbadges/v2", "id": "%s/awards/7", "type": "Assertion", %s'
             '"badge": "%s/badges/soil", "verification": {"type": "HostedBadge"}, "issuedOn": "2019-04-30T08:15:00Z"}\n')
    jane = '"recipient": {"type": "email", "hashed": false, "identity": "jane@example.edu"}, '
    broken = {
        "two recipients": whole % (SCHOOL, jane + jane.replace("jane", "mallory"), SCHOOL),
        "a lone surrogate": whole % (SCHOOL, jane.replace("jane", "\\ud800"), SCHOOL),
        "a null byte": whole % (SCHOOL, jane.replace("jane", "jane\\u0000"), SCHOOL),
        "a large number": whole % (SCHOOL, jane + '"version": 1e400, ', SCHOOL),
        "no end": (whole % (SCHOOL, jane, SCHOOL))[:-20],
        "a tail": whole % (SCHOOL, jane, SCHOOL) + "{}",
    }
    for name, text in broken.items():
        verdicts = ANY if name == "a large number" else NEVER
        yield f"an assertion with {name}", "hosted", {
            "documents": {"page": text}, "serve": {f"{SCHOOL}/awards/7": "page"}, "input": "page"}, verdicts
    for host in ("sch\u00fcle.example", "xn--schle-kva.example", "\u0448\u043a\u043e\u043b\u0430.example", "[2001:db8::7]", "203.0.113.7",
                 "a" * 300 + ".example", "badges.example.edu.", "..", "%62adges.example.edu"):
        yield f"an issuer at {host[:40]}", "hosted", {
            "serve": {f"https://{host}/issuer": "issuer"},
            "set": {"/issuer/id": f"https://{host}/issuer", "/badge/issuer": f"https://{host}/issuer"}}, NEVER


def places(value, way=""):
    """The pointers to everything in a document."""
    for name, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if str(name).startswith("$"):
            return
        here = f"{way}/{str(name).replace('~', '~0').replace('/', '~1')}"
        yield here
        yield from places(item, here)


JUNK = (None, True, 7, -1.5, "", "x", [], {}, [[]], [None], {"id": ""}, {"id": 7}, {"@id": "x"}, {"type": []}, {"@value": "x"},
        {"@list": ["x"]}, {"@set": []}, {"@type": 7}, {"@context": 7}, {"@graph": []}, "https://badges.example.edu/issuer", "_:b0",
        ["a", 7], {"@reverse": {"x": {}}}, {"@language": "x"}, "\u0000", "a" * 3000, "urn:uuid:0c9a3a4e-6f0b-4a76-9d9c-0f1c5d1b7e21")


def mutations(bases):
    """Documents with something else where something stood."""
    chance = random.Random(20)
    for base in ("hosted", "signed", "listed", "endorsed", "extended", "v1.1", "v1.0", "v0.5"):
        where = list(places(world.World(bases, base).documents))
        where = [place for place in where if place.count("/") > 1]
        for number in range(40):
            change = {place: copy.deepcopy(chance.choice(JUNK)) for place in chance.sample(where, chance.choice((1, 1, 1, 2)))}
            change = {place: value for place, value in change.items()
                      if not any(place != other and place.startswith(f"{other}/") for other in change)}
            yield f"{base} {number}: {', '.join(change)}", base, {"set": change}, ANY


def cases(bases):
    """Each is (name, base, change, verdicts, policy). Whose key it is counts under every policy."""
    for name, base, change in forgeries.every():
        yield name, base, change, NEVER, "spec"
    for name, base, change in forgeries.keys():
        yield f"{name} (1edtech)", base, change, NEVER, "1edtech"
    for group in (cycles(), crowds(), depths(), schemas(), texts(), mutations(bases)):
        for case in group:
            yield *case, "spec"


def limit():
    """What a badge may take of the processor."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def attempt(context, base, change, verdicts, policy):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        place = world.World(context.bases, base)
        place.apply(change)
        path, served = place.write(folder, context.keys)
        maps = [f"--map={url.replace('=', '%3D')}={file}" for url, file in served.items() if run.is_mappable(url)]
        maps += [f"--map={url}={context.images}" for url in run.IMAGES]
        words = [context.blazon, "verify", "--format", "json", "--policy", policy, "--now", run.NOW, *maps, path]
        try:
            done = subprocess.run(words, timeout=2 * SECONDS, capture_output=True, check=False, preexec_fn=limit)
        except subprocess.TimeoutExpired:
            return f"takes longer than {2 * SECONDS} seconds"
    if done.returncode not in (0, 1, 3):
        return f"ends with {done.returncode}: {done.stderr.decode(errors='replace')[-1500:]}"
    verdict = json.loads(done.stdout)["verdict"]
    return None if verdict in verdicts else f"is {verdict}"


def flips(context):
    """A signed badge with one character changed, in each place in turn: the verdicts that are not what they have to be."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path, served = world.World(context.bases, "signed").write(folder, context.keys)
        token = path.read_text(encoding="utf-8")
        places = [*range(0, len(token), 7), *range(len(token) - 6, len(token))]
        changed = [token[:at] + ("B" if token[at] == "A" else "A") + token[at + 1:] for at in places]
        batch = folder / "batch.ndjson"
        batch.write_text("".join(json.dumps(each) + "\n" for each in [token, *changed]), encoding="utf-8")
        maps = [f"--map={url}={file}" for url, file in served.items()] + [f"--map={url}={context.images}" for url in run.IMAGES]
        done = subprocess.run([context.blazon, "verify", "--now", run.NOW, *maps, "--batch", batch], capture_output=True, check=False)
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    if len(verdicts) != len(changed) + 1 or verdicts[0] != "valid":
        return [f"{len(verdicts)} reports about {len(changed)} changed tokens and the one that they are made of"]
    return [f"a token with its character {at} changed is valid" for at, verdict in zip(places, verdicts[1:]) if verdict == "valid"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, help="how many there have to be")
    parser.add_argument("names", nargs="*")
    context = parser.parse_args()
    if run.keys is None:
        print("skipped: python3-jwcrypto is not installed")
        return run.SKIPPED
    context.blazon, context.bases, context.keys = context.blazon.resolve(), world.bases(), run.keys.Keys()
    every = list(cases(context.bases))
    chosen = [case for case in every if not context.names or any(name in case[0] for name in context.names)]
    with run.images() as context.images:
        found = run.pool(lambda case: attempt(context, *case[1:]), chosen)
        bad = [f"{case[0]!r}: {wrong}" for case, wrong in zip(chosen, found) if wrong]
        if not context.names:
            bad += flips(context)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    if most > MEBIBYTES:
        bad.append(f"one of them takes {most} MiB, at most {MEBIBYTES}")
    if context.count is not None and len(every) != context.count:
        bad.append(f"{len(every)} badges, expected {context.count}")
    print(*bad, f"{len(chosen)} hostile badges, {len(bad)} complaints, {most} MiB at most", sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
