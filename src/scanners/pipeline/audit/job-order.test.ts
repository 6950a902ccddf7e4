import { expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import { jobOrder } from './job-order.ts';

/** Whether the first job surely ends before the second begins. */
function precedes(code: string, path = '.gitlab-ci.yml') {
  const files = new CollectedFiles();
  files.add(path, code);
  const [pipeline] = readPipelines(files);
  if (!pipeline) throw new Error('a definition is a pipeline');
  const job = (name: string) => {
    const found = pipeline.jobs.find((one) => one.name === name);
    if (!found) throw new Error(`there is no job ${name}`);
    return found;
  };
  return (earlier: string, later: string) => jobOrder(pipeline).before(job(later)).has(job(earlier));
}

const stages = 'stages: [build, test, deploy]\n';
const gitlab = (jobs: string) => precedes(stages + jobs);

test('stages order jobs that need nothing', () => {
  const before = gitlab(
    'b: { stage: build, script: x }\nt: { script: x }\nd: { stage: deploy, script: x }\nf: { stage: .pre, script: x }\n',
  );
  expect(before('b', 't')).toBe(true);
  expect(before('f', 'b')).toBe(true);
  expect(before('t', 'b')).toBe(false);
  expect(before('t', 't')).toBe(false);
});

test('needs replaces the stages, and leads on to what the needed jobs wait for', () => {
  const before = gitlab(`b: { stage: build, script: x }
scan: { stage: test, script: x }
t: { stage: test, needs: [b], script: x }
u: { stage: test, needs: ["scan"], script: x }
d: { stage: deploy, needs: [t], script: x }
now: { stage: deploy, needs: [], script: x }
one: { stage: deploy, needs: { job: u }, script: x }
`);
  expect(before('b', 'd')).toBe(true);
  expect(before('scan', 'd')).toBe(false);
  expect(before('b', 'now')).toBe(false);
  expect(before('scan', 'one')).toBe(true);
  expect(before('b', 'one')).toBe(true);
});

test('dependencies order nothing, jobs of a matrix are one', () => {
  const before = gitlab(`m: { script: x, parallel: { matrix: [{ A: [one, two] }] } }
p: { script: x, parallel: 2 }
d: { script: x, dependencies: [m] }
n: { script: x, needs: ["m: [two]", "p 1/2"] }
`);
  expect(before('m', 'd')).toBe(false);
  expect(before('m', 'n')).toBe(true);
  expect(before('p', 'n')).toBe(true);
});

test('workflows have no stages', () => {
  const before = precedes(
    'on: push\njobs:\n  a: { runs-on: x, steps: [] }\n  b: { runs-on: x, needs: a, steps: [] }\n  c: { runs-on: x, needs: [b], steps: [] }\n',
    '.github/workflows/a.yml',
  );
  expect(before('a', 'c')).toBe(true);
  expect(before('c', 'a')).toBe(false);
});

test('circles end, and ten thousand jobs in a row are followed', () => {
  const circle = gitlab('a: { needs: [b], script: x }\nb: { needs: [a], script: x }\nc: { needs: [a], script: x }\n');
  expect(circle('b', 'c')).toBe(true);
  const count = 10_000;
  const row = Array.from({ length: count }, (_, n) => `j${n}: { script: x, needs: [${n > 0 ? `j${n - 1}` : ''}] }\n`);
  const before = gitlab(row.join(''));
  for (let later = 1; later < count; later += 500) expect(before('j0', `j${later}`)).toBe(true);
  expect(before(`j${count - 1}`, 'j0')).toBe(false);
});
