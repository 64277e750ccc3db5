#!/usr/bin/env python3
"""Badges whose keys, contexts and schemas are on the web: each form in which an issuer can publish a key, through a real
server, and redirects that must not make somebody else's word the issuer's.

    tests/net/badges.py --blazon PROGRAM --load PROGRAM
"""

import json
import subprocess
import sys

import site_of_tests as tests

LOCATIONS = """
    location = /moved/did.json { return 302 /real/did.json; }
    location = /away/did.json { return 302 $scheme://evil.localhost:$server_port/real/did.json; }
    location = /away/issuer { return 302 $scheme://evil.localhost:$server_port/forged; }
    location = /away/key { return 302 $scheme://evil.localhost:$server_port/key.json; }
    location = /near/key { return 302 /key.json; }
    location = /back/key { return 302 $scheme://badges.localhost:$server_port/key.json; }
    location = /taken/did.json { return 410; }
    location = /down/did.json { return 503; }
    location = /.well-known/jwks.json { if ($host = "keys.localhost") { return 302 $scheme://evil.localhost:$server_port/jwks.json; }
        alias %s/www/jwks.json; }
"""


class Issuer:
    """A key and what can be published of it."""

    def __init__(self, test, name):
        self.test, self.pem = test, test.site.folder / f"{name}.pem"
        self.run("key", "new", "-q", "--no-passphrase", "-o", self.pem)
        self.multikey = self.run("key", "public", "--format", "multikey", self.pem).strip()
        self.jwk = json.loads(self.run("key", "public", "--format", "jwk", self.pem))
        self.public_pem = self.run("key", "public", "--format", "pem", self.pem)
        self.jwks = json.loads(self.run("key", "jwks", self.pem))

    def run(self, *words, text=None, fine=(0,)):
        done = subprocess.run([self.test.blazon, *map(str, words)], input=text, capture_output=True, text=True, check=False)
        if done.returncode not in fine:
            raise SystemExit(f"blazon {words}: {done.returncode} {done.stderr}")
        return done.stdout

    def document(self, identifier):
        return self.run("key", "did", self.pem, "--for", identifier)

    def badge(self, issuer, method, proof="eddsa-rdfc-2022", **more):
        credential = {
            "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                         *more.pop("contexts", [])],
            "id": "urn:uuid:7a2a7d0a-0f63-4d0e-8d3a-5d5a0b1c2e03", "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": {"id": issuer, "type": ["Profile"], "name": "District"}, "validFrom": "2026-05-01T10:00:00Z",
            "credentialSubject": {"id": "did:example:jane", "type": ["AchievementSubject"], "achievement": {
                "id": "https://badges.example.edu/data", "type": ["Achievement"], "name": "Data",
                "description": "Works with data.", "criteria": {"narrative": "Do it."}}}, **more}
        return self.run("sign", "-", "--key", self.pem, "--proof", proof, "--verification-method", method, "--now",
                        "2026-05-02T00:00:00Z", *self.test.online,
                        text=json.dumps(credential))


def verify(test, badge, *options):
    done = subprocess.run([test.blazon, "verify", "--format", "json", "--at", "2026-06-01T00:00:00Z",
                           *(options or test.online), "-"], input=badge, capture_output=True, text=True, timeout=120,
                          check=False)
    report = json.loads(done.stdout)
    return report["verdict"], {step["id"]: step for step in report["steps"] if step["outcome"] not in ("pass", "skipped")}


def valid(test, what, badge, requests, warned=()):
    test.site.seen()
    verdict, steps = verify(test, badge)
    test.expect(what, (verdict, sorted(set(steps) - set(warned))), ("valid", []))
    test.expect(f"{what}: requests", [f"{host} {request[4:]}" for _, host, request, _ in test.site.seen()], requests)


def not_valid(test, what, badge, verdict, step, words):
    seen, steps = verify(test, badge)
    test.expect(what, (seen, step in steps), (verdict, True))
    test.contains(what, steps.get(step, {}).get("message"), words)


