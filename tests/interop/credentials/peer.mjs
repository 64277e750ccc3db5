// Digital Bazaar's libraries: what signs and verifies on the other side.
import * as ecdsaJcs from "@digitalbazaar/ecdsa-jcs-2019-cryptosuite";
import { cryptosuite as ecdsaRdfc } from "@digitalbazaar/ecdsa-rdfc-2019-cryptosuite";
import { Ed25519Signature2020 } from "@digitalbazaar/ed25519-signature-2020";
import * as eddsaJcs from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { cryptosuite as eddsaRdfc } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as vc from "@digitalbazaar/vc";

// What the peers verify at and blazon too. The credentials are older.
export const NOW = "2026-06-01T00:00:00Z";

export const SUITES = {
    "eddsa-rdfc-2022": {
        kind: "ed25519",
        cryptosuite: "eddsa-rdfc-2022",
        sign: () => eddsaRdfc,
        verify: () => eddsaRdfc,
    },
    "ecdsa-rdfc-2019, P-256": {
        kind: "p256",
        cryptosuite: "ecdsa-rdfc-2019",
        sign: () => ecdsaRdfc,
        verify: () => ecdsaRdfc,
    },
    "ecdsa-rdfc-2019, P-384": {
        kind: "p384",
        cryptosuite: "ecdsa-rdfc-2019",
        sign: () => ecdsaRdfc,
        verify: () => ecdsaRdfc,
    },
    "eddsa-jcs-2022": {
        kind: "ed25519",
        cryptosuite: "eddsa-jcs-2022",
        sign: eddsaJcs.createSignCryptosuite,
        verify: eddsaJcs.createVerifyCryptosuite,
    },
    "ecdsa-jcs-2019, P-256": {
        kind: "p256",
        cryptosuite: "ecdsa-jcs-2019",
        sign: ecdsaJcs.createSignCryptosuite,
        verify: ecdsaJcs.createVerifyCryptosuite,
    },
    "ecdsa-jcs-2019, P-384": {
        kind: "p384",
        cryptosuite: "ecdsa-jcs-2019",
        sign: ecdsaJcs.createSignCryptosuite,
        verify: ecdsaJcs.createVerifyCryptosuite,
    },
    Ed25519Signature2020: { kind: "ed25519" },
};

// rdf-canonize gives up early by default: it has as many tries as there are blank nodes that look alike, and refuses 18
// graphs of the W3C's own suite for RDFC-1.0.
const PATIENCE = { maxWorkFactor: 3 };
const patient = (cryptosuite) => ({
    ...cryptosuite,
    canonize: (input, options) => cryptosuite.canonize(input, { ...options, ...PATIENCE }),
});

const usesFirstContext = (document) => document["@context"].includes("https://w3id.org/security/data-integrity/v1");

function suiteFor(name, document, { signer, date } = {}) {
    if (name === "Ed25519Signature2020") return new Ed25519Signature2020({ signer, date, canonizeOptions: PATIENCE });
    const cryptosuite = patient(signer ? SUITES[name].sign() : SUITES[name].verify());
    return new DataIntegrityProof({ signer, date, cryptosuite, legacyContext: usesFirstContext(document) });
}

// The proof; `more` are members that the proof is to have besides.
export async function sign(name, document, key, loader, more = {}) {
    const suite = suiteFor(name, document, { signer: key.multikey.signer(), date: "2026-05-01T12:00:00Z" });
    if (Object.keys(more).length > 0) suite.proof = more;
    const { proof } = await vc.issue({
        credential: structuredClone(document),
        suite,
        documentLoader: loader.load,
        now: NOW,
    });
    return proof;
}

// What is wrong, or undefined.
export async function verify(name, document, loader) {
    const result = await vc.verifyCredential({
        credential: document,
        suite: suiteFor(name, document),
        documentLoader: loader.load,
        now: NOW,
    });
    if (result.verified) return undefined;
    return [result.error, ...(result.error?.errors ?? [])].map((e) => e?.cause?.message ?? e?.message).join("; ");
}
