#!/usr/bin/env python3
"""Badges that somebody changed, or that were signed wrong: blazon names the step that is about it, and no other.

    tests/interop/credentials/tamper.py --blazon PROGRAM --modules NODE_MODULES

The tables of kinds are in kinds/; each is done to a badge of several suites. The signatures are made of the parts of
Digital Bazaar's libraries (forge.mjs).
"""

import collections
import copy
import json
import sys

import lab
from kinds import contexts, endorsements, proofs, shape, values
from kinds.kind import JCS, RDF

KINDS = [*proofs.KINDS, *values.KINDS, *shape.KINDS, *contexts.KINDS, *endorsements.KINDS]
# What the tables come to: kinds that have to be refused, kinds that change nothing that matters, badges of both.
PINNED = (184, 42, 1097)
SUITES = RDF + JCS
KEYS = {"eddsa-rdfc-2022": "ed25519", "eddsa-jcs-2022": "ed25519", "Ed25519Signature2020": "ed25519",
        "ecdsa-rdfc-2019, P-384": "p384", "ecdsa-jcs-2019, P-256": "p256"}
ED25519_CONTEXT = "https://w3id.org/security/suites/ed25519-2020/v1"


class Forge:
    """Collects what is to be signed; sign() signs all of it at once."""

    def __init__(self, here):
        self.here, self.jobs, self.done = here, [], []

    def order(self, document, suite, key, **more):
        """A document for the next sign(); `more` as forge.mjs says."""
        self.jobs.append({"document": document, "suite": suite, "key": [KEYS[suite], key], **more})
        return len(self.jobs) - 1

    def sign(self):
        lines = "".join(json.dumps(job) + "\n" for job in self.jobs)
        self.done = [json.loads(line) for line in self.here.peer("forge.mjs", text=lines).splitlines()]
        self.jobs = []

    def proof(self, ticket):
        return copy.deepcopy(self.done[ticket])


class Shop:
    """What the kinds take from, for one suite."""

    def __init__(self, suite, dids):
        self.suite, self.dids = suite, dids

    def did(self, name):
        kind = KEYS[self.suite]
        if name == "stranger":
            kind, name = ("p256" if kind == "ed25519" else "ed25519"), "issuer"
        return self.dids[f"{kind}.{name}"]

    def method(self, name):
        did = self.did(name)
        return f"{did}#{did.removeprefix('did:key:')}"

    def template(self, name, who):
        document = json.loads((lab.HERE / "kinds" / name).read_text(encoding="utf-8"))
        document["issuer"]["id"] = self.did(who)
        if self.suite == "Ed25519Signature2020":
            document["@context"].append(ED25519_CONTEXT)
        return document

    def badge(self):
        return self.template("badge.json", "issuer")

    def endorsement(self, **subject):
        document = self.template("endorsement.json", "endorser")
        document["credentialSubject"].update(subject)
        return document


def endorsements_of(shop):
    """(name in the shop, document, who signs it)"""
    yield "of_it", shop.endorsement(), "endorser"
    yield "of_another_achievement", shop.endorsement(id="https://badges.example.edu/ct/other"), "endorser"
    yield "of_issuer", shop.endorsement(id=shop.did("issuer")), "endorser"
    yield "of_recipient", shop.endorsement(id="did:example:jane"), "endorser"
    yield "by_attacker", shop.endorsement(), "attacker"
    yield "that_is_over", dict(shop.endorsement(), validUntil="2026-05-20T00:00:00Z"), "endorser"


def sign_endorsements(forge, shops):
    orders = [(shop, name, document, forge.order(document, shop.suite, key))
              for shop in shops for name, document, key in endorsements_of(shop)]
    forge.sign()
    for shop, name, document, ticket in orders:
        setattr(shop, name, dict(document, proof=forge.proof(ticket)))


NAMED = {"id": "urn:uuid:77777777-7777-4777-8777-777777777777"}


def proofs_of(shop):
    """(name in the shop, document, who signs it, members of the proof)"""
    yield "right", shop.badge(), "issuer", {}
    yield "of_another", dict(shop.badge(), name="Another"), "issuer", {}
    yield "attackers", shop.badge(), "attacker", {}
    yield "named", shop.badge(), "issuer", NAMED
    yield "renamed", shop.badge(), "issuer", dict(NAMED, domain="example.edu")


