// The known faults of the peers, for which the random credentials leave something out. Ends with 1 where one is gone: then
// nothing needs to be left out for it any more.
//
//     node faults.mjs CONTEXTS
import jsonld from "jsonld";
import { Loader } from "./contexts.mjs";
import { key } from "./keys.mjs";
import { sign, verify } from "./peer.mjs";
import { peerDiffers } from "./values.mjs";

const loader = new Loader(process.argv[2]);
const quads = (document) => jsonld.toRDF(document, { format: "application/n-quads", rdfDirection: "i18n-datatype" });

// jsonld.js takes a number for a fraction only if JavaScript writes it with a dot (lib/types.js, isDouble). What it writes
// like 1e-7 becomes "0"^^xsd:integer, against JSON-LD 1.1 API, 8.6; and so 1e-7 can become 2e-7 under an RDFC signature.
async function losesNumbers() {
    return peerDiffers(1e-7) && (await quads({ "@id": "u:a", "u:b": 1e-7 })).includes('"0"');
}

// jsonld.js forgets the direction of a context for all texts as soon as a type has a context of its own (lib/context.js,
// _cloneActiveContext), as each type of Open Badges has.
async function losesDirections() {
    const context = { "@version": 1.1, "@direction": "rtl", b: "u:b", T: { "@id": "u:T", "@context": { c: "u:c" } } };
    const [plain, typed] = [
        { "@id": "u:a", b: "x" },
        { "@id": "u:a", "@type": "T", b: "x" },
    ];
    return (
        /i18n#/.test(await quads({ "@context": context, ...plain })) &&
        !/i18n#/.test(await quads({ "@context": context, ...typed }))
    );
}

// jsonld.js takes texts for equal that differ in nothing but their direction (lib/util.js, compareValues), and keeps one.
async function losesTexts() {
    const texts = ["ltr", "rtl"].map((direction) => ({ "@value": "x", "@direction": direction }));
    return (await quads({ "@id": "u:a", "u:b": texts })).trim().split("\n").length === 1;
}

// JavaScript rounds the middle of two numbers of 16 digits up; printf("%1.15E") of C, by which JSON-LD 1.1 API, 8.6 writes
// a double, to the even one.
async function roundsUp() {
    const middle = 8935159415536.8125;
    return peerDiffers(middle) && (await quads({ "@id": "u:a", "u:b": middle })).includes('"8.935159415536813E12"');
}

// JavaScript writes -0 without its sign, where the canonical form of xsd:double has it.
async function losesSigns() {
    const zero = { "@value": -0, "@type": "http://www.w3.org/2001/XMLSchema#double" };
    return (await quads({ "@id": "u:a", "u:b": zero })).includes('"0.0E0"');
}

// The JCS suites compare the contexts of document and proof with !==, which tells two equal objects apart.
async function refusesItsOwn() {
    const issuer = await key("ed25519", "issuer");
    const document = {
        "@context": ["https://www.w3.org/ns/credentials/v2", { a: "https://vocabulary.example.edu/a" }],
        type: ["VerifiableCredential"],
        issuer: issuer.did,
        credentialSubject: { a: "x" },
    };
    document.proof = await sign("eddsa-jcs-2022", document, issuer, loader);
    return /does not start with/.test(await verify("eddsa-jcs-2022", document, loader));
}

for (const fault of [losesNumbers, losesDirections, losesTexts, roundsUp, losesSigns, refusesItsOwn]) {
    if (await fault()) continue;
    console.log(`the peer no longer has the fault "${fault.name}"`);
    process.exitCode = 1;
}
