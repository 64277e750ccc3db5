// How fast Node's libraries are with the badges that blazon_bench_files wrote.
//
//     node peer.mjs CONTEXTS FOLDER          prints "peer", what, name and figure, with tabs between
//     node peer.mjs CONTEXTS FOLDER NAME     verifies one and ends: for the cost of a whole process
//
// NAME.json: @digitalbazaar/vc with its cryptosuites. NAME.jwt: jose, with a key that is made once. Nothing is taken from
// the network; the contexts are read once. compare.py puts this file among those of tests/interop/credentials, of which it
// makes use, and beside node_modules.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [contexts, folder, only] = process.argv.slice(2);
const ROUNDS = 2,
    ROUND_SECONDS = 0.4;
const SUITES = {
    "rdfc-2022": "eddsa-rdfc-2022",
    "jcs-2022": "eddsa-jcs-2022",
    p256: "ecdsa-rdfc-2019, P-256",
    p384: "ecdsa-rdfc-2019, P-384",
};

const read = (name, ending) => readFileSync(join(folder, `${name}.${ending}`), "utf8");

// Each makes what is to be measured: from the text of a badge to the answer. Libraries are loaded where they are needed, so
// that one process pays for its own alone.
async function embedded(name) {
    const [{ Loader }, { sign, verify }, { key }] = await Promise.all(
        ["contexts", "peer", "keys"].map((part) => import(`./${part}.mjs`)),
    );
    const suite = SUITES[Object.keys(SUITES).find((end) => name.endsWith(end))],
        text = read(name, "json");
    const loader = new Loader(contexts),
        kind = suite.match(/P-(\d+)/) ? `p${suite.slice(-3)}` : "ed25519";
    const work = async () => {
        const why = await verify(suite, JSON.parse(text), loader);
        if (why) throw new Error(`${name}: ${why}`);
    };
    const own = async () => {
        const { proof, ...unsigned } = JSON.parse(text),
            issuer = await key(kind, "issuer");
        unsigned.issuer.id = issuer.did;
        const unsignedText = JSON.stringify(unsigned);
        return () => sign(suite, JSON.parse(unsignedText), issuer, loader);
    };
    return { verify: work, sign: only ? undefined : await own() };
}

async function token(name) {
    const { compactVerify, importJWK } = await import("jose");
    const text = read(name, "jwt"),
        [jwk] = JSON.parse(read(name, "jwks")).keys;
    const key = await importJWK(jwk, jwk.alg),
        decoder = new TextDecoder();
    return {
        verify: async () =>
            JSON.parse(decoder.decode((await compactVerify(text, key, { algorithms: [jwk.alg] })).payload)),
    };
}

async function rate(work) {
    let best = 0;
    for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        let count = 0,
            elapsed = 0;
        for (; elapsed < ROUND_SECONDS; elapsed = (performance.now() - start) / 1000, count++) await work();
        best = Math.max(best, count / elapsed);
    }
    return best.toFixed(1);
}

const files = readdirSync(folder)
    .map((file) => file.match(/^(.*)\.(json|jwt)$/))
    .filter(Boolean)
    .sort();
for (const [, name, ending] of files) {
    if (only && name !== only) continue;
    const works = await (ending === "json" ? embedded : token)(name);
    if (only) await works.verify();
    else
        for (const [what, work] of Object.entries(works))
            if (work) console.log(["peer", what, name, await rate(work)].join("\t"));
}