def did_web(test, issuer):
    site, port = test.site, test.site.ports["good"]
    base = f"did:web:badges.localhost%3A{port}"

    def badge(did):
        return issuer.badge(did, f"{did}#{issuer.multikey}")

    for path, place in (("", "/.well-known/did.json"), (":real", "/real/did.json"), (":deep:down", "/deep/down/did.json")):
        site.put(place, issuer.document(base + path))
        valid(test, f"did:web{path}", badge(base + path), [f"badges.localhost {place}"])
    site.put("/real/did.json", issuer.document(base + ":moved"))
    valid(test, "did:web, moved within the site", badge(base + ":moved"),
          ["badges.localhost /moved/did.json", "badges.localhost /real/did.json"])
    not_valid(test, "did:web of another id", badge(base + ":real"), "invalid", "proof.signature", "as its id, not")
    site.put("/real/did.json", issuer.document(base + ":away"))
    not_valid(test, "did:web that leads to another site", badge(base + ":away"), "undecided", "proof.signature",
              "leads to another site")
    not_valid(test, "did:web that is gone", badge(base + ":taken"), "undecided", "proof.signature", "took it back (410)")
    not_valid(test, "did:web whose server is ill", badge(base + ":down"), "undecided", "proof.signature", "answered 503")
    not_valid(test, "did:web that is not there", badge(base + ":none"), "undecided", "proof.signature", "(404)")
    not_valid(test, "did:web at a forbidden address", badge(f"did:web:localhost%3A{port}"), "undecided", "proof.signature",
              "a badge has no business there")
    verdict, steps = verify(test, badge(base), "--at", "2026-06-01T00:00:00Z")
    test.expect("without the network", verdict, "undecided")
    test.contains("without the network", steps["proof.signature"]["message"], "=FILE, or use --online")


def key_forms(test, issuer):
    """Each form of a key at an https URL below the issuer's own origin."""
    site = test.site
    owner = site.url("/issuer")
    method = {"id": site.url("/method.json"), "type": "Multikey", "controller": owner, "publicKeyMultibase": issuer.multikey}
    old = {"id": site.url("/old.json"), "type": "CryptographicKey", "owner": owner, "publicKeyPem": issuer.public_pem}
    kid = issuer.jwks["keys"][0]["kid"]
    for path, content, fragment in (("/key.jwk", issuer.jwk, ""), ("/set.json", issuer.jwks, f"#{kid}"),
                                    ("/method.json", method, ""), ("/old.json", old, ""), ("/key.pem", issuer.public_pem, ""),
                                    ("/controller", issuer.document(site.url("/controller")), f"#{issuer.multikey}")):
        site.put(path, content)
        owned = site.url(path) if path == "/controller" else owner
        badge = issuer.badge(owned, site.url(path + fragment), "jwt")
        verdict, steps = verify(test, badge)
        test.expect(path, (verdict, sorted(steps)), ("valid", []))
    site.put("/profile.json", {"@context": "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                               "id": site.url("/profile.json"), "type": "Profile", "name": "District",
                               "publicKey": [{"id": site.url("/profile.json#k"), "owner": site.url("/profile.json"),
                                              "type": "CryptographicKey", "publicKeyPem": issuer.public_pem}]})
    valid(test, "an issuer's profile", issuer.badge(site.url("/profile.json"), site.url("/profile.json#k"), "jwt"),
          ["badges.localhost /profile.json"])


def bindings(test, issuer, thief):
    """Who can speak for an https issuer: its origin, and nobody that its origin leads to."""
    site = test.site
    owner = site.url("/issuer.json")
    site.put("/key.json", thief.jwk)
    valid(test, "a key of the same origin", thief.badge(owner, site.url("/near/key"), "jwt"),
          ["badges.localhost /near/key", "badges.localhost /key.json", "badges.localhost /issuer.json",
           "badges.localhost /.well-known/jwks.json"])
    not_valid(test, "a key that its origin leads away to", thief.badge(owner, site.url("/away/key"), "jwt"), "undecided",
              "proof.key-binding", "published in another place than the issuer's")
    not_valid(test, "a key of another origin", thief.badge(owner, site.url("/key.json", "evil.localhost"), "jwt"),
              "undecided", "proof.key-binding", "published in another place than the issuer's")
    valid(test, "a key that another origin leads to", thief.badge(owner, site.url("/back/key", "keys.localhost"), "jwt"),
          ["keys.localhost /back/key", "badges.localhost /key.json", "badges.localhost /issuer.json",
           "badges.localhost /.well-known/jwks.json"])
    forged = site.url("/away/issuer")
    site.put("/forged", thief.document(forged))
    not_valid(test, "a document that the issuer's URL leads away to", thief.badge(forged, f"{forged}#{thief.multikey}", "jwt"),
              "undecided", "proof.key-binding", "leads to another site")
    site.put("/jwks.json", issuer.jwks)
    elsewhere = site.url("/key.jwk", "evil.localhost")
    valid(test, "the key set of the authority", issuer.badge(owner, elsewhere, "jwt"),
          ["evil.localhost /key.jwk", "badges.localhost /issuer.json", "badges.localhost /.well-known/jwks.json"])
    not_valid(test, "a key set that leads away", issuer.badge(site.url("/issuer.json", "keys.localhost"), elsewhere, "jwt"),
              "undecided", "proof.key-binding", "published in another place than the issuer's")


