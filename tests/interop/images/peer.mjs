// What npm packages make of images with badges, and put into them: openbadges-bakery, png-itxt, xmldom.
//
//     node peer.mjs JOBS      does each job of that file, and writes what each of them gave to done.json
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { finished } from "node:stream/promises";
import { promisify } from "node:util";
import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import bakery from "openbadges-bakery";
import itxt from "png-itxt";

const extract = promisify(bakery.extract),
    bake = promisify(bakery.bake),
    parse = (file) => new DOMParser().parseFromString(readFileSync(file, "utf8"), "image/svg+xml");

function setOf({ keyword, text, chunk }) {
    const [type, packed] = chunk.split("-");
    return itxt.set({ type, keyword, value: text, compressed: packed !== undefined });
}

const DEEDS = {
    "itxt-read": ({ file, keyword }) =>
        new Promise((found, failed) => {
            const taken = itxt.get(keyword, (error, chunk) => (error ? failed(error) : found(chunk?.value)));
            createReadStream(file).pipe(taken).resume();
        }),
    "itxt-write": (job) => finished(createReadStream(job.file).pipe(setOf(job)).pipe(createWriteStream(job.out))),
    "bakery-read": ({ file }) => extract(readFileSync(file)),
    "bakery-write": async ({ file, how, text, out }) =>
        writeFileSync(out, await bake({ image: readFileSync(file), [how]: how === "assertion" ? JSON.parse(text) : text })),
    "dom-read": ({ file, element, token }) => {
        const found = parse(file).getElementsByTagNameNS(...element);
        if (found.length !== 1) return `${found.length} elements`;
        return token ? found[0].getAttribute("verify") : found[0].textContent;
    },
    // Another prefix, another place, and the text in pieces of any kind.
    "dom-write": ({ file, element, how, text, out }) => {
        const svg = parse(file),
            made = svg.createElementNS(element[0], `o:${element[1]}`);
        if (how === "attribute") made.setAttribute("verify", text);
        else made.appendChild(how === "cdata" ? svg.createCDATASection(text) : svg.createTextNode(text));
        svg.documentElement.appendChild(made);
        writeFileSync(out, new XMLSerializer().serializeToString(svg));
    },
};

const done = [];
for (const job of JSON.parse(readFileSync(process.argv[2], "utf8"))) done.push((await DEEDS[job.do](job)) ?? null);
writeFileSync("done.json", JSON.stringify(done));
