import { createMatcher } from '../../src/lib/matcher/matcher.ts';
import { findCandidates } from '../../src/scanners/secrets/generic/find-candidates.ts';
import { genericPatterns } from '../../src/scanners/secrets/generic/generic-patterns.ts';
import { isPlaceholder } from '../../src/scanners/secrets/placeholder/is-placeholder.ts';
import { readCases } from './cases.ts';

// show-cases <folder>: which hand-written values become candidates, and what placeholder reasoning says of them.
const matcher = createMatcher(genericPatterns);
const sum = { secrets: 0, missed: 0, refused: 0, traps: 0, caught: 0, open: 0, unmarked: 0 };
for (const file of readCases(process.argv[2] ?? '')) {
  const bytes = Buffer.from(file.text, 'latin1');
  const candidates = findCandidates(bytes, file.path, matcher.scan(bytes));
  for (const mark of file.marks) {
    const candidate = candidates.find((one) => one.start < mark.end && one.end > mark.start);
    const reason = candidate && isPlaceholder(candidate.value, candidate);
    const value = file.text.slice(mark.start, mark.end);
    if (mark.secret) {
      sum.secrets++;
      if (!candidate) {
        sum.missed++;
        console.log(`MISSED ${file.path}: ${value}`);
      } else if (reason !== undefined) {
        sum.refused++;
        console.log(`REFUSED ${file.path}: ${candidate.value} (${reason})`);
      } else if (candidate.start !== mark.start || candidate.end !== mark.end)
        console.log(`RANGE ${file.path}: ${value} got ${candidate.value}`);
    } else {
      sum.traps++;
      if (candidate && reason === undefined) {
        sum.open++;
        console.log(`open ${file.path}: ${candidate.key} ${candidate.operator} ${candidate.value}`);
      } else if (candidate) sum.caught++;
    }
  }
  for (const candidate of candidates) {
    if (file.marks.some((mark) => candidate.start < mark.end && candidate.end > mark.start)) continue;
    const reason = isPlaceholder(candidate.value, candidate);
    if (reason === undefined) {
      sum.unmarked++;
      console.log(`unmarked ${file.path}: ${candidate.key} ${candidate.operator} ${candidate.value}`);
    }
  }
}
console.log(JSON.stringify(sum));