def contexts_and_schemas(test, issuer):
    site = test.site
    did = f"did:web:badges.localhost%3A{site.ports['good']}"
    key = f"{did}#{issuer.multikey}"
    site.put("/context.jsonld", {"@context": {"district": "https://badges.localhost/terms#district"}})
    badge = issuer.badge(did, key, contexts=[site.url("/context.jsonld")], district="7")
    valid(test, "a context", badge, ["badges.localhost /context.jsonld", "badges.localhost /.well-known/did.json"], ["context"])
    site.put("/context.jsonld", {"@context": {"district": "https://badges.localhost/terms#other"}})
    not_valid(test, "a context that has changed", badge, "invalid", "proof.signature", "")
    schema = [{"id": site.url("/schema.json"), "type": "1EdTechJsonSchemaValidator2019"}]
    badge = issuer.badge(did, key, contexts=["https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"], credentialSchema=schema)
    site.put("/schema.json", {"type": "object", "required": ["issuer"]})
    valid(test, "a schema", badge, ["badges.localhost /schema.json", "badges.localhost /.well-known/did.json"])


def batch(test, issuer):
    """Several threads, one server: what an issuer publishes is asked for once by each at most."""
    site = test.site
    did = f"did:web:badges.localhost%3A{site.ports['good']}"
    badge = issuer.badge(did, f"{did}#{issuer.multikey}", "jwt").strip()
    (site.folder / "batch.ndjson").write_text("".join(f'"{badge}"\n' for _ in range(400)))
    site.seen()
    done = subprocess.run([test.blazon, "verify", "--batch", site.folder / "batch.ndjson", "--jobs", "4", "--at",
                           "2026-06-01T00:00:00Z", *test.online], capture_output=True, text=True, check=False, timeout=120)
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    test.expect("a batch", (len(verdicts), set(verdicts)), (400, {"valid"}))
    test.expect("requests of a batch", 1 <= len(site.seen()) <= 4, True)


def usage(test):
    for words, said in ((["--allow-host", "x"], "--allow-host has a meaning with --online or --offline only"),
                        (["--online", "--offline"], "contradict each other"),
                        (["--cache", "x"], "--cache has a meaning with --online or --offline only"),
                        (["--offline", "--cache", "none"], '--cache is "none"'),
                        (["--online", "--cache", "none", "--allow-host", "https://x/"], "it needs a name such as"),
                        (["--online", "--cache", "none", "--ca-file", "/nowhere.pem"], 'cannot open "/nowhere.pem"')):
        done = subprocess.run([test.blazon, "verify", *words, "-"], input="", capture_output=True, text=True, check=False)
        test.expect(words, done.returncode, 2)
        test.contains(words, done.stderr, said)


def without_libcurl(test):
    """A system on which the library is not installed, or broken."""
    broken = test.site.folder / "broken"
    broken.mkdir()
    (broken / "libcurl.so.4").touch()
    done = subprocess.run([test.blazon, "verify", "--online", "--cache", "none", "-"], input="", capture_output=True, text=True,
                          env={"LD_LIBRARY_PATH": str(broken)}, check=False)
    test.expect("without libcurl", done.returncode, 2)
    test.contains("without libcurl", done.stderr, "--online needs the library libcurl (libcurl.so.4), which is not installed")


def main():
    with tests.open_test() as test:
        test.online = ["--online", "--cache", "none", "--ca-file", str(test.site.ca),
                       *[word for host in tests.NAMES for word in ("--allow-host", host)]]
        test.site.start(LOCATIONS % test.site.folder)
        issuer, thief = Issuer(test, "issuer"), Issuer(test, "thief")
        did_web(test, issuer)
        key_forms(test, issuer)
        bindings(test, issuer, thief)
        contexts_and_schemas(test, issuer)
        batch(test, issuer)
        usage(test)
        without_libcurl(test)
        return test.end()


if __name__ == "__main__":
    sys.exit(main())
