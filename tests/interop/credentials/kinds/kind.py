"""What a kind of tampering is, and the words that the tables of kinds are written in."""

import dataclasses
import typing

RDF = ("eddsa-rdfc-2022", "ecdsa-rdfc-2019, P-384", "Ed25519Signature2020")
JCS = ("eddsa-jcs-2022", "ecdsa-jcs-2019, P-256")
INTEGRITY = ("eddsa-rdfc-2022", "ecdsa-rdfc-2019, P-384") + JCS
ECDSA = ("ecdsa-rdfc-2019, P-384", "ecdsa-jcs-2019, P-256")
EDDSA = ("eddsa-rdfc-2022", "eddsa-jcs-2022", "Ed25519Signature2020")


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What blazon has to say: exactly these steps fail or are open; these, among others maybe, warn."""
    verdict: str
    fail: frozenset = frozenset()
    unknown: frozenset = frozenset()
    warn: frozenset = frozenset()


def invalid(*fail, unknown=(), warn=()):
    return Verdict("invalid", frozenset(fail), frozenset(unknown), frozenset(warn))


def undecided(*unknown, warn=()):
    return Verdict("undecided", frozenset(), frozenset(unknown), frozenset(warn))


def valid(*warn):
    return Verdict("valid", warn=frozenset(warn))


VALID = valid()
SIGNATURE = invalid("proof.signature")


@dataclasses.dataclass(frozen=True)
class Kind:
    """`change(document, shop)` changes the badge, or returns the text or bytes of what it becomes: after it was signed,
    or, where `signed` says by whose key, before. `proof` are then members of the proof, or a function of the shop that
    gives them, and `value` is how the signature is written (forge.mjs)."""
    name: str
    change: typing.Callable
    rdf: Verdict = SIGNATURE
    jcs: typing.Optional[Verdict] = None
    suites: tuple = RDF + JCS
    signed: typing.Optional[str] = None
    proof: typing.Any = None
    value: str = "plain"

    def expected(self, suite):
        return self.jcs if self.jcs and suite in JCS else self.rdf

    def options(self, shop):
        return self.proof(shop) if callable(self.proof) else self.proof or {}


def nothing(_document, _shop):
    return None


def _step(value, part):
    return value[int(part)] if isinstance(value, list) else value[part]


def get(document, pointer):
    for part in pointer.split("/")[1:]:
        document = _step(document, part)
    return document


def _place(document, pointer):
    path, _, name = pointer.rpartition("/")
    parent = get(document, path)
    return parent, int(name) if isinstance(parent, list) else name


def put(pointer, value):
    """Sets a member or an entry, or changes it by a function."""
    def change(document, _shop):
        parent, name = _place(document, pointer)
        before = parent.get(name) if isinstance(parent, dict) else parent[name]
        parent[name] = value(before) if callable(value) else value
    return change


def drop(pointer):
    def change(document, _shop):
        parent, name = _place(document, pointer)
        del parent[name]
    return change


def push(pointer, value):
    """One more entry."""
    def change(document, _shop):
        get(document, pointer).append(value)
    return change


def all_of(*changes):
    def change(document, shop):
        for one in changes:
            one(document, shop)
    return change
