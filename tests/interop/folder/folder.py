#!/usr/bin/env python3
"""A folder of 500 badges, of every version of Open Badges and in every wrapping, whole and broken: one call of blazon, and
500 reports that say what each of them is.

    tests/interop/folder/folder.py --blazon PROGRAM [--keep FOLDER]

What they are is decided here where they are made; blazon takes part in making them only where a proof stands inside.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import badges
except ImportError:
    print("skipped: python3-jwcrypto is not installed")
    sys.exit(77)
import wrap

AT = "2026-06-01T00:00:00Z"
COUNT = 500
EXIT_CODES = {"valid": 0, "undecided": 3, "invalid": 1}
EARLY, LATE = "2026-05-02T00:00:00Z", "2026-07-01T00:00:00Z"
# What is expected of a badge: the verdict, and the step that decides if it is not valid.
Case = collections.namedtuple("Case", "generation standard label text verdict step")


class Maker:
    def __init__(self, blazon, root):
        self.blazon, self.root = blazon, root
        self.site = badges.Site(root / "site")
        keys = badges.Keys()
        self.three, self.two = badges.Version3(self.site, keys), badges.Version2(self.site, keys)
        (root / "key.pem").write_bytes(keys.p256.export_to_pem(private_key=True, password=None))
        (root / "key.pem").chmod(0o600)
        self.number = 0

    def next(self):
        self.number += 1
        return self.number

    def prove(self, credential, proof="ecdsa-rdfc-2019"):
        """With a proof inside, as text."""
        command = [self.blazon, "sign", "-", "--proof", proof, "--key", self.root / "key.pem", "--verification-method",
                   badges.ISSUER + "#p256", "--now", "2026-05-01T00:00:00Z"]
        done = subprocess.run(command, input=json.dumps(credential), capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"blazon sign: {done.stderr}")
        return done.stdout

    def of_version_3(self, sign, change):
        """`sign` makes the text of a badge from a credential; `change` one text from another that is no longer right."""
        def case(label, verdict="valid", step=None, text=None, **members):
            text = text or sign(badges.changed(self.three.credential(self.next()), **members))
            return Case(3, "Open Badges 3.0", label, text, verdict, step)
        yield case("good")
        yield case("until", validUntil=LATE)
        yield case("expired", "invalid", "validity.until", validUntil=EARLY)
        yield case("early", "invalid", "validity.from", validFrom=LATE)
        yield case("changed", "invalid", "proof.signature", text=change(sign(self.three.credential(self.next()))))
        yield case("revoked", "invalid", "status", credentialStatus=badges.status("revocation", 3))
        yield case("kept", credentialStatus=badges.status("revocation", 4))
        yield case("suspended", "invalid", "status", credentialStatus=badges.status("suspension", 3))
        yield case("no-list", "undecided", "status", credentialStatus=badges.status("revocation", 3, "lost"))
        yield case("beyond", "invalid", "status", credentialStatus=badges.status("revocation", 131072))

    def tokens(self):
        def sign(credential):
            return self.three.token(credential, ["rsa", "p256", "ed25519"][self.number % 3])
        yield from self.of_version_3(sign, badges.spoil)
        flat = badges.changed(self.three.credential(self.next()), image=badges.PICTURE)
        yield Case(3, "Open Badges 3.0", "image-no-object", self.three.token(flat), "invalid", "schema")
        stranger = self.three.token(self.three.credential(self.next()), "rsa", self.three.keys.stranger)
        yield Case(3, "Open Badges 3.0", "stranger", stranger, "invalid", "proof.signature")

    def proofs(self):
        yield from self.of_version_3(self.prove, lambda text: text.replace("Data Practices", "Fata Practices", 1))
        credential = json.dumps(self.three.credential(self.next()))
        yield Case(3, "Open Badges 3.0", "unsigned", credential, "invalid", "proof.suite")

    def older_tokens(self):
        """On Verifiable Credentials 1.1."""
        def case(label, verdict="valid", step=None, change=lambda token: token, **members):
            return Case(3, "Open Badges 3.0", label, change(self.three.token_1_1(self.next(), **members)), verdict, step)
        yield case("vc-1.1")
        yield case("vc-1.1-expired", "invalid", "validity.until", expirationDate=EARLY)
        yield case("vc-1.1-early", "invalid", "validity.from", issuanceDate=LATE)
        yield case("vc-1.1-changed", "invalid", "proof.signature", change=badges.spoil)

    def containers(self):
        def record(label, inner, verdict="valid", step=None):
            text = self.three.token(self.three.clr(self.next(), [inner]))
            return Case(3, "Comprehensive Learner Record 2.0", label, text, verdict, step)
        good = json.loads(self.prove(self.three.credential(self.number + 1)))
        yield record("clr", good)
        bad = json.loads(json.dumps(good).replace("Works with data", "Works with cats"))
        yield record("clr-changed", bad, "invalid", None)
        yield Case(3, "Open Badges 3.0", "endorsement", self.three.token(self.three.endorsement(self.next())), "valid", None)
        proven = self.prove(self.three.endorsement(self.next())).replace("We use it", "They use it")
        yield Case(3, "Open Badges 3.0", "endorsement-changed", proven, "invalid", "proof.signature")

    def hosted(self, standard, assertion, published=True, given=None, **members):
        """The URL of a hosted assertion, and the text that is handed in."""
        number = self.next()
        path = f"hosted/{number}.json"
        document = badges.changed(assertion(number, badges.ORIGIN + path), **members)
        if published:
            self.site.put(path, document)
        return badges.ORIGIN + path, json.dumps(badges.changed(document, **(given or {})))

    def of_version_2(self, standard, assertion, expires):
        """`expires` writes a date as that version does."""
        def case(label, verdict="valid", step=None, by_url=False, **how):
            url, text = self.hosted(standard, assertion, **how)
            return Case(2, standard, label, url if by_url else text, verdict, step)
        yield case("good")
        yield case("until", expires=expires(LATE))
        yield case("expired", "invalid", "validity.until", expires=expires(EARLY))
        yield case("early", "invalid", "validity.from", issuedOn=expires(LATE))
        yield case("not-published", "undecided", "ob2.verification", published=False)
        yield case("changed", "invalid", "ob2.verification", given={"evidence": "https://badges.example.edu/other.html"})
        yield case("revoked", "invalid", "ob2.revocation", revoked=True)
        yield case("no-badge", "undecided", "ob2.graph", badge=badges.ORIGIN + "2/lost.json")

    def signed(self):
        def case(label, document, verdict="valid", step=None, key=None, change=lambda token: token):
            return Case(2, "Open Badges 2.0", label, change(self.two.token(document, key)), verdict, step)
        yield case("signed", self.two.signed(self.next()))
        yield case("signed-changed", self.two.signed(self.next()), "invalid", "proof.signature", change=badges.spoil)
        yield case("signed-stranger", self.two.signed(self.next()), "invalid", "proof.signature", key=self.two.keys.stranger)
        yield case("signed-foreign", self.two.signed(self.next(), self.two.foreign_key), "invalid", "proof.key-binding",
                   key=self.two.keys.stranger)
        yield case("signed-expired", badges.changed(self.two.signed(self.next()), expires=EARLY), "invalid", "validity.until")
        yield case("signed-revoked", badges.changed(self.two.signed(self.next()), id="urn:uuid:00000000-0000-4000-8000-00000000dead"),
                   "invalid", "ob2.revocation")

    def older_signed(self):
        """Of 1.1, with a key that is nothing but PEM at the issuer's site."""
        def case(label, verdict="valid", step=None, key=None, change=lambda token: token):
            token = self.two.token(self.two.signed_1_1(self.next()), key)
            return Case(2, "Open Badges 1.1", label, change(token), verdict, step)
        yield case("signed-1.1")
        yield case("signed-1.1-changed", "invalid", "proof.signature", change=lambda token: badges.spoil(token, b"work", b"wurk"))
        yield case("signed-1.1-stranger", "invalid", "proof.signature", self.two.keys.stranger)

    def oldest(self):
        def by_url(label, verdict="valid", step=None, **members):
            number = self.next()
            url = self.site.put(f"hosted/{number}.json", badges.changed(self.two.assertion_0_5(number), **members))
            return Case(2, "Open Badges 0.5", label, url, verdict, step)
        yield by_url("good-0.5")
        yield by_url("expired-0.5", "invalid", "validity.until", expires="2026-05-02")
        yield Case(2, "Open Badges 0.5", "homeless-0.5", json.dumps(self.two.assertion_0_5(self.next())), "undecided", None)

    def cases(self):
        yield from self.tokens()
        yield from self.proofs()
        yield from self.older_tokens()
        yield from self.containers()
        yield from self.of_version_2("Open Badges 2.0", self.two.assertion, lambda time: time)
        yield from self.of_version_2("Open Badges 1.1", self.two.assertion_1_1, badges.seconds)
        yield from self.of_version_2("Open Badges 1.0", self.two.assertion_1_0, lambda time: time[:10])
        yield from self.signed()
        yield from self.older_signed()
        yield from self.oldest()


