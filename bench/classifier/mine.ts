import { closeSync, openSync, writeSync } from 'node:fs';
import { createMatcher } from '../../src/lib/matcher/matcher.ts';
import { findCandidates } from '../../src/scanners/secrets/generic/find-candidates.ts';
import { genericPatterns } from '../../src/scanners/secrets/generic/generic-patterns.ts';
import { walkPackages } from './walk.ts';

// mine <root> <depth> <output.jsonl> [cap per package]: candidates of all text files below a tree, one JSON a line.
const [root = '', depth = '1', output = '', cap = '3000'] = process.argv.slice(2);
const matcher = createMatcher(genericPatterns);
const out = openSync(output, 'w');
const perPackage = new Map<string, number>();
const seen = new Set<string>();
const sum = { files: 0, bytes: 0, heads: 0, candidates: 0, kept: 0, match: 0, find: 0 };
for (const file of walkPackages(root, Number(depth), (name) => (perPackage.get(name) ?? 0) >= Number(cap))) {
  sum.files++;
  sum.bytes += file.bytes.length;
  const started = performance.now();
  const heads = matcher.scan(file.bytes);
  const matched = performance.now();
  const candidates = findCandidates(file.bytes, file.path, heads);
  sum.match += matched - started;
  sum.find += performance.now() - matched;
  sum.heads += heads.length;
  sum.candidates += candidates.length;
  for (const candidate of candidates) {
    const count = perPackage.get(file.package) ?? 0;
    const key = `${candidate.key}\0${candidate.value}\0${candidate.operator}\0${file.package}`;
    if (count >= Number(cap) || seen.has(key)) continue;
    seen.add(key);
    perPackage.set(file.package, count + 1);
    sum.kept++;
    writeSync(out, `${JSON.stringify({ package: file.package, ...candidate })}\n`);
  }
}
closeSync(out);
console.log(JSON.stringify(sum));
