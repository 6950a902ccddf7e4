import { createSecretDetector } from '../../../src/scanners/secrets/secret-detector.ts';
import { ownRules } from '../../../src/scanners/secrets/own-rules.ts';
import { seededRandom } from '../../../src/scanners/secrets/shape-sample.ts';
import { build } from './planted.ts';
import { recipes } from './recipes.ts';

// measure [seed]: how many of the planted secrets are found, each that is missed, and what else is reported.
const random = seededRandom(Number(process.argv[2] ?? 1));
const detector = createSecretDetector(ownRules, new Date('2026-01-01T00:00:00Z'));
const sum = { planted: 0, found: 0, more: 0 };
for (const recipe of recipes) {
  const { path, bytes, secrets } = build(recipe, random);
  const binary = bytes.subarray(0, 8000).includes(0);
  const { candidates } = detector.detect({ bytes, path, binary, explain: true });
  const text = bytes.toString('latin1');
  const spans = secrets.map((secret) => {
    const needle = Buffer.from(secret).toString('latin1');
    const wide = Buffer.from(secret, 'utf16le').toString('latin1');
    const at = text.indexOf(needle);
    const start = at >= 0 ? at : text.indexOf(wide);
    if (start < 0) throw new Error(`${path}: a planted secret does not stand in it`);
    return { secret, start, end: start + (at >= 0 ? needle.length : wide.length) };
  });
  for (const { secret, start, end } of spans) {
    sum.planted++;
    const near = candidates.filter(({ range }) => range.start < end && range.end > start);
    if (near.some(({ dropped }) => dropped === undefined)) sum.found++;
    else
      console.log(
        `MISSED ${path}: ${secret.slice(0, 60)} (${near[0]?.rule.id ?? 'no candidate'}: ${near[0]?.dropped ?? ''})`,
      );
  }
  for (const { range, dropped, rule, value } of candidates) {
    if (dropped !== undefined || spans.some(({ start, end }) => range.start < end && range.end > start)) continue;
    sum.more++;
    console.log(`MORE ${path}: ${rule.id} ${value.slice(0, 60)}`);
  }
}
console.log(`${recipes.length} files: ${JSON.stringify(sum)} recall ${(sum.found / sum.planted).toFixed(3)}`);
