#!/usr/bin/env python3
"""Badges in images go both ways between blazon and what others use: Pillow and png-itxt for PNG, xmldom and Python's own
parser for SVG, Mozilla's openbadges-bakery for both. The picture stays the same for those who look at it.

    tests/interop/images/images.py --blazon PROGRAM --modules NODE_MODULES
"""

import argparse
import base64
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    from PIL import Image, PngImagePlugin
except ImportError:
    Image = None

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "examples" / "computational-thinking" / "data-practices.yaml"
AT = "2026-06-01T00:00:00Z"
KEYWORDS = {"3.0": "openbadgecredential", "2.0": "openbadges"}
ELEMENTS = {"3.0": ("https://purl.imsglobal.org/ob/v3p0", "credential"), "2.0": ("http://openbadges.org", "assertion")}
HOME = "https://badges.example.edu/assertions/1?a=1&b=2"
# Mode of a picture and bytes of one of its pixels. The bakery wants a file of 256 bytes at least.
MODES = {"RGB": 3, "RGBA": 4, "P": 1, "L": 1, "1": None}
SVG = ('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">\n'
       '  <title>Größe &amp; Maß</title>\n' + '  <circle cx="5" cy="5" r="4" fill="teal"/>\n' * 6 + "</svg>\n")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


class Bench:
    def __init__(self, given, folder):
        self.blazon, self.modules, self.folder = given.blazon.resolve(), given.modules.resolve(), folder
        self.failures, self.count = [], 0
        if not Image:
            skip("python3-pil is not installed")
        if not shutil.which("node") or not all((self.modules / name).is_dir() for name in ("openbadges-bakery", "png-itxt")):
            skip("node or the packages of tests/interop are not there")
        # An ES module looks for packages beside itself.
        shutil.copy(HERE / "peer.mjs", folder)
        (folder / "node_modules").symlink_to(self.modules)

    def run(self, *words):
        return subprocess.run([self.blazon, *map(str, words)], cwd=self.folder, capture_output=True, text=True, check=False)

    def must(self, *words):
        done = self.run(*words)
        if done.returncode:
            sys.exit(f"blazon {' '.join(map(str, words))} ended with {done.returncode}\n{done.stderr}")
        return done.stdout

    def peer(self, jobs):
        """What the npm packages did with each job."""
        (self.folder / "jobs.json").write_text(json.dumps(jobs), encoding="utf-8")
        done = subprocess.run(["node", "--no-deprecation", "peer.mjs", "jobs.json"], cwd=self.folder, capture_output=True,
                              text=True, timeout=100, check=False)
        if done.returncode:
            sys.exit(f"peer.mjs ended with {done.returncode}\n{done.stdout}{done.stderr}")
        return json.loads((self.folder / "done.json").read_text(encoding="utf-8"))

    def expect(self, what, seen, wanted):
        self.count += 1
        if seen != wanted:
            self.failures.append(f"{what}: {seen!r}, not {wanted!r}")

    def expect_ours(self, image, badge):
        """blazon takes the badge out of an image that somebody else has made."""
        done = self.run("unbake", "-q", image)
        self.expect(f"unbake {image} {done.stderr}", done.stdout, badge["text"] + "\n")
        if badge["ob"] == "3.0":
            report = json.loads(self.run("verify", image, "--at", AT, "--format", "json", "--map",
                                         "https://badges.example.edu/.well-known/did.json=did.json").stdout)
            self.expect(f"verify {image}", report["verdict"], "valid")


def encoded(value):
    return base64.urlsafe_b64encode(value.encode()).decode().rstrip("=")


def badges(bench):
    """Badges of both generations, as JSON and as a token; those of 3.0 are signed."""
    bench.must("key", "new", "--no-passphrase", "-o", "key.pem")
    bench.must("key", "did", "key.pem", "--for", "did:web:badges.example.edu", "-o", "did.json")
    made = {"2-token": {"ob": "2.0"}, "2-json": {"ob": "2.0"}}
    for name, more in (("3-json", []), ("3-token", ["--proof", "jwt"])):
        bench.must("issue", DATA, "--to", "did:example:jane", "--key", "key.pem", "--now", "2026-05-01T00:00:00Z", *more,
                   "-o", f"{name}.txt")
        made[name] = {"ob": "3.0", "text": (bench.folder / f"{name}.txt").read_text(encoding="utf-8").strip()}
    assertion = {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": HOME, "issuedOn": AT,
                 "recipient": {"type": "email", "hashed": False, "identity": "jane@example.edu"},
                 "badge": "https://badges.example.edu/größe", "narrative": "<b>&amp; \"]]\\u003e\" '日本'",
                 "verification": {"type": "HostedBadge"}}
    made["2-json"]["text"] = json.dumps(assertion, ensure_ascii=False)
    made["2-token"]["text"] = ".".join([encoded('{"alg":"RS256"}'), encoded(json.dumps(assertion)), encoded("not signed")])
    for name, badge in made.items():
        badge.update(name=name, token=name.endswith("token"))
        (bench.folder / f"{name}.txt").write_text(badge["text"], encoding="utf-8")
    return list(made.values())


