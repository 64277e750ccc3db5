"""Changes of endorsements: each has to hold by its own proof, whatever the badge's proof covers."""

import copy

from .kind import SIGNATURE, VALID, Kind, invalid, undecided
from .values import ACHIEVEMENT

ENDORSEMENT = invalid("endorsement")


def inside(change=None, name="of_it", at=ACHIEVEMENT):
    """The endorsement `name` of the shop, changed, at this place."""
    def work(document, shop):
        one = copy.deepcopy(getattr(shop, name))
        one = (change(one) if change else None) or one
        place = document
        for part in at.split("/")[1:]:
            place = place[part]
        place["endorsement"] = [one]
    return work


def comment(one):
    one["credentialSubject"]["endorsementComment"] = "We pay for it"


def without_proof(one):
    del one["proof"]


def other_suite(one):
    one["proof"].update(type="DataIntegrityProof", cryptosuite="mayo-rdfc-2030")


def no_endorsement(one):
    one["type"] = ["VerifiableCredential"]


def twice(one):
    one["proof"] = [one["proof"], dict(one["proof"], proofValue="z1")]


# Each is put into a badge that the issuer then signs: the badge's own proof is right.
KINDS = [
    Kind("an endorsement", inside(), rdf=VALID, signed="issuer"),
    Kind("an endorsement put in after the badge was signed", inside(), rdf=SIGNATURE),
    Kind("an endorsement changed", inside(comment), rdf=ENDORSEMENT, signed="issuer"),
    Kind("an endorsement without a proof", inside(without_proof), rdf=ENDORSEMENT, signed="issuer"),
    Kind("an endorsement with a proof that nobody knows", inside(other_suite), rdf=undecided("endorsement"),
         signed="issuer"),
    Kind("an endorsement with a broken proof more", inside(twice), rdf=VALID, signed="issuer"),
    Kind("an endorsement of another achievement", inside(name="of_another_achievement"), rdf=ENDORSEMENT,
         signed="issuer"),
    Kind("an endorsement of the achievement at the badge", inside(at=""), rdf=VALID, signed="issuer"),
    Kind("an endorsement of the issuer at the badge", inside(name="of_issuer", at=""), rdf=VALID, signed="issuer"),
    Kind("an endorsement of the issuer at the achievement", inside(name="of_issuer"), rdf=ENDORSEMENT,
         signed="issuer"),
    Kind("an endorsement of another achievement at the badge", inside(name="of_another_achievement", at=""),
         rdf=ENDORSEMENT,
         signed="issuer"),
    Kind("an endorsement of the recipient at the badge", inside(name="of_recipient", at=""), rdf=ENDORSEMENT,
         signed="issuer"),
    Kind("an endorsement signed by the attacker", inside(name="by_attacker"), rdf=ENDORSEMENT, signed="issuer"),
    Kind("an endorsement that is over", inside(name="that_is_over"), rdf=ENDORSEMENT, signed="issuer"),
    Kind("an endorsement that is none", inside(no_endorsement), rdf=invalid("schema", "endorsement"),
         signed="issuer"),
    Kind("an endorsement that is a text", inside(lambda one: "very good"), rdf=invalid("schema", "endorsement"),
         signed="issuer"),
]
