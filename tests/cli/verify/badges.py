#!/usr/bin/env python3
"""Makes the badges of these cases, good ones and tampered ones, and writes each case's command.

    /usr/bin/python3 tests/cli/verify/badges.py [FOLDER]

Needs Debian's python3-cryptography, which shares no line with blazon: what it signs, blazon has to verify, and what it
forges, blazon has to refuse. The expectations are written by tests/cli/run.py --update and read before they are
committed. The keys are made from fixed numbers and are for nothing but these tests; ECDSA signatures differ from run
to run.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import sys

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

HERE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
HERE = HERE if HERE.is_dir() else HERE.parent
AT = "--at 2026-06-01T00:00:00Z"
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ISSUER = "https://badges.example.edu/issuer"
# Two primes of 1024 bits: the first ones behind SHA-512 of "blazon p" and "blazon q", each with 0 and with 1.
RSA_FILE = pathlib.Path(__file__).resolve().parent / "rsa.json"


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return text


class Key:
    """A key, what it is called, and how it signs."""

    def __init__(self, kind, seed):
        number = int.from_bytes(hashlib.sha384(seed.encode()).digest(), "big")
        self.kind = kind
        if kind == "EdDSA":
            self.private = ed25519.Ed25519PrivateKey.from_private_bytes(hashlib.sha256(seed.encode()).digest())
        elif kind in ("ES256", "ES384"):
            curve = ec.SECP256R1() if kind == "ES256" else ec.SECP384R1()
            self.private = ec.derive_private_key(number >> (130 if kind == "ES256" else 2), curve)
        else:
            n = {name: int(value) for name, value in json.loads(RSA_FILE.read_text()).items()}
            p, q, e = n["p"], n["q"], 65537
            d = pow(e, -1, (p - 1) * (q - 1))
            numbers = rsa.RSAPrivateNumbers(p, q, d, d % (p - 1), d % (q - 1), pow(q, -1, p),
                                            rsa.RSAPublicNumbers(e, p * q))
            self.private = numbers.private_key()
        self.public = self.private.public_key()

    def raw(self):
        if self.kind == "EdDSA":
            return self.public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return self.public.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint)

    def multikey(self):
        prefix = {"EdDSA": b"\xed\x01", "ES256": b"\x80\x24", "ES384": b"\x81\x24"}[self.kind]
        return "z" + base58(prefix + self.raw())

    def did(self):
        if self.kind != "RS256":
            return "did:key:" + self.multikey()
        return "did:jwk:" + b64(json.dumps(self.jwk()).encode())

    def kid(self):
        return self.did() + ("#0" if self.kind == "RS256" else "#" + self.multikey())

    def jwk(self, private=False):
        def number(value, size=None):
            return b64(value.to_bytes(size or (value.bit_length() + 7) // 8, "big"))
        if self.kind == "EdDSA":
            key = {"kty": "OKP", "crv": "Ed25519", "x": b64(self.raw())}
            if private:
                key["d"] = b64(self.private.private_bytes(serialization.Encoding.Raw, serialization.PrivateFormat.Raw,
                                                          serialization.NoEncryption()))
            return key
        n = self.public.public_numbers()
        if self.kind == "RS256":
            return {"kty": "RSA", "n": number(n.n), "e": number(n.e)}
        size = 32 if self.kind == "ES256" else 48
        return {"kty": "EC", "crv": "P-256" if size == 32 else "P-384", "x": number(n.x, size), "y": number(n.y, size)}

    def sign(self, data, der=False):
        if self.kind == "EdDSA":
            return self.private.sign(data)
        if self.kind == "RS256":
            return self.private.sign(data, padding.PKCS1v15(), hashes.SHA256())
        size = 32 if self.kind == "ES256" else 48
        signature = self.private.sign(data, ec.ECDSA(hashes.SHA256() if size == 32 else hashes.SHA384()))
        if der:
            return signature
        return b"".join(part.to_bytes(size, "big") for part in decode_dss_signature(signature))


class ExponentOne:
    """An RSA key under which a signature is the padded digest itself, which anybody can write."""
    kind = "RS256"
    modulus = int.from_bytes(b"".join(hashlib.sha512(bytes([i])).digest() for i in range(4)), "big") | 1 << 2047 | 1

    def jwk(self):
        return {"kty": "RSA", "n": b64(self.modulus.to_bytes(256, "big")), "e": b64(b"\x01")}

    def sign(self, data):
        digest = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(data).digest()
        return b"\x00\x01" + b"\xff" * (253 - len(digest)) + b"\x00" + digest


GOOD = Key("EdDSA", "blazon good")
EVIL = Key("EdDSA", "blazon evil")
P256 = Key("ES256", "blazon p256")
P384 = Key("ES384", "blazon p384")
RSA = Key("RS256", "")


def merge(target, change):
    for name, value in change.items():
        if value is None:
            target.pop(name, None)
        elif isinstance(value, dict) and isinstance(target.get(name), dict):
            merge(target[name], value)
        else:
            target[name] = value
    return target


def levels(criterion):
    base = "https://badges.example.edu/ct/data#criterion/" + criterion
    return [{"id": f"{base}/{name}", "type": ["RubricCriterionLevel"], "name": title, "level": str(i), "points": str(i)}
            for i, (name, title) in enumerate([("not-yet", "Not yet"), ("basic", "Basic"), ("proficient", "Proficient")])]


def criterion(name, title):
    base = "https://badges.example.edu/ct/data#criterion/" + name
    return {"id": base, "type": ["ResultDescription"], "name": title, "resultType": "RubricCriterionLevel",
            "requiredLevel": base + "/basic", "rubricCriterionLevel": levels(name)}


def result(name, level):
    base = "https://badges.example.edu/ct/data#criterion/" + name
    return {"type": ["Result"], "resultDescription": base, "achievedLevel": f"{base}/{level}"}


SCORE = {"id": "https://badges.example.edu/ct/data#score", "type": ["ResultDescription"], "name": "Total score",
         "resultType": "RubricScore", "valueMin": "0", "valueMax": "4", "requiredValue": "2"}


def credential(issuer):
    return {
        "@context": ["https://www.w3.org/ns/credentials/v2",
                     "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:0b6f8f6a-2a5c-4c39-9a8e-0d4d2f4f6b01",
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": "Computational Thinking: Data Practices",
        "issuer": {"id": issuer, "type": ["Profile"], "name": "Example Unified School District"},
        "validFrom": "2026-05-01T00:00:00Z",
        "credentialSubject": {
            "id": "urn:uuid:4f0cbb5c-6fd0-4ab0-9b60-3f1f7b0b7a02",
            "type": ["AchievementSubject"],
            "identifier": [{"type": "IdentityObject", "hashed": True, "identityType": "emailAddress", "salt": "pepper",
                            "identityHash": "sha256$" + hashlib.sha256(b"jane@example.edupepper").hexdigest()}],
            "achievement": {
                "id": "https://badges.example.edu/ct/data", "type": ["Achievement"],
                "achievementType": "MicroCredential",
                "name": "Computational Thinking: Data Practices",
                "description": "Designs a lesson in which students collect, analyse and show data of their own.",
                "criteria": {"narrative": "Plan the lesson, teach it, show what the students made."},
                "resultDescription": [criterion("question", "Driving question"), criterion("analysis", "Analysis"),
                                      SCORE],
            },
            "result": [result("question", "proficient"), result("analysis", "basic"),
                       {"type": ["Result"], "resultDescription": SCORE["id"], "value": "3"}],
        },
    }


def claims(document):
    return {"iss": document["issuer"]["id"], "jti": document["id"], "sub": document["credentialSubject"]["id"],
            "nbf": 1777593600}


def compact(header, payload, key, der=False):
    head = header if isinstance(header, str) else json.dumps(header, separators=(",", ":"))
    body = payload if isinstance(payload, str) else json.dumps(payload, separators=(",", ":"), ensure_ascii=False)
    text = b64(head.encode()) + "." + b64(body.encode())
    return text + "." + b64(key.sign(text.encode(), der) if der else key.sign(text.encode()))


def parts(header=None, payload=None, key=GOOD, issuer=None, kid=None):
    head = merge({"alg": key.kind, "kid": kid or key.kid(), "typ": "JWT"}, header or {})
    document = credential(issuer or key.did())
    return head, merge({**document, **claims(document)}, payload or {})


def badge(header=None, payload=None, key=GOOD, issuer=None, kid=None, der=False):
    return compact(*parts(header, payload, key, issuer, kid), key, der)


def vc11():
    document = credential(P256.did())
    document["@context"][0] = "https://www.w3.org/2018/credentials/v1"
    document["issuanceDate"] = document.pop("validFrom")
    return compact({"alg": "ES256", "kid": P256.kid()}, {"vc": document, **claims(document)}, P256)


def changed(find, replace):
    head, body, signature = badge().split(".")
    text = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)).replace(find, replace)
    return ".".join([head, b64(text), signature])


def swapped():
    return badge().rsplit(".", 1)[0] + "." + badge(payload={"name": "Another badge"}).rsplit(".", 1)[1]


def with_public_key_as_secret():
    head, body = parts({"alg": "HS256"}, key=RSA)
    text = ".".join(b64(json.dumps(part).encode()) for part in (head, body))
    secret = RSA.public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return text + "." + b64(hmac.new(secret, text.encode(), hashlib.sha256).digest())


def duplicated(which, old, new):
    texts = [json.dumps(part, separators=(",", ":")) for part in parts()]
    texts[which] = texts[which].replace(old, new, 1)
    return compact(*texts, GOOD)


def loose_bits():
    token = badge()
    return token[:-1] + chr(ord(token[-1]) + 1)


def controller(identifier, key):
    fragment = identifier + "#" + key.multikey()
    return json.dumps({"@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
                       "id": identifier, "assertionMethod": [fragment],
                       "verificationMethod": [{"id": fragment, "type": "Multikey", "controller": identifier,
                                               "publicKeyMultibase": key.multikey()}]}, indent=2) + "\n"


def jws_json():
    head, body, signature = badge().split(".")
    return json.dumps({"payload": body, "signatures": [{"protected": head, "signature": signature}]})


SUBJECT = "urn:uuid:4f0cbb5c-6fd0-4ab0-9b60-3f1f7b0b7a02"
OTHER = "urn:uuid:00000000-0000-4000-8000-000000000000"
WEB = "did:web:badges.example.edu"
SITE = "--map https://badges.example.edu/=site/"
RUN = f"blazon verify {AT}"


def resulting(*results):
    return {"credentialSubject": {"result": list(results)}}


# What is refused, or cannot be decided: the name of the case and the badge.
ATTACKS = {
    "alg-none": badge({"alg": "none"}),
    "alg-none-mixed-case": badge({"alg": "NoNe"}),
    "alg-none-upper-case": badge({"alg": "NONE"}),
    "alg-none-without-signature": badge({"alg": "none"}).rsplit(".", 1)[0] + ".",
    "alg-missing": badge({"alg": None}),
    "alg-hs256-with-public-key": with_public_key_as_secret(),
    "alg-of-another-key": badge({"alg": "ES256"}),
    "header-crit": badge({"crit": ["exp"], "exp": 1}),
    "header-jku": badge({"jku": "https://evil.example/jwks.json"}),
    "header-x5u": badge({"x5u": "https://evil.example/cert.pem"}),
    "header-x5c": badge({"x5c": ["MIIB"]}),
    "header-unknown": badge({"nonce": "1"}),
    "header-typ": badge({"typ": "at+jwt"}),
    "header-duplicate": duplicated(0, '"alg":"EdDSA"', '"alg":"EdDSA","alg":"none"'),
    "header-two-keys": badge({"jwk": EVIL.jwk()}),
    "jwk-private": badge({"kid": None, "jwk": GOOD.jwk(private=True)}),
    "jwk-of-attacker-did-of-victim": badge({"kid": None, "jwk": EVIL.jwk()}, key=EVIL, issuer=GOOD.did()),
    "jwk-of-attacker-https-victim": badge({"kid": None, "jwk": EVIL.jwk()}, key=EVIL, issuer=ISSUER),
    "kid-missing": badge({"kid": None}),
    "kid-path": badge({"kid": "../../../../etc/passwd"}),
    "kid-of-attacker": badge(key=EVIL, issuer=GOOD.did()),
    "kid-of-victim": badge({"kid": GOOD.kid()}, key=EVIL, issuer=GOOD.did()),
    "did-key-under-https": badge(issuer=ISSUER),
    "token-padding": badge() + "==",
    "token-four-parts": badge() + ".AAAA",
    "token-two-parts": badge().rsplit(".", 1)[0],
    "token-loose-bits": loose_bits(),
    "token-space-inside": badge().replace(".", ". "),
    "token-json-form": jws_json(),
    "payload-changed": changed(b"Data Practices", b"Data Mastery"),
    "payload-duplicate": duplicated(1, '"iss":', f'"iss":"{EVIL.did()}","iss":'),
    "payload-duplicate-escaped": duplicated(1, '"iss":', '"\\u0069ss":"x","iss":'),
    "payload-not-json": compact(parts()[0], "hello", GOOD),
    "signature-swapped": swapped(),
    "signature-der": badge(key=P256, der=True),
    "signature-zero": badge(key=P256).rsplit(".", 1)[0] + "." + b64(bytes(64)),
    "claim-iss": badge(payload={"iss": EVIL.did()}),
    "claim-sub": badge(payload={"sub": OTHER}),
    "claim-sub-missing": badge(payload={"sub": None}),
    "claim-jti": badge(payload={"jti": OTHER}),
    "claim-nbf": badge(payload={"nbf": 1577836800}),
    "claim-exp": badge(payload={"validUntil": "2026-05-15T00:00:00Z", "exp": 1900000000}),
    "claim-exp-missing": badge(payload={"validUntil": "2036-05-15T00:00:00Z"}),
    "claim-vc": badge(payload={"vc": credential(GOOD.did())}),
    "expired": badge(payload={"validUntil": "2026-05-31T23:59:59Z", "exp": 1780271999}),
    "not-yet-valid": badge(payload={"validFrom": "2026-06-01T00:00:01Z", "nbf": 1780272001}),
    "context-order": badge(payload={"@context": list(reversed(credential("x")["@context"]))}),
    "type-missing": badge(payload={"type": ["VerifiableCredential"]}),
    "subject-missing": badge(payload={"credentialSubject": None}),
    "result-unknown-description": badge(payload=resulting({"type": ["Result"], "resultDescription": OTHER})),
    "result-unknown-level": badge(payload=resulting(result("question", "superb"))),
    "result-level-not-reached": badge(payload=resulting(result("question", "not-yet"), result("analysis", "basic"))),
    "result-value-out-of-range": badge(payload=resulting({"type": ["Result"], "resultDescription": SCORE["id"],
                                                          "value": "5"})),
    "result-value-not-reached": badge(payload=resulting({"type": ["Result"], "resultDescription": SCORE["id"],
                                                         "value": "1"})),
    "endorsed": badge(payload={"endorsementJwt": [badge()]}),
    "with-status": badge(payload={"credentialStatus": {
        "id": "https://badges.example.edu/status/1#7", "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation", "statusListIndex": "7",
        "statusListCredential": "https://badges.example.edu/status/1"}}),
    "terminal-tricks": badge(payload={"issuer": {"name": "Trusted\u001b[2J\u202eeman\nbadge.jwt: VALID"}}),
}

VALID = {
    "valid-eddsa": badge(),
    "valid-es256": badge(key=P256),
    "valid-es384": badge(key=P384),
    "valid-rs256": badge(key=RSA),
    "valid-vc11": vc11(),
    "valid-with-warning": badge({"typ": "vc+jwt"}),
    "valid-jwk": badge({"kid": None, "jwk": GOOD.jwk()}),
    "valid-white-space": " " + badge() + "\r\n\n",
    "valid-as-string": json.dumps(badge()),
    "valid-until": badge(payload={"validUntil": "2026-06-01T00:00:00Z", "exp": 1780272000}),
}

DOCUMENTS = {"id": ISSUER, "type": ["Profile"], "name": "Example Unified School District"}
PROOF = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-05-01T00:00:00Z",
         "verificationMethod": GOOD.kid(), "proofPurpose": "assertionMethod", "proofValue": "z3Fh"}


def indented(value):
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


# Cases with more than one badge: the command, and the files.
OTHERS = {
    "did-web-without-map": (f"{RUN} badge.jwt", {"badge.jwt": badge(issuer=WEB, kid=f"{WEB}#{GOOD.multikey()}")}),
    "did-web": (f"{RUN} {SITE} badge.jwt", {
        "badge.jwt": badge(issuer=WEB, kid=f"{WEB}#{GOOD.multikey()}"),
        "site/.well-known/did.json": controller(WEB, GOOD)}),
    "did-web-of-another": (f"{RUN} {SITE} badge.jwt", {
        "badge.jwt": badge(issuer=WEB, kid=f"{WEB}#{GOOD.multikey()}"),
        "site/.well-known/did.json": controller("did:web:evil.example", GOOD)}),
    "https-document": (f"{RUN} {SITE} badge.jwt", {
        "badge.jwt": badge(issuer=ISSUER, kid=f"{ISSUER}#{GOOD.multikey()}"),
        "site/issuer": controller(ISSUER, GOOD)}),
    "https-well-known": (f"{RUN} {SITE} badge.jwt", {
        "badge.jwt": badge({"kid": None, "jwk": GOOD.jwk()}, issuer=ISSUER),
        "site/.well-known/jwks.json": indented({"keys": [{**GOOD.jwk(), "kid": "1"}]})}),
    "https-jwk": (f"{RUN} {SITE} badge.jwt", {
        "badge.jwt": badge(key=RSA, issuer=ISSUER, kid="https://badges.example.edu/keys/1"),
        "site/keys/1": indented(RSA.jwk())}),
    "https-jwks-weak-key": (f"{RUN} {SITE} badge.jwt", {
        "badge.jwt": badge(key=ExponentOne(), issuer=ISSUER, kid="https://badges.example.edu/keys#1"),
        "site/keys": indented({"keys": [{**ExponentOne().jwk(), "kid": "https://badges.example.edu/keys#1"}]})}),
    "https-key-of-attacker": (f"{RUN} {SITE} --map https://evil.example/=evil/ badge.jwt", {
        "badge.jwt": badge(key=EVIL, issuer=ISSUER, kid=f"https://evil.example/me#{EVIL.multikey()}"),
        "site/issuer": controller(ISSUER, GOOD),
        "evil/me": controller("https://evil.example/me", EVIL)}),
    "https-key-claimed-for-victim": (f"{RUN} {SITE} --map https://evil.example/=evil/ badge.jwt", {
        "badge.jwt": badge(key=EVIL, issuer=ISSUER, kid="https://evil.example/key"),
        "site/issuer": controller(ISSUER, GOOD),
        "evil/key": indented({"id": "https://evil.example/key", "type": "Multikey", "controller": ISSUER,
                              "publicKeyMultibase": EVIL.multikey()})}),
    "recipient-email": (f"{RUN} --recipient jane@example.edu badge.jwt", {"badge.jwt": badge()}),
    "recipient-mailto": (f"{RUN} --recipient mailto:Jane@example.edu badge.jwt", {"badge.jwt": badge()}),
    "recipient-id": (f"{RUN} --recipient {SUBJECT} badge.jwt", {"badge.jwt": badge()}),
    "recipient-of-another": (f"{RUN} --recipient joe@example.edu badge.jwt", {"badge.jwt": badge()}),
    "report-json": (f"{RUN} --format json badge.jwt", {"badge.jwt": badge()}),
    "report-json-invalid": (f"{RUN} --format json badge.jwt", {"badge.jwt": badge(payload={"sub": OTHER})}),
    "report-verbose": (f"{RUN} --verbose badge.jwt", {"badge.jwt": badge()}),
    "report-colored": (f"{RUN} --color always badge.jwt", {"badge.jwt": badge({"typ": "at+jwt"})}),
    "report-quiet": (f"{RUN} --quiet good.jwt bad.jwt", {"good.jwt": badge(), "bad.jwt": badge({"alg": "none"})}),
    "report-to-file": (f"{RUN} -o report.txt badge.jwt && cat report.txt", {"badge.jwt": badge()}),
    "several": (f"{RUN} good.jwt bad.jwt open.jwt", {
        "good.jwt": badge(), "bad.jwt": badge({"alg": "none"}), "open.jwt": badge(issuer=ISSUER)}),
    "several-undecided": (f"{RUN} --format json good.jwt open.jwt | cut -c -60", {
        "good.jwt": badge(), "open.jwt": badge(issuer=ISSUER)}),
    "several-with-missing-file": (f"{RUN} bad.jwt nowhere.jwt good.jwt", {
        "good.jwt": badge(), "bad.jwt": badge({"alg": "none"})}),
    "standard-input": (f"{RUN} - < badge.jwt", {"badge.jwt": badge()}),
    "now": ("blazon verify --now 2026-04-01T00:00:00Z badge.jwt", {"badge.jwt": badge()}),
    "at-overrides-now": (f"blazon verify --now 2026-04-01T00:00:00Z {AT} badge.jwt", {"badge.jwt": badge()}),
    "at-wrong": ("blazon verify --at yesterday badge.jwt", {"badge.jwt": badge()}),
    "policy-wrong": ("blazon verify --policy strict badge.jwt", {"badge.jwt": badge()}),
    "no-input": ("blazon verify", {}),
    "policy-1edtech": (f"{RUN} --policy 1edtech badge.jwt", {
        "badge.jwt": badge({"kid": None, "jwk": RSA.jwk(), "nonce": "1"}, {"sub": None}, key=RSA, issuer=ISSUER)}),
    "policy-1edtech-eddsa": (f"{RUN} --policy 1edtech badge.jwt", {"badge.jwt": badge()}),
    "json-without-proof": (f"{RUN} badge.json", {"badge.json": indented(credential(GOOD.did()))}),
    "json-with-proof": (f"{RUN} badge.json", {"badge.json": indented({**credential(GOOD.did()), "proof": PROOF})}),
    "json-broken": (f"{RUN} badge.json", {"badge.json": '{"@context": [}\n'}),
    "version-2": (f"{RUN} badge.json", {"badge.json": indented({
        "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://badges.example.edu/1"})}),
    "image-svg": (f"{RUN} badge.svg", {"badge.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n'}),
    "text": (f"{RUN} badge.txt", {"badge.txt": "This is not a badge.\n"}),
    "folder": (f"{RUN} folder", {"folder/x": ""}),
}

INSPECT = {
    "token": ("blazon inspect badge.jwt", {"badge.jwt": badge(payload={"credentialSubject": None})}),
    "token-json": ("blazon inspect --format json badge.jwt", {"badge.jwt": badge(payload={"credentialSubject": None})}),
    "tampered": ("blazon inspect badge.jwt", {
        "badge.jwt": compact('{"alg":"none","alg":"none"}', '{"iss":"\u202emoc.live","name":"\\u001b[2J"}', GOOD) + "=.AAAA"}),
    "document": ("blazon inspect - < badge.json", {"badge.json": indented({"id": "urn:x", "proof": PROOF})}),
    "broken": ("blazon inspect badge.json", {"badge.json": "{"}),
    "missing": ("blazon inspect badge.json", {}),
}


def write(folder, command, files):
    for name, text in files.items():
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + ("" if not text or text.endswith("\n") else "\n"), encoding="utf-8", newline="")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cmd").write_text(command + "\n", encoding="utf-8")


def main():
    for name, text in {**ATTACKS, **VALID}.items():
        write(HERE / name, f"{RUN} badge.jwt", {"badge.jwt": text})
    for name, (command, files) in OTHERS.items():
        write(HERE / name, command, files)
    for name, (command, files) in INSPECT.items():
        write(HERE.parent / "inspect" / name, command, files)


if __name__ == "__main__":
    main()