def end_of(case):
    return "json" if case.text.lstrip().startswith("{") else "txt" if case.text.startswith("https:") else "jwt"


def fill(maker, folder):
    """Writes the files; yields the name of each, and what is expected."""
    made = list(maker.cases())
    files = []
    for name, (make, end) in wrap.WHOLE.items():
        for case in made:
            files.append((f"{name}-{case.generation}-{case.label}-{len(files)}.{end or end_of(case)}", make, case))
    for name, (make, end) in wrap.BROKEN.items():
        for case in made[:1] + made[-14:-13]:
            broken = case._replace(standard=None, verdict="invalid", step="parse")
            files.append((f"{name}-{case.generation}-{len(files)}.{end}", make, broken))
    for name, make, case in files[:COUNT]:
        (folder / name).write_bytes(make(case.generation, case.text))
        yield name, case


def faults(case, report):
    if report["verdict"] != case.verdict:
        yield f"the verdict is {report['verdict']}, not {case.verdict}"
    if report["standard"] != case.standard:
        yield f"the standard is {report['standard']}, not {case.standard}"
    bad = {"invalid": "fail", "undecided": "unknown"}.get(case.verdict)
    found = {step["id"] for step in report["steps"] if step["outcome"] == bad}
    if case.step and case.step not in found:
        yield f"\"{case.step}\" does not say {bad}; that say {sorted(found)}"


