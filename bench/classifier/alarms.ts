import { isPlaceholder } from '../../src/scanners/secrets/placeholder/is-placeholder.ts';
import { scoreCandidate } from '../../src/scanners/secrets/generic/classifier.ts';
import { gradeCandidate } from '../../src/scanners/secrets/generic/grade.ts';
import { readMined } from './dataset.ts';
import { isHeldOut } from './split.ts';

// alarms <all|held> <mined.jsonl>…: what the detector would report of mined candidates, for a review.
const [which = 'held', ...paths] = process.argv.slice(2);
const counts = new Map<string, number>();
const lines: string[] = [];
for (const candidate of readMined(paths)) {
  if (which === 'held' && !isHeldOut(candidate.package)) continue;
  if (isPlaceholder(candidate.value, candidate) !== undefined) continue;
  const grade = gradeCandidate(candidate, scoreCandidate(candidate));
  if (!grade.reported) continue;
  const step = `${grade.severity} ${grade.confidence}`;
  counts.set(step, (counts.get(step) ?? 0) + 1);
  const { key, operator, quote, value, path } = candidate;
  lines.push(
    `${grade.severity} ${grade.score.toFixed(3)} | ${key} ${operator}${quote} ${value} | ${candidate.package}/${path}`,
  );
}
for (const [step, count] of counts) console.log(`${count} ${step}`);
console.log(lines.sort().join('\n'));
