// Signs what comes on standard input, {jwk, header, payload} on each line, with npm's jose; one token per line.
import { createInterface } from "node:readline";
import { CompactSign, importJWK } from "jose";

for await (const line of createInterface({ input: process.stdin })) {
    const { jwk, header, payload } = JSON.parse(line);
    const key = await importJWK(jwk, header.alg);
    const text = new TextEncoder().encode(JSON.stringify(payload));
    console.log(await new CompactSign(text).setProtectedHeader(header).sign(key));
}
