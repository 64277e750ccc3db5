// JSON-LD safe mode, by the published contexts: argv is the folder with them, then `FILE-OF-OB-CONTEXT DOCUMENT` pairs.
// Prints how many statements each document comes to; ends with 1 where a term would be dropped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';

const [folder, ...pairs] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

for (let i = 0; i < pairs.length; i += 2) {
  const files = {
    'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': pairs[i],
  };
  const documentLoader = async (url) => {
    if (!files[url]) throw new Error(`the document ${url} is not one of the contexts that blazon writes`);
    return { documentUrl: url, document: read(join(folder, files[url])), contextUrl: null };
  };
  try {
    const quads = await jsonld.toRDF(read(pairs[i + 1]), { format: 'application/n-quads', safe: true, documentLoader });
    console.log(`${pairs[i]}: ${quads.split('\n').length - 1} statements`);
  } catch (error) {
    console.log(`${pairs[i]}: ${error.message} ${JSON.stringify(error.details ?? {})}`);
    process.exitCode = 1;
  }
}
