"""Changes of the proof, and proofs that were made wrong."""

import copy

from .kind import (ECDSA, EDDSA, INTEGRITY, JCS, RDF, VALID, Kind, all_of, drop, invalid, nothing, put,
                    undecided, valid)

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
OLD = ("Ed25519Signature2020",)
NO_PROOF = invalid("proof.suite")


def member(name, value):
    return put("/proof/" + name, value)


def digit(index):
    """Another digit of base58 at this place of the proof value."""
    def flip(value):
        place = index % len(value)
        other = ALPHABET[(ALPHABET.index(value[place]) + 1) % 58]
        return value[:place] + other + value[place + 1:]
    return member("proofValue", flip)


def from_shop(name):
    """Another proof in place of the right one."""
    def change(document, shop):
        document["proof"] = copy.deepcopy(getattr(shop, name))
    return change


def proofs(*names):
    """Several proofs: those of the shop, "bad" with another digit, "foreign" of a kind that nobody knows."""
    def make(shop, name):
        if name == "foreign":
            return dict(shop.right, type="DataIntegrityProof", cryptosuite="mayo-rdfc-2030")
        if name != "bad":
            return copy.deepcopy(getattr(shop, name))
        broken = {"proof": copy.deepcopy(shop.right)}
        digit(9)(broken, shop)
        return broken["proof"]

    def change(document, shop):
        document["proof"] = [make(shop, name) for name in names]
    return change


def method(make):
    return lambda shop: {"verificationMethod": make(shop)}


def named_key(make):
    """Another key named in the proof."""
    return lambda document, shop: put("/proof/verificationMethod", make(shop))(document, shop)


CHANGED = [
    Kind("nothing", nothing, rdf=VALID),
    Kind("a digit of the proof value", digit(9)),
    Kind("the last digit of the proof value", digit(-1)),
    Kind("a proof value cut off", member("proofValue", lambda value: value[:-1])),
    Kind("a proof value with a digit more", member("proofValue", lambda value: value + "1")),
    Kind("a proof value with zeros in front", member("proofValue", lambda value: "z1" + value[1:])),
    Kind("an empty proof value", member("proofValue", "z")),
    Kind("no proof value", drop("/proof/proofValue")),
    Kind("a proof value of digits that base58 does not have", member("proofValue",
         lambda value: value[:9] + "0" + value[10:])),
    Kind("a proof value with a blank", member("proofValue", lambda value: value + " ")),
    Kind("a proof value that is a number", member("proofValue", 7), rdf=invalid("schema", "proof.signature")),
    Kind("two proof values", member("proofValue", lambda value: [value, value]),
         rdf=invalid("schema", "proof.signature")),
    Kind("a proof value in place of a jws", all_of(put("/proof/jws", "e30..AA"), drop("/proof/proofValue"))),
    Kind("the proof of another badge", from_shop("of_another")),
    Kind("the date of the proof", member("created", "2026-05-02T12:00:00Z")),
    Kind("the date of the proof taken away", drop("/proof/created")),
    Kind("the date of the proof in another zone", member("created", "2026-05-01T14:00:00+02:00")),
    Kind("an end of the proof", member("expires", "2090-01-01T00:00:00Z")),
    Kind("a domain", member("domain", "evil.example")),
    Kind("a challenge", member("challenge", "1")),
    Kind("an id of the proof", member("id", "urn:uuid:11111111-1111-4111-8111-111111111111")),
    Kind("the purpose of the proof", member("proofPurpose", "authentication"),
         rdf=invalid("proof.purpose", "proof.signature")),
    Kind("the purpose of the proof taken away", drop("/proof/proofPurpose"),
         rdf=invalid("proof.purpose", "proof.signature")),
    Kind("the key of the attacker named", named_key(lambda shop: shop.method("attacker"))),
    Kind("a key of another kind named", named_key(lambda shop: shop.method("stranger"))),
    Kind("no key named", drop("/proof/verificationMethod")),
    Kind("the DID in place of its key", named_key(lambda shop: shop.did("issuer"))),
    Kind("a key that the DID does not have", named_key(lambda shop: shop.did("issuer") + "#" + shop.did("attacker")[8:])),
    Kind("a key on the web", member("verificationMethod", "https://badges.example.edu/keys#1"),
         rdf=undecided("proof.signature")),
    Kind("a key on the own machine", member("verificationMethod", "file:///etc/passwd"),
         rdf=invalid("proof.signature")),
    Kind("the key itself in place of its name", member("verificationMethod",
         {"id": "https://badges.example.edu/keys#1", "type": "Multikey"}),
         rdf=invalid("schema", "proof.signature")),
    Kind("another suite", member("cryptosuite", lambda name: name.replace("-rdfc-",
         "-jcs-") if "rdfc" in name else name.replace("-jcs-", "-rdfc-")),
         suites=INTEGRITY),
    Kind("a suite for another kind of key", member("cryptosuite", lambda name: {"ed": "ecdsa-rdfc-2019",
         "ec": "eddsa-rdfc-2022"}[name[:2]]),
         suites=INTEGRITY),
    Kind("a suite that nobody knows", member("cryptosuite", "mayo-rdfc-2030"), rdf=undecided("proof.suite"),
         suites=INTEGRITY),
    Kind("a suite in capitals", member("cryptosuite", str.upper), rdf=undecided("proof.suite"), suites=INTEGRITY),
    Kind("a suite of selective disclosure", member("cryptosuite", "bbs-2023"), rdf=undecided("proof.suite"),
         suites=INTEGRITY),
    Kind("no suite", drop("/proof/cryptosuite"), rdf=NO_PROOF, suites=INTEGRITY),
    Kind("a kind of proof that is given up", member("type", "Ed25519Signature2018"), rdf=undecided("proof.suite")),
    Kind("no kind of proof", drop("/proof/type"), rdf=invalid("schema", "proof.suite")),
    Kind("a new kind of proof for an old one", all_of(member("type", "DataIntegrityProof"), member("cryptosuite",
         "eddsa-rdfc-2022")), suites=OLD),
    Kind("an old kind of proof for a new one", all_of(member("type", "Ed25519Signature2020"),
         drop("/proof/cryptosuite")),
         suites=("eddsa-rdfc-2022",)),
    Kind("a word in the proof that no context defines", member("comment", "gold")),
    Kind("a context in the proof", member("@context", {"comment": "https://schema.org/comment"}),
         rdf=valid("context"), suites=RDF),
    Kind("another context in the proof", member("@context", ["https://www.w3.org/ns/credentials/v2"]), suites=JCS),
    Kind("the context of the proof taken away", drop("/proof/@context"), suites=JCS),
    Kind("no proof", drop("/proof"), rdf=NO_PROOF),
    Kind("an empty list of proofs", put("/proof", []), rdf=NO_PROOF),
    Kind("an empty proof", put("/proof", {}), rdf=invalid("schema", "proof.suite", "proof.purpose")),
    Kind("a word as proof", put("/proof", "trust me"), rdf=invalid("schema", "proof.suite")),
    Kind("null as proof", put("/proof", None), rdf=invalid("schema", "proof.suite")),
    Kind("a right proof and a broken one", proofs("right", "bad"), rdf=valid("proof.signature")),
    Kind("a broken proof and a right one", proofs("bad", "right"), rdf=valid("proof.signature")),
    Kind("a right proof and one of a kind that nobody knows", proofs("foreign", "right"), rdf=valid("proof.suite")),
    Kind("two right proofs", proofs("right", "named"), rdf=VALID),
    Kind("a right proof and the attacker's", proofs("attackers", "right"), rdf=valid("proof.key-binding")),
    Kind("a broken proof and one of a kind that nobody knows", proofs("bad", "foreign"),
         rdf=undecided("proof.suite")),
    Kind("a broken proof and the attacker's", proofs("bad", "attackers"),
         rdf=invalid("proof.signature", "proof.key-binding")),
    Kind("a chain of two proofs", proofs("named", "chained"), rdf=VALID),
    Kind("a chain without its beginning", proofs("chained")),
    Kind("a chain on another proof of that name", proofs("renamed", "chained"), rdf=valid("proof.signature")),
    Kind("a proof that follows nothing", member("previousProof", "urn:uuid:00000000-0000-4000-8000-000000000000")),
]

