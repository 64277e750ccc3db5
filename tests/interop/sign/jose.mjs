// Verifies with npm's jose: reads [{"token": ..., "jwk": ...}] from standard input, writes [{"header", "payload"}].
import { readFileSync } from 'node:fs';
import { compactVerify, importJWK, decodeProtectedHeader } from 'jose';

const jobs = JSON.parse(readFileSync(0, 'utf8'));
const answers = [];
for (const { token, jwk } of jobs) {
  const { alg } = decodeProtectedHeader(token);
  const { payload, protectedHeader } = await compactVerify(token, await importJWK(jwk, alg), { algorithms: [alg] });
  answers.push({ header: protectedHeader, payload: JSON.parse(new TextDecoder().decode(payload)) });
}
process.stdout.write(JSON.stringify(answers));
