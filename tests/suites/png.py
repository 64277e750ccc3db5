#!/usr/bin/env python3
"""PngSuite: a badge is baked into every valid image and taken out again; every other chunk stays, byte by byte and in its
place, and the pixels are the same for a decoder that has nothing to do with blazon. The corrupt images are refused, each for
what is wrong with it.

    tests/suites/png.py --blazon PROGRAM
"""

import argparse
import io
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

try:
    from PIL import Image
except ImportError:
    Image = None

SKIPPED = 77
VALID, CORRUPT = 161, 14
BADGE = """{"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential", "OpenBadgeCredential"],
 "name": "Größe ]]> \\u0041", "proof": {}}"""
# What the first letters of a corrupt image's name stand for, in words of blazon's.
FAULTS = {
    "xs": "first bytes of the PNG image are damaged", "xcr": "first bytes of the PNG image are damaged",
    "xlf": "first bytes of the PNG image are damaged", "xhd": "does not match its checksum", "xcs": "does not match its checksum",
    "xc": "colours that PNG does not have", "xd": "colours that PNG does not have", "xdt": "there is no picture in it",
}


def chunks(image):
    """Each chunk as it stands there."""
    at = 8
    while at < len(image):
        end = at + 12 + struct.unpack(">I", image[at:at + 4])[0]
        yield image[at:end]
        at = end


def run(blazon, *words):
    return subprocess.run([blazon, *words], capture_output=True, check=False)


def pixels(image):
    with Image.open(io.BytesIO(image)) as opened:
        opened.load()
        return opened.mode, opened.size, opened.tobytes()


def fault_of_valid(blazon, path, folder):
    baked, badge = folder / "baked.png", folder / "badge.json"
    done = run(blazon, "bake", path, badge, "-o", baked)
    if done.returncode:
        return done.stderr.decode()
    before, after = list(chunks(path.read_bytes())), list(chunks(baked.read_bytes()))
    ours = [one for one in after if one[4:8] == b"iTXt" and one[8:28] == b"openbadgecredential\0"]
    if len(ours) != 1 or [one for one in after if one is not ours[0]] != before:
        return "other chunks than that of the badge have changed"
    if baked.read_bytes()[:8] != path.read_bytes()[:8]:
        return "the signature has changed"
    if pixels(path.read_bytes()) != pixels(baked.read_bytes()):
        return "the pixels have changed"
    out = run(blazon, "unbake", "-q", baked)
    if out.returncode or out.stdout.decode() != BADGE + "\n":
        return f"what comes out is {out.stdout!r}"
    again = folder / "again.png"
    if run(blazon, "bake", "--replace", baked, badge, "-o", again).returncode or again.read_bytes() != baked.read_bytes():
        return "baking it once more gives another image"
    return None


def fault_of_corrupt(blazon, path, folder):
    words = FAULTS[max((start for start in FAULTS if path.name.startswith(start)), key=len)]
    for command in (["unbake", path], ["bake", path, folder / "badge.json"]):
        done = run(blazon, *command)
        if done.returncode != 1 or words not in done.stderr.decode():
            return f"{command[0]} ends with {done.returncode}: {done.stderr.decode()}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--blazon", type=pathlib.Path, required=True)
    given = parser.parse_args()
    suites = os.environ.get("BLAZON_SUITES")
    if not suites or not Image:
        print("skipped: BLAZON_SUITES or python3-pil is missing")
        return SKIPPED
    faults, seen = [], {"valid": 0, "corrupt": 0}
    with tempfile.TemporaryDirectory() as root:
        folder = pathlib.Path(root)
        (folder / "badge.json").write_text(BADGE, encoding="utf-8")
        for path in sorted((pathlib.Path(suites) / "png").glob("*.png")):
            corrupt = path.name.startswith("x")
            seen["corrupt" if corrupt else "valid"] += 1
            fault = (fault_of_corrupt if corrupt else fault_of_valid)(given.blazon.resolve(), path, folder)
            if fault:
                faults.append(f"{path.name}: {fault}")
    print("\n".join(faults))
    print(f"png: {seen['valid']} valid and {seen['corrupt']} corrupt images, {len(faults)} wrong")
    return 1 if faults or seen != {"valid": VALID, "corrupt": CORRUPT} else 0


if __name__ == "__main__":
    sys.exit(main())
