// Does a document come to the same under two sets of contexts? Standard input is one JSON object:
//   {"sets": {NAME: {URL: CONTEXT}}, "jobs": [{"name": TEXT, "document": {}, "sets": [A, B]}], "safe": [as in jobs]}
// Standard output is another, of names, and the count of statements:
//   {"equal": [], "different": [], "refused": [], "safe": [], "unsafe": [], "quads": 0}
import { text } from 'node:stream/consumers';
import jsonld from 'jsonld';

const { sets, jobs, safe } = JSON.parse(await text(process.stdin));
const answer = { equal: [], different: [], refused: [], safe: [], unsafe: [], quads: 0 };

const loaders = Object.fromEntries(Object.entries(sets).map(([name, contexts]) => [name, async (url) => {
  if (!contexts[url]) throw new Error(`the context ${url} is not known`);
  return { documentUrl: url, document: contexts[url], contextUrl: null };
}]));

async function outcome(document, set) {
  const options = { documentLoader: loaders[set], base: 'https://base.example/', safe: false };
  let expanded;
  try {
    expanded = JSON.stringify(await jsonld.expand(document, options));
  } catch (error) {
    return { text: error.message, refused: true, count: 0 };
  }
  try {
    const quads = await jsonld.toRDF(document, { ...options, format: 'application/n-quads' });
    return { text: expanded + quads, count: quads.split('\n').length - 1 };
  } catch (error) { // a list with something in it that is no term of RDF
    return { text: expanded + error.message, count: 0 };
  }
}

for (const { name, document, sets: [a, b] } of jobs) {
  const [first, second] = [await outcome(document, a), await outcome(document, b)];
  answer[first.text === second.text ? 'equal' : 'different'].push(name);
  if (first.refused) answer.refused.push(name);
  answer.quads += first.count;
}

for (const { name, document, sets: [a] } of safe) {
  try {
    await jsonld.expand(document, { documentLoader: loaders[a], safe: true });
    answer.safe.push(name);
  } catch (error) {
    if (error.name !== 'jsonld.ValidationError') throw error;
    answer.unsafe.push(name);
  }
}

console.log(JSON.stringify(answer));
