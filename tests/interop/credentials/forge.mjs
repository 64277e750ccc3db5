// Signs whatever it is told to, as an issuer with no scruples could: terms that get lost, options that no library lets
// one set, signatures in other forms. Made from the parts of the peers, and only these; safe mode is off.
//
//     node forge.mjs CONTEXTS < JOBS
//
// One job a line, [{document, suite, key: [KIND, NAME], proof, value}]: `proof` has members over those that a proof
// usually has, null takes one away; `value` is how the signature is written. One proof a line comes out.
import { createHash, sign } from "node:crypto";
import { createInterface } from "node:readline";
import { cryptosuite as ecdsaRdfc } from "@digitalbazaar/ecdsa-rdfc-2019-cryptosuite";
import * as base58 from "base58-universal";
import canonicalize from "canonicalize";
import { Loader } from "./contexts.mjs";
import { key } from "./keys.mjs";
import { SUITES } from "./peer.mjs";

const loader = new Loader(process.argv[2]);

// The numbers of both curves: s of a signature can be n - s as well.
const ORDERS = {
    p256: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    p384: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    ed25519: 2n ** 252n + 27742317777372353535851937790883648493n,
};

const number = (bytes) => BigInt("0x" + (Buffer.from(bytes).toString("hex") || "0"));
const bytesOf = (value, length) => Buffer.from(value.toString(16).padStart(length * 2, "0"), "hex");
const z = (bytes) => "z" + base58.encode(new Uint8Array(bytes));

// s -> n - s, which is as right a signature.
function mirrored(signature, kind) {
    const half = signature.length / 2;
    return Buffer.concat([signature.subarray(0, half), bytesOf(ORDERS[kind] - number(signature.subarray(half)), half)]);
}

// S -> S + L, little-endian, which RFC 8032 has verifiers refuse.
function stretched(signature) {
    const s = number(Buffer.from(signature.subarray(32)).reverse()) + ORDERS.ed25519;
    return Buffer.concat([signature.subarray(0, 32), bytesOf(s, 32).reverse()]);
}

const VALUES = {
    plain: (signature) => z(signature),
    base64url: (signature) => "u" + signature.toString("base64url"),
    hex: (signature) => "f" + signature.toString("hex"),
    unmarked: (signature) => z(signature).slice(1),
    mirrored: (signature, kind) => z(mirrored(signature, kind)),
    stretched: (signature) => z(stretched(signature)),
    shortened: (signature) => z(signature.subarray(1)),
    lengthened: (signature) => z(Buffer.concat([signature, Buffer.from([0])])),
    zeroed: (signature) => z(Buffer.alloc(signature.length)),
};

async function hash(document, suite, algorithm) {
    const rdf = { safe: false, documentLoader: loader.load, maxWorkFactor: 3, messageDigestAlgorithm: algorithm };
    const text = suite.includes("-jcs-") ? canonicalize(document) : await ecdsaRdfc.canonize(document, rdf);
    return createHash(algorithm).update(text).digest();
}

async function forge({ document, suite, key: [kind, name], proof: more = {}, value = "plain" }) {
    const signer = await key(kind, name),
        algorithm = kind === "p384" ? "SHA-384" : "SHA-256";
    const named = SUITES[suite].cryptosuite
        ? { type: "DataIntegrityProof", cryptosuite: SUITES[suite].cryptosuite }
        : { type: suite };
    const merged = {
        ...named,
        created: "2026-05-01T12:00:00Z",
        verificationMethod: signer.method,
        proofPurpose: "assertionMethod",
        ...(suite.includes("-jcs-") ? { "@context": document["@context"] } : {}),
        ...more,
    };
    const proof = Object.fromEntries(Object.entries(merged).filter(([, member]) => member !== null));
    const options = suite.includes("-jcs-") ? proof : { ...proof, "@context": document["@context"] };
    const data = Buffer.concat([await hash(options, suite, algorithm), await hash(document, suite, algorithm)]);
    const dsaEncoding = value === "der" ? "der" : "ieee-p1363";
    const signature = sign(kind === "ed25519" ? null : algorithm, data, { key: signer.secret, dsaEncoding });
    return { ...proof, proofValue: (VALUES[value] ?? VALUES.plain)(signature, kind) };
}

for await (const line of createInterface({ input: process.stdin }))
    console.log(JSON.stringify(await forge(JSON.parse(line))));
