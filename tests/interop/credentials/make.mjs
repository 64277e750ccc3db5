// Writes random credentials into a folder: FOLDER/NUMBER.json, manifest.json about them,
// the keys that sign them as PEM, and dids.json.
//
//     node make.mjs CONTEXTS SCHEMAS FOLDER SEED COUNT signed|unsigned
//
// "signed": by the peers. "unsigned": for blazon to sign; endorsements are then FOLDER/NUMBER.endorsement.N.json, and
// have their places in the credential. Everything is in the shape that the schemas ask for and passes safe mode.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import jsonld from "jsonld";
import { Loader } from "./contexts.mjs";
import { credential, FLAVOURS } from "./credential.mjs";
import { key } from "./keys.mjs";
import { sign, SUITES } from "./peer.mjs";
import { Random } from "./random.mjs";
import { append, fill } from "./text.mjs";

const [contexts, schemas, folder, seed, count, mode] = process.argv.slice(2);
const loader = new Loader(contexts);
const names = Object.keys(SUITES);

function validators() {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const name of ["model", "achievementcredential", "endorsementcredential"])
        ajv.addSchema(JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8")), `${name}.schema.json`);
    return ajv;
}

const ajv = validators();

// Credentials on Verifiable Credentials 1.1, the endorsements inside too, as the schema of 2.0 knows them.
function renewed(value) {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(renewed);
    const copy = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, renewed(member)]));
    if (!copy.issuanceDate) return copy;
    const [, ...others] = copy["@context"];
    return { ...copy, "@context": ["https://www.w3.org/ns/credentials/v2", ...others], validFrom: copy.issuanceDate };
}

function checkShape(document) {
    const kind = document.type.includes("EndorsementCredential") ? "endorsement" : "achievement";
    const validate = ajv.getSchema(`${kind}credential.schema.json`);
    if (!validate(renewed(document)))
        throw new Error(`not as the schema asks: ${JSON.stringify(validate.errors.slice(0, 3))}`);
}

// What it comes to in safe mode.
async function statements(document) {
    const options = { safe: true, base: null, rdfDirection: "i18n-datatype", documentLoader: loader.load };
    return (await jsonld.toRDF(document, options)).length;
}

// Members of proofs that some proofs have. Each has its word in every context that is used here.
function extras(random) {
    return {
        ...(random.chance(20) ? { id: `urn:uuid:${random.uuid()}` } : {}),
        ...(random.chance(20) ? { domain: "badges.example.edu" } : {}),
        ...(random.chance(20) ? { challenge: random.uuid() } : {}),
    };
}

async function signed(random, suite, text, signer) {
    const document = JSON.parse(text);
    const proof = await sign(suite, document, signer, loader, extras(random));
    if (suite === "Ed25519Signature2020" || !random.chance(10)) return append(text, "proof", proof);
    return append(text, "proof", [proof, await sign(suite, document, signer, loader, extras(random))]);
}

async function make(number) {
    const suite = names[number % names.length],
        { kind } = SUITES[suite];
    const flavour = FLAVOURS[Math.floor(number / names.length) % FLAVOURS.length];
    const issuer = await key(kind, "issuer"),
        endorser = await key(kind, "endorser");
    const made = credential(Number(seed), number, {
        suite,
        issuer: issuer.did,
        endorser: endorser.did,
        flavour,
        ours: mode !== "signed",
    });
    const random = new Random(Number(seed), number, 1);
    const about = {
        file: `${number}.json`,
        suite,
        kind,
        flavour: made.flavour,
        contexts: made.contexts,
        endorsements: made.endorsements.length,
    };
    const pieces = [];
    for (const text of made.endorsements) {
        checkShape(JSON.parse(text));
        pieces.push(mode === "signed" ? await signed(random, suite, text, endorser) : text);
    }
    const whole = fill(made.text, pieces);
    checkShape(JSON.parse(whole));
    about.statements = await statements(JSON.parse(whole));
    about.bytes = whole.length;
    if (mode === "signed") return { about, files: { [about.file]: await signed(random, suite, whole, issuer) } };
    const files = Object.fromEntries(pieces.map((text, i) => [`${number}.endorsement.${i}.json`, text]));
    return { about, files: { [about.file]: made.text, ...files } };
}

const manifest = [];
for (let number = 0; number < Number(count); number++) {
    const { about, files } = await make(number).catch((error) => {
        throw new Error(
            `credential ${number}: ${error.message} ${JSON.stringify(error.details ?? error.errors ?? "")}`,
            { cause: error },
        );
    });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    manifest.push(about);
}
const dids = {};
for (const kind of ["ed25519", "p256", "p384"])
    for (const name of ["issuer", "endorser", "attacker"]) {
        const { pem, did } = await key(kind, name);
        writeFileSync(join(folder, `${kind}.${name}.pem`), pem, { mode: 0o600 });
        dids[`${kind}.${name}`] = did;
    }
writeFileSync(join(folder, "dids.json"), JSON.stringify(dids, null, 1));
writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest, null, 1));
