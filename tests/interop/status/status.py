#!/usr/bin/env python3
"""Status lists go both ways between blazon and Digital Bazaar's vc-bitstring-status-list: random bits, none, the first and
the last one, all of them.

    tests/interop/status/status.py --blazon PROGRAM --modules NODE_MODULES
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import peers  # noqa: E402

AT = "2026-06-01T00:00:00Z"
CREDENTIAL = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "type": ["VerifiableCredential", "AchievementCredential"],
    "validFrom": "2026-05-01T00:00:00Z",
    "credentialSubject": {
        "id": "did:example:jane", "type": ["AchievementSubject"],
        "achievement": {"id": "https://badges.example.edu/ct/data", "type": ["Achievement"], "name": "Data Practices",
                        "description": "Works with data.", "criteria": {"narrative": "Do it."}}},
}


class Bench(peers.Bench):
    def __init__(self, given, root):
        super().__init__(given, root, "status", "@digitalbazaar/vc-bitstring-status-list")
        self.badges = 0

    def report(self, file, *words):
        done = subprocess.run([self.blazon, "verify", file, "--at", AT, "--format", "json", *words], cwd=self.folder,
                              capture_output=True, text=True, check=False)
        return json.loads(done.stdout)

    def issue(self, issuer, entry):
        """A badge with this status; its file."""
        self.badges += 1
        name = f"badge-{self.badges}.json"
        badge = {**CREDENTIAL, "id": f"urn:x:{self.badges}", "credentialStatus": entry,
                 "issuer": {"id": issuer, "type": ["Profile"], "name": "Example School District"}}
        (self.folder / "bare.json").write_text(json.dumps(badge), encoding="utf-8")
        self.run("sign", "bare.json", "--key", "issuer.pem", "--now", "2026-05-01T00:00:00Z", "-o", name)
        return name

    def expect(self, report, verdict, words):
        if report["verdict"] != verdict or not any(words in step["message"] for step in report["steps"]):
            said = "; ".join(step["message"] for step in report["steps"] if step["outcome"] not in ("pass", "skipped"))
            self.failures.append(f"{report['input']}: {report['verdict']}, not {verdict} with \"{words}\": {said}")


def theirs(bench):
    """The peer's lists, as blazon sees them."""
    bench.peer("make")
    made = json.loads((bench.folder / "made.json").read_text(encoding="utf-8"))
    for about in made["lists"]:
        mapped = ("--map", f"{about['id']}={about['file']}")
        bench.expect(bench.report(about["file"]), "valid", f"a list for revocation with {about['length']} entries")
        text = subprocess.run([bench.blazon, "verify", about["file"], "--at", AT], cwd=bench.folder, capture_output=True,
                              text=True, check=False).stdout
        if f"revocation, {about['count']} of {about['length']} entries set\n" not in text:
            bench.failures.append(f"{about['file']}: not {about['count']} are set: {text}")
        asked = [(index, "invalid", "was revoked") for index in about["set"] if index is not None]
        if about.get("clear") is not None:
            asked.append((about["clear"], "valid", "not revoked"))
        for index, verdict, words in asked:
            entry = {"id": f"{about['id']}#{index}", "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                     "statusListIndex": str(index), "statusListCredential": about["id"]}
            bench.expect(bench.report(bench.issue(made["issuer"], entry), *mapped), verdict, words)
    print(f"{len(made['lists'])} lists and {bench.badges} badges with the peer's lists")
    return made["issuer"]


def publish(bench, name, url):
    """Writes the list for everybody; what the peer has to find in it."""
    bench.run("status", "publish", name, "--key", "issuer.pem", "--now", "2026-05-02T00:00:00Z", "-o", "public-" + name)
    shown = json.loads(bench.run("status", "show", name, "--format", "json"))
    return {"file": "public-" + name, "url": url, "length": shown["length"],
            "set": sorted(place["index"] for place in shown["places"])}


def ours(bench, issuer):
    """blazon's lists, as the peer sees them."""
    lists, badges = [], []
    for purpose, verb, length in (("revocation", "revoke", 131072), ("suspension", "suspend", 1000000)):
        name, url = f"{purpose}.json", f"https://badges.example.edu/status/{purpose}"
        bench.run("status", "new", name, "--id", url, "--issuer", issuer, "--purpose", purpose, "--length", length)
        entries = json.loads(bench.run("status", "allocate", name, "--count", 40))
        taken = [entry["statusListIndex"] for entry in entries[::2]]
        bench.run("status", verb, name, *taken)
        lists.append(publish(bench, name, url))
        badges += [{"file": bench.issue(issuer, entry), "good": entry["statusListIndex"] not in taken} for entry in entries]
    lists += [whole(bench, issuer, kind, places) for kind, places in
              (("none", []), ("ends", [0, 131071]), ("ones", range(131072)))]
    (bench.folder / "manifest.json").write_text(json.dumps({"lists": lists, "badges": badges}), encoding="utf-8")
    bench.peer("check")


def whole(bench, issuer, kind, places):
    """A list of which exactly these places are set."""
    url = f"https://badges.example.edu/status/{kind}"
    document = {"statusList": 1, "id": url, "issuer": issuer, "purpose": "revocation", "length": 131072,
                "entries": {str(i): None for i in places}, "set": {str(i): {"since": AT} for i in places}}
    (bench.folder / f"{kind}.json").write_text(json.dumps(document), encoding="utf-8")
    return publish(bench, f"{kind}.json", url)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True, help="with what package.json names")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given, pathlib.Path(name))
        ours(bench, theirs(bench))
    for line in bench.failures[:40]:
        print(line[:800])
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
