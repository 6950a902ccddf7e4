// Runs gitleaks and `portcullis gitleaks` over the same inputs and says where they differ; see the README beside.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cases } from './cases.mjs';
import { Random } from './random.mjs';
import { difference, elementsOf, logOf, runTool } from './tools.mjs';

const { values } = parseArgs({
  options: {
    gitleaks: { type: 'string', default: '/tmp/bin/gitleaks' },
    config: { type: 'string' },
    portcullis: { type: 'string' },
    seed: { type: 'string', default: '1' },
    commits: { type: 'string', default: '400' },
    templates: { type: 'string', default: '100' },
    tree: { type: 'string', multiple: true, default: [] },
    repository: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    logs: { type: 'boolean', default: false },
    shown: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
  },
});
if (values.config === undefined) throw new Error('--config FILE: the configuration that gitleaks has built in');
const program = fileURLToPath(new URL('../../bin/portcullis.cjs', import.meta.url));
const ours =
  values.portcullis === undefined ? [process.execPath, program, 'gitleaks'] : [process.execPath, values.portcullis];
const scratch = mkdtempSync(join(tmpdir(), 'gitleaks-parity-'));
const places = {
  scratch,
  random: new Random(Number(values.seed)),
  config: resolve(values.config),
  commits: Number(values.commits),
  templates: Number(values.templates),
};
const inputs = {
  trees: values.tree.map((path) => resolve(path)),
  repositories: values.repository.map((path) => resolve(path)),
};

let [compared, findings, differing] = [0, 0, 0];
for (const each of cases({ ...places, ...inputs })) {
  if (!each.name.includes(values.only) && each.keep === undefined) continue;
  const theirs = runTool([values.gitleaks], { ...each, scratch });
  const mine = runTool(ours, { ...each, scratch });
  const format = each.format ?? 'json';
  const wanted = elementsOf(theirs.report, format);
  if (each.keep) keep(each.keep, theirs.report);
  const problems = [];
  if (mine.code !== theirs.code) problems.push(`exit code ${mine.code}, gitleaks ${theirs.code}`);
  const { onlyOurs, onlyTheirs } = difference(elementsOf(mine.report, format), wanted);
  if (onlyOurs.length + onlyTheirs.length > 0) problems.push(describe(onlyOurs, onlyTheirs));
  if (each.stdout) {
    const lines = difference(mine.stdout.split('\n'), theirs.stdout.split('\n'));
    if (lines.onlyOurs.length + lines.onlyTheirs.length > 0)
      problems.push(`output: ${describe(lines.onlyOurs, lines.onlyTheirs)}`);
  }
  const [log, theirLog] = [logOf(mine.stderr), logOf(theirs.stderr)];
  if (values.logs && log !== theirLog)
    problems.push(`log\n    ours ${log.slice(-600)}\n    gitleaks ${theirLog.slice(-600)}`);
  compared++;
  findings += theirs.report === undefined ? 0 : wanted.length;
  if (problems.length === 0) continue;
  differing++;
  console.log(`${each.name}: ${problems.join('\n  ')}`);
  if (!values.logs && mine.code !== theirs.code)
    console.log(`    ours ${log.slice(-300)}\n    gitleaks ${theirLog.slice(-300)}`);
}
console.log(`${compared} runs, ${findings} findings compared, ${differing} runs differ`);
if (values.keep) console.log(scratch);
else rmSync(scratch, { recursive: true });
process.exitCode = differing === 0 ? 0 : 1;

function describe(onlyOurs, onlyTheirs) {
  const show = (items) => items.slice(0, Number(values.shown)).map((item) => item.slice(0, 900));
  return [
    `${onlyOurs.length} only ours, ${onlyTheirs.length} only gitleaks'`,
    ...show(onlyOurs).map((item) => `  + ${item}`),
    ...show(onlyTheirs).map((item) => `  - ${item}`),
  ].join('\n  ');
}

/** The whole report, half of it, and the same half as an ignore file. */
function keep([whole, half], report) {
  const all = JSON.parse(report.toString('utf8'));
  const some = all.filter((_, index) => index % 2 === 0);
  writeFileSync(whole, report);
  writeFileSync(half, JSON.stringify(some));
  const lines = some.map((finding, index) =>
    index % 3 === 0 ? finding.Fingerprint.replace(/^[0-9a-f]{40}:/u, '') : finding.Fingerprint,
  );
  writeFileSync(`${half}.ignore`, `# known\n\n${lines.join('\n')}\n  ${lines[0]}  \nbad line\n`);
  mkdirSync(`${half}.folder`, { recursive: true });
  writeFileSync(join(`${half}.folder`, '.gitleaksignore'), lines.slice(1).join('\n'));
  appendFileSync(`${half}.ignore`, 'a:b:c:d:e\n');
}
