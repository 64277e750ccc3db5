// The canonical form that npm's jsonld gives documents. Standard input: {"contexts": {URL: DOCUMENT}, "base": IRI,
// "documents": [...]}; standard output: a list of texts, or of null where the peer refuses. A document for which the peer
// takes too long counts as refused.
import { text } from "node:stream/consumers";
import jsonld from "jsonld";

const { contexts, base, documents } = JSON.parse(await text(process.stdin));
const LIMIT = 4; // of work on blank nodes that look alike: n to the power of this

async function load(url) {
    if (!contexts[url]) throw new Error(`"${url}" is not known`);
    return { documentUrl: url, document: contexts[url], contextUrl: null };
}

const answers = [];
for (const document of documents) {
    try {
        const options = { base, documentLoader: load, rdfDirection: "i18n-datatype", safe: false };
        const how = { algorithm: "RDFC-1.0", format: "application/n-quads", maxWorkFactor: LIMIT };
        answers.push(await jsonld.canonize(document, { ...options, ...how }));
    } catch {
        answers.push(null);
    }
}
console.log(JSON.stringify(answers));