def sign_badges(forge, shops):
    """The right proof of each badge, and others that take part in kinds; then one on top of another."""
    orders = [(shop, name, forge.order(document, shop.suite, key, proof=proof))
              for shop in shops for name, document, key, proof in proofs_of(shop)]
    forge.sign()
    for shop, name, ticket in orders:
        setattr(shop, name, forge.proof(ticket))
    on_top = {"previousProof": NAMED["id"]}
    orders = [(shop, forge.order(dict(shop.badge(), proof=[shop.named]), shop.suite, "issuer", proof=on_top)) for shop in shops]
    forge.sign()
    for shop, ticket in orders:
        shop.chained = forge.proof(ticket)


def as_bytes(document):
    if isinstance(document, bytes):
        return document
    return (document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)).encode()


def make_cases(forge, shops):
    """[(kind, suite, bytes)] of every kind and suite."""
    cases, orders = [], []
    for kind in KINDS:
        for shop in shops:
            if shop.suite not in kind.suites:
                continue
            document = shop.badge()
            if not kind.signed:
                document["proof"] = copy.deepcopy(shop.right)
                changed = kind.change(document, shop)
                cases.append((kind, shop.suite, as_bytes(document if changed is None else changed)))
                continue
            kind.change(document, shop)
            ticket = forge.order(document, shop.suite, kind.signed, proof=kind.options(shop), value=kind.value)
            orders.append((kind, shop.suite, document, ticket))
    forge.sign()
    return cases + [(kind, suite, as_bytes(dict(document, proof=forge.proof(ticket))))
                    for kind, suite, document, ticket in orders]


def complaint(kind, suite, report):
    """What blazon should have said, or None."""
    expected, wrong = kind.expected(suite), lab.wrong(report)
    seen = {outcome: {step for step, is_so in wrong.items() if is_so == outcome} for outcome in ("fail", "unknown")}
    warned = {step["id"] for step in report["steps"] if step["outcome"] == "warn"}
    if (report["verdict"] == expected.verdict and seen["fail"] == expected.fail and seen["unknown"] == expected.unknown
            and expected.warn <= warned):
        return None
    wanted, got = (f"{verdict}, fail {sorted(fail)}, unknown {sorted(unknown)}" for verdict, fail, unknown in (
        (expected.verdict, expected.fail, expected.unknown), (report["verdict"], seen["fail"], seen["unknown"])))
    return f"{kind.name} ({suite}): {got}; not {wanted}, warnings {sorted(expected.warn)}: {lab.messages(report)}"


def work(here, _given):
    here.make(1, 0, "signed")
    dids = json.loads((here.folder / "dids.json").read_text(encoding="utf-8"))
    forge, shops = Forge(here), [Shop(suite, dids) for suite in SUITES]
    sign_endorsements(forge, shops)
    sign_badges(forge, shops)
    cases = make_cases(forge, shops)
    names = [f"{i}.json" for i in range(len(cases))]
    for name, (_, _, content) in zip(names, cases, strict=True):
        (here.folder / name).write_bytes(content)
    reports, _ = here.reports(names)
    failures = [line for (kind, suite, _), report in zip(cases, reports, strict=True)
                if (line := complaint(kind, suite, report))]
    harmless = sum(kind.rdf.verdict == "valid" for kind in KINDS)
    verdicts = collections.Counter(report["verdict"] for report in reports)
    print(f"{len(KINDS)} kinds of tampering, {harmless} of them no reason to refuse a badge; {len(cases)} badges: "
          + ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items())))
    if (len(KINDS) - harmless, harmless, len(cases)) != PINNED:
        failures.append(f"the tables have come to {(len(KINDS) - harmless, harmless, len(cases))}, not {PINNED}")
    # The exit code is that of the worst; one by one for a kind of each verdict.
    for verdict, wanted in lab.EXIT_CODES.items():
        name = next(name for name, report in zip(names, reports, strict=True) if report["verdict"] == verdict)
        _, code = here.reports([name])
        if code != wanted:
            failures.append(f"blazon verify ended with {code} over {name}, which is {verdict}")
    return failures


if __name__ == "__main__":
    assert len({kind.name for kind in KINDS}) == len(KINDS), "two kinds have one name"
    sys.exit(lab.run(__doc__, work))
