// Verifies what blazon signed: every credential of FOLDER/manifest.json, and the endorsements in it, with Digital
// Bazaar's libraries, and what verifier-core has suites for with that too. Prints how many of what; ends with 1 where
// one does not verify.
//
//     node check.mjs CONTEXTS FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Loader } from "./contexts.mjs";
import { SUITES, verify } from "./peer.mjs";
import { coreCannot, coreVerifies, CORE_SUITES } from "./core.mjs";

const [contexts, folder] = process.argv.slice(2);
const loader = new Loader(contexts);
const counts = new Map();
const failures = [];

function count(what, why, file) {
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (why) failures.push(`${file}: ${what}: ${why}`);
}

function* endorsementsIn(value) {
    if (typeof value !== "object" || value === null) return;
    for (const [name, child] of Object.entries(value)) {
        if (name === "endorsement") yield* child;
        yield* endorsementsIn(child);
    }
}

function suiteOf(document) {
    const [{ type, cryptosuite, verificationMethod }] = [document.proof].flat();
    if (type !== "DataIntegrityProof") return type;
    const kind = { "did:key:z6Mk": "ed25519", "did:key:zDna": "p256", "did:key:z82L": "p384" }[
        verificationMethod.slice(0, 12)
    ];
    return Object.keys(SUITES).find((name) => SUITES[name].cryptosuite === cryptosuite && SUITES[name].kind === kind);
}

for (const about of JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"))) {
    const document = JSON.parse(readFileSync(join(folder, about.file), "utf8"));
    const own = suiteOf(document);
    if (own !== about.suite) failures.push(`${about.file}: signed with ${own}, and not ${about.suite}`);
    count(about.suite, await verify(about.suite, document, loader), about.file);
    for (const endorsement of endorsementsIn(document))
        count("endorsements", await verify(suiteOf(endorsement), endorsement, loader), about.file);
    if (!CORE_SUITES.includes(about.suite)) continue;
    const cannot = await coreCannot(about.suite, document, loader),
        valid = await coreVerifies(document);
    count(
        cannot ? `not for verifier-core: ${cannot}` : `verifier-core, ${about.suite}`,
        valid === Boolean(cannot) ? `is ${valid ? "" : "not "}valid there` : undefined,
        about.file,
    );
}
for (const what of [...counts.keys()].sort()) console.log(`${counts.get(what)} ${what}`);
for (const failure of failures.slice(0, 20)) console.log(failure);
process.exitCode = failures.length > 0 || loader.asked.size > 0 ? 1 : 0;
