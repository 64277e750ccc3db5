#!/usr/bin/env python3
"""Random Open Badges 3.0 credentials that blazon signs verify with the peers.

    tests/interop/credentials/sign.py --blazon PROGRAM --modules NODE_MODULES

Digital Bazaar's libraries verify all of them, and @digitalcredentials/verifier-core those of its two suites, as far as
it can (core.mjs lists what it cannot). The published contexts are read from $BLAZON_SUITES/../reference/contexts.
"""

import concurrent.futures
import sys

import lab

COUNT = 7 * 8 * 4
# What check.mjs says beside the count of each suite, for the credentials of every day.
PINNED = {"endorsements": 117, "verifier-core, eddsa-rdfc-2022": 17, "verifier-core, Ed25519Signature2020": 15,
          "not for verifier-core: has a context that it does not bring": 3,
          "not for verifier-core: has control characters": 8,
          "not for verifier-core: has a text with a direction": 9,
          "not for verifier-core: has more blank nodes alike than it has patience for": 12}


def sign_one(here, about):
    number, proof = about["file"].removesuffix(".json"), about["suite"].split(",")[0]
    pieces = [f"{number}.endorsement.{i}.json" for i in range(about["endorsements"])]
    for piece in pieces:
        if problem := here.sign(piece, proof, f"{about['kind']}.endorser.pem"):
            return problem
    here.fill(about["file"], pieces)
    return here.sign(about["file"], proof, f"{about['kind']}.issuer.pem")


def counts_of(lines):
    return {what: int(number) for number, _, what in (line.partition(" ") for line in lines)}


def work(here, given):
    manifest = here.make(given.seed, COUNT, "unsigned")
    with concurrent.futures.ThreadPoolExecutor() as pool:
        failures = [problem for problem in pool.map(lambda about: sign_one(here, about), manifest) if problem]
    if failures:
        return failures
    lines = here.peer("check.mjs", here.folder).splitlines()
    print(f"{len(manifest)} credentials that blazon signed verify with the peers:", *lines, sep="\n  ")
    counts, pinned = counts_of(lines), {suite: COUNT // 7 for suite in {about["suite"] for about in manifest}} | PINNED
    if given.seed == lab.SEED and counts != pinned:
        return [f"these are not the counts of every day: {pinned}"]
    return []


if __name__ == "__main__":
    sys.exit(lab.run(__doc__, work))
