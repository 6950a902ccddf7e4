import { readFileSync, writeFileSync } from 'node:fs';

// write-weights <weights.f32> <weights.ts>: quantises trained weights to one byte each.
const [input = '', output = ''] = process.argv.slice(2);
const file = readFileSync(input);
const weights = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
const scale = Number((largest / 127).toPrecision(4));
const quantised = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
const text = Buffer.from(quantised.buffer).toString('base64');
const lines = text.match(/.{1,112}/g) ?? [];
writeFileSync(
  output,
  `/** What one step of a weight is worth in log odds. */
export const scale = ${scale};

/** One signed byte for each bucket, base64; written by bench/classifier. */
export const weightLines: readonly string[] = [
${lines.map((line) => `  '${line}',`).join('\n')}
];
`,
);
console.log(
  `${quantised.filter((weight) => weight !== 0).length} of ${quantised.length} weights, scale ${scale}, ${text.length} characters`,
);
