import { createMatcher } from '../../src/lib/matcher/matcher.ts';
import { createGenericDetector } from '../../src/scanners/secrets/generic/generic-detector.ts';
import { genericPatterns } from '../../src/scanners/secrets/generic/generic-patterns.ts';
import { readCases } from './cases.ts';

// measure <folder>: precision and recall on the hand-written cases, with every mistake.
const matcher = createMatcher(genericPatterns);
const detector = createGenericDetector();
const sum = { secrets: 0, traps: 0, right: 0, wrong: 0, missed: 0 };
const steps = new Map<string, { right: number; wrong: number }>();
for (const file of readCases(process.argv[2] ?? '')) {
  const bytes = Buffer.from(file.text, 'latin1');
  const all = detector.detect(bytes, file.path, matcher.scan(bytes), { explain: true });
  const found = all.filter(({ dropped }) => dropped === undefined);
  for (const mark of file.marks) {
    if (!mark.secret) sum.traps++;
    else {
      sum.secrets++;
      if (found.some((one) => one.start < mark.end && one.end > mark.start)) continue;
      sum.missed++;
      const dropped = all.find((one) => one.start < mark.end && one.end > mark.start);
      console.log(
        `MISSED ${file.path}: ${dropped?.keyName ?? ''} ${file.text.slice(mark.start, mark.end)} (${dropped?.dropped ?? 'no candidate'})`,
      );
    }
  }
  for (const one of found) {
    const right = file.marks.some((mark) => mark.secret && one.start < mark.end && one.end > mark.start);
    const step = `${one.severity} ${one.confidence}`;
    const entry = steps.get(step) ?? { right: 0, wrong: 0 };
    steps.set(step, entry);
    if (right) {
      sum.right++;
      entry.right++;
    } else {
      sum.wrong++;
      entry.wrong++;
      console.log(
        `WRONG ${file.path}: ${one.keyName} ${file.text.slice(one.start, one.end)} ${one.score} ${one.severity} ${one.confidence}`,
      );
    }
  }
}
const precision = sum.right / (sum.right + sum.wrong);
const recall = 1 - sum.missed / sum.secrets;
console.log(
  JSON.stringify(sum),
  `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}`,
);
for (const [step, { right, wrong }] of steps) console.log(`${step}: ${right} right, ${wrong} wrong`);
