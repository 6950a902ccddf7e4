import { writeFileSync } from 'node:fs';
import { negativesFrom, plantInMined, plantInnocent, plantInTemplates, readMined, readWords } from './dataset.ts';
import { score, toRow, train, type Row } from './logistic.ts';
import { Dice } from './random.ts';
import { isHeldOut } from './split.ts';

// train <frequency_lists.js> <weights.f32> <mined.jsonl>…: trains on three quarters of the packages, reports on the rest.
const [lists = '', output = '', ...minedPaths] = process.argv.slice(2);
const dice = new Dice(20_240_607);
const words = readWords(lists);
const mined = readMined(minedPaths);
const heldMined = mined.filter((one) => isHeldOut(one.package));
const learnMined = mined.filter((one) => !isHeldOut(one.package));
const learnOpen = negativesFrom(learnMined);
const heldOpen = negativesFrom(heldMined);
const learn = [
  ...learnOpen,
  ...plantInMined(dice, words, learnMined, 22_000),
  ...plantInTemplates(dice, words, 30_000),
  ...plantInnocent(dice, learnOpen, 16_000),
];
const held = [...heldOpen, ...plantInMined(dice, words, heldMined, 1500), ...plantInTemplates(dice, words, 1500)];
console.log(
  `learn ${learn.length} (${learn.filter((one) => one.secret).length} secrets, ${learnOpen.length} mined), held out ${held.length} (${heldOpen.length} mined)`,
);
const rows = learn.map(toRow);
const weights = train(rows, { epochs: 6, rate: 0.3, l1: 1e-4, l2: 1e-6 }, dice);
writeFileSync(output, Buffer.from(weights.buffer));
console.log(`weights that are not zero: ${weights.filter((weight) => weight !== 0).length}`);
report('held out', held.map(toRow));

const doubtful = rows
  .filter((row) => row.example.source !== 'made' && !row.example.secret)
  .map((row) => ({ row, score: score(weights, row) }));
doubtful.sort((a, b) => b.score - a.score);
writeFileSync(
  `${output}.doubtful`,
  doubtful
    .slice(0, 3000)
    .map(({ row, score }) => describe(row, score))
    .join('\n'),
);

function describe(row: Row, value: number): string {
  const { candidate, source } = row.example;
  return `${value.toFixed(3)} ${candidate.origin} ${candidate.kind} | ${candidate.key} ${candidate.operator}${candidate.quote} ${candidate.value} | ${source}/${candidate.path}`;
}

function report(title: string, list: readonly Row[]): void {
  const scored = list.map((row) => ({ row, score: score(weights, row) }));
  for (const bar of [0.3, 0.5, 0.7, 0.8, 0.9, 0.95]) {
    const raised = scored.filter((one) => one.score >= bar);
    const right = raised.filter((one) => one.row.example.secret).length;
    const all = scored.filter((one) => one.row.example.secret).length;
    console.log(
      `${title} >= ${bar}: precision ${(right / raised.length).toFixed(4)} recall ${(right / all).toFixed(4)} wrong ${raised.length - right} of ${list.length - all}`,
    );
  }
  const wrong = scored.filter((one) => !one.row.example.secret).sort((a, b) => b.score - a.score);
  writeFileSync(
    `${output}.wrong`,
    wrong
      .slice(0, 1500)
      .map((one) => describe(one.row, one.score))
      .join('\n'),
  );
  const missed = scored.filter((one) => one.row.example.secret).sort((a, b) => a.score - b.score);
  writeFileSync(
    `${output}.missed`,
    missed
      .slice(0, 300)
      .map((one) => describe(one.row, one.score))
      .join('\n'),
  );
}
