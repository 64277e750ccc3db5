// Reads lines "BITS,TEXT" and compares each text with what ECMAScript makes of the number.
import {createInterface} from 'node:readline';

const bytes = new DataView(new ArrayBuffer(8));
let seen = 0, wrong = 0;
for await (const line of createInterface({input: process.stdin})) {
  bytes.setBigUint64(0, BigInt('0x' + line.slice(0, 16)));
  const expected = JSON.stringify(bytes.getFloat64(0));
  seen++;
  if (line.slice(17) === expected) continue;
  if (wrong++ < 20) console.log(`${line}: should be ${expected}`);
}
console.log(`${seen} numbers, ${wrong} written otherwise than by ECMAScript`);
process.exitCode = seen === 1000000 && wrong === 0 ? 0 : 1;
