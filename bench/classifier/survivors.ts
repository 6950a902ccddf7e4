import { readFileSync } from 'node:fs';
import type { Candidate } from '../../src/scanners/secrets/generic/candidate.ts';
import { isPlaceholder } from '../../src/scanners/secrets/placeholder/is-placeholder.ts';

// survivors <mined.jsonl>…: what placeholder reasoning makes of mined candidates, with a sample of what it lets through.
const reasons = new Map<string, number>();
const open: string[] = [];
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const candidate = JSON.parse(line) as Candidate & { package: string };
    const reason = isPlaceholder(candidate.value, candidate) ?? 'open';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    if (reason === 'open')
      open.push(
        `${candidate.origin[0]} ${candidate.kind} | ${candidate.key} ${candidate.operator}${candidate.quote} ${candidate.value} | ${candidate.package}/${candidate.path}`.slice(
          0,
          170,
        ),
      );
  }
}
console.log(
  [...reasons]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${count} ${reason}`)
    .join('\n'),
);
const stride = Math.max(1, Math.floor(open.length / 150));
console.log(open.filter((_, index) => index % stride === 0).join('\n'));
