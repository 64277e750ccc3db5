// Choices that a number decides: the same credentials on every machine (sfc32, filled by SplitMix32).

function splitmix(state) {
    let z = (state + 0x9e3779b9) | 0;
    const next = z;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return [next, (z ^ (z >>> 15)) | 0];
}

export class Random {
    constructor(...seeds) {
        this.words = [0, 0, 0, 1];
        let state = 0;
        for (const seed of seeds) [state] = splitmix(state ^ seed);
        for (let i = 0; i < 3; i++) [state, this.words[i]] = splitmix(state);
        for (let i = 0; i < 12; i++) this.bits();
    }

    // 32 bits.
    bits() {
        const [a, b, c, count] = this.words;
        const sum = (a + b + count) | 0;
        this.words = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + sum) | 0, (count + 1) | 0];
        return sum >>> 0;
    }

    // From 0 to below `end`.
    below(end) {
        return Math.floor((this.bits() / 2 ** 32) * end);
    }

    between(least, most) {
        return least + this.below(most - least + 1);
    }

    chance(of100) {
        return this.below(100) < of100;
    }

    pick(list) {
        return list[this.below(list.length)];
    }

    shuffled(list) {
        const result = [...list];
        for (let i = result.length - 1; i > 0; i--) {
            const j = this.below(i + 1);
            [result[i], result[j]] = [result[j], result[i]];
        }
        return result;
    }

    // Some of them, each once, in any order.
    some(list, least, most) {
        return this.shuffled(list).slice(0, this.between(least, most));
    }

    times(least, most, make) {
        return Array.from({ length: this.between(least, most) }, (_, i) => make(i));
    }

    // One of them in so many cases of a hundred, else nothing; see object() of text.mjs.
    maybe(of100, make) {
        return this.chance(of100) ? make() : undefined;
    }

    uuid() {
        const hex = Array.from({ length: 4 }, () => this.bits().toString(16).padStart(8, "0")).join("");
        return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    }

    bytes(count) {
        return Uint8Array.from({ length: count }, () => this.below(256));
    }
}
