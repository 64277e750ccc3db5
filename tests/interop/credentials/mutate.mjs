// Changes random credentials in random places, and says which of them the published schema accepts.
//
//     node mutate.mjs CONTEXTS PUBLISHED FOLDER SEED COUNT
//
// Reads manifest.json and its documents in FOLDER; writes COUNT of them, some as they are and the others with one or two
// changes, as FOLDER/mutant.NUMBER.json, and prints {name: {valid, change, errors}}.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import addFormats from "ajv-formats";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Random } from "./random.mjs";

const [, published, folder, seed, count] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

const ajv = new Ajv2019({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(read(join(published, "achievementcredential.schema.json")));

// The published schema of the data model has no texts with a language, and has lists where one value may stand for a
// list of one: what it says of a sound credential shows where.
function plain(value) {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.length && value[0]?.["@value"] !== undefined ? plain(value[0]) : value.map(plain);
    if ("@value" in value) return value["@value"];
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

const WRAPS = { array: (value) => [value], string: (value) => (Array.isArray(value) ? value[0] : value) };

function mend(document, error) {
    const names = error.instancePath.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = names.pop();
    const holder = names.reduce((value, name) => value?.[name], document);
    const is = holder?.[last];
    const wanted = error.keyword === "type" ? error.params.type : undefined;
    if (wanted === "array" && is !== undefined && !Array.isArray(is)) holder[last] = WRAPS.array(is);
    else if (wanted === "string" && Array.isArray(is)) holder[last] = WRAPS.string(is);
}

function strict(document) {
    const copy = plain(document);
    for (let round = 0; round < 12 && !validate(copy); round++) for (const error of validate.errors) mend(copy, error);
    return copy;
}

// Every place in a document: what holds it, its name there, and its path.
function* places(value, path = "") {
    if (typeof value !== "object" || value === null) return;
    for (const name of Object.keys(value)) {
        if (name === "@context" || name === "proof" || name === "endorsement") continue;
        yield { holder: value, name, path: `${path}/${name}` };
        yield* places(value[name], `${path}/${name}`);
    }
}

const OTHER_VALUES = [7, -1.5, true, null, "", "a text", "not a url", "2026-13-41T00:00:00Z", "2026-05-01", [], {}, ["a"], { a: 1 }];

const CHANGES = {
    "left out": ({ holder, name }) => (Array.isArray(holder) ? holder.splice(Number(name), 1) : delete holder[name]),
    "another value": ({ holder, name }, random) => (holder[name] = random.pick(OTHER_VALUES)),
    "in a list": ({ holder, name }) => (holder[name] = [holder[name]]),
    "twice in a list": ({ holder, name }) => (holder[name] = [holder[name], holder[name]]),
    "out of its list": ({ holder, name }) => (holder[name] = Array.isArray(holder[name]) ? holder[name][0] : holder[name]),
    "under another name": ({ holder, name }) => {
        if (Array.isArray(holder)) return;
        holder[`${name}X`] = holder[name];
        delete holder[name];
    },
    "with a member more": ({ holder, name }) => {
        if (typeof holder[name] === "object" && holder[name] && !Array.isArray(holder[name])) holder[name].extra = 1;
    },
};

function change(document, random) {
    const name = random.pick(Object.keys(CHANGES));
    const place = random.pick([...places(document)]);
    CHANGES[name](place, random);
    return `${place.path} ${name}`;
}

const manifest = read(join(folder, "manifest.json"));
const verdicts = {};
for (let number = 0; number < Number(count); number++) {
    const random = new Random(Number(seed), number, 7);
    const document = strict(read(join(folder, manifest[number % manifest.length].file)));
    const changes = random.chance(15) ? [] : random.times(1, 2, () => change(document, random));
    const name = `mutant.${number}.json`;
    writeFileSync(join(folder, name), JSON.stringify(document));
    const valid = validate(document);
    const errors = valid ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
    verdicts[name] = { valid, change: changes.join("; "), errors };
}
process.stdout.write(JSON.stringify(verdicts));
