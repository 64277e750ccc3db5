// The value of an ecdsa-sd-2023 proof, taken apart and put together again with whatever is in it.
import { decode, encode } from "cborg";

const DERIVED = [0xd9, 0x5d, 0x01];

// {tag, base (signature), key, signatures, labels (a Map), mandatory}; all but the lists are bytes.
export function read(text) {
    const bytes = Buffer.from(text.slice(1), "base64url");
    const [base, key, signatures, labels, mandatory] = decode(bytes.subarray(3), { useMaps: true });
    return { tag: [...bytes.subarray(0, 3)], base, key, signatures, labels, mandatory };
}

export function write({ tag = DERIVED, base, key, signatures, labels, mandatory, more = [] }) {
    const parts = encode([base, key, signatures, labels, mandatory]);
    return "u" + Buffer.concat([Buffer.from(tag), Buffer.from(parts), Buffer.from(more)]).toString("base64url");
}