MADE_WRONG = [
    Kind("signed by the attacker", nothing, rdf=invalid("proof.key-binding"), signed="attacker"),
    Kind("signed by the attacker with the issuer's name for the key", nothing, signed="attacker",
         proof=method(lambda shop: shop.method("issuer"))),
    Kind("signed by the attacker, the key at the issuer's DID", nothing, signed="attacker",
         proof=method(lambda shop: shop.did("issuer") + "#" + shop.did("attacker")[8:])),
    Kind("signed for another purpose", nothing, rdf=invalid("proof.purpose"), signed="issuer",
         proof={"proofPurpose": "authentication"}),
    Kind("signed with an end that is past", nothing, rdf=invalid("proof.expires"), signed="issuer",
         proof={"expires": "2026-05-20T00:00:00Z"}),
    Kind("signed with an end to come", nothing, rdf=VALID, signed="issuer",
         proof={"expires": "2026-06-20T00:00:00Z"}),
    Kind("signed with an end that is no date", nothing, signed="issuer", proof={"expires": "next year"}),
    Kind("signed on a day that is none", nothing, rdf=invalid("schema", "proof.signature"), signed="issuer",
         proof={"created": "2026-02-30T00:00:00Z"}),
    Kind("signed on a day to come", nothing, rdf=valid("proof.expires"), signed="issuer",
         proof={"created": "2027-01-01T00:00:00Z"}),
    Kind("signed without a date", nothing, rdf=VALID, signed="issuer", proof={"created": None}),
    Kind("signed with a domain and a challenge", nothing, rdf=VALID, signed="issuer",
         proof={"domain": "a.example", "challenge": "7"}),
    Kind("signed on top of a proof that is not there", nothing, signed="issuer",
         proof={"previousProof": "urn:uuid:00000000-0000-4000-8000-000000000000"}),
    Kind("signed with a word that no context defines", nothing, jcs=VALID, signed="issuer",
         proof={"comment": "gold"}),
    Kind("written in base64url", nothing, signed="issuer", value="base64url"),
    Kind("written in hexadecimal", nothing, signed="issuer", value="hex"),
    Kind("written without its base", nothing, signed="issuer", value="unmarked"),
    Kind("written as DER", nothing, signed="issuer", value="der", suites=ECDSA),
    Kind("written one byte shorter", nothing, signed="issuer", value="shortened"),
    Kind("written one byte longer", nothing, signed="issuer", value="lengthened"),
    Kind("written as zeros", nothing, signed="issuer", value="zeroed"),
    Kind("written with the other s, which is as right", nothing, rdf=VALID, signed="issuer", value="mirrored",
         suites=ECDSA),
    Kind("written with a number beyond the group", nothing, signed="issuer", value="stretched", suites=EDDSA),
    Kind("expired", put("/validUntil", "2026-05-20T00:00:00Z"), rdf=invalid("validity.until"), signed="issuer"),
    Kind("not yet valid", put("/validFrom", "2026-07-01T00:00:00Z"), rdf=invalid("validity.from"), signed="issuer"),
]

KINDS = CHANGED + MADE_WRONG
