// Digital Bazaar's vc-bitstring-status-list, on both sides.
//
//     node peer.mjs check CONTEXTS FOLDER    what blazon has published and issued, as manifest.json says
//     node peer.mjs make CONTEXTS FOLDER     lists with random bits, sealed, and what is set in them (made.json)
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as statusList from "@digitalbazaar/vc-bitstring-status-list";
import { Loader } from "../credentials/contexts.mjs";
import { key as keyOf } from "../credentials/keys.mjs";
import { sign } from "../credentials/peer.mjs";

const [mode, contexts, folder] = process.argv.slice(2);
const loader = new Loader(contexts);
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));

// The bits that are set, as a list of numbers.
async function bitsOf(encodedList) {
    const list = await statusList.decodeList({ encodedList });
    const set = [];
    for (let i = 0; i < list.length; i++) if (list.getStatus(i)) set.push(i);
    return { length: list.length, set };
}

async function check() {
    const failures = [];
    const { lists, badges } = read("manifest.json");
    for (const { file, url, length, set } of lists) {
        const credential = read(file);
        const seen = await bitsOf(credential.credentialSubject.encodedList);
        if (seen.length !== length || JSON.stringify(seen.set) !== JSON.stringify(set))
            failures.push(`${file}: ${seen.length} bits, of which ${seen.set.length} are set; not ${length} and ${set.length}`);
        loader.add(url, credential);
    }
    for (const { file, good } of badges) {
        const result = await statusList.checkStatus({
            credential: read(file),
            documentLoader: loader.load,
            suite: new DataIntegrityProof({ cryptosuite }),
        });
        // `verified`: the list could be asked; `status`: the bit
        const set = result.results?.[0]?.status;
        if (!result.verified || set !== !good) failures.push(`${file}: ${set}, and not ${!good} ${result.error ?? ""}`);
    }
    console.log(`${lists.length} lists and ${badges.length} badges of blazon's, ${failures.length} not as they should be`);
    for (const failure of failures) console.log(failure);
    process.exitCode = failures.length > 0 ? 1 : 0;
}

// Indexes for each kind of list; `random` is the same in every run.
let state = 12345;
const random = (below) => (state = (state * 1103515245 + 12345) % 2147483648) % below;
const KINDS = {
    empty: () => [],
    first: () => [0],
    last: (length) => [length - 1],
    all: (length) => Array.from({ length }, (_, i) => i),
    few: (length) => Array.from({ length: 50 }, () => random(length)),
    half: (length) => Array.from({ length: length / 2 }, () => random(length)),
};

async function make() {
    const key = await keyOf("ed25519", "status");
    const made = [];
    for (const length of [131072, 1000000]) {
        for (const [kind, choose] of Object.entries(KINDS)) {
            const list = await statusList.createList({ length }),
                set = [...new Set(choose(length))].sort((a, b) => a - b),
                id = `https://badges.example.edu/status/${kind}-${length}`;
            for (const index of set) list.setStatus(index, true);
            const credential = await statusList.createCredential({ id, list, statusPurpose: "revocation" });
            credential.issuer = key.did;
            credential.validFrom = "2026-05-01T00:00:00Z";
            credential.proof = await sign("eddsa-rdfc-2022", credential, key, loader);
            const file = `${kind}-${length}.json`;
            writeFileSync(join(folder, file), JSON.stringify(credential));
            const clear = list.length > set.length ? [...Array(length).keys()].find((i) => !list.getStatus(i)) : undefined;
            made.push({ file, id, length, count: set.length, set: [set[0], set.at(-1)], clear });
        }
    }
    writeFileSync(join(folder, "issuer.pem"), key.pem, { mode: 0o600 });
    writeFileSync(join(folder, "made.json"), JSON.stringify({ issuer: key.did, lists: made }));
}

await { check, make }[mode]();