def check(given, root):
    folder = root / "badges"
    folder.mkdir()
    expected = dict(fill(Maker(given.blazon.resolve(), root), folder))
    names = list(expected)
    command = [given.blazon.resolve(), "verify", "--format", "json", "--at", AT, "--map", f"{badges.ORIGIN}=../site/", *names]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    reports = [json.loads(line) for line in done.stdout.split("\n") if line]
    if [report["input"] for report in reports] != names:
        sys.exit(f"{len(reports)} reports about {len(names)} files; exit code {done.returncode}\n{done.stderr}")
    wrong = [f"{name}: {fault}" for (name, case), report in zip(expected.items(), reports) for fault in faults(case, report)]
    if done.returncode != 1:
        wrong.append(f"the exit code is {done.returncode}, and some are invalid")
    verdicts = collections.Counter(report["verdict"] for report in reports)
    print("\n".join(wrong))
    print(f"folder: {len(reports)} badges in one call, {dict(sorted(verdicts.items()))}; {len(wrong)} wrong")
    if len(names) != COUNT:
        sys.exit(f"{len(names)} badges, not {COUNT}")
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder to work in, to look at afterwards")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        return check(given, given.keep.resolve())
    with tempfile.TemporaryDirectory() as root:
        return check(given, pathlib.Path(root))


if __name__ == "__main__":
    sys.exit(main())