def pictures(folder):
    """PNG images of several kinds, and one in SVG."""
    (folder / "plain.svg").write_text(SVG, encoding="utf-8")
    chosen = random.Random(1)
    for mode, width in MODES.items():
        size = (40, 40)
        image = Image.frombytes(mode, size, chosen.randbytes(size[0] // 8 * size[1] if width is None else size[0] * size[1] * width))
        if mode == "P":
            image.putpalette(chosen.randbytes(768))
        image.save(folder / f"plain-{mode}.png")
    return [f"plain-{mode}.png" for mode in MODES]


def pixels(path):
    with Image.open(path) as image:
        image.load()
        return image.mode, image.size, image.getpalette(), image.tobytes()


def pillow_writes(bench, images, badge):
    """Each kind of chunk that Pillow can make."""
    for plain in images:
        for way, put in {"iTXt": lambda info, key, text: info.add_itxt(key, text, "de", "Abzeichen"),
                         "iTXt-packed": lambda info, key, text: info.add_itxt(key, text, zip=True),
                         "tEXt": lambda info, key, text: info.add_text(key, text.encode()),
                         "zTXt": lambda info, key, text: info.add_text(key, text.encode(), zip=True)}.items():
            info, name = PngImagePlugin.PngInfo(), f"pillow-{way}-{badge['name']}-{plain}"
            info.add_text("Title", "Größe", zip=True)
            put(info, KEYWORDS[badge["ob"]], badge["text"])
            with Image.open(bench.folder / plain) as image:
                image.save(bench.folder / name, pnginfo=info)
            bench.expect_ours(name, badge)


def pillow_reads(bench, plain, baked, badge):
    before, after = pixels(bench.folder / plain), pixels(bench.folder / baked)
    bench.expect(f"the pixels of {baked}", after == before, True)
    with Image.open(bench.folder / baked) as image:
        image.load()
        bench.expect(f"Pillow's text of {baked}", image.text.get(KEYWORDS[badge["ob"]]), badge["text"])


def python_reads(bench, baked, badge):
    """Python's parser finds the element, and beside it everything that was there."""
    root = xml.etree.ElementTree.parse(bench.folder / baked).getroot()
    namespace, name = ELEMENTS[badge["ob"]]
    found = root.findall(f".//{{{namespace}}}{name}")
    bench.expect(f"elements of {baked}", len(found), 1)
    bench.expect(f"Python's text of {baked}", found[0].get("verify") if badge["token"] else found[0].text, badge["text"])
    before = list(xml.etree.ElementTree.fromstring(SVG.encode()).iter())
    bench.expect(f"the drawing of {baked}", [(one.tag, one.attrib) for one in root.iter() if one is not found[0]],
                 [(one.tag, one.attrib) for one in before])


def ours(bench, images, all_badges):
    """What blazon bakes, the others read."""
    jobs = []
    for badge in all_badges:
        about = {"keyword": KEYWORDS[badge["ob"]], "text": badge["text"], "token": badge["token"]}
        for plain in images:
            baked = f"ours-{badge['name']}-{plain}"
            bench.must("bake", plain, f"{badge['name']}.txt", "-o", baked)
            pillow_reads(bench, plain, baked, badge)
            jobs.append({"do": "itxt-read", "file": baked, **about})
            if badge["ob"] == "2.0":
                jobs.append({"do": "bakery-read", "file": baked, **about})
        baked = f"ours-{badge['name']}.svg"
        bench.must("bake", "plain.svg", f"{badge['name']}.txt", "-o", baked)
        python_reads(bench, baked, badge)
        jobs.append({"do": "dom-read", "file": baked, "element": ELEMENTS[badge["ob"]], **about})
        if badge["ob"] == "2.0":
            jobs.append({"do": "bakery-read", "file": baked, **about})
    for job, seen in zip(jobs, bench.peer(jobs), strict=True):
        bench.expect(f"{job['do']} {job['file']}", seen, job["text"])


def theirs(bench, images, all_badges):
    """What the others bake, blazon reads."""
    jobs, expected = [], []

    def ask(badge, **job):
        expected.append((job["out"], badge))
        jobs.append({"keyword": KEYWORDS[badge["ob"]], "element": ELEMENTS[badge["ob"]], "text": badge["text"],
                     "token": badge["token"], **job})

    for badge in all_badges:
        pillow_writes(bench, images, badge)
        for chunk in ("iTXt", "iTXt-packed", "tEXt", "zTXt"):
            # png-itxt counts letters of a tEXt chunk where it should count bytes.
            if chunk != "tEXt" or badge["text"].isascii():
                ask(badge, do="itxt-write", file=images[0], chunk=chunk, out=f"itxt-{chunk}-{badge['name']}.png")
        for how in ("attribute",) if badge["token"] else ("cdata", "text"):
            ask(badge, do="dom-write", file="plain.svg", how=how, out=f"dom-{how}-{badge['name']}.svg")
    old = {"uid": "1", "badge": "https://badges.example.edu/größe", "verify": {"type": "hosted", "url": "https://badges.example.edu/1"}}
    bare = {"ob": "2.0", "token": False}
    # The bakery's own writer of PNG does not run on today's Node; that of SVG does.
    ask({**bare, "text": json.dumps(old, ensure_ascii=False, separators=(",", ":"))}, do="bakery-write", file="plain.svg",
        how="assertion", out="bakery-assertion.svg")
    ask({**bare, "text": "https://badges.example.edu/1"}, do="bakery-write", file="plain.svg", how="url", out="bakery-url.svg")
    ask(all_badges[0], do="bakery-write", file="plain.svg", how="signature", out="bakery-signature.svg")
    bench.peer(jobs)
    for name, badge in expected:
        bench.expect_ours(name, badge)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True, help="with what package.json names")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(given, pathlib.Path(name))
        images, all_badges = pictures(bench.folder), badges(bench)
        ours(bench, images, all_badges)
        theirs(bench, images, all_badges)
    for line in bench.failures[:40]:
        print(line[:800])
    print(f"{bench.count - len(bench.failures)} passed, {len(bench.failures)} failed")
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
