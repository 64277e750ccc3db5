// @digitalcredentials/verifier-core, without a network. It brings its own contexts, but wants the JSON Schema of each
// badge from the web on every call, and says so on the console where it gets none; the signature it has checked by then.
import { verifyCredential } from "@digitalcredentials/verifier-core";
import jsonld from "jsonld";

// It has no others: an ECDSA proof is an invalid signature to it.
export const CORE_SUITES = ["eddsa-rdfc-2022", "Ed25519Signature2020"];

globalThis.fetch = async (url) => {
    throw new Error(`${url} is not fetched`);
};

// Runs `work` while the console says nothing.
async function quietly(work) {
    const { log, error } = console;
    console.log = console.error = () => {};
    try {
        return await work();
    } finally {
        Object.assign(console, { log, error });
    }
}

async function tooMuchWork(document, loader) {
    const { proof, ...unsigned } = document;
    try {
        await jsonld.canonize(unsigned, {
            format: "application/n-quads",
            safe: true,
            base: null,
            rdfDirection: "i18n-datatype",
            documentLoader: loader.load,
        });
        return false;
    } catch (error) {
        if (/deep iterations/.test(error.message)) return true;
        throw error;
    }
}

function textsIn(value) {
    if (typeof value !== "object" || value === null) return [String(value)];
    return Object.values(value).flatMap(textsIn);
}

// Why it cannot verify a document whose proof is right, or undefined:
// - it has no undefined-terms context, and takes every Data Integrity proof for one of the second context;
// - its Ed25519Signature2020 canonicalizes as URDNA2015 did, which left \b, \t, \f and other control characters as they
//   are where RDFC-1.0 escapes them; and without rdfDirection, which safe mode then refuses for a text with a direction;
// - its eddsa-rdfc-2022 has the default patience of rdf-canonize (see peer.mjs).
export async function coreCannot(suite, document, loader) {
    const contexts = document["@context"];
    if (contexts.some((url) => /undefined-terms/.test(url))) return "has a context that it does not bring";
    if (contexts.includes("https://w3id.org/security/data-integrity/v1"))
        return "has the first context of Data Integrity";
    if (suite !== "Ed25519Signature2020")
        return (await tooMuchWork(document, loader))
            ? "has more blank nodes alike than it has patience for"
            : undefined;
    const expanded = await jsonld.expand(document, { base: null, documentLoader: loader.load });
    if (JSON.stringify(expanded).includes('"@direction"')) return "has a text with a direction";
    if (textsIn(expanded).some((text) => /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]/.test(text)))
        return "has control characters";
    return undefined;
}

// Whether it takes the signature for valid; its other answers are about registries and schemas on the web.
export async function coreVerifies(document) {
    const { log } = await quietly(() =>
        verifyCredential({ credential: structuredClone(document), knownDIDRegistries: [] }),
    );
    return Boolean(log?.find(({ id }) => id === "valid_signature")?.valid);
}
